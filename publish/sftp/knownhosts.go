package sftp

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"strings"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// readKnownHosts reads the file as people leave it: with a byte order mark, with
// host names in any case, and with lines about other servers that cannot be read.
func readKnownHosts(file, address string) (ssh.HostKeyCallback, error) {
	if _, writable := schema.Access(file); writable {
		err := fmt.Errorf("read known hosts: every user of this machine may change %s", file)
		return nil, schema.NewFault(schema.Refused, err,
			"compare its keys with what the server's operator says, then run: chmod go-w "+file)
	}

	text, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read known hosts: %w", err)
	}
	littleEndian := bytes.HasPrefix(text, []byte("\xff\xfe"))
	bigEndian := bytes.HasPrefix(text, []byte("\xfe\xff"))
	if littleEndian || bigEndian {
		return nil, fmt.Errorf("read %s: line 1: the file is UTF-16; it must be UTF-8", file)
	}

	clean := lowerHosts(bytes.TrimPrefix(text, []byte("\ufeff")))
	if bytes.Equal(clean, text) {
		if check, err := knownhosts.New(file); err == nil {
			return check, nil
		}
	}

	wanted, err := linesAbout(clean, address)
	if err != nil {
		return nil, fmt.Errorf("copy known hosts: %w", err)
	}
	check, says, err := checkOf(wanted)
	if err != nil {
		return nil, fmt.Errorf("copy known hosts: %w", err)
	}
	if says != "" {
		return nil, fmt.Errorf("read known hosts: %s%s", file, says)
	}
	return check, nil
}

// lowerHosts returns text with its host names in lower case. A hashed name was in
// lower case before it was hashed.
func lowerHosts(text []byte) []byte {
	var b bytes.Buffer
	for line := range bytes.Lines(text) {
		_, hosts := parseHosts(line)
		hashed := bytes.HasPrefix(hosts, []byte("|"))
		comment := bytes.HasPrefix(hosts, []byte("#"))
		if !hashed && !comment {
			line = bytes.Replace(line, hosts, bytes.ToLower(hosts), 1)
		}
		b.Write(line)
	}
	return b.Bytes()
}

// linesAbout returns text with an empty line in place of each one that cannot be
// read and is about another server.
func linesAbout(text []byte, address string) ([]byte, error) {
	var b bytes.Buffer
	for line := range bytes.Lines(text) {
		_, says, err := checkOf(line)
		if err != nil {
			return nil, err
		}

		about := true
		if says != "" {
			about, err = isAbout(line, address)
		}
		if err != nil {
			return nil, err
		}

		if !about {
			line = []byte("\n")
		}
		b.Write(line)
	}
	return b.Bytes(), nil
}

// noHost has the form of a key, and no server has it.
const noHost = " ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"

// isAbout reports whether a line is about a server, whatever comes after the names
// of hosts in it. What is revoked for a host is revoked at all of its ports.
func isAbout(line []byte, address string) (bool, error) {
	marker, hosts := parseHosts(line)
	check, says, err := checkOf(append(bytes.Clone(hosts), noHost...))
	if err != nil || says != "" { // no server has such a name
		return false, err
	}

	known, err := knownKeys(check, address)
	host, _, splitErr := net.SplitHostPort(address)
	if err == nil && splitErr == nil && len(known) == 0 && string(marker) == "@revoked" {
		known, err = knownKeys(check, net.JoinHostPort(host, "22"))
	}
	return len(known) > 0, err
}

// parseHosts returns the marker of a line, if it has one, and its names of hosts.
func parseHosts(line []byte) (marker, hosts []byte) {
	word, rest := nextWord(line)
	if !bytes.HasPrefix(word, []byte("@")) {
		return nil, word
	}
	hosts, _ = nextWord(rest)
	return word, hosts
}

// nextWord splits as package knownhosts does.
func nextWord(line []byte) (word, rest []byte) {
	line = bytes.TrimSpace(line)
	end := bytes.IndexAny(line, " \t")
	if end < 0 {
		return line, nil
	}
	return line[:end], line[end:]
}

// checkOf reads a text of known_hosts. When it cannot be read, says begins with
// ":line: "; err is another trouble.
func checkOf(text []byte) (check ssh.HostKeyCallback, says string, err error) {
	file, err := copyOf(text)
	if err != nil {
		return nil, "", err
	}
	defer os.Remove(file) // it holds public keys only

	check, err = knownhosts.New(file)
	var trouble *fs.PathError
	if err == nil || errors.As(err, &trouble) {
		return check, "", err
	}

	_, says, named := strings.Cut(err.Error(), file)
	if !named {
		says = ": " + err.Error()
	}
	return nil, says, nil
}

// copyOf writes text to a temporary file, because knownhosts reads only files,
// and returns the file's path.
func copyOf(text []byte) (string, error) {
	f, err := os.CreateTemp("", "known_hosts")
	if err != nil {
		return "", err
	}

	_, err = f.Write(text)
	err = errors.Join(err, f.Close())
	if err != nil {
		removed := os.Remove(f.Name())
		return "", errors.Join(err, removed)
	}
	return f.Name(), nil
}

package sftp

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const trustHint = "run: publish trust"

// identity is what known_hosts says about a server: the check of its key, and
// the algorithms that make it show a key that can pass the check. Without the
// algorithms a server that prefers another of its keys would look like an
// impostor (https://go.dev/issue/29286).
type identity struct {
	check      ssh.HostKeyCallback
	algorithms []string
}

// knownIdentity reads what the known_hosts file says about the server. A file
// without a key for it is refused before anything is sent anywhere.
// Certificate authorities are not supported: the line of one pins its own key.
func knownIdentity(file, address string) (*identity, error) {
	check, err := readKnownHosts(file)
	if err != nil {
		return nil, schema.NewFault(schema.Refused, err, trustHint)
	}

	known, err := knownKeys(check, address)
	if err != nil {
		err = fmt.Errorf("read %s: %w", file, err)
		return nil, schema.NewFault(schema.Refused, err, trustHint)
	}

	id := &identity{
		algorithms: algorithmsOf(known),
		check:      explained(check, file),
	}
	if len(id.algorithms) == 0 {
		host := knownhosts.Normalize(address)
		err := fmt.Errorf("read %s: it has no usable host key for %s", file, host)
		return nil, schema.NewFault(schema.Refused, err, trustHint)
	}
	return id, nil
}

// knownKeys returns the keys that a server may show.
func knownKeys(check ssh.HostKeyCallback, address string) ([]knownhosts.KnownKey, error) {
	err := check(address, &net.TCPAddr{}, noKey{})

	var unknown *knownhosts.KeyError
	if !errors.As(err, &unknown) {
		return nil, fmt.Errorf("look up %s: %w", address, err)
	}
	return unknown.Want, nil
}

// readKnownHosts reads the file as editors leave it: it skips a byte order mark,
// which the parser would read as a part of the first name.
func readKnownHosts(file string) (ssh.HostKeyCallback, error) {
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

	clean, marked := bytes.CutPrefix(text, []byte("\ufeff"))
	if !marked {
		return parseKnownHosts(file, file)
	}

	copied, err := copyOf(clean)
	if err != nil {
		return nil, fmt.Errorf("copy known hosts without its byte order mark: %w", err)
	}
	defer os.Remove(copied) // it holds public keys only

	return parseKnownHosts(copied, file)
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

// parseKnownHosts parses a file that people know as name.
func parseKnownHosts(file, name string) (ssh.HostKeyCallback, error) {
	check, err := knownhosts.New(file)
	if err != nil {
		says := strings.TrimPrefix(err.Error(), "knownhosts: ")
		says = strings.ReplaceAll(says, file, name)
		return nil, fmt.Errorf("read known hosts: %s", says)
	}
	return check, nil
}

// explained says in words why a server's key is refused.
func explained(check ssh.HostKeyCallback, file string) ssh.HostKeyCallback {
	return func(address string, remote net.Addr, key ssh.PublicKey) error {
		err := check(address, remote, key)
		if err == nil {
			return nil
		}
		shown := ssh.FingerprintSHA256(key)

		var revoked *knownhosts.RevokedError
		if errors.As(err, &revoked) {
			err = fmt.Errorf("the server shows host key %s, which line %d of %s revokes",
				shown, revoked.Revoked.Line, file)
			return schema.NewFault(schema.Refused, err,
				"ask the server's operator: whoever has a revoked key can pretend to be this server")
		}

		err = fmt.Errorf("the host key has changed or another server answers: it shows %s, which is not in %s",
			shown, file)
		return schema.NewFault(schema.Refused, err,
			"ask the server's operator for its fingerprint; if it is this one, "+trustHint)
	}
}

// algorithmsOf returns the algorithms by which a server can show these keys,
// except those that sign with SHA-1.
func algorithmsOf(keys []knownhosts.KnownKey) []string {
	types := map[string]bool{}
	for _, k := range keys {
		types[k.Key.Type()] = true
	}

	var usable []string
	for _, algorithm := range ssh.SupportedAlgorithms().HostKeys {
		if types[keyType(algorithm)] {
			usable = append(usable, algorithm)
		}
	}
	return usable
}

// keyType returns the type of key that an algorithm signs with.
func keyType(algorithm string) string {
	switch algorithm {
	case ssh.KeyAlgoRSASHA256, ssh.KeyAlgoRSASHA512:
		return ssh.KeyAlgoRSA
	}
	return algorithm
}

// noKey is a key that no server has. When known_hosts is asked about it, its
// error lists the keys that it wants instead.
type noKey struct{}

func (noKey) Type() string                        { return "none" }
func (noKey) Marshal() []byte                     { return nil }
func (noKey) Verify([]byte, *ssh.Signature) error { return errors.New("not a key") }

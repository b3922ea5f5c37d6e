package sftp

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// TrustFile is a known_hosts file as far as it concerns one server.
type TrustFile struct {
	path    string
	text    []byte // without byte order mark
	address string
	check   ssh.HostKeyCallback
	known   []knownhosts.KnownKey // of the server
}

// Standing is what a TrustFile says about a host key.
type Standing string

const (
	Known   Standing = "known"
	New     Standing = "new"
	Changed Standing = "changed" // the file has another key of that type for the server
	Revoked Standing = "revoked"
)

// ReadTrustFile reads the known_hosts file of a server. One that does not exist
// trusts nobody; one that cannot be read is a schema.Refused fault.
func ReadTrustFile(c Config) (*TrustFile, error) {
	t := &TrustFile{
		path:    c.KnownHosts,
		address: c.Address(),
	}

	text, err := os.ReadFile(t.path)
	if errors.Is(err, fs.ErrNotExist) {
		t.check, err = knownhosts.New()
	} else if err == nil {
		t.text = bytes.TrimPrefix(text, []byte("\ufeff"))
		t.check, err = readKnownHosts(t.path, t.address)
	}

	if err == nil {
		t.known, err = knownKeys(t.check, t.address)
	}
	return t, schema.NewFault(schema.Refused, err, "fix that file, or move it away")
}

// Keys returns how many host keys the server may show.
func (t *TrustFile) Keys() int { return len(t.known) }

// Types returns their types, once each.
func (t *TrustFile) Types() []string { return typesOf(t.known) }

// Standing returns what the file says about a key. For a changed key, others are
// the keys that the file has instead, each with its line and fingerprint.
func (t *TrustFile) Standing(key HostKey) (standing Standing, others []string) {
	err := t.check(t.address, &net.TCPAddr{}, key.key)
	if err == nil {
		return Known, nil
	}

	var revoked *knownhosts.RevokedError
	if errors.As(err, &revoked) {
		return Revoked, nil
	}

	standing = New
	for _, k := range t.others(key) {
		standing = Changed
		fingerprint := ssh.FingerprintSHA256(k.Key)
		says := fmt.Sprintf("line %d of %s has %s", k.Line, t.path, fingerprint)
		others = append(others, says)
	}
	return standing, others
}

// others returns the server's known keys of the same type.
func (t *TrustFile) others(key HostKey) (others []knownhosts.KnownKey) {
	for _, k := range t.known {
		sameType := k.Key.Type() == key.Type
		sameKey := bytes.Equal(k.Key.Marshal(), key.key.Marshal())
		if sameType && !sameKey {
			others = append(others, k)
		}
	}
	return others
}

// Trust returns the file's new text, with keys that are not known yet, each in
// place of the server's other keys of its type. All other lines stay.
func (t *TrustFile) Trust(keys []HostKey) []byte {
	replaced := map[int]bool{}
	for _, key := range keys {
		for _, k := range t.others(key) {
			replaced[k.Line] = true
		}
	}
	return t.with(keys, replaced)
}

// TrustToo returns the file's new text, with keys beside those that it has: the
// server may go on showing the others until it has these.
func (t *TrustFile) TrustToo(keys []HostKey) []byte {
	return t.with(keys, nil)
}

// with returns the text with the lines of keys, and without the lines left out.
func (t *TrustFile) with(keys []HostKey, out map[int]bool) []byte {
	var b bytes.Buffer
	n := 0
	for line := range bytes.Lines(t.text) {
		n++
		if out[n] {
			continue
		}
		b.Write(bytes.TrimSuffix(line, []byte("\n")))
		b.WriteByte('\n')
	}

	for _, key := range keys {
		b.WriteString(key.Line + "\n")
	}
	return b.Bytes()
}

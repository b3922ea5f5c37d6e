package sftp

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"os"
	"slices"
	"strings"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const trustHint = "run: publish trust"

// identity is what known_hosts says of a server: the check of its key, and the
// algorithms that bring forth a key that can pass it. Without the second a
// server that prefers another of its keys would look like an impostor
// (https://go.dev/issue/29286).
type identity struct {
	check      ssh.HostKeyCallback
	algorithms []string
}

// knownIdentity reads what the known_hosts file holds about the server. A file
// without a key of it is refused, before anything is sent anywhere.
// Certificate authorities are not supported: a line of one pins its own key.
func knownIdentity(file, address string) (*identity, error) {
	check, err := readKnownHosts(file)
	if err != nil {
		return nil, schema.NewFault(schema.Refused, err, trustHint)
	}
	known, err := knownKeys(check, address)
	if err != nil {
		return nil, schema.NewFault(schema.Refused, fmt.Errorf("read %s: %w", file, err), trustHint)
	}
	id := &identity{algorithms: algorithmsOf(known), check: explained(check, file)}
	if len(id.algorithms) == 0 {
		return nil, schema.NewFault(schema.Refused, fmt.Errorf("read %s: it holds no usable host key of %s",
			file, knownhosts.Normalize(address)), trustHint)
	}
	return id, nil
}

// knownKeys returns the keys that a server may show.
func knownKeys(check ssh.HostKeyCallback, address string) ([]knownhosts.KnownKey, error) {
	var unknown *knownhosts.KeyError
	if err := check(address, &net.TCPAddr{}, noKey{}); !errors.As(err, &unknown) {
		return nil, fmt.Errorf("look up %s: %w", address, err)
	}
	return unknown.Want, nil
}

// readKnownHosts reads the file as editors leave it: a byte order mark is
// passed over, which the parser would take for a part of the first name.
func readKnownHosts(file string) (ssh.HostKeyCallback, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read known hosts: %w", err)
	}
	if bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) {
		return nil, fmt.Errorf("read %s: line 1: the file is UTF-16; it must be UTF-8", file)
	}
	clean, marked := bytes.CutPrefix(text, []byte("\ufeff"))
	if !marked {
		return parseKnownHosts(file, file)
	}
	copied, err := os.CreateTemp("", "known_hosts")
	if err != nil {
		return nil, fmt.Errorf("copy known hosts without its byte order mark: %w", err)
	}
	defer os.Remove(copied.Name()) // it holds public keys only
	_, err = copied.Write(clean)
	if closeErr := copied.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return nil, fmt.Errorf("copy known hosts without its byte order mark: %w", err)
	}
	return parseKnownHosts(copied.Name(), file)
}

// parseKnownHosts parses a file that people know by name.
func parseKnownHosts(file, name string) (ssh.HostKeyCallback, error) {
	check, err := knownhosts.New(file)
	if err != nil {
		return nil, fmt.Errorf("read known hosts: %s", strings.ReplaceAll(strings.TrimPrefix(err.Error(), "knownhosts: "), file, name))
	}
	return check, nil
}

// explained says in words why a server's key is refused.
func explained(check ssh.HostKeyCallback, file string) ssh.HostKeyCallback {
	return func(address string, remote net.Addr, key ssh.PublicKey) error {
		err := check(address, remote, key)
		hint := "ask the server's operator for its fingerprint; if it is this one, " + trustHint
		var revoked *knownhosts.RevokedError
		switch {
		case err == nil:
			return nil
		case errors.As(err, &revoked):
			hint = "ask the server's operator: whoever has a revoked key can pretend to be this server"
			err = fmt.Errorf("the server shows host key %s, which line %d of %s revokes", ssh.FingerprintSHA256(key), revoked.Revoked.Line, file)
		default:
			err = fmt.Errorf("the host key has changed or another server answers: it shows %s, which %s does not hold", ssh.FingerprintSHA256(key), file)
		}
		return schema.NewFault(schema.Refused, err, hint)
	}
}

// algorithmsOf returns the algorithms by which a server shows these keys,
// never those that sign with SHA-1.
func algorithmsOf(keys []knownhosts.KnownKey) []string {
	return slices.DeleteFunc(ssh.SupportedAlgorithms().HostKeys, func(algorithm string) bool {
		return !slices.ContainsFunc(keys, func(k knownhosts.KnownKey) bool { return k.Key.Type() == keyType(algorithm) })
	})
}

// keyType returns the type of key that an algorithm signs with.
func keyType(algorithm string) string {
	if algorithm == ssh.KeyAlgoRSASHA256 || algorithm == ssh.KeyAlgoRSASHA512 {
		return ssh.KeyAlgoRSA
	}
	return algorithm
}

// noKey is a key that no server has: asked about it, known_hosts answers with
// those it wants.
type noKey struct{}

func (noKey) Type() string                        { return "none" }
func (noKey) Marshal() []byte                     { return nil }
func (noKey) Verify([]byte, *ssh.Signature) error { return errors.New("not a key") }

package sftp

import (
	"errors"
	"fmt"
	"net"
	"slices"

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
	check, err := readKnownHosts(file, address)
	if err != nil {
		return nil, schema.NewFault(schema.Refused, err, trustHint)
	}

	known, err := knownKeys(check, address)
	if err != nil {
		err = fmt.Errorf("read %s: %w", file, err)
		return nil, schema.NewFault(schema.Refused, err, trustHint)
	}

	id := &identity{
		algorithms: algorithmsOf(typesOf(known)),
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

// typesOf returns the types of keys, once each, as they come in the file. The first
// one is asked for first: of a key that was announced, a server may still have an
// older one.
func typesOf(keys []knownhosts.KnownKey) (types []string) {
	for _, k := range keys {
		if !slices.Contains(types, k.Key.Type()) {
			types = append(types, k.Key.Type())
		}
	}
	return types
}

// algorithmsOf returns the algorithms that sign with keys of these types, once each.
func algorithmsOf(types []string) (usable []string) {
	for _, t := range types {
		for _, algorithm := range algorithmsFor(t) {
			if !slices.Contains(usable, algorithm) {
				usable = append(usable, algorithm)
			}
		}
	}
	return usable
}

// algorithmsFor returns the algorithms that sign with a type of key, except those
// that sign with SHA-1.
func algorithmsFor(wanted string) (usable []string) {
	for _, algorithm := range ssh.SupportedAlgorithms().HostKeys {
		if keyType(algorithm) == wanted {
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

// noneInCommon is the fault of a server that offers old algorithms only.
func noneInCommon(none *ssh.AlgorithmNegotiationError) error {
	const most = 8 // algorithms that are named
	offers := none.RequestedAlgorithms
	what := fmt.Sprintf("no secure %s in common: the server offers %.40q",
		none.What, offers[:min(most, len(offers))])
	return refused(what, "ask the server's operator to offer a current one")
}

// noKey is a key that no server has. When known_hosts is asked about it, its
// error lists the keys that it wants instead.
type noKey struct{}

func (noKey) Type() string                        { return "none" }
func (noKey) Marshal() []byte                     { return nil }
func (noKey) Verify([]byte, *ssh.Signature) error { return errors.New("not a key") }

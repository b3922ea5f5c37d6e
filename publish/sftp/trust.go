package sftp

import (
	"context"
	"errors"
	"fmt"
	"net"
	"slices"
	"strings"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// HostKey is a key by which a server proves who it is.
type HostKey struct {
	Type        string // ssh-ed25519
	Fingerprint string // SHA256:…, to be compared with what the server's operator says
	Line        string // of known_hosts, without a line feed
	key         ssh.PublicKey
}

func newHostKey(address string, key ssh.PublicKey) HostKey {
	return HostKey{
		Type:        key.Type(),
		Fingerprint: ssh.FingerprintSHA256(key),
		Line:        knownhosts.Line([]string{address}, key),
		key:         key,
	}
}

// FirstHostKey asks a server for one of its host keys, and which others it has. It
// is one handshake: servers take several without a login for an attack. The types in
// preferred come first. No user and no password is sent.
//
// Nothing proves that the key is the server's: a person compares fingerprints
// before trusting it.
func FirstHostKey(ctx context.Context, c Config, preferred []string) (key HostKey, others []string, err error) {
	types := slices.Concat(preferred, []string{ssh.KeyAlgoED25519}, currentTypes())
	key, listed, err := showHostKey(ctx, c.Address(), types)

	for _, t := range currentTypes() {
		has := slices.ContainsFunc(algorithmsFor(t), func(a string) bool {
			return slices.Contains(listed, a)
		})
		if has && t != key.Type {
			others = append(others, t)
		}
	}
	return key, others, err
}

// NextHostKey asks a server for its key of a type that FirstHostKey named.
func NextHostKey(ctx context.Context, c Config, keyType string) (HostKey, error) {
	key, _, err := showHostKey(ctx, c.Address(), []string{keyType})
	return key, err
}

// currentTypes returns the types of keys that a server may have, once each.
func currentTypes() (types []string) {
	for _, algorithm := range ssh.SupportedAlgorithms().HostKeys {
		certificate := strings.Contains(algorithm, "-cert-")
		if t := keyType(algorithm); !certificate && !slices.Contains(types, t) {
			types = append(types, t)
		}
	}
	return types
}

// errShown ends a handshake as soon as the server has shown its key.
var errShown = errors.New("the key was shown")

// showHostKey returns the key that a server shows when it is asked for keys of
// these types, the first one first, and the algorithms that it lists for its keys.
func showHostKey(ctx context.Context, address string, types []string) (key HostKey, listed []string, err error) {
	fail := func(err error) (HostKey, []string, error) {
		return HostKey{}, nil, fmt.Errorf("ask %s for its host key: %w", address, err)
	}
	c, err := dialConn(ctx, address, handshakeLimit)
	if err != nil {
		return fail(err)
	}
	defer c.Close() // nothing was sent that could be lost
	stop := c.endWith(ctx)
	defer stop()
	limit := c.endAfter(handshakeLimit, "the handshake")
	defer limit.Stop()

	recorded := &recorder{Conn: c}
	_, _, _, err = ssh.NewClientConn(recorded, address, &ssh.ClientConfig{
		Config:            transport(),
		HostKeyAlgorithms: algorithmsOf(types),
		HostKeyCallback: func(_ string, _ net.Addr, k ssh.PublicKey) error {
			key = newHostKey(address, k)
			return errShown
		},
	})
	if !errors.Is(err, errShown) {
		return fail(c.notShown(err))
	}
	return key, recorded.hostKeyAlgorithms(), nil
}

// notShown says why a server showed no key.
func (c *conn) notShown(err error) error {
	var none *ssh.AlgorithmNegotiationError
	switch {
	case c.cause() != nil || !errors.As(err, &none):
		return c.lost(err)
	case none.What == "host key":
		err := errors.New("it has no key of a current type")
		return schema.NewFault(schema.Refused, err, "ask the server's operator for a current one")
	}
	return noneInCommon(none)
}

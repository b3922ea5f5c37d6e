package sftp

import (
	"context"
	"errors"
	"fmt"
	"net"
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

// errShown ends a handshake as soon as the server has shown its key.
var errShown = errors.New("the key was shown")

// HostKeys asks a server for all of its host keys, with one handshake for each
// type of key; no user and no password is sent. Nothing proves that the keys are
// the server's: a person compares fingerprints before trusting them.
func HostKeys(ctx context.Context, host string, port int) ([]HostKey, error) {
	at := address(host, port)
	var keys []HostKey
	seen := map[string]bool{}
	for _, algorithm := range ssh.SupportedAlgorithms().HostKeys {
		certificate := strings.Contains(algorithm, "-cert-")
		if certificate || seen[keyType(algorithm)] {
			continue
		}

		key, err := showHostKey(ctx, at, algorithm)
		if err != nil {
			return nil, fmt.Errorf("ask %s for its host keys: %w", at, err)
		}
		if key == nil {
			continue
		}
		seen[key.Type()] = true
		keys = append(keys, HostKey{
			Type:        key.Type(),
			Fingerprint: ssh.FingerprintSHA256(key),
			Line:        knownhosts.Line([]string{at}, key),
			key:         key,
		})
	}

	if len(keys) == 0 {
		err := fmt.Errorf("ask %s for its host keys: it has no key of a current type", at)
		return nil, schema.NewFault(schema.Refused, err,
			"ask the server's operator for a current one")
	}
	return keys, nil
}

// showHostKey returns the key that a server shows under one algorithm, or nil
// when it has none.
func showHostKey(ctx context.Context, address, algorithm string) (key ssh.PublicKey, err error) {
	c, err := dialConn(ctx, address, handshakeLimit)
	if err != nil {
		return nil, err
	}
	defer c.Close() // nothing was sent that could be lost
	stop := c.endWith(ctx)
	defer stop()
	limit := c.endAfter(handshakeLimit, "the handshake")
	defer limit.Stop()

	note := func(_ string, _ net.Addr, k ssh.PublicKey) error {
		key = k
		return errShown
	}
	config := &ssh.ClientConfig{
		Config:            transport(),
		HostKeyAlgorithms: []string{algorithm},
		HostKeyCallback:   note,
	}
	_, _, _, err = ssh.NewClientConn(c, address, config)

	var none *ssh.AlgorithmNegotiationError
	hasNone := errors.As(err, &none) && none.What == "host key"
	if hasNone || errors.Is(err, errShown) {
		return key, nil
	}

	return nil, c.lost(err)
}

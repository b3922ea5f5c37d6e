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

// HostKeys asks a server for all of its host keys, by one handshake for each
// type of key; no user and no password is sent. Nothing vouches for the keys:
// a person compares fingerprints before trusting them.
func HostKeys(ctx context.Context, host string, port int) ([]HostKey, error) {
	var keys []HostKey
	seen := map[string]bool{}
	for _, algorithm := range ssh.SupportedAlgorithms().HostKeys {
		if strings.Contains(algorithm, "-cert-") || seen[keyType(algorithm)] {
			continue
		}
		key, err := showHostKey(ctx, address(host, port), algorithm)
		if err != nil {
			return nil, fmt.Errorf("ask %s for its host keys: %w", address(host, port), err)
		}
		if key != nil {
			seen[key.Type()] = true
			keys = append(keys, HostKey{Type: key.Type(), Fingerprint: ssh.FingerprintSHA256(key),
				Line: knownhosts.Line([]string{address(host, port)}, key), key: key})
		}
	}
	if len(keys) == 0 {
		return nil, schema.NewFault(schema.Refused, fmt.Errorf("ask %s for its host keys: it has none of a current type", address(host, port)),
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
	defer c.endWith(ctx)()
	defer c.endAfter(handshakeLimit, "the handshake").Stop()
	config := &ssh.ClientConfig{Config: transport(), HostKeyAlgorithms: []string{algorithm},
		HostKeyCallback: func(_ string, _ net.Addr, k ssh.PublicKey) error { key = k; return errShown }}
	_, _, _, err = ssh.NewClientConn(c, address, config)
	var none *ssh.AlgorithmNegotiationError
	if errors.Is(err, errShown) || errors.As(err, &none) && none.What == "host key" {
		return key, nil
	}
	return nil, c.lost(err)
}

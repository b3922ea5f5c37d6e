// Package sftp delivers files to a server in such a way that whoever polls its
// folder sees each file whole or not at all, and that every success is proved.
// It is the only package that knows pkg/sftp and x/crypto/ssh.
//
// A session goes
//
//	Dial ─► Stage each file ─► Rename each file ─► Arrived
//
// with Read before it, and Unstage for what broke off. The server's host key is
// checked before any credential is sent, and nothing turns that off (FirstHostKey is
// for the one command that asks a person). Every wait has a limit. The package
// changes no modes or times and makes no folders, because servers like AWS Transfer
// refuse that.
package sftp

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"time"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Session is a connection to a server that has proved who it is. Call its
// methods one at a time. A context that ends during a call also ends the
// session, and the error is the context's; a silent or lost server is a
// schema.Unreachable fault and ends the session too.
type Session struct {
	config  Config
	conn    *conn
	ssh     *ssh.Client
	client  *sftp.Client
	hostKey string
	stop    func() // ends the life of the session
}

// Dial connects to the server and opens an SFTP session. The context bounds
// the dialing, not the session.
//
// Three things are schema.Refused faults and never tried again: a known_hosts
// file without the server, which is found before the network is used; a host key
// that is not in the file, which is found before the user or the password is
// sent; and a refused password.
func Dial(ctx context.Context, c Config) (*Session, error) {
	c = c.withDefaults()
	address := address(c.Host, c.Port)
	id, err := knownIdentity(c.KnownHosts, address)
	if err != nil {
		return nil, err
	}

	tcp, err := dialConn(ctx, address, c.Idle)
	if err != nil {
		return nil, fmt.Errorf("connect to %s: %w", address, err)
	}

	s := &Session{config: c, conn: tcp}
	if err := s.open(ctx, address, id); err != nil {
		_ = tcp.Close() // the error that counts is known
		return nil, fmt.Errorf("connect to %s: %w", address, err)
	}

	s.live(context.WithoutCancel(ctx))
	return s, nil
}

// live begins the life of the session, which Close or the longest time allowed
// ends.
func (s *Session) live(ctx context.Context) {
	life, stop := context.WithCancel(ctx)
	limit := s.conn.endAfter(s.config.Timeout, "the session")
	s.stop = func() {
		stop()
		limit.Stop()
	}
	go s.keepAlive(life)
}

// open shakes hands, authenticates and starts SFTP.
func (s *Session) open(ctx context.Context, address string, id *identity) error {
	stop := s.conn.endWith(ctx)
	defer stop()
	longest := min(handshakeLimit, s.config.Timeout)
	limit := s.conn.endAfter(longest, "opening the session")
	defer limit.Stop()

	secret := &secret{password: s.config.Password}
	checkKey := func(address string, remote net.Addr, key ssh.PublicKey) error {
		s.hostKey = ssh.FingerprintSHA256(key)
		return id.check(address, remote, key)
	}
	config := &ssh.ClientConfig{
		Config:            transport(),
		User:              s.config.User,
		AuthCallback:      secret.choose,
		HostKeyAlgorithms: id.algorithms,
		HostKeyCallback:   checkKey,
	}

	c, channels, requests, err := ssh.NewClientConn(s.conn, address, config)
	if err != nil {
		return s.handshakeError(err, secret.offered)
	}
	s.ssh = ssh.NewClient(c, channels, requests)

	// Reads one after another: concurrent ones lose data when a server answers
	// with less than was asked for (https://github.com/pkg/sftp/issues/658).
	s.client, err = sftp.NewClient(s.ssh, sftp.UseConcurrentReads(false))
	if err != nil {
		return fmt.Errorf("start sftp: %w", s.conn.lost(err))
	}

	return nil
}

// handshakeError tells a refusal from a lost connection. A server that ends the
// connection after a password counts as having refused it: trying again could
// lock the account.
func (s *Session) handshakeError(err error, offered bool) error {
	var fault *schema.Fault
	var none *ssh.AlgorithmNegotiationError

	switch {
	case s.conn.cause() != nil:
		return s.conn.lost(err)
	case errors.As(err, &fault):
		return fault
	case errors.As(err, &none) && none.What == "host key":
		return refused("the server offers no host key of a type that known_hosts has for it", trustHint)
	case errors.As(err, &none):
		return noneInCommon(none)
	case offered && strings.Contains(err.Error(), "ssh: disconnect"):
		return notAccepted()
	default:
		return s.conn.lost(err)
	}
}

// keepAlive asks for a sign of life four times in the longest silence allowed,
// so that a network device that drops idle connections does not drop this one.
// Any answer will do (RFC 4254, 4), even that the request is unknown.
func (s *Session) keepAlive(life context.Context) {
	tick := time.NewTicker(s.config.Idle / 4)
	defer tick.Stop()

	for {
		select {
		case <-life.Done():
			return
		case <-tick.C:
			_, _, err := s.ssh.SendRequest("keepalive@openssh.com", true, nil)
			if err != nil {
				return // the connection has ended, as its next use will show
			}
		}
	}
}

// HostKey returns the fingerprint of the server's key, "SHA256:…".
func (s *Session) HostKey() string { return s.hostKey }

// Close ends the session. It does not wait for the server.
func (s *Session) Close() error {
	s.stop()
	err := s.conn.Close() // first: the others would wait for answers
	_ = s.client.Close()
	_ = s.ssh.Close()
	if errors.Is(err, net.ErrClosed) { // the session ended before
		return nil
	}

	return err
}

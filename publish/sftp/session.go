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
	"time"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"
)

// Session is a connection to a server that has proved who it is. Call its
// methods one at a time. A context that ends during a call also ends the
// session, and the error is the context's; a silent or lost server is a
// schema.Unreachable fault and ends the session too.
type Session struct {
	config  Config
	dialer  *Dialer
	conn    *conn
	login   *login
	ssh     *ssh.Client
	client  *sftp.Client
	hostKey string
	stop    func() // ends the life of the session

	unreadable bool // a file with a final name stayed busy: the others are asked for once
}

// live begins the life of the session, which Close or the longest time allowed
// ends.
func (s *Session) live(ctx context.Context) {
	life, stop := context.WithCancel(ctx)
	tooLong := fmt.Errorf("the session took longer than %s, which is sftp.timeout", s.config.Timeout)
	limit := s.conn.endFor(s.config.Timeout, unreachable(tooLong, "raise sftp.timeout, then run it again"))
	s.stop = func() {
		stop()
		limit.Stop()
	}
	go s.keepAlive(life)
}

// openingTooLong names the limit that a session opened too slowly for.
func (s *Session) openingTooLong() error {
	if s.config.Timeout < handshakeLimit {
		return fmt.Errorf("opening the session took longer than %s, which is sftp.timeout", s.config.Timeout)
	}
	return fmt.Errorf("opening the session took longer than %s", handshakeLimit)
}

// open shakes hands, authenticates and starts SFTP.
func (s *Session) open(ctx context.Context, address string, id *identity) error {
	stop := s.conn.endWith(ctx)
	defer stop()
	limit := s.conn.endFor(min(handshakeLimit, s.config.Timeout), s.openingTooLong())
	defer limit.Stop()

	checkKey := func(address string, remote net.Addr, key ssh.PublicKey) error {
		s.hostKey = ssh.FingerprintSHA256(key)
		return id.check(address, remote, key)
	}
	config := &ssh.ClientConfig{
		Config:            transport(),
		User:              s.config.User,
		AuthCallback:      s.login.choose,
		HostKeyAlgorithms: id.algorithms,
		HostKeyCallback:   checkKey,
	}

	c, channels, requests, err := ssh.NewClientConn(s.conn, address, config)
	if err != nil {
		return s.conn.loginFault(s.login, err)
	}
	s.ssh = ssh.NewClient(c, channels, requests)
	s.conn.awaitEnd(s.ssh.Wait)

	return s.start()
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

// Methods returns the login methods that the server offers, and what it was offered:
// "key", "password". It offers none when it needs no login.
func (s *Session) Methods() (offers, used []string) {
	return s.login.offers, s.login.offered
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

// Algorithms names what the two sides have agreed on to protect the connection.
func (s *Session) Algorithms() string {
	agreed, ok := s.ssh.Conn.(ssh.AlgorithmsConnMetadata)
	if !ok {
		return "unknown"
	}

	a := agreed.Algorithms()
	text := fmt.Sprintf("key exchange %s, host key %s, cipher %s",
		a.KeyExchange, a.HostKey, a.Write.Cipher)
	if a.Write.MAC != "" { // some ciphers do not need one
		text += ", MAC " + a.Write.MAC
	}
	return text
}

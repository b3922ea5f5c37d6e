package sftp

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Dialer dials a server for a whole run, and remembers what it must not do again:
// a secret that the server did not accept is not offered again, because servers
// lock accounts; and a server that ends every connection is left alone, because
// servers ban addresses. It is for one goroutine at a time.
type Dialer struct {
	Config Config
	Log    *slog.Logger // for connections that are dialed again; nil is none

	refused error // what the server said to a secret
	drops   int   // connections in a row that it ended before a secret was offered
	dropped error // the last of them
}

// pauses before a server is dialed again that ended a connection before a secret
// was offered. With the first that is five connections; after about six without a
// login servers ban an address.
var pauses = []time.Duration{
	2 * time.Second,
	10 * time.Second,
	30 * time.Second,
	90 * time.Second,
}

// Dial connects to the server and opens an SFTP session, as a Dialer that is used
// once.
func Dial(ctx context.Context, c Config) (*Session, error) {
	return (&Dialer{Config: c}).Dial(ctx)
}

// Dial connects to the server and opens an SFTP session. The context bounds
// the dialing, not the session. A connection that the server ends before a secret
// was offered is dialed again, after growing pauses, while the context lasts.
//
// Of these nothing is tried again: a private key that cannot be used, which is a
// schema.Config fault, and a known_hosts file without the server, both found before
// the network is used; a host key that is not in the file, which is found before
// the user or a secret is sent; and a secret that was not accepted. The last three
// are schema.Refused faults.
func (d *Dialer) Dial(ctx context.Context) (*Session, error) {
	if d.refused != nil {
		return nil, d.refused
	}

	c := d.Config.withDefaults()
	address := address(c.Host, c.Port)
	id, err := knownIdentity(c.KnownHosts, address)
	if err != nil {
		return nil, err
	}
	signer, err := parseKey(reveal(c.Key), reveal(c.Passphrase), time.Now())
	if err != nil {
		return nil, err
	}

	for d.drops <= len(c.Pauses) {
		s, err := d.dial(ctx, c, address, id, signer)
		if err == nil {
			return s, nil
		}

		err = fmt.Errorf("connect to %s: %w", address, err)
		if !d.mayDialAgain(ctx, err, c.Pauses) {
			return nil, err
		}
		if ctx.Err() != nil {
			return nil, fmt.Errorf("connect to %s: %w", address, ctx.Err())
		}
	}
	return nil, d.dropped
}

// reveal returns a secret, "" when there is none.
func reveal(secret func() string) string {
	if secret == nil {
		return ""
	}
	return secret()
}

// dial connects once.
func (d *Dialer) dial(
	ctx context.Context,
	c Config,
	address string,
	id *identity,
	signer ssh.Signer,
) (*Session, error) {
	tcp, err := dialConn(ctx, address, c.Idle)
	if err != nil {
		return nil, err
	}

	tcp.secret = reveal(c.Password)
	l := &login{
		signer:   signer,
		password: tcp.secret,
		conn:     tcp,
	}
	s := &Session{
		config: c,
		dialer: d,
		conn:   tcp,
		login:  l,
	}
	err = s.open(ctx, address, id)
	if err == nil {
		d.drops = 0
		s.live(context.WithoutCancel(ctx))
		return s, nil
	}

	_ = tcp.Close() // the error that counts is known
	if len(l.offered) > 0 && schema.KindOf(err) == schema.Refused {
		d.refused = fmt.Errorf("connect to %s: %w", address, err)
	}
	return nil, err
}

// mayDialAgain waits before the server is dialed again, or until ctx ends. It returns
// false when dialing is of no use: err is not a connection that the server has
// dropped, there were enough of them, or the pause would pass the end of ctx.
func (d *Dialer) mayDialAgain(ctx context.Context, err error, pauses []time.Duration) bool {
	if !errors.As(err, new(dropped)) {
		return false
	}

	d.drops++
	d.dropped = err
	if d.drops > len(pauses) {
		return false
	}
	pause := pauses[d.drops-1]
	deadline, limited := ctx.Deadline()
	if limited && time.Until(deadline) < pause {
		return false
	}

	if d.Log != nil {
		d.Log.Warn("the server ended the connection: it is dialed again",
			"step", "connect",
			"pause", pause,
			"error", err)
	}
	select {
	case <-ctx.Done():
	case <-time.After(pause):
	}
	return true
}

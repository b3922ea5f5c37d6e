package sftp

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"sync/atomic"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const (
	dialLimit      = 15 * time.Second // to open a TCP connection
	handshakeLimit = 30 * time.Second // from there to an SFTP session
	endingLimit    = 2 * time.Second  // for the last words of a connection that ended
)

// conn is a TCP connection that ends when the server is silent for too long,
// and remembers why this side ended it. Closing it unblocks every call above
// it: neither pkg/sftp nor x/crypto/ssh watches a context.
type conn struct {
	net.Conn
	idle   time.Duration // the longest silence
	secret string        // the password, which is not shown when the server says it
	why    atomic.Pointer[error]
	broken atomic.Bool // it can be read or written no more

	in      io.Reader   // nil until the server has said its version
	greeted atomic.Bool // it has
	first   string      // the first line that it said

	over   chan struct{} // closed at the end of an established connection; nil before
	ending error         // why it ended, after that

	allowance atomic.Pointer[allowance] // nil is any amount
}

// dialConn opens a connection to a server, which may then be silent for as long
// as idle.
func dialConn(ctx context.Context, address string, idle time.Duration) (*conn, error) {
	dialer := net.Dialer{Timeout: dialLimit}
	c, err := dialer.DialContext(ctx, "tcp", address)
	switch {
	case err == nil:
		return &conn{Conn: c, idle: idle}, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	default:
		return nil, unreachable(err, addressHint)
	}
}

// Read waits no longer than the idle time for the server to say something.
func (c *conn) Read(b []byte) (int, error) {
	if c.in == nil {
		if err := c.greet(); err != nil {
			return 0, err
		}
	}
	return c.in.Read(b)
}

// timed reads from the connection itself.
type timed struct{ *conn }

func (c timed) Read(b []byte) (int, error) {
	deadline := time.Now().Add(c.idle)
	if err := c.SetReadDeadline(deadline); err != nil {
		return 0, c.noted(err)
	}

	n, err := c.Conn.Read(b)
	c.received(n)
	return n, c.noted(err)
}

// Write waits no longer than the idle time for the server to take something.
func (c *conn) Write(b []byte) (int, error) {
	deadline := time.Now().Add(c.idle)
	if err := c.SetWriteDeadline(deadline); err != nil {
		return 0, c.noted(err)
	}

	n, err := c.Conn.Write(b)
	return n, c.noted(err)
}

func (c *conn) noted(err error) error {
	if err != nil {
		c.broken.Store(true)
	}
	if errors.Is(err, os.ErrDeadlineExceeded) {
		c.end(fmt.Errorf("the server sent nothing for %s", c.idle))
	}
	return err
}

// end closes the connection. The first cause given is the one that counts.
func (c *conn) end(cause error) {
	c.why.CompareAndSwap(nil, &cause)
	_ = c.Conn.Close() // there is nothing more to do about it
}

// endWith closes the connection when ctx ends, unless stop is called before.
func (c *conn) endWith(ctx context.Context) (stop func() bool) {
	return context.AfterFunc(ctx, func() {
		c.end(ctx.Err())
	})
}

// endAfter closes the connection after d, unless the timer is stopped before.
func (c *conn) endAfter(d time.Duration, what string) *time.Timer {
	return c.endFor(d, fmt.Errorf("%s took longer than %s", what, d))
}

// endFor closes the connection after d for that cause.
func (c *conn) endFor(d time.Duration, cause error) *time.Timer {
	return time.AfterFunc(d, func() {
		c.end(cause)
	})
}

// cause returns why this side ended the connection, or nil when it did not.
func (c *conn) cause() error {
	why := c.why.Load()
	if why == nil {
		return nil
	}
	return *why
}

// awaitEnd notes why an established connection ends; wait returns then.
func (c *conn) awaitEnd(wait func() error) {
	c.over = make(chan struct{})
	go func() {
		c.ending = wait()
		close(c.over)
	}()
}

// lost returns the error for a request that the server did not answer: the
// context's error when that ended, else an Unreachable fault.
func (c *conn) lost(err error) error {
	cause := c.cause()
	established := c.over != nil
	switch {
	case cause != nil:
		err = cause
	case established:
		err = c.lastWords(err)
	}

	interrupted := errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
	if interrupted {
		return err
	}
	if other := c.notSSH(); other != nil {
		return other
	}
	hint := addressHint
	switch {
	case c.greeted.Load():
		hint = "run it again; if that fails too, ask the server's operator"
	case ended(err):
		hint = busyHint
	}
	if ended(err) {
		err = errors.New("the server ended the connection" + c.said(err))
	}
	return unreachable(err, hint)
}

// lastWords returns why an established connection ended, which can say more than
// the error of what was being done: a disconnect has a text. The connection may be
// there still, when only the SFTP session has ended.
func (c *conn) lastWords(err error) error {
	select {
	case <-c.over:
		if c.ending != nil {
			return c.ending
		}
	case <-time.After(endingLimit):
	}
	return err
}

const (
	addressHint = "check SCHOOLINKS_SFTP_ADDRESS, and that firewalls let this machine connect to it; " +
		"then run it again"
	busyHint = "run it again later: the server may be busy, or block this machine's address; " +
		"if it goes on, check SCHOOLINKS_SFTP_ADDRESS and ask the server's operator"
)

func unreachable(err error, hint string) error {
	return schema.NewFault(schema.Unreachable, err, hint)
}

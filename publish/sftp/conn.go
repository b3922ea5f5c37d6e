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
)

// conn is a TCP connection that ends when the server is silent for too long,
// and remembers why this side ended it. Closing it unblocks every call above
// it: neither pkg/sftp nor x/crypto/ssh watches a context.
type conn struct {
	net.Conn
	idle time.Duration // the longest silence
	why  atomic.Pointer[error]

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
		return nil, unreachable(err)
	}
}

// Read waits no longer than the idle time for the server to say something.
func (c *conn) Read(b []byte) (int, error) {
	deadline := time.Now().Add(c.idle)
	if err := c.SetReadDeadline(deadline); err != nil {
		return 0, err
	}

	n, err := c.Conn.Read(b)
	c.received(n)
	return n, c.noted(err)
}

// Write waits no longer than the idle time for the server to take something.
func (c *conn) Write(b []byte) (int, error) {
	deadline := time.Now().Add(c.idle)
	if err := c.SetWriteDeadline(deadline); err != nil {
		return 0, err
	}

	n, err := c.Conn.Write(b)
	return n, c.noted(err)
}

func (c *conn) noted(err error) error {
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
	return time.AfterFunc(d, func() {
		c.end(fmt.Errorf("%s took longer than %s", what, d))
	})
}

// lost returns the error for a request that the server did not answer: the
// context's error when that ended, else an Unreachable fault.
func (c *conn) lost(err error) error {
	if cause := c.cause(); cause != nil {
		err = cause
	}
	if errors.Is(err, io.EOF) {
		err = errors.New("the server ended the connection")
	}
	interrupted := errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
	if interrupted {
		return err
	}
	return unreachable(err)
}

func unreachable(err error) error {
	return schema.NewFault(schema.Unreachable, err,
		"check SCHOOLINKS_SFTP_ADDRESS, and that firewalls let this machine connect to it; then run it again")
}

// cause returns why this side ended the connection, or nil when it did not.
func (c *conn) cause() error {
	why := c.why.Load()
	if why == nil {
		return nil
	}
	return *why
}

package sftp

import (
	"errors"

	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// dropped marks the error for a connection that the server ended before a secret
// was offered, as a busy server does: it may be dialed again.
type dropped struct{ error }

func (e dropped) Unwrap() error { return e.error }

// handshakeFault says why a handshake did not succeed, before a secret was offered.
func (c *conn) handshakeFault(err error) error {
	var fault *schema.Fault
	var none *ssh.AlgorithmNegotiationError

	switch {
	case c.cause() != nil:
		return c.lost(err)
	case errors.As(err, &fault):
		return fault
	case errors.As(err, &none):
		return noneInCommon(none)
	case ended(err) && c.notSSH() == nil:
		return dropped{c.lost(err)}
	default:
		return c.lost(err)
	}
}

// loginFault says why a login did not succeed. A server that ends the connection
// after it had a secret counts as having refused it: trying again could lock the
// account.
func (c *conn) loginFault(l *login, err error) error {
	var fault *schema.Fault
	var none *ssh.AlgorithmNegotiationError

	switch {
	case c.cause() != nil, errors.As(err, &fault):
		return c.handshakeFault(err)
	case errors.As(err, &none) && none.What == "host key":
		return refused("the server offers no host key of a type that known_hosts has for it", trustHint)
	case ended(err) && len(l.offered) > 0:
		return l.endedAfter(c.said(err))
	case ended(err), !l.began:
		return c.handshakeFault(err)
	}
	return l.refusal(err)
}

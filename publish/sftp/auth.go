package sftp

import (
	"errors"
	"slices"

	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// transport returns the algorithms to agree on: all that are sound. The
// defaults of x/crypto/ssh leave some of those out and let SHA-1 in.
func transport() ssh.Config {
	sound := ssh.SupportedAlgorithms()
	return ssh.Config{KeyExchanges: sound.KeyExchanges, Ciphers: sound.Ciphers, MACs: sound.MACs}
}

// secret offers the password exactly once, by whichever of the two methods the
// server takes: vendors lock accounts out for guessing.
type secret struct {
	password func() string
	offered  bool
}

// choose picks the method, after the server has said which ones it takes. It is
// asked again when that was not enough.
func (s *secret) choose(state *ssh.ClientAuthContext) (ssh.AuthMethod, error) {
	takes := func(method string) bool { return slices.Contains(state.AllowedMethods, method) }
	switch {
	case len(state.PartialSuccessMethods) > 0:
		return nil, refused("the server wants more than a password", "ask its operator for an account that a password opens")
	case s.offered:
		return nil, notAccepted()
	case takes("password"):
		return ssh.PasswordCallback(func() (string, error) { return s.once(), nil }), nil
	case takes("keyboard-interactive"):
		return ssh.KeyboardInteractive(s.answer), nil
	default:
		return nil, refused("the server takes no password", "ask its operator for an account that a password opens")
	}
}

// answer answers one question whose answer is not echoed. A round without
// questions is a message, which needs none.
func (s *secret) answer(_, _ string, questions []string, echoed []bool) ([]string, error) {
	if len(questions) == 0 {
		return nil, nil
	}
	if s.offered || len(questions) > 1 || echoed[0] {
		s.offered = true
		return nil, errors.New("a question that is not for the password")
	}
	return []string{s.once()}, nil
}

func (s *secret) once() string {
	s.offered = true
	return s.password()
}

func notAccepted() error {
	return refused("the server does not accept the user and the password",
		"check SCHOOLINKS_SFTP_USERNAME and SCHOOLINKS_SFTP_PASSWORD before trying again: servers lock accounts out")
}

func refused(what, hint string) error {
	return schema.NewFault(schema.Refused, errors.New(what), hint)
}

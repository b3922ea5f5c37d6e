package sftp

import (
	"errors"
	"slices"

	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// transport returns the algorithms that this side offers: all of the secure
// ones. The defaults of x/crypto/ssh leave some of those out and allow SHA-1.
func transport() ssh.Config {
	sound := ssh.SupportedAlgorithms()
	return ssh.Config{
		KeyExchanges: sound.KeyExchanges,
		Ciphers:      sound.Ciphers,
		MACs:         sound.MACs,
	}
}

// secret offers the password exactly once, by the one of the two methods that
// the server accepts: vendors lock accounts after a few wrong passwords.
type secret struct {
	password func() string
	offered  bool
}

const wantAccount = "ask its operator for an account that needs a password and nothing else"

// choose picks the method, after the server has said which ones it accepts. It
// is called again when that was not enough.
func (s *secret) choose(state *ssh.ClientAuthContext) (ssh.AuthMethod, error) {
	takes := func(method string) bool {
		return slices.Contains(state.AllowedMethods, method)
	}

	switch {
	case len(state.PartialSuccessMethods) > 0:
		return nil, refused("the server wants more than a password", wantAccount)
	case s.offered:
		return nil, notAccepted()
	case takes("password"):
		return ssh.PasswordCallback(func() (string, error) {
			return s.once(), nil
		}), nil
	case takes("keyboard-interactive"):
		return ssh.KeyboardInteractive(s.answer), nil
	default:
		return nil, refused("the server does not accept passwords", wantAccount)
	}
}

// answer answers a single question whose answer is not echoed. A round without
// questions is a message and needs no answer.
func (s *secret) answer(_, _ string, questions []string, echoed []bool) ([]string, error) {
	if len(questions) == 0 {
		return nil, nil
	}

	forPassword := len(questions) == 1 && !echoed[0]
	if s.offered || !forPassword {
		s.offered = true
		return nil, errors.New("the server asks for something other than the password")
	}

	return []string{s.once()}, nil
}

func (s *secret) once() string {
	s.offered = true
	return s.password()
}

func notAccepted() error {
	return refused("the server does not accept the user and the password",
		"check SCHOOLINKS_SFTP_USERNAME and SCHOOLINKS_SFTP_PASSWORD before you try again: servers lock accounts")
}

func refused(what, hint string) error {
	return schema.NewFault(schema.Refused, errors.New(what), hint)
}

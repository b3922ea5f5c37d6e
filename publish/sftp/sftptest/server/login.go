package server

import (
	"bytes"
	"crypto/subtle"
	"errors"
	"strings"

	"golang.org/x/crypto/ssh"
)

func (s *Server) handshake() *ssh.ServerConfig {
	c := &ssh.ServerConfig{PasswordCallback: func(user ssh.ConnMetadata, password []byte) (*ssh.Permissions, error) {
		s.mu.Lock()
		s.seen.Passwords++
		s.mu.Unlock()
		return nil, s.Login(user.User(), string(password))
	}}
	for _, key := range s.options.HostKeys {
		c.AddHostKey(key)
	}
	for _, change := range []func(*ssh.ServerConfig){s.options.SSH, s.fault().SSH} {
		if change != nil {
			change(c)
		}
	}

	if ask := c.PublicKeyCallback; ask != nil {
		c.PublicKeyCallback = func(user ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
			s.mu.Lock()
			s.seen.Keys++
			s.mu.Unlock()
			return ask(user, key)
		}
	}
	return c
}

// Login returns nil when user and password are those of the options.
func (s *Server) Login(user, password string) error {
	return s.around("login", user, func() error {
		same := subtle.ConstantTimeCompare([]byte(password), []byte(s.options.Password)) == 1
		if user != s.options.User || !same {
			return errors.New("user or password is wrong")
		}
		return nil
	})
}

// The following are for Faults.SSH and Options.SSH.

// KeyboardInteractive takes the password in answer to a question only.
func KeyboardInteractive(c *ssh.ServerConfig) { ask(c, false, "Password: ") }

// Echoed asks for the password in a way that would show it.
func Echoed(c *ssh.ServerConfig) { ask(c, true, "Password: ") }

// Expired asks for a new password after the right one.
func Expired(c *ssh.ServerConfig) {
	ask(c, false, "Password: ", "New password: ", "Retype new password: ")
}

// Code asks for a second factor after the password.
func Code(c *ssh.ServerConfig) { ask(c, false, "Password: ", "Verification code: ") }

// Notice has something to say after the password, and asks nothing more.
func Notice(c *ssh.ServerConfig) {
	KeyboardInteractive(c)
	first := c.KeyboardInteractiveCallback
	c.KeyboardInteractiveCallback = func(
		user ssh.ConnMetadata, challenge ssh.KeyboardInteractiveChallenge,
	) (*ssh.Permissions, error) {
		p, err := first(user, challenge)
		if err == nil {
			_, err = challenge("", "The password expires in three days.", nil, nil)
		}
		return p, err
	}
}

// Banner sends a long text before the login.
func Banner(c *ssh.ServerConfig) {
	c.BannerCallback = func(ssh.ConnMetadata) string { return strings.Repeat("Authorized use only.\r\n", 500) }
}

// ask asks one question after another, of which the first one is for the password.
func ask(c *ssh.ServerConfig, echo bool, questions ...string) {
	check := c.PasswordCallback
	c.PasswordCallback = nil
	c.KeyboardInteractiveCallback = func(
		user ssh.ConnMetadata, challenge ssh.KeyboardInteractiveChallenge,
	) (*ssh.Permissions, error) {
		for i, question := range questions {
			answers, err := challenge("", "", []string{question}, []bool{echo})
			if err != nil {
				return nil, err
			}
			if i > 0 {
				continue
			}
			if p, err := check(user, []byte(answers[0])); err != nil || len(questions) == 1 {
				return p, err
			}
		}
		return nil, errors.New("it was not changed")
	}
}

// Key takes a key and no password.
func Key(key ssh.PublicKey) func(*ssh.ServerConfig) {
	return func(c *ssh.ServerConfig) {
		c.PasswordCallback = nil
		c.PublicKeyCallback = only(key, nil)
	}
}

// KeyThenPassword takes a password only after a key.
func KeyThenPassword(key ssh.PublicKey) func(*ssh.ServerConfig) {
	return func(c *ssh.ServerConfig) {
		then := &ssh.PartialSuccessError{Next: ssh.ServerAuthCallbacks{PasswordCallback: c.PasswordCallback}}
		c.PasswordCallback = nil
		c.PublicKeyCallback = only(key, then)
	}
}

// only takes one key, with that answer.
func only(key ssh.PublicKey, answer error) func(ssh.ConnMetadata, ssh.PublicKey) (*ssh.Permissions, error) {
	return func(_ ssh.ConnMetadata, shown ssh.PublicKey) (*ssh.Permissions, error) {
		if !bytes.Equal(key.Marshal(), shown.Marshal()) {
			return nil, errors.New("another key")
		}
		return nil, answer
	}
}

// OldKeyExchange offers a key exchange with SHA-1, and no other.
func OldKeyExchange(c *ssh.ServerConfig) {
	c.KeyExchanges = []string{ssh.InsecureKeyExchangeDH14SHA1}
}

// OldCipher offers a cipher in CBC mode, and no other.
func OldCipher(c *ssh.ServerConfig) {
	c.Ciphers = []string{ssh.InsecureCipherAES128CBC}
}

// LongVersion has a version line of more than the 255 bytes that are allowed.
func LongVersion(c *ssh.ServerConfig) {
	c.ServerVersion = "SSH-2.0-Go_" + string(bytes.Repeat([]byte("x"), 290))
}

// OneTry ends the connection, with a text, when the first secret is wrong.
func OneTry(c *ssh.ServerConfig) { c.MaxAuthTries = 1 }

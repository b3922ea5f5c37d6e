package sftp_test

import (
	"errors"
	"sync/atomic"
	"testing"

	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
)

func TestWrongPasswordIsTriedOnce(t *testing.T) {
	const accepts = "does not accept the user and the password"
	for says, hangsUp := range map[string]bool{
		accepts: false,
		"ended the connection after it had the password": true,
	} {
		var logins, connects atomic.Int64
		config, _ := sftptest.Serve(t, server.Options{Before: func(op, _ string) error {
			switch op {
			case "connect":
				connects.Add(1)
			case "login":
				logins.Add(1)
				if hangsUp {
					return server.ErrGone
				}
			}

			return nil
		}})
		config.Password = func() string { return "another " + sftptest.Password }
		dialer := &sftp.Dialer{Config: config}
		for range 3 { // of one run
			_, err := dialer.Dial(t.Context())
			checkRefused(t, err, says)
		}
		if logins.Load() != 1 || connects.Load() != 1 {
			t.Errorf("hangs up %t: got %d attempts in %d connections, want 1 in 1",
				hangsUp, logins.Load(), connects.Load())
		}
	}

	t.Run("OpenSSH", func(t *testing.T) {
		for tries, says := range map[string]string{
			"1": `ended the connection after it had the password (the server said "Too many authentication failures")`,
			"6": accepts,
		} {
			config, _ := sftptest.OpenSSH(t, "MaxAuthTries "+tries)
			config.Password = func() string { return "another " + sftptest.Password }
			checkRefused(t, connect(t, config), says)
		}
	})
}

// TestKeyboardInteractive is about servers that ask for the password.
func TestKeyboardInteractive(t *testing.T) {
	for _, test := range []struct {
		name   string
		rounds [][]bool // of questions: whether the answer is echoed
		says   string
	}{
		{"password", [][]bool{{false}}, ""},
		{"messages around it", [][]bool{{}, {false}, {}}, ""},
		{"echoed", [][]bool{{true}}, "asks for something other than the password"},
		{"two questions", [][]bool{{false, false}}, "asks for something other than the password"},
		{"asks again", [][]bool{{false}, {false}}, "does not accept the user and the password: it asks"},
	} {
		t.Run(test.name, func(t *testing.T) {
			ask := func(_ ssh.ConnMetadata, client ssh.KeyboardInteractiveChallenge) (*ssh.Permissions, error) {
				for _, echo := range test.rounds {
					answers, err := client("", "a message", make([]string, len(echo)), echo)
					if err != nil {
						return nil, err
					}
					if len(echo) > 0 && answers[0] != sftptest.Password {
						return nil, errors.New("no")
					}
				}

				return nil, nil
			}

			config, _ := sftptest.Serve(t, server.Options{SSH: func(c *ssh.ServerConfig) {
				c.PasswordCallback, c.KeyboardInteractiveCallback = nil, ask
			}})
			err := connect(t, config)
			if test.says != "" {
				checkRefused(t, err, test.says)
			} else if err != nil {
				t.Error(err)
			}
		})
	}

	t.Run("no password at all", func(t *testing.T) {
		config, _ := sftptest.Serve(t, server.Options{SSH: func(c *ssh.ServerConfig) {
			c.PasswordCallback = nil
			c.PublicKeyCallback = func(ssh.ConnMetadata, ssh.PublicKey) (*ssh.Permissions, error) { return nil, nil }
		}})
		checkRefused(t, connect(t, config), "does not accept passwords: it offers publickey")
	})
}

package sftp_test

import (
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// sessions serves SSH on a connection; do is what runs in place of SFTP.
func sessions(c net.Conn, key ssh.Signer, do func(ssh.Channel, <-chan *ssh.Request)) {
	config := &ssh.ServerConfig{
		PasswordCallback: func(ssh.ConnMetadata, []byte) (*ssh.Permissions, error) { return nil, nil },
	}
	config.AddHostKey(key)
	_, channels, requests, err := ssh.NewServerConn(c, config)
	if err != nil {
		return // as the client sees
	}
	go ssh.DiscardRequests(requests)
	for channel := range channels {
		ch, requests, err := channel.Accept()
		if err != nil {
			return
		}
		for r := range requests {
			_ = r.Reply(true, nil)
			if r.Type == "subsystem" {
				break
			}
		}
		do(ch, requests)
	}
}

// TestNoSession is about an account that may log in and no more.
func TestNoSession(t *testing.T) {
	t.Parallel()
	for setting, says := range map[string]string{
		"MaxSessions 0":                  `the server said "open failed"`,
		"ForceCommand /bin/false":        "the server ended it with exit status 1",
		"ForceCommand /usr/sbin/nologin": `the server said "This account is currently not available."`,
		"ForceCommand echo Welcome":      `the server said "Welcome"`,
		"ForceCommand echo No >&2":       `the server said "No"`,
		"ForceCommand echo Hi; cat":      `the server said "Hi`,
		"ChrootDirectory /dev/shm":       "the server ended the session",
	} {
		config, _ := sftptest.OpenSSH(t, setting)
		err := connect(t, config)
		want := "the account was accepted, but SFTP did not start (" + says
		if err == nil || schema.KindOf(err) != schema.Failure || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v (%d), want %q", setting, err, schema.KindOf(err), want)
		}
		if !strings.Contains(schema.HintOf(err), "operator") {
			t.Errorf("%s: got hint %q", setting, schema.HintOf(err))
		}
	}
}

// TestSessionRefused has what OpenSSH does not do.
func TestSessionRefused(t *testing.T) {
	t.Parallel()
	key, _, _ := newKeys(t)
	for name, test := range map[string]struct {
		do   func(ssh.Channel, <-chan *ssh.Request)
		kind schema.Kind
		says string
	}{
		"closed": {func(ch ssh.Channel, _ <-chan *ssh.Request) {
			_, _ = io.ReadFull(ch, make([]byte, 9)) // the client's first packet
			ch.Close()
		}, schema.Failure, "the server ended the session"},
		"echo": {func(ch ssh.Channel, _ <-chan *ssh.Request) {
			fmt.Fprintf(ch, "no SFTP for %s\n", sftptest.Password)
			ch.Close()
		}, schema.Failure, `the server said "no SFTP for ***"`},
		"silent": {func(ssh.Channel, <-chan *ssh.Request) {}, schema.Unreachable, "sent nothing for"},
	} {
		config := listen(t, func(c net.Conn) { sessions(c, key, test.do) }, key)
		config.Idle = 300 * time.Millisecond
		err := connect(t, config)
		if err == nil || schema.KindOf(err) != test.kind || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: got %v (%d), want %q (%d)", name, err, schema.KindOf(err), test.says, test.kind)
		}
	}
}

// TestSessionEnds has the server end an established session: the address was right.
func TestSessionEnds(t *testing.T) {
	t.Parallel()
	config, _ := sftptest.Serve(t, server.Options{Before: on("create", 1, server.ErrGone)})
	_, err := stage(t, dial(t, config), content(10))
	says := "the server ended the connection"
	if schema.KindOf(err) != schema.Unreachable || !strings.Contains(err.Error(), says) {
		t.Errorf("got %v (%d), want %q", err, schema.KindOf(err), says)
	}
	if hint := schema.HintOf(err); !strings.Contains(hint, "run it again") || strings.Contains(hint, "ADDRESS") {
		t.Errorf("got hint %q", hint)
	}
}

// TestPasswordExpired is about accounts that must change their password first.
func TestPasswordExpired(t *testing.T) {
	t.Parallel()
	checkRefused(t, connect(t, sftptest.OpenSSHExpired(t)), "the password has expired")

	for name, rounds := range map[string][]string{
		"new password first": {"New password:"},
		"then a new one":     {"Password:", "Enter a new password:"},
		"told":               {"Password:", "!Your password has expired", "Current password:"},
		"must change":        {"Password:", "You must change your password. Current:"},
	} {
		ask := func(_ ssh.ConnMetadata, client ssh.KeyboardInteractiveChallenge) (*ssh.Permissions, error) {
			for _, says := range rounds {
				var questions []string
				if !strings.HasPrefix(says, "!") {
					questions = []string{says}
				}
				said := strings.TrimPrefix(says, "!")
				if _, err := client("", said, questions, make([]bool, len(questions))); err != nil {
					return nil, err
				}
			}
			return nil, errors.New("no")
		}
		config, _ := sftptest.Serve(t, server.Options{SSH: func(c *ssh.ServerConfig) {
			c.PasswordCallback, c.KeyboardInteractiveCallback = nil, ask
		}})
		err := connect(t, config)
		if err == nil || !strings.Contains(err.Error(), "the password has expired") {
			t.Errorf("%s: got %v", name, err)
		}
		checkRefused(t, err, "the password has expired")
	}
}

package sftp_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// TestDialsAgain has a busy server, which drops the first connections.
func TestDialsAgain(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ drops, connects int64 }{
		{0, 1},
		{1, 2},
		{4, 5},
		{5, 5},
		{100, 5},
	} {
		var connects atomic.Int64
		config, _ := sftptest.Serve(t, server.Options{Before: func(op, _ string) error {
			if op == "connect" && connects.Add(1) <= test.drops {
				return server.ErrGone
			}
			return nil
		}})

		var log bytes.Buffer
		dialer := &sftp.Dialer{Config: config, Log: slog.New(slog.NewTextHandler(&log, nil))}
		reached := test.drops < 5
		for range 2 { // of one run
			s, err := dialer.Dial(t.Context())
			if reached != (err == nil) {
				t.Errorf("%d drops: got %v", test.drops, err)
			}
			if err == nil {
				s.Close()
				break
			}
			if kind := schema.KindOf(err); kind != schema.Unreachable {
				t.Errorf("%d drops: got %v (%d)", test.drops, err, kind)
			}
		}

		if got := connects.Load(); got != test.connects {
			t.Errorf("%d drops: got %d connections, want %d", test.drops, got, test.connects)
		}
		warned := strings.Count(log.String(), "step=connect pause=10ms")
		if int64(warned) != test.connects-1 {
			t.Errorf("%d drops: got the log %s", test.drops, log.String())
		}
	}
}

// The pause would pass the end of the run.
func TestDialsAgainWithinTheDeadline(t *testing.T) {
	var connects atomic.Int64
	config, _ := sftptest.Serve(t, server.Options{Before: func(op, _ string) error {
		connects.Add(1)
		return server.ErrGone
	}})
	config.Pauses = []time.Duration{time.Hour}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()

	_, err := sftp.Dial(ctx, config)
	if schema.KindOf(err) != schema.Unreachable || connects.Load() != 1 || ctx.Err() != nil {
		t.Errorf("got %v after %d connections, want one and no waiting", err, connects.Load())
	}

	config.Pauses = []time.Duration{time.Hour}
	ctx, cancel = context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	if _, err := sftp.Dial(ctx, config); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: got %v, want the context's error", err)
	}
}

// answers runs a server that does nothing but say a text on every connection. It
// returns how to reach it, and how many connections there were.
func answers(t *testing.T, text []byte, stays bool) (sftp.Config, *atomic.Int64) {
	t.Helper()
	var connects atomic.Int64
	config := listen(t, func(c net.Conn) {
		connects.Add(1)
		_, _ = c.Write(text)
		if stays {
			_, _ = io.Copy(io.Discard, c)
			return
		}
		_ = c.(*net.TCPConn).CloseWrite()
		_, _ = io.Copy(io.Discard, c) // or what was said could be lost
	}, nil)
	return config, &connects
}

// listen runs a server that serves every connection with do. key, when not nil, is
// its host key.
func listen(t *testing.T, do func(net.Conn), key ssh.Signer) sftp.Config {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			c, err := listener.Accept()
			if err != nil {
				return // closed
			}
			go func() {
				defer c.Close()
				do(c)
			}()
		}
	}()

	config, _ := sftptest.Serve(t, server.Options{}) // for everything but the place
	config.Port = listener.Addr().(*net.TCPAddr).Port
	if key == nil {
		key, _, _ = newKeys(t)
	}
	put(t, filepath.Dir(config.KnownHosts), "known_hosts", line(fmt.Sprintf("[127.0.0.1]:%d", config.Port), key))
	return config
}

// packet returns an SSH packet before encryption begins.
func packet(payload []byte) []byte {
	padding := 8 - (5+len(payload))%8 + 8
	b := binary.BigEndian.AppendUint32(nil, uint32(1+len(payload)+padding))
	b = append(b, byte(padding))
	b = append(b, payload...)
	return append(b, make([]byte, padding)...)
}

// disconnect returns the message with which a server ends a connection.
func disconnect(reason uint32, text string) []byte {
	return ssh.Marshal(struct {
		Type     byte
		Reason   uint32
		Text     string
		Language string
	}{1, reason, text, ""})
}

// TestGreeting has servers that say something in place of SSH.
func TestGreeting(t *testing.T) {
	t.Parallel()
	version := "SSH-2.0-" + strings.Repeat("v", 300) + "\r\n"
	ban := "SSH-2.0-x\r\n" + string(packet(disconnect(11, "banned: "+sftptest.Password)))
	for _, test := range []struct {
		name, text string
		kind       schema.Kind
		connects   int64
		says, hint string
	}{
		{"nothing", "", schema.Unreachable, 5, "the server ended the connection", "run it again later"},
		{"busy", "Exceeded MaxStartups\r\n", schema.Unreachable, 5,
			`the server ended the connection (the server said "Exceeded MaxStartups")`, "run it again later"},
		{"half a line", "Not allowed at this", schema.Unreachable, 5, `said "Not allowed at this"`, "later"},
		{"disconnect", ban, schema.Unreachable, 5,
			`the server ended the connection (the server said "banned: ***")`, "run it again"},
		{"files", "220 ftp ready\r\n", schema.Unreachable, 1,
			`is not an SSH server: it says "220 ftp ready"`, "the port in SCHOOLINKS_SFTP_ADDRESS"},
		{"pages", "HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n", schema.Unreachable, 1,
			`is not an SSH server: it says "HTTP/1.1 400 Bad Request"`, "the port in SCHOOLINKS_SFTP_ADDRESS"},
		{"long version", version, schema.Failure, 1, "version line is longer than 255 bytes", "operator"},
		{"long line", strings.Repeat("x", 9000), schema.Failure, 1, "line longer than 8192 bytes", "operator"},
		{"many lines", strings.Repeat("x\n", 1025), schema.Failure, 1, "more than 1024 lines", "operator"},
	} {
		config, connects := answers(t, []byte(test.text), false)
		err := connect(t, config)
		if schema.KindOf(err) != test.kind || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: got %v (%d), want %q (%d)", test.name, err, schema.KindOf(err), test.says, test.kind)
		}
		if hint := schema.HintOf(err); !strings.Contains(hint, test.hint) {
			t.Errorf("%s: got hint %q, want %q", test.name, hint, test.hint)
		}
		if got := connects.Load(); got != test.connects {
			t.Errorf("%s: got %d connections, want %d", test.name, got, test.connects)
		}
	}

	config, _ := answers(t, []byte("220 ftp ready\r\n"), true)
	config.Idle = 200 * time.Millisecond
	if err := connect(t, config); err == nil || !strings.Contains(err.Error(), `it says "220 ftp ready"`) {
		t.Errorf("stays: got %v", err)
	}
}

// TestLinesBeforeTheVersion has a server that greets at length, as it may.
func TestLinesBeforeTheVersion(t *testing.T) {
	t.Parallel()
	key, _, _ := newKeys(t)
	greeting := strings.Repeat(strings.Repeat("x", 400)+"\r\n", 20)
	config := listen(t, func(c net.Conn) {
		_, _ = c.Write([]byte(greeting))
		sessions(c, key, func(ch ssh.Channel, _ <-chan *ssh.Request) { _, _ = ch.Write([]byte("a shell\r\n")) })
	}, key)
	err := connect(t, config)
	if err == nil || !strings.Contains(err.Error(), "the account was accepted") {
		t.Errorf("got %v, want the login", err)
	}
}

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

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
	"os"
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

func connect(t *testing.T, config sftp.Config) error {
	t.Helper()
	s, err := sftp.Dial(t.Context(), config)
	if err != nil {
		return err
	}
	return s.Close()
}

// checkRefused checks that err is a refusal that has a next step and does not
// show the password.
func checkRefused(t *testing.T, err error, says string) {
	t.Helper()
	var fault *schema.Fault
	refused := errors.As(err, &fault) && fault.Kind == schema.Refused && fault.Hint != ""
	if !refused || !strings.Contains(err.Error(), says) {
		t.Fatalf("got %v, want a refusal that says %q, with a hint", err, says)
	}

	tells := strings.Contains(err.Error()+fault.Hint, sftptest.Password)
	if tells || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %q, which shows the password or has two lines", err)
	}
}

func TestOldAlgorithms(t *testing.T) {
	for setting, says := range map[string]string{
		"KexAlgorithms diffie-hellman-group14-sha1": "no secure key exchange in common: the server offers",
		"Ciphers aes128-cbc":                        "no secure client to server cipher in common: the server offers",
	} {
		config, _ := sftptest.OpenSSH(t, setting)
		checkRefused(t, connect(t, config), says)
		_, _, err := sftp.FirstHostKey(t.Context(), config, nil)
		checkRefused(t, err, says)
	}
}

func TestNobodyThere(t *testing.T) {
	config, _ := sftptest.Serve(t, server.Options{Before: on("connect", 0, server.ErrGone)})
	if err := connect(t, config); schema.KindOf(err) != schema.Unreachable {
		t.Errorf("server hangs up: got %v (%d)", err, schema.KindOf(err))
	}

	text, err := os.ReadFile(config.KnownHosts)
	if err != nil {
		t.Fatal(err)
	}

	atPort1 := strings.ReplaceAll(string(text), fmt.Sprint(config.Port), "1")
	put(t, filepath.Dir(config.KnownHosts), "known_hosts", atPort1)
	config.Port = 1
	if err := connect(t, config); schema.KindOf(err) != schema.Unreachable {
		t.Errorf("nobody listens: got %v (%d)", err, schema.KindOf(err))
	}
}

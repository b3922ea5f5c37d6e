// Package sftptest runs SFTP servers for tests: one in the process, which can
// be made to misbehave, OpenSSH's, ProFTPD's, rclone's and dropbear.
package sftptest

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
)

// The one account of every server here.
const (
	User     = "school"
	Password = "hush-server"
)

// Serve runs a server in the process until the test ends. It returns how to
// reach it, and where the folder it delivers to is on this machine. Root, user,
// password and host keys have defaults.
func Serve(tb testing.TB, o server.Options) (config sftp.Config, folder string) {
	tb.Helper()
	_, config, folder = Start(tb, o)
	return config, folder
}

// Start is Serve, and returns the server too, which can be asked what it saw and told
// to behave.
func Start(tb testing.TB, o server.Options) (s *server.Server, config sftp.Config, folder string) {
	tb.Helper()
	if o.Root == "" {
		o.Root = tb.TempDir()
	}

	folder = filepath.Join(o.Root, "automated")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		tb.Fatal(err)
	}
	if o.HostKeys == nil {
		o.HostKeys = []ssh.Signer{hostKey(tb)}
	}

	o.User, o.Password = User, Password
	s, err := server.Start(o)
	if err != nil {
		tb.Fatal(err)
	}

	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Error(err)
		}
	})

	return s, configOf(tb, s.Addr().Port, s.KnownHosts(), "/automated"), folder
}

func hostKey(tb testing.TB) ssh.Signer {
	tb.Helper()
	key, err := server.HostKey(filepath.Join(tb.TempDir(), "host_key"))
	if err != nil {
		tb.Fatal(err)
	}
	return key
}

// lineOf is the line of known_hosts for a server.
func lineOf(port int, key ssh.PublicKey) string {
	return knownhosts.Line([]string{fmt.Sprintf("127.0.0.1:%d", port)}, key) + "\n"
}

func configOf(tb testing.TB, port int, knownHosts, directory string) sftp.Config {
	tb.Helper()
	file := filepath.Join(tb.TempDir(), "known_hosts")
	if err := os.WriteFile(file, []byte(knownHosts), 0o600); err != nil {
		tb.Fatal(err)
	}

	return sftp.Config{
		Host:       "127.0.0.1",
		Port:       port,
		User:       User,
		Password:   func() string { return Password },
		KnownHosts: file,
		Directory:  directory,
		Upload:     sftp.Atomic,
		Verify:     sftp.VerifyHash,
		Timeout:    time.Minute,
		Idle:       10 * time.Second,
		Settle:     500 * time.Millisecond,
		Pauses:     slices.Repeat([]time.Duration{10 * time.Millisecond}, 4),
	}
}

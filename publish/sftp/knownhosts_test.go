package sftp_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func newKeys(t *testing.T) (ed, ec, rs ssh.Signer) {
	t.Helper()
	ed, err := server.HostKey(filepath.Join(t.TempDir(), "key"))
	if err != nil {
		t.Fatal(err)
	}

	ecKey, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}

	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	if ec, err = ssh.NewSignerFromKey(ecKey); err != nil {
		t.Fatal(err)
	}
	if rs, err = ssh.NewSignerFromKey(rsaKey); err != nil {
		t.Fatal(err)
	}

	return ed, ec, rs
}

// knownHostsFile is a known_hosts file, and what comes of it.
type knownHostsFile struct {
	name, file string
	how        int
	says       string
}

const before, atKey, fine = 0, 1, 2 // before the network is used; when the server's key is seen

// knownHostsFiles returns files for a server with the keys ed, ec and rs.
func knownHostsFiles(config sftp.Config, ed, ec, rs, other ssh.Signer) []knownHostsFile {
	const others = "nonsense\nsftp.example.org ssh-ed448 AAAA\n@strange * ssh\n[x ssh-rsa AAAA\n|1|x|y z AAAA\n"
	const badKey = " ssh-ed25519 AAAA\n"
	at := at(config)
	wild := fmt.Sprintf("[127.0.*]:%d,!sftp.example.org", config.Port)
	otherRevoked := "@revoked x " + line("", ed)[1:]
	carriageReturns := strings.ReplaceAll(line(at, ed), "\n", "\r\n")

	return []knownHostsFile{
		{"all", line(at, ed) + line(at, ec) + line(at, rs), fine, ""},
		{"ed25519 only", line(at, ed), fine, ""},
		{"rsa only, which the server does not prefer", line(at, rs), fine, ""},
		{"old and new", line(at, other) + line(at, ed), fine, ""},
		{"hashed", line(knownhosts.HashHostname(at), ed), fine, ""},
		{"comments and carriage returns", "# 127.0.0.1 SSH-2.0\r\n\r\n" + carriageReturns, fine, ""},
		{"byte order mark", "\ufeff" + line(at, ed), fine, ""},
		{"changed", line(at, other), atKey, "has changed"},
		{"revoked", "@revoked * " + line("", ed)[1:] + line(at, ed), atKey, "revokes"},
		{"revoked after", line(at, ed) + "@revoked * " + line("", ed)[1:], atKey, "line 2 of "},
		{"without the port", line("127.0.0.1", ed), before, "no usable host key for [127.0.0.1]:"},
		{"another host", line("sftp.example.org", ed), before, "no usable host key"},
		{"empty", "", before, "no usable host key"},
		{"bad lines of others", others + line(at, ed) + others, fine, ""},
		{"bad lines of others after a byte order mark", "\ufeff" + others + line(at, ed), fine, ""},
		{"bad lines of others, and it is revoked", others + otherRevoked, before, "no usable"},
		{"bad lines of others, and revoked", others + line(at, ed) + otherRevoked, atKey, "line 7 "},
		{"bad line", line(at, ed) + at + " nonsense\n", before, "known_hosts:2:"},
		{"bad key", line(at, ed) + at + badKey, before, "known_hosts:2:"},
		{"bad key after a byte order mark", "\ufeff" + line(at, ed) + at + badKey, before, "known_hosts:2:"},
		{"bad line of all", line(at, ed) + wild + badKey, before, "known_hosts:2:"},
		{"bad hashed line", line(at, ed) + knownhosts.HashHostname(at) + " nonsense\n", before, "known_hosts:2:"},
		{"bad revoked line of all", line(at, ed) + "@revoked * nonsense\n", before, "known_hosts:2:"},
		{"bad revoked line", line(at, ed) + "@revoked " + at + " nonsense\n", before, "known_hosts:2:"},
		{"bad revoked line of another", line(at, ed) + "@revoked sftp.example.org nonsense\n", fine, ""},
		{"UTF-16", "\xff\xfe1\x002\x007\x00", before, "line 1: the file is UTF-16"},
	}
}

// TestKnownHosts has a server with three keys, and known_hosts files of all kinds.
func TestKnownHosts(t *testing.T) {
	t.Parallel()
	ed, ec, rs := newKeys(t)
	other, _, _ := newKeys(t)
	var connects, logins atomic.Int64
	count := func(op, _ string) error {
		switch op {
		case "connect":
			connects.Add(1)
		case "login":
			logins.Add(1)
		}

		return nil
	}
	config, _ := sftptest.Serve(t, server.Options{HostKeys: []ssh.Signer{ec, ed, rs}, Before: count})

	for _, test := range knownHostsFiles(config, ed, ec, rs, other) {
		t.Run(test.name, func(t *testing.T) {
			connected := connects.Load()
			loggedIn := logins.Load()
			put(t, filepath.Dir(config.KnownHosts), "known_hosts", test.file)
			err := connect(t, config)

			if test.how == fine {
				if err != nil {
					t.Error(err)
				}
				return
			}

			checkRefused(t, err, test.says)
			if touched := connects.Load() > connected; touched != (test.how == atKey) {
				t.Errorf("connected: got %t", touched)
			}
			if logins.Load() > loggedIn {
				t.Error("a password was sent")
			}
		})
	}

	t.Run("missing", func(t *testing.T) {
		config := config
		config.KnownHosts += "-missing"
		checkRefused(t, connect(t, config), "no such file")
	})
}

// Keys that everybody may change say nothing about who answers.
func TestKnownHostsOfEverybody(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other rules")
	}

	config, _ := sftptest.Serve(t, server.Options{})
	for mode, says := range map[fs.FileMode]string{
		0o644: "",
		0o664: "",
		0o646: "every user of this machine may change",
		0o666: "every user of this machine may change",
	} {
		if err := os.Chmod(config.KnownHosts, mode); err != nil {
			t.Fatal(err)
		}

		err := connect(t, config)
		if says != "" {
			checkRefused(t, err, says)
		} else if err != nil {
			t.Errorf("%o: %v", mode, err)
		}
	}
}

// line returns a line of known_hosts.
func line(host string, key ssh.Signer) string {
	return host + " " + string(ssh.MarshalAuthorizedKey(key.PublicKey()))
}

// FuzzKnownHosts checks that no file makes Dial do anything but refuse, or go
// on to find that nobody listens.
func FuzzKnownHosts(f *testing.F) {
	const key = "[127.0.0.1]:1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEVbvc4ugrbWtIWgV0Dv5sxCzpsBN4OPkQm14rcyVpP1\n"
	for _, text := range []string{
		key,
		"\ufeff" + key,
		"@revoked * " + key[14:],
		"@cert-authority " + key,
		"|1|x|y ssh-rsa AAAA",
	} {
		f.Add(text)
	}

	f.Fuzz(func(t *testing.T, text string) {
		dir := t.TempDir()
		put(t, dir, "known_hosts", text)
		file := filepath.Join(dir, "known_hosts")

		_, err := sftp.Dial(t.Context(), sftp.Config{Host: "127.0.0.1", Port: 1, KnownHosts: file})
		if kind := schema.KindOf(err); kind != schema.Refused && kind != schema.Unreachable {
			t.Errorf("got %v (%d)", err, kind)
		}
	})
}

package sftp_test

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// hostKeys returns all keys of a server.
func hostKeys(t *testing.T, config sftp.Config) (keys []sftp.HostKey) {
	t.Helper()
	key, others, err := sftp.FirstHostKey(t.Context(), config, nil)
	keys = append(keys, key)
	for _, keyType := range others {
		if err != nil {
			break
		}
		key, err = sftp.NextHostKey(t.Context(), config, keyType)
		keys = append(keys, key)
	}
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// TestHostKeys asks a server for one key at a time, with one connection each.
func TestHostKeys(t *testing.T) {
	ed, ec, rs := newKeys(t)
	var connects atomic.Int64
	config, _ := sftptest.Serve(t, server.Options{
		HostKeys: []ssh.Signer{ed, ec, rs},
		Before: func(op, _ string) error {
			switch op {
			case "connect":
				connects.Add(1)
			case "login":
				return errors.New("a password was sent")
			}
			return nil
		},
	})

	for _, test := range []struct {
		preferred string
		want      string
		others    []string
	}{
		{"", "ssh-ed25519", []string{"ssh-rsa", "ecdsa-sha2-nistp256"}},
		{"ssh-rsa", "ssh-rsa", []string{"ecdsa-sha2-nistp256", "ssh-ed25519"}},
		{"ecdsa-sha2-nistp521", "ssh-ed25519", []string{"ssh-rsa", "ecdsa-sha2-nistp256"}},
		{"none", "ssh-ed25519", []string{"ssh-rsa", "ecdsa-sha2-nistp256"}},
	} {
		before := connects.Load()
		key, others, err := sftp.FirstHostKey(t.Context(), config, []string{test.preferred})
		if key.Type != test.want || err != nil {
			t.Errorf("%q first: got %+v, %v, want %s", test.preferred, key, err, test.want)
		}
		if diff := cmp.Diff(test.others, others); diff != "" {
			t.Errorf("%q first: others (-want +got):\n%s", test.preferred, diff)
		}
		if n := connects.Load() - before; n != 1 {
			t.Errorf("%q first: got %d connections, want 1", test.preferred, n)
		}
	}

	got := map[string]string{}
	for _, key := range hostKeys(t, config) {
		got[key.Type] = key.Fingerprint
	}
	want := map[string]string{}
	for _, key := range []ssh.Signer{ed, ec, rs} {
		want[key.PublicKey().Type()] = ssh.FingerprintSHA256(key.PublicKey())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestHostKeysOfNobody is about what answers and is no SSH server, or one with old
// keys only.
func TestHostKeysOfNobody(t *testing.T) {
	ed, _, rs := newKeys(t)
	old, err := ssh.NewSignerWithAlgorithms(rs.(ssh.AlgorithmSigner), []string{ssh.KeyAlgoRSA})
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		options server.Options
		want    schema.Kind
	}{
		"SHA-1": {server.Options{HostKeys: []ssh.Signer{old}}, schema.Refused},
		"hangs up": {server.Options{
			HostKeys: []ssh.Signer{ed},
			Before:   on("connect", 0, server.ErrGone),
		}, schema.Unreachable},
	} {
		config, _ := sftptest.Serve(t, test.options)
		_, _, err := sftp.FirstHostKey(t.Context(), config, nil)
		if schema.KindOf(err) != test.want || schema.HintOf(err) == "" {
			t.Errorf("%s: got %v (%d), want %d and a hint", name, err, schema.KindOf(err), test.want)
		}
	}

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	config, _ := sftptest.Serve(t, server.Options{})
	if _, _, err := sftp.FirstHostKey(ctx, config, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want that it was canceled", err)
	}
}

// TestKeyChanges has a server whose next key was announced: each connection works,
// before it has the key and after.
func TestKeyChanges(t *testing.T) {
	ed, ec, rs := newKeys(t)
	nextEd, nextEC, _ := newKeys(t)
	for _, test := range []struct {
		name                  string
		before, after         []ssh.Signer
		trusted, announcement ssh.Signer
	}{
		{"same type", []ssh.Signer{ed}, []ssh.Signer{nextEd}, ed, nextEd},
		{"another type", []ssh.Signer{rs}, []ssh.Signer{nextEd}, rs, nextEd},
		{"another type that it prefers", []ssh.Signer{ed}, []ssh.Signer{nextEC}, ed, nextEC},
		{"one of several", []ssh.Signer{ed, ec}, []ssh.Signer{ed, nextEC}, ed, nextEC},
	} {
		t.Run(test.name, func(t *testing.T) {
			root := t.TempDir()
			config, _ := sftptest.Serve(t, server.Options{Root: root, HostKeys: test.before})
			put(t, filepath.Dir(config.KnownHosts), "known_hosts", line(at(config), test.trusted))

			file, err := sftp.ReadTrustFile(config)
			if err != nil {
				t.Fatal(err)
			}
			next := ssh.MarshalAuthorizedKey(test.announcement.PublicKey())
			keys, err := sftp.AnnouncedKeys(config, "next.pub", next)
			if err != nil {
				t.Fatal(err)
			}
			text := string(file.TrustToo(keys))

			for _, shown := range [][]ssh.Signer{test.before, test.after} {
				now, _ := sftptest.Serve(t, server.Options{Root: root, HostKeys: shown})
				here := strings.ReplaceAll(text, at(config), at(now))
				put(t, filepath.Dir(now.KnownHosts), "known_hosts", here)
				if err := connect(t, now); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// at is how known_hosts names a server.
func at(config sftp.Config) string { return fmt.Sprintf("[%s]:%d", config.Host, config.Port) }

// TestAnnouncedKeys reads keys as operators send them.
func TestAnnouncedKeys(t *testing.T) {
	ed, ec, _ := newKeys(t)
	config := sftp.Config{Host: "SFTP.example.org", Port: 22}
	blob := base64.StdEncoding.EncodeToString(ed.PublicKey().Marshal())
	rfc := "---- BEGIN SSH2 PUBLIC KEY ----\r\nComment: \"next: \\\r\nof 2027\"\r\n" +
		blob[:40] + "\r\n" + blob[40:] + "\r\n---- END SSH2 PUBLIC KEY ----\r\n"
	alone := line("", ed)[1:]
	const tokens = "sk-ssh-ed25519@openssh.com" // of a person's token, never of a server
	token := ssh.Marshal(struct{ Type, Key, Application string }{tokens, strings.Repeat("k", 32), "ssh:"})
	tokenBlob := base64.StdEncoding.EncodeToString(token)

	for _, test := range []struct {
		name, text string
		want       []ssh.Signer
		says       string
	}{
		{"alone", alone, []ssh.Signer{ed}, ""},
		{"two, with comments", "# ours\n\n" + alone + line("", ec)[1:], []ssh.Signer{ed, ec}, ""},
		{"byte order mark, carriage return", "\ufeff" + strings.TrimSpace(alone) + "\r\n", []ssh.Signer{ed}, ""},
		{"known_hosts", line("x,sftp.EXAMPLE.org", ed), []ssh.Signer{ed}, ""},
		{"RFC 4716", rfc + rfc, []ssh.Signer{ed, ed}, ""},
		{"known_hosts of another", "# ours\n" + line("x", ed), nil, "line 2: it names another server than sftp."},
		{"revoked", "@revoked " + line("sftp.example.org", ed), nil, "line 1: it is not a public key"},
		{"token", tokens + " " + tokenBlob, nil, "line 1: it is not a key of a current type"},
		{"torn", alone[:60], nil, "line 1: it is not a public key"},
		{"torn RFC 4716", strings.Replace(rfc, blob[40:], "", 1), nil, "line 6: it is not a public key"},
		{"nothing", "# none\n", nil, "it has no key"},
	} {
		keys, err := sftp.AnnouncedKeys(config, "next.pub", []byte(test.text))
		if test.says != "" {
			if schema.KindOf(err) != schema.Config || !strings.Contains(err.Error(), test.says) {
				t.Errorf("%s: got %v, want that it says %q", test.name, err, test.says)
			}
			continue
		}

		var got, want []string
		for _, key := range keys {
			got = append(got, key.Line+"\n")
		}
		for _, key := range test.want {
			want = append(want, line("sftp.example.org", key))
		}
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got):\n%s", test.name, err, diff)
		}
	}
}

// TestHostNamesWithoutCase has one server under several spellings of its name.
func TestHostNamesWithoutCase(t *testing.T) {
	config, _ := sftptest.Serve(t, server.Options{})
	text, err := os.ReadFile(config.KnownHosts)
	if err != nil {
		t.Fatal(err)
	}

	key := strings.TrimPrefix(string(text), at(config))
	for _, test := range []struct{ host, known string }{
		{"LocalHost", "localhost"},
		{"localhost", "LOCALHOST"},
		{"localhost", "sftp.example.org,[LocalHost]"},
		{"LOCALHOST", "[Local*]"},
		{"LOCALHOST", "|"},
	} {
		config.Host = test.host
		known := fmt.Sprintf("[%s]:%d", strings.Trim(test.known, "[]"), config.Port)
		switch {
		case test.known == "|":
			known = knownhosts.HashHostname(fmt.Sprintf("[localhost]:%d", config.Port))
		case strings.Contains(test.known, ","):
			known = fmt.Sprintf("%s:%d", test.known, config.Port)
		}
		put(t, filepath.Dir(config.KnownHosts), "known_hosts", known+key)
		if err := connect(t, config); err != nil {
			t.Errorf("%s, known as %s: %v", test.host, known, err)
		}
	}
}

// TestIPv6 has a server at an IPv6 address.
func TestIPv6(t *testing.T) {
	if l, err := net.Listen("tcp", "[::1]:0"); err != nil {
		t.Skip("this machine has no IPv6")
	} else if err := l.Close(); err != nil {
		t.Fatal(err)
	}

	config, _ := sftptest.Serve(t, server.Options{Addr: "[::1]:0"})
	config.Host = "::1"
	key, others, err := sftp.FirstHostKey(t.Context(), config, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(others) > 0 || config.Address() != fmt.Sprintf("[::1]:%d", config.Port) {
		t.Errorf("got %q at %s, want no others at [::1]", others, config.Address())
	}

	put(t, filepath.Dir(config.KnownHosts), "known_hosts", key.Line+"\n")
	if err := connect(t, config); err != nil {
		t.Error(err)
	}
}

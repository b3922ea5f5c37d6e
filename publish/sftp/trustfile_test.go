package sftp_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// TestTrust trusts a server's three keys, whatever the file says before.
func TestTrust(t *testing.T) {
	ed, ec, rs := newKeys(t)
	otherEd, otherEC, _ := newKeys(t)
	config, _ := sftptest.Serve(t, server.Options{HostKeys: []ssh.Signer{ed, ec, rs}, Before: on("login", 0, errors.New("a password was sent"))})
	keys, err := sftp.HostKeys(t.Context(), config.Host, config.Port)
	if err != nil {
		t.Fatal(err)
	}
	at := fmt.Sprintf("[127.0.0.1]:%d", config.Port)
	line := func(host string, key ssh.Signer) string {
		return host + " " + strings.TrimSpace(string(ssh.MarshalAuthorizedKey(key.PublicKey()))) + "\n"
	}
	elsewhere := "# kept\n" + line("sftp.example.org", otherEd)
	for _, test := range []struct {
		name, file string
		standing   map[string]sftp.Standing // new where it is not named
		kept       string
	}{
		{"no file", "none", nil, ""},
		{"empty", "", nil, ""},
		{"others", elsewhere, nil, elsewhere},
		{"known", elsewhere + line(at, ed), map[string]sftp.Standing{"ssh-ed25519": sftp.Known}, elsewhere + line(at, ed)},
		{"known, without a line end", strings.TrimSuffix(line(at, ed), "\n"), map[string]sftp.Standing{"ssh-ed25519": sftp.Known}, line(at, ed)},
		{"changed", line(at, otherEd) + elsewhere, map[string]sftp.Standing{"ssh-ed25519": sftp.Changed}, elsewhere},
		{"hashed", line(knownhosts.HashHostname(at), otherEC), map[string]sftp.Standing{"ecdsa-sha2-nistp256": sftp.Changed}, ""},
		{"byte order mark, carriage returns", "\ufeff# kept\r\n" + line(at, otherEd), map[string]sftp.Standing{"ssh-ed25519": sftp.Changed}, "# kept\r\n"},
		{"revoked", "@revoked * " + line("", ed)[1:], map[string]sftp.Standing{"ssh-ed25519": sftp.Revoked}, "@revoked * " + line("", ed)[1:]},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "known_hosts")
			if test.file != "none" {
				put(t, filepath.Dir(path), "known_hosts", test.file)
			}
			file, err := sftp.ReadTrustFile(path, config.Host, config.Port)
			if err != nil {
				t.Fatal(err)
			}
			var add []sftp.HostKey
			want := test.kept
			for _, key := range keys {
				standing, others := file.Standing(key)
				expected, named := test.standing[key.Type]
				if !named {
					expected = sftp.New
				}
				if standing != expected {
					t.Errorf("%s: got %s, want %s", key.Type, standing, expected)
				}
				if (others != nil) != (standing == sftp.Changed) {
					t.Errorf("%s %s: got others %q", key.Type, standing, others)
				}
				if standing == sftp.New || standing == sftp.Changed {
					add = append(add, key)
					want += key.Line + "\n"
				}
			}
			text := string(file.Trust(add))
			if diff := cmp.Diff(want, text); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			put(t, filepath.Dir(path), "known_hosts", text)
			config := config
			config.KnownHosts = path
			if test.name != "revoked" {
				if err := connect(t, config); err == nil || !strings.Contains(err.Error(), "does not accept") {
					t.Errorf("got %v, want to come as far as the password", err)
				}
			}
		})
	}
}

func TestTrustFileThatCannotBeRead(t *testing.T) {
	for _, text := range []string{"nonsense\n", "\xff\xfe1\x00"} {
		path := filepath.Join(t.TempDir(), "known_hosts")
		put(t, filepath.Dir(path), "known_hosts", text)
		_, err := sftp.ReadTrustFile(path, "127.0.0.1", 22)
		checkRefused(t, err, path)
	}
}

func TestFolders(t *testing.T) {
	eachServer(t, func(t *testing.T, config sftp.Config, folder string) {
		config.StageDirectory = config.Directory + "/missing"
		put(t, folder, "gpa.csv", "")
		s := dial(t, config)
		if diff := cmp.Diff([]string{config.StageDirectory, config.Directory}, s.Folders()); diff != "" {
			t.Error(diff)
		}
		if n, err := s.Entries(t.Context(), config.Directory); n < 1 || err != nil {
			t.Errorf("got %d, %v, want an entry or more", n, err)
		}
		for _, bad := range []string{config.Directory + "/missing", config.Directory + "/gpa.csv"} {
			if n, err := s.Entries(t.Context(), bad); schema.KindOf(err) != schema.Failure || err == nil {
				t.Errorf("%s: got %d, %v, want a failure", bad, n, err)
			}
		}
		if !s.Replaces() {
			t.Error("the server offers posix-rename")
		}
	})
	config, _ := sftptest.Serve(t, server.Options{NoPosixRename: true, Before: on("list", 0, syscall.EACCES)})
	s := dial(t, config)
	if s.Replaces() || len(s.Folders()) != 1 {
		t.Errorf("got %t, %v", s.Replaces(), s.Folders())
	}
	if _, err := s.Entries(t.Context(), config.Directory); schema.KindOf(err) != schema.Failure || !strings.Contains(err.Error(), "does not allow") {
		t.Errorf("got %v, want it not allowed", err)
	}
}

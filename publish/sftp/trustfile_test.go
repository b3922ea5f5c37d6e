package sftp_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
)

// trustFile is a known_hosts file before and after publish trust.
type trustFile struct {
	name, text string
	standing   map[string]sftp.Standing // by type of key; sftp.New when it is not named
	kept       string                   // the lines that stay
}

// trustFiles returns files that name the server at, which has the keys ed and
// others, in all ways.
func trustFiles(at string, ed, otherEd, otherEC ssh.Signer) []trustFile {
	elsewhere := "# kept\n" + line("sftp.example.org", otherEd)
	revoked := "@revoked * " + line("", ed)[1:]
	edIs := func(s sftp.Standing) map[string]sftp.Standing {
		return map[string]sftp.Standing{"ssh-ed25519": s}
	}
	ecIs := func(s sftp.Standing) map[string]sftp.Standing {
		return map[string]sftp.Standing{"ecdsa-sha2-nistp256": s}
	}

	return []trustFile{
		{"no file", "none", nil, ""},
		{"empty", "", nil, ""},
		{"others", elsewhere, nil, elsewhere},
		{"known", elsewhere + line(at, ed), edIs(sftp.Known), elsewhere + line(at, ed)},
		{"known, without a line end", strings.TrimSuffix(line(at, ed), "\n"), edIs(sftp.Known), line(at, ed)},
		{"changed", line(at, otherEd) + elsewhere, edIs(sftp.Changed), elsewhere},
		{"hashed", line(knownhosts.HashHostname(at), otherEC), ecIs(sftp.Changed), ""},
		{
			"byte order mark, carriage returns",
			"\ufeff# kept\r\n" + line(at, otherEd),
			edIs(sftp.Changed),
			"# kept\r\n",
		},
		{"revoked", revoked, edIs(sftp.Revoked), revoked},
	}
}

// TestTrust trusts a server's three keys, whatever the file says before that.
func TestTrust(t *testing.T) {
	ed, ec, rs := newKeys(t)
	otherEd, otherEC, _ := newKeys(t)
	config, _ := sftptest.Serve(t, server.Options{
		HostKeys: []ssh.Signer{ed, ec, rs},
		Before:   on("login", 0, errors.New("a password was sent")),
	})
	keys := hostKeys(t, config)

	at := fmt.Sprintf("[127.0.0.1]:%d", config.Port)
	for _, test := range trustFiles(at, ed, otherEd, otherEC) {
		t.Run(test.name, func(t *testing.T) {
			config := config
			config.KnownHosts = filepath.Join(t.TempDir(), "known_hosts")
			if test.text != "none" {
				put(t, filepath.Dir(config.KnownHosts), "known_hosts", test.text)
			}
			file, err := sftp.ReadTrustFile(config)
			if err != nil {
				t.Fatal(err)
			}

			add := test.checkStanding(t, file, keys)
			want := test.kept
			for _, key := range add {
				want += key.Line + "\n"
			}
			text := string(file.Trust(add))
			if diff := cmp.Diff(want, text); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}

			put(t, filepath.Dir(config.KnownHosts), "known_hosts", text)
			if test.name != "revoked" {
				checkTrusted(t, config)
			}
		})
	}
}

// checkStanding checks what the file says about each key, and returns the keys
// to be trusted.
func (test trustFile) checkStanding(t *testing.T, file *sftp.TrustFile, keys []sftp.HostKey) (add []sftp.HostKey) {
	t.Helper()
	for _, key := range keys {
		standing, others := file.Standing(key)
		want, named := test.standing[key.Type]
		if !named {
			want = sftp.New
		}
		if standing != want {
			t.Errorf("%s: got %s, want %s", key.Type, standing, want)
		}
		if (others != nil) != (standing == sftp.Changed) {
			t.Errorf("%s %s: got others %q", key.Type, standing, others)
		}

		if standing == sftp.New || standing == sftp.Changed {
			add = append(add, key)
		}
	}
	return add
}

// checkTrusted checks that a connection comes as far as the password.
func checkTrusted(t *testing.T, config sftp.Config) {
	t.Helper()
	err := connect(t, config)
	if err == nil || !strings.Contains(err.Error(), "does not accept") {
		t.Errorf("got %v, want to come as far as the password", err)
	}
}

func TestTrustFileThatCannotBeRead(t *testing.T) {
	for _, text := range []string{"127.0.0.1 nonsense\n", "\xff\xfe1\x00"} {
		path := filepath.Join(t.TempDir(), "known_hosts")
		put(t, filepath.Dir(path), "known_hosts", text)
		_, err := sftp.ReadTrustFile(sftp.Config{Host: "127.0.0.1", Port: 22, KnownHosts: path})
		checkRefused(t, err, path)
	}
}

// Lines about other servers stay as they are, whatever is in them.
func TestTrustKeepsWhatItCannotRead(t *testing.T) {
	ed, _, _ := newKeys(t)
	config, _ := sftptest.Serve(t, server.Options{HostKeys: []ssh.Signer{ed}})
	const others = "nonsense\r\nSFTP.Example.org ssh-ed448 AAAA\n\xff\xff\n@strange x y z\n|1|x|y ssh-rsa AAAA"
	put(t, filepath.Dir(config.KnownHosts), "known_hosts", others)

	file, err := sftp.ReadTrustFile(config)
	if err != nil {
		t.Fatal(err)
	}
	keys := hostKeys(t, config)
	text := string(file.Trust(keys))
	if diff := cmp.Diff(others+"\n"+keys[0].Line+"\n", text); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	put(t, filepath.Dir(config.KnownHosts), "known_hosts", text)
	if err := connect(t, config); err != nil {
		t.Error(err)
	}
}

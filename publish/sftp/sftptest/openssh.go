package sftptest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
)

const sshd = "/usr/sbin/sshd"

// inside starts one sshd for the connection that is its standard input, in a
// mount namespace of its own: there User is in the passwd file, and the folder
// "small" of the delivery folder is a disk of 1 MiB. Nothing of this shows
// outside the namespace.
const inside = `set -e
mount -t tmpfs tmpfs /run
mkdir -m 755 /run/sshd
mount --bind "$DIR/passwd" /etc/passwd
mount --bind "$DIR/shadow" /etc/shadow
mount -t tmpfs -o size=1m,uid=$OWNER tmpfs "$FOLDER/small"
exec ` + sshd + ` -i -q -f "$DIR/sshd_config"`

// OpenSSH runs OpenSSH's server until the test ends. It returns how to reach
// it, and the folder it delivers to. Password logins need an account of the
// system, which root can pretend to have; without root, sshd or unshare the
// test is skipped, or fails where $CI is set. Lines are added to sshd_config.
func OpenSSH(tb testing.TB, lines ...string) (config sftp.Config, folder string) {
	tb.Helper()
	return openSSH(tb, always, lines)
}

// OpenSSHExpired is OpenSSH with an account whose password must be changed.
func OpenSSHExpired(tb testing.TB, lines ...string) sftp.Config {
	tb.Helper()
	config, _ := openSSH(tb, 0, lines)
	return config
}

// openSSH runs OpenSSH's server for an account whose password was changed on that
// day since 1970; 0 says that it must be changed.
func openSSH(tb testing.TB, changed int, lines []string) (config sftp.Config, folder string) {
	tb.Helper()
	need(tb, os.Getenv("CI") != "", sshd)

	dir, folder := tb.TempDir(), deliveries(tb)
	key, err := server.HostKey(filepath.Join(dir, "host_key"))
	if err != nil {
		tb.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(folder, "small"), 0o755); err != nil {
		tb.Fatal(err)
	}

	settings := append([]string{
		"HostKey " + filepath.Join(dir, "host_key"),
		"UsePAM no",
		"PasswordAuthentication yes",
		"KbdInteractiveAuthentication no",
		"Subsystem sftp internal-sftp",
		"LogLevel QUIET",
	}, lines...)
	settings = append(settings, // the first line of a kind counts
		"AuthorizedKeysFile "+filepath.Join(dir, "authorized_keys"),
		"StrictModes no")
	writeAccount(tb, dir, "/", changed)
	write(tb, dir, map[string]string{
		"sshd_config":     strings.Join(settings, "\n") + "\n",
		"authorized_keys": string(ssh.MarshalAuthorizedKey(PublicKey())),
	})
	for _, readable := range []string{dir, filepath.Join(dir, "authorized_keys")} { // as the account, too
		if err := os.Chmod(readable, 0o755); err != nil {
			tb.Fatal(err)
		}
	}

	listener, port := listen(tb)
	serveEach(tb, listener, inNamespace(tb, inside, "DIR="+dir, "FOLDER="+folder, fmt.Sprint("OWNER=", uid)))
	return configOf(tb, port, lineOf(port, key.PublicKey()), folder), folder
}

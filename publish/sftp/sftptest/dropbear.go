package sftptest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/schema/soaktest"
)

const (
	dropbear    = "/usr/sbin/dropbear"
	dropbearKey = "/usr/bin/dropbearkey"
	sftpServer  = "/usr/lib/sftp-server"
)

// insideDropbear starts one dropbear for the connection that is its standard input. It
// knows User as inside does.
const insideDropbear = `set -e
mount -t tmpfs tmpfs /run
mount --bind "$DIR/passwd" /etc/passwd
mount --bind "$DIR/shadow" /etc/shadow
exec ` + dropbear + ` -i -m -r "$DIR/host_key"`

// Dropbear runs dropbear, which starts OpenSSH's sftp-server, as OpenSSH does. It is
// for make soak: elsewhere the test is skipped where it is not installed.
func Dropbear(tb testing.TB) (config sftp.Config, folder string) {
	tb.Helper()
	need(tb, soaktest.Wanted(), dropbear, dropbearKey, sftpServer)

	dir, home, folder := tb.TempDir(), deliveries(tb), deliveries(tb)
	hostKey := filepath.Join(dir, "host_key")
	out, err := exec.Command(dropbearKey, "-t", "ed25519", "-f", hostKey).CombinedOutput()
	if err != nil {
		tb.Fatalf("dropbearkey: %v: %s", err, out)
	}
	writeAccount(tb, dir, home, always)
	authorize(tb, home)

	listener, port := listen(tb)
	serveEach(tb, listener, inNamespace(tb, insideDropbear, "DIR="+dir))
	return configOf(tb, port, lineOf(port, publicKeyIn(tb, string(out))), folder), folder
}

// publicKeyIn returns the key that dropbearkey has printed.
func publicKeyIn(tb testing.TB, printed string) ssh.PublicKey {
	tb.Helper()
	for line := range strings.Lines(printed) {
		if key, _, _, _, err := ssh.ParseAuthorizedKey([]byte(line)); err == nil {
			return key
		}
	}
	tb.Fatalf("dropbearkey printed no key: %s", printed)
	return nil
}

// authorize lets Key into an account by its home.
func authorize(tb testing.TB, home string) {
	tb.Helper()
	dir := filepath.Join(home, ".ssh")
	if err := os.Mkdir(dir, 0o700); err != nil {
		tb.Fatal(err)
	}
	write(tb, dir, map[string]string{"authorized_keys": string(ssh.MarshalAuthorizedKey(PublicKey()))})
	for _, path := range []string{dir, filepath.Join(dir, "authorized_keys")} {
		if err := os.Chown(path, uid, uid); err != nil {
			tb.Fatal(err)
		}
	}
}

package sftptest

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/crypto/ssh/knownhosts"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
)

const (
	sshd = "/usr/sbin/sshd"
	uid  = 65534 // of User there: nobody's
	// crypted is Password, by openssl passwd -6.
	crypted = "$6$district$Xgbz5Vs1D14fOyk28wvU6XNCyBxuEVSuy/gQ91h4wVpszAyJhmFKGHzgW8SZmqMWnQi8iLbcQfdJZf9IFizEz0"
)

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
	return openSSH(tb, 19000, lines)
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
	needOpenSSH(tb)

	dir, folder := tb.TempDir(), tb.TempDir()
	key, err := server.HostKey(filepath.Join(dir, "host_key"))
	if err != nil {
		tb.Fatal(err)
	}

	writeAccount(tb, dir, changed, lines)
	if err := os.Mkdir(filepath.Join(folder, "small"), 0o755); err != nil {
		tb.Fatal(err)
	}

	err = os.Chown(folder, uid, -1)
	if err == nil {
		err = os.Chmod(filepath.Dir(folder), 0o755) // which the test made for itself alone
	}
	if err != nil {
		tb.Fatal(err)
	}

	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}

	serveOpenSSH(tb, listener, "DIR="+dir, "FOLDER="+folder, fmt.Sprint("OWNER=", uid))
	line := knownhosts.Line([]string{listener.Addr().String()}, key.PublicKey()) + "\n"
	return configOf(tb, listener.Addr().(*net.TCPAddr).Port, line, folder), folder
}

// needOpenSSH ends the test where OpenSSH's server cannot run.
func needOpenSSH(tb testing.TB) {
	tb.Helper()
	_, err := os.Stat(sshd)
	root := os.Getuid() == 0
	if err == nil && root && exec.Command("unshare", "-m", "true").Run() == nil {
		return
	}

	const says = "OpenSSH needs root, unshare and " + sshd
	if os.Getenv("CI") != "" {
		tb.Fatal(says)
	}
	tb.Skip(says)
}

func writeAccount(tb testing.TB, dir string, changed int, lines []string) {
	tb.Helper()
	settings := append([]string{
		"HostKey " + filepath.Join(dir, "host_key"),
		"UsePAM no",
		"PasswordAuthentication yes",
		"KbdInteractiveAuthentication no",
		"Subsystem sftp internal-sftp",
		"LogLevel QUIET",
	}, lines...)
	for name, text := range map[string]string{
		"passwd": "root:x:0:0::/root:/bin/sh\nsshd:x:65533:65533::/run/sshd:/bin/false\n" +
			fmt.Sprintf("%s:x:%d:%[2]d::/:/bin/sh\n", User, uid),
		"shadow": "root:*:19000::::::\nsshd:*:19000::::::\n" +
			fmt.Sprintf("%s:%s:%d::::::\n", User, crypted, changed),
		"sshd_config": strings.Join(settings, "\n") + "\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			tb.Fatal(err)
		}
	}

	if err := os.Chmod(filepath.Join(dir, "passwd"), 0o644); err != nil {
		tb.Fatal(err)
	}
}

// serveOpenSSH hands every connection to an sshd of its own.
func serveOpenSSH(tb testing.TB, listener net.Listener, env ...string) {
	var running sync.WaitGroup
	running.Go(func() {
		for {
			tcp, err := listener.Accept()
			if err != nil {
				return // closed
			}

			running.Go(func() {
				f, err := tcp.(*net.TCPConn).File()
				_ = tcp.Close() // f is a copy
				if err != nil {
					return
				}

				cmd := exec.CommandContext(tb.Context(), "unshare", "-m", "sh", "-c", inside)
				cmd.Env = append(os.Environ(), env...)
				cmd.Stdin, cmd.Stdout, cmd.Stderr = f, f, tb.Output()
				_ = cmd.Run() // the client has found out
				_ = f.Close()
			})
		}
	})

	tb.Cleanup(func() {
		_ = listener.Close() // which ends the loop
		running.Wait()
	})
}

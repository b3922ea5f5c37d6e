package sftptest

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema/soaktest"
)

const rclone = "/usr/bin/rclone"

var listening = regexp.MustCompile(`listening on 127\.0\.0\.1:(\d+)`)

// Rclone runs rclone serve sftp, as OpenSSH does, with the settings of Debian. It is
// for make soak: elsewhere the test is skipped where it is not installed.
func Rclone(tb testing.TB) (config sftp.Config, folder string) {
	tb.Helper()
	need(tb, soaktest.Wanted(), rclone)

	dir, root := tb.TempDir(), tb.TempDir()
	folder = filepath.Join(root, "automated")
	if err := os.Mkdir(folder, 0o755); err != nil {
		tb.Fatal(err)
	}
	key, err := server.HostKey(filepath.Join(dir, "host_key"))
	if err != nil {
		tb.Fatal(err)
	}
	write(tb, dir, map[string]string{"authorized_keys": string(ssh.MarshalAuthorizedKey(PublicKey()))})

	cmd := exec.Command(rclone, "serve", "sftp", root, "--addr", "127.0.0.1:0", "--user", User,
		"--key", filepath.Join(dir, "host_key"), "--authorized-keys", filepath.Join(dir, "authorized_keys"),
		"--config", filepath.Join(dir, "none"), "--cache-dir", dir, "-v")
	cmd.Env = append(os.Environ(), "RCLONE_PASS="+Password) // which the process list must not show
	port := started(tb, cmd)
	return configOf(tb, port, lineOf(port, key.PublicKey()), "/automated"), folder
}

// started starts a server, which is killed when the test ends, and returns the port
// that it says it listens at.
func started(tb testing.TB, cmd *exec.Cmd) (port int) {
	tb.Helper()
	said, err := cmd.StderrPipe()
	if err != nil {
		tb.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		tb.Fatal(err)
	}

	at := make(chan int, 1)
	read := make(chan struct{})
	go func() {
		defer close(read)
		defer close(at)
		for lines := bufio.NewScanner(said); lines.Scan(); {
			if m := listening.FindStringSubmatch(lines.Text()); m != nil {
				n, _ := strconv.Atoi(m[1]) // which is digits
				at <- n
			}
		}
	}()
	tb.Cleanup(func() {
		_ = cmd.Process.Kill() // it runs until then
		<-read
		_ = cmd.Wait()
	})

	port = <-at
	if port == 0 {
		tb.Fatalf("%s does not say where it listens", cmd.Path)
	}
	return port
}

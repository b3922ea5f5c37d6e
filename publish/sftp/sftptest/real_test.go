package sftptest_test

import (
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	pkgsftp "github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
)

// TestServersTakePasswordAndKey logs in to each server in both ways, and writes.
func TestServersTakePasswordAndKey(t *testing.T) {
	signer, err := ssh.ParsePrivateKey([]byte(sftptest.Key()))
	if err != nil {
		t.Fatal(err)
	}
	ways := map[string]ssh.AuthMethod{"password": ssh.Password(sftptest.Password), "key": ssh.PublicKeys(signer)}

	for name, start := range map[string]func(testing.TB) (sftp.Config, string){
		"OpenSSH":  func(tb testing.TB) (sftp.Config, string) { return sftptest.OpenSSH(tb) },
		"ProFTPD":  sftptest.ProFTPD,
		"rclone":   sftptest.Rclone,
		"dropbear": sftptest.Dropbear,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			config, folder := start(t)
			for way, auth := range ways {
				write(t, config, way, auth)
				if text, err := os.ReadFile(filepath.Join(folder, way)); string(text) != way {
					t.Errorf("with a %s: got %q, %v", way, text, err)
				}
			}
		})
	}
}

// write logs in and writes a file.
func write(t *testing.T, config sftp.Config, name string, auth ssh.AuthMethod) {
	t.Helper()
	tcp := net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: config.Port}
	client, err := ssh.Dial("tcp", tcp.String(), &ssh.ClientConfig{
		User:            config.User,
		Auth:            []ssh.AuthMethod{auth},
		HostKeyCallback: ssh.InsecureIgnoreHostKey(), // of this process's own server
		Timeout:         10 * time.Second,

		// dropbear lists an RSA key that it does not have, and dies when it is asked for it.
		HostKeyAlgorithms: []string{ssh.KeyAlgoED25519},
	})
	if err != nil {
		t.Fatalf("with a %s: %v", name, err)
	}
	defer client.Close()

	c, err := pkgsftp.NewClient(client)
	if err != nil {
		t.Fatalf("with a %s: %v", name, err)
	}
	f, err := c.OpenFile(config.Directory+"/"+name, os.O_WRONLY|os.O_CREATE)
	if err == nil {
		_, err = f.Write([]byte(name))
	}
	if err != nil {
		t.Fatalf("with a %s: %v", name, err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

package sftptest

import (
	"crypto/ed25519"
	"encoding/pem"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"golang.org/x/crypto/ssh"
)

const (
	uid = 65534 // of User where it is an account of the system: nobody's
	// crypted is Password, by openssl passwd -6.
	crypted = "$6$district$Xgbz5Vs1D14fOyk28wvU6XNCyBxuEVSuy/gQ91h4wVpszAyJhmFKGHzgW8SZmqMWnQi8iLbcQfdJZf9IFizEz0"
)

// clientKey is a key of User, new in each process.
var clientKey = sync.OnceValue(func() []byte {
	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		panic(err) // there is no chance in this system
	}
	block, err := ssh.MarshalPrivateKey(key, "")
	if err != nil {
		panic(err) // it is of a known type
	}
	return pem.EncodeToMemory(block)
})

// Key returns the text of a private key that the servers accept in place of the
// password, except for the one in the process, which has to be told.
func Key() string { return string(clientKey()) }

// PublicKey returns the key that belongs to Key.
func PublicKey() ssh.PublicKey {
	key, err := ssh.ParsePrivateKey(clientKey())
	if err != nil {
		panic(err) // it was made above
	}
	return key.PublicKey()
}

// write writes files into a folder, for its owner alone.
func write(tb testing.TB, dir string, files map[string]string) {
	tb.Helper()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
}

// deliveries returns a folder of User, which the account can reach.
func deliveries(tb testing.TB) (folder string) {
	tb.Helper()
	folder = tb.TempDir()
	err := os.Chown(folder, uid, -1)
	if err == nil {
		err = os.Chmod(filepath.Dir(folder), 0o755) // which the test made for itself alone
	}
	if err != nil {
		tb.Fatal(err)
	}
	return folder
}

// always is a day since 1970 on which a password was changed: it has not expired.
const always = 19000

// writeAccount writes the files passwd and shadow, with User in them, whose password
// was changed on that day since 1970; 0 says that it must be changed.
func writeAccount(tb testing.TB, dir, home string, changed int) {
	tb.Helper()
	write(tb, dir, map[string]string{
		"passwd": "root:x:0:0::/root:/bin/sh\nsshd:x:65533:65533::/run/sshd:/bin/false\n" +
			fmt.Sprintf("%s:x:%d:%[2]d::%s:/bin/sh\n", User, uid, home),
		"shadow": "root:*:19000::::::\nsshd:*:19000::::::\n" +
			fmt.Sprintf("%s:%s:%d::::::\n", User, crypted, changed),
	})
	if err := os.Chmod(filepath.Join(dir, "passwd"), 0o644); err != nil {
		tb.Fatal(err)
	}
}

package sftp_test

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/pem"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// passphrase is seen in the process list, as an argument of ssh-keygen: it is not like the
// secrets that other tests look for there.
const passphrase = "given-to-ssh-keygen"

// userKey is a private key, and its text.
type userKey struct {
	ssh.Signer
	text string
}

func newUserKey(t *testing.T, kind string) userKey {
	t.Helper()
	var private any
	var err error
	switch kind {
	case "RSA":
		private, err = rsa.GenerateKey(rand.Reader, 2048)
	case "ECDSA":
		private, err = ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	default:
		_, private, err = ed25519.GenerateKey(rand.Reader)
	}
	if err != nil {
		t.Fatal(err)
	}

	signer, err := ssh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := ssh.MarshalPrivateKey(private, "")
	if err != nil {
		t.Fatal(err)
	}
	return userKey{
		Signer: signer,
		text:   string(pem.EncodeToMemory(plain)),
	}
}

// encrypted returns the key's text under the passphrase, which is quick to try.
func (k userKey) encrypted(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, "key", k.text)
	file := filepath.Join(dir, "key")
	if err := os.Chmod(file, 0o600); err != nil {
		t.Fatal(err)
	}

	c := exec.Command("ssh-keygen", "-q", "-p", "-a", "1", "-P", "", "-N", passphrase, "-f", file)
	if said, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// public returns the key's line in authorized_keys.
func (k userKey) public() string { return string(ssh.MarshalAuthorizedKey(k.PublicKey())) }

// certificate returns the line of a certificate of the key.
func (k userKey) certificate(t *testing.T, authority ssh.Signer, change func(*ssh.Certificate)) string {
	t.Helper()
	c := &ssh.Certificate{
		Key:             k.PublicKey(),
		CertType:        ssh.UserCert,
		ValidPrincipals: []string{sftptest.User},
		ValidBefore:     ssh.CertTimeInfinity,
	}
	if change != nil {
		change(c)
	}
	if err := c.SignCert(rand.Reader, authority); err != nil {
		t.Fatal(err)
	}
	return string(ssh.MarshalAuthorizedKey(c))
}

// TestCheckKey has texts that are not a key that can be used.
func TestCheckKey(t *testing.T) {
	t.Parallel()
	key, other, authority := newUserKey(t, ""), newUserKey(t, ""), newUserKey(t, "")
	now := uint64(time.Now().Unix())
	expired := key.certificate(t, authority, func(c *ssh.Certificate) { c.ValidBefore = now - 60 })
	early := key.certificate(t, authority, func(c *ssh.Certificate) { c.ValidAfter = now + 3600 })
	host := key.certificate(t, authority, func(c *ssh.Certificate) { c.CertType = ssh.HostCert })
	good := key.certificate(t, authority, nil)
	encrypted := key.encrypted(t)
	oneLine := strings.ReplaceAll(key.text, "\n", " ")

	for name, test := range map[string]struct{ text, passphrase, says, hint string }{
		"none":                        {"", "", "", ""},
		"only a passphrase":           {"", passphrase, "", ""},
		"plain":                       {key.text, "", "", ""},
		"passphrase without need":     {key.text, passphrase, "", ""},
		"without the last line break": {strings.TrimSuffix(key.text, "\n"), "", "", ""},
		"carriage returns":            {strings.ReplaceAll(key.text, "\n", "\r\n"), "", "", ""},
		"encrypted":                   {encrypted, passphrase, "", ""},
		"RSA":                         {newUserKey(t, "RSA").text, "", "", ""},
		"ECDSA":                       {newUserKey(t, "ECDSA").text, "", "", ""},
		"certificate":                 {key.text + good, "", "", ""},
		"certificate first":           {good + encrypted, passphrase, "", ""},

		"no passphrase":    {encrypted, "", "there is no passphrase", "set SCHOOLINKS_SFTP_KEY_PASSPHRASE"},
		"wrong passphrase": {encrypted, "hush-another", "passphrase does not open", "correct "},
		"PuTTY":            {"PuTTY-User-Key-File-3: ssh-ed25519\n", "", "PuTTY's format", "puttygen "},
		"public key":       {key.public(), "", "public key", "SCHOOLINKS_SFTP_KEY_FILE"},
		"certificate only": {good, "", "public key", "SCHOOLINKS_SFTP_KEY_FILE"},
		"path":             {"secrets/id_ed25519", "", "no private key", "SCHOOLINKS_SFTP_KEY_FILE"},
		"one line":         {oneLine, "", "no private key", "line breaks"},
		"cut":              {key.text[:len(key.text)/2], "", "no private key", "SCHOOLINKS_SFTP_KEY_FILE"},
		"another PEM": {"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "",
			"not a key of a type", "ssh-keygen"},
		"certificate of another key": {other.text + good, "", "certificate is for another key", "operator"},
		"expired certificate":        {key.text + expired, "", "certificate has expired", "operator"},
		"early certificate":          {key.text + early, "", "certificate is not valid yet", "operator"},
		"host's certificate":         {key.text + host, "", "for a host", "operator"},
		"public key beside it":       {key.text + key.public(), "", "not one OpenSSH certificate", "operator"},
	} {
		err := sftp.CheckKey(test.text, test.passphrase)
		if test.says == "" {
			if err != nil {
				t.Errorf("%s: got %v", name, err)
			}
			continue
		}

		said := schema.KindOf(err) == schema.Config && strings.Contains(err.Error(), test.says)
		if !said || !strings.Contains(schema.HintOf(err), test.hint) {
			t.Errorf("%s: got %v (%s), want %q (%s)", name, err, schema.HintOf(err), test.says, test.hint)
		}
		if regexp.MustCompile("hush-|AAAA|" + passphrase).MatchString(err.Error()) {
			t.Errorf("%s: got %q, which shows a secret", name, err)
		}
	}
}

// A key that cannot be used is found before the network is used.
func TestUnusableKeyConnectsNowhere(t *testing.T) {
	config, _ := sftptest.Serve(t, server.Options{Before: func(op, _ string) error {
		t.Errorf("the server was asked for %s", op)
		return nil
	}})
	encrypted := newUserKey(t, "").encrypted(t)
	config.Key = func() string { return encrypted }
	if err := connect(t, config); schema.KindOf(err) != schema.Config {
		t.Errorf("got %v (%d), want a configuration fault", err, schema.KindOf(err))
	}
}

// withKey returns a configuration with a key in place of the password.
func withKey(config sftp.Config, text string) sftp.Config {
	config.Password = nil
	config.Key = func() string { return text }
	config.Passphrase = func() string { return passphrase }
	return config
}

// accepting makes a server accept a key, and then a password where it wants both.
func accepting(key ssh.PublicKey, both bool) func(*ssh.ServerConfig) {
	return func(c *ssh.ServerConfig) {
		password := c.PasswordCallback
		c.PasswordCallback = nil
		check := ssh.CertChecker{
			IsUserAuthority: func(authority ssh.PublicKey) bool {
				return string(authority.Marshal()) == string(key.Marshal())
			},
			UserKeyFallback: func(_ ssh.ConnMetadata, got ssh.PublicKey) (*ssh.Permissions, error) {
				if string(got.Marshal()) != string(key.Marshal()) {
					return nil, errors.New("another key")
				}
				return nil, nil
			},
		}

		c.PublicKeyAuthAlgorithms = []string{ // without SHA-1
			ssh.KeyAlgoRSASHA256, ssh.KeyAlgoRSASHA512, ssh.KeyAlgoED25519, ssh.KeyAlgoECDSA256,
		}
		c.PublicKeyCallback = func(user ssh.ConnMetadata, got ssh.PublicKey) (*ssh.Permissions, error) {
			permissions, err := check.Authenticate(user, got)
			if err == nil && both {
				return nil, &ssh.PartialSuccessError{Next: ssh.ServerAuthCallbacks{PasswordCallback: password}}
			}
			return permissions, err
		}
	}
}

func TestKeyLogin(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"RSA", "ECDSA", "ed25519"} {
		key := newUserKey(t, kind)
		config, _ := sftptest.Serve(t, server.Options{SSH: accepting(key.PublicKey(), false)})
		if err := connect(t, withKey(config, key.text)); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
	}

	for _, kind := range []string{"RSA", "ed25519"} {
		key, authority := newUserKey(t, kind), newUserKey(t, "")
		config, _ := sftptest.Serve(t, server.Options{SSH: accepting(authority.PublicKey(), false)})
		if err := connect(t, withKey(config, key.text+key.certificate(t, authority, nil))); err != nil {
			t.Errorf("certificate of %s: %v", kind, err)
		}
	}
}

// TestKeyThenPassword has servers that want a key, or a key and a password.
func TestKeyThenPassword(t *testing.T) {
	t.Parallel()
	key, other := newUserKey(t, ""), newUserKey(t, "")
	right, wrong := sftptest.Password, "hush-wrong"

	for _, test := range []struct {
		name, key, password string
		both                bool
		says, hint          string
		logins              int64 // how often the password was offered
	}{
		{"both", key.text, right, true, "", "", 1},
		{"key where a password is set too", key.text, right, false, "", "", 0},
		{"no password", key.text, "", true,
			"accepts the key, and wants more: password", "set SCHOOLINKS_SFTP_PASSWORD", 0},
		{"wrong password", key.text, wrong, true,
			"accepts the key, but not the password", "SCHOOLINKS_SFTP_PASSWORD before", 1},
		{"wrong key", other.text, right, true, "does not accept the user and the key", "SCHOOLINKS_SFTP_KEY before", 0},
		{"no key", "", right, true, "not accept passwords: it offers publickey", "set SCHOOLINKS_SFTP_KEY_FILE", 0},
	} {
		var logins atomic.Int64
		config, _ := sftptest.Serve(t, server.Options{
			SSH: accepting(key.PublicKey(), test.both),
			Before: func(op, _ string) error {
				if op == "login" {
					logins.Add(1)
				}
				return nil
			},
		})
		config = withKey(config, test.key)
		config.Password = func() string { return test.password }

		err := connect(t, config)
		if test.says != "" {
			checkRefused(t, err, test.says)
		} else if err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		if !strings.Contains(schema.HintOf(err), test.hint) || logins.Load() != test.logins {
			t.Errorf("%s: got hint %q and %d passwords, want %q and %d",
				test.name, schema.HintOf(err), logins.Load(), test.hint, test.logins)
		}
	}

	config, _ := sftptest.Serve(t, server.Options{})
	checkRefused(t, connect(t, withKey(config, key.text)), "does not accept keys: it offers password")

	either := accepting(key.PublicKey(), false)
	config, _ = sftptest.Serve(t, server.Options{SSH: func(c *ssh.ServerConfig) {
		password := c.PasswordCallback
		either(c)
		c.PasswordCallback = password
	}})
	config = withKey(config, other.text)
	config.Password = func() string { return wrong }
	checkRefused(t, connect(t, config), "accepts neither the key nor the password of the user")
}

// TestKeysOfOpenSSH has OpenSSH's server look at keys.
func TestKeysOfOpenSSH(t *testing.T) {
	t.Parallel()
	key, authority := newUserKey(t, "RSA"), newUserKey(t, "")
	dir := t.TempDir()
	put(t, dir, "keys", key.public())
	put(t, dir, "authorities", authority.public())
	keys := filepath.Join(dir, "keys")
	for _, name := range []string{"keys", "authorities"} {
		if err := os.Chmod(filepath.Join(dir, name), 0o644); err != nil {
			t.Fatal(err)
		}
	}

	config, _ := sftptest.OpenSSH(t, "StrictModes no", "AuthorizedKeysFile "+keys)
	if err := connect(t, withKey(config, key.encrypted(t))); err != nil {
		t.Errorf("key: %v", err)
	}

	both := []string{"StrictModes no", "AuthorizedKeysFile " + keys, "AuthenticationMethods publickey,password"}
	config, _ = sftptest.OpenSSH(t, both...)
	password := config.Password
	config = withKey(config, key.text)
	checkRefused(t, connect(t, config), "accepts the key, and wants more: password")
	config.Password = password
	s := dial(t, config)
	offers, used := s.Methods()
	if strings.Join(offers, " ") != "publickey" || strings.Join(used, " ") != "key password" {
		t.Errorf("got methods %q, used %q", offers, used)
	}

	config, _ = sftptest.OpenSSH(t, "TrustedUserCAKeys "+filepath.Join(dir, "authorities"))
	if err := connect(t, withKey(config, key.text+key.certificate(t, authority, nil))); err != nil {
		t.Errorf("certificate: %v", err)
	}
}

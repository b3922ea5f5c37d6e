package sftp

import (
	"bytes"
	"encoding/pem"
	"errors"
	"slices"
	"strings"
	"time"

	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const keyHint = "set SCHOOLINKS_SFTP_KEY_FILE to the file of a private key, or SCHOOLINKS_SFTP_KEY to its text, " +
	"with its line breaks"

// CheckKey returns a schema.Config fault that says what is wrong with a private key,
// its passphrase or its certificate, before the network is used. No key is fine.
func CheckKey(key, passphrase string) error {
	_, err := parseKey(key, passphrase, time.Now())
	return err
}

// parseKey returns the signer of a private key, which its OpenSSH certificate may
// accompany; nil when there is no key. Its errors show nothing of the text.
func parseKey(text, passphrase string, now time.Time) (ssh.Signer, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}

	before, _, found := strings.Cut(text, "-----BEGIN ")
	block, rest := pem.Decode([]byte(text))
	if !found || block == nil {
		return nil, noPrivateKey(text)
	}

	signer, err := unlock(pem.EncodeToMemory(block), passphrase)
	if err != nil {
		return nil, err
	}
	certificate := strings.TrimSpace(before + string(rest))
	if certificate == "" {
		return signer, nil
	}
	return certify(signer, certificate, now)
}

// noPrivateKey says what a text is that has no private key as OpenSSH writes it.
func noPrivateKey(text string) error {
	text = strings.TrimSpace(text)
	switch {
	case strings.HasPrefix(text, "PuTTY-User-Key-File"):
		return badKey("it is in PuTTY's format (.ppk)",
			"convert it: puttygen key.ppk -O private-openssh-new -o key")
	case strings.HasPrefix(text, "ssh-"), strings.HasPrefix(text, "ecdsa-"):
		return badKey("it is a public key, not a private one", keyHint)
	}
	return badKey("there is no private key in it", keyHint)
}

// keyTypes are the types of private keys that can be used.
var keyTypes = []string{
	ssh.KeyAlgoRSA,
	ssh.KeyAlgoECDSA256,
	ssh.KeyAlgoECDSA384,
	ssh.KeyAlgoECDSA521,
	ssh.KeyAlgoED25519,
}

// unlock decrypts a private key, when it is encrypted, and lets it sign as servers
// should still accept: RSA with SHA-2 alone.
func unlock(block []byte, passphrase string) (ssh.Signer, error) {
	raw, err := ssh.ParseRawPrivateKey(block)
	var locked *ssh.PassphraseMissingError
	encrypted := errors.As(err, &locked)

	switch {
	case encrypted && passphrase == "":
		return nil, badKey("it is encrypted, and there is no passphrase", "set SCHOOLINKS_SFTP_KEY_PASSPHRASE")
	case encrypted:
		raw, err = ssh.ParseRawPrivateKeyWithPassphrase(block, []byte(passphrase))
	}
	if encrypted && err != nil {
		return nil, badKey("the passphrase does not open it", "correct SCHOOLINKS_SFTP_KEY_PASSPHRASE")
	}

	var signer ssh.Signer
	if err == nil {
		signer, err = ssh.NewSignerFromKey(raw)
	}
	if err != nil || !slices.Contains(keyTypes, signer.PublicKey().Type()) {
		return nil, badKey("it is not a key of a type that can be used: RSA, ECDSA or ed25519, as OpenSSH writes it",
			"convert it: ssh-keygen -p -f key; or make a new one: ssh-keygen -t ed25519 -f key")
	}

	if signer.PublicKey().Type() != ssh.KeyAlgoRSA {
		return signer, nil
	}
	sha2 := []string{ssh.KeyAlgoRSASHA512, ssh.KeyAlgoRSASHA256}
	return ssh.NewSignerWithAlgorithms(signer.(ssh.AlgorithmSigner), sha2)
}

// certify returns the signer with its certificate, the line of an id-cert.pub.
func certify(signer ssh.Signer, line string, now time.Time) (ssh.Signer, error) {
	const hint = "ask the server's operator for a certificate of this key, or leave it out of SCHOOLINKS_SFTP_KEY"

	public, _, _, rest, err := ssh.ParseAuthorizedKey([]byte(line))
	certificate, ok := public.(*ssh.Certificate)
	if err != nil || !ok || len(bytes.TrimSpace(rest)) > 0 {
		return nil, badKey("what stands beside the private key is not one OpenSSH certificate", hint)
	}

	unix := uint64(now.Unix())
	sameKey := bytes.Equal(certificate.Key.Marshal(), signer.PublicKey().Marshal())
	switch {
	case !sameKey:
		return nil, badKey("the certificate is for another key", hint)
	case certificate.CertType != ssh.UserCert:
		return nil, badKey("the certificate is for a host, not for a user", hint)
	case unix >= certificate.ValidBefore: // which is the largest number when it has no end
		return nil, badKey("the certificate has expired", hint)
	case unix < certificate.ValidAfter:
		return nil, badKey("the certificate is not valid yet", hint)
	}
	return ssh.NewCertSigner(certificate, signer)
}

func badKey(what, hint string) error {
	return schema.NewFault(schema.Config, errors.New("read SCHOOLINKS_SFTP_KEY: "+what), hint)
}

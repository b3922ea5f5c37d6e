package server

import (
	"crypto/ed25519"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"golang.org/x/crypto/ssh"
)

// HostKey returns the host key in a file, and makes one there when there is no
// such file.
func HostKey(file string) (ssh.Signer, error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		text, err = newHostKey(file)
	}
	if err != nil {
		return nil, fmt.Errorf("host key: %w", err)
	}

	key, err := ssh.ParsePrivateKey(text)
	if err != nil {
		return nil, fmt.Errorf("host key %s: %w", file, err)
	}
	return key, nil
}

func newHostKey(file string) ([]byte, error) {
	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		return nil, err
	}

	block, err := ssh.MarshalPrivateKey(key, "")
	if err != nil {
		return nil, err
	}

	text := pem.EncodeToMemory(block)
	return text, os.WriteFile(file, text, 0o600)
}

package sftp

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// AnnouncedKeys reads the public keys that a server's operator has announced, from
// the text of a file with the given name: one a line, alone or as in known_hosts, or
// in the form of RFC 4716.
func AnnouncedKeys(c Config, name string, text []byte) (keys []HostKey, err error) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	lines := strings.Split(string(joined(text)), "\n")
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}

		key, err := announcedKey(c, line)
		if err != nil {
			err = fmt.Errorf("read %s: line %d: %w", name, i+1, err)
			return nil, schema.NewFault(schema.Config, err,
				"ask the server's operator for the public key itself, as a line like: ssh-ed25519 AAAA…")
		}
		keys = append(keys, newHostKey(c.Address(), key))
	}

	if len(keys) == 0 {
		err := fmt.Errorf("read %s: it has no key", name)
		return nil, schema.NewFault(schema.Config, err, "ask the server's operator for the public key")
	}
	return keys, nil
}

// announcedKey reads a line with a key. The words of the line are not told: it may
// be of a private key.
func announcedKey(c Config, line string) (ssh.PublicKey, error) {
	key, _, hosts, _, err := ssh.ParseAuthorizedKey([]byte(line))
	if err != nil {
		return nil, errors.New("it is not a public key")
	}
	if !slices.Contains(currentTypes(), key.Type()) {
		return nil, errors.New("it is not a key of a current type")
	}
	if len(hosts) == 0 {
		return key, nil
	}

	about, err := isAbout(lowerHosts([]byte(line)), c.Address())
	if err == nil && !about {
		err = fmt.Errorf("it names another server than %s", c.Address())
	}
	return key, err
}

// joined returns text with each key in the form of RFC 4716 as one line of the usual
// form, and the lines where they were.
func joined(text []byte) []byte {
	const begin, end = "---- BEGIN SSH2 PUBLIC KEY ----", "---- END SSH2 PUBLIC KEY ----"
	var b, blob strings.Builder
	inKey, inHeader := false, false
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		switch {
		case line == begin:
			inKey, inHeader = true, false
			blob.Reset()
			line = ""
		case line == end && inKey:
			inKey = false
			line = typed(blob.String())
		case inKey:
			header := inHeader || strings.Contains(line, ":")
			inHeader = header && strings.HasSuffix(line, `\`)
			if !header {
				blob.WriteString(line)
			}
			line = ""
		}
		b.WriteString(line + "\n")
	}
	return []byte(b.String())
}

// typed returns a key with its type before it.
func typed(blob string) string {
	raw, err := base64.StdEncoding.DecodeString(blob)
	if err != nil {
		return blob
	}
	key, err := ssh.ParsePublicKey(raw)
	if err != nil {
		return blob
	}
	return key.Type() + " " + blob
}

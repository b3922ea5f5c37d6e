package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func (p *program) trustCommand() *urfave.Command {
	return &urfave.Command{
		Name:  "trust",
		Usage: "show the server's host key and write it to known_hosts if you trust it",
		Description: "Before you say yes, compare the fingerprint with the one that the server's operator\n" +
			"gives you. No user name and no password is sent. A server with keys of several types\n" +
			"shows one of them; --fingerprint looks for that one among all. A changed key replaces\n" +
			"the old one of its type.\n" +
			"\n" +
			"If the operator announces a new key before the server has it, --key adds it beside the\n" +
			"old one, so that both are trusted. Then no connection is made.",
		UsageText: "publish trust\npublish trust --fingerprint SHA256:AbC…\npublish trust --key announced.pub",
		Flags: []urfave.Flag{
			&urfave.StringFlag{
				Name:  "fingerprint",
				Usage: "do not ask; trust the key with the fingerprint `SHA256:…` and no other",
			},
			&urfave.StringFlag{
				Name: "key",
				Usage: "trust the public keys in `FILE` too, which the server does not show yet; " +
					"- is standard input",
			},
		},
		Action: func(c *urfave.Context) error {
			conf, err := p.config(c)
			if err != nil {
				return err
			}
			account, err := config.ReadServer(p.Env)
			if err != nil {
				return err
			}
			return p.trust(c.Context, conf.Server(account), c.String("fingerprint"), c.String("key"))
		},
	}
}

// trust shows host keys, of the server or of a file, and writes those that a person
// trusts to known_hosts. With a fingerprint it asks nobody.
func (p *program) trust(ctx context.Context, server sftp.Config, fingerprint, announced string) error {
	if fingerprint != "" && !strings.HasPrefix(fingerprint, "SHA256:") {
		err := errors.New("trust: --fingerprint is not a SHA-256 fingerprint")
		return schema.NewFault(schema.Config, err,
			"write it as SHA256:…, the way the server's operator gives it")
	}

	known, err := sftp.ReadTrustFile(server)
	if err != nil {
		return err
	}

	t := trusting{
		program:     p,
		file:        server.KnownHosts,
		known:       known,
		fingerprint: fingerprint,
	}
	if announced != "" {
		return t.announced(ctx, server, announced)
	}
	return t.shown(ctx, server)
}

// trusting is one run of the command.
type trusting struct {
	*program
	file        string // known_hosts
	known       *sftp.TrustFile
	fingerprint string // of the one key that is wanted; "" asks a person
}

// shown is about the keys that the server shows. They replace those that it has no
// more.
func (t *trusting) shown(ctx context.Context, server sftp.Config) error {
	keys, others, err := t.ask(ctx, server)
	if err != nil {
		return err
	}

	at := server.Address()
	schema.Fprintf(t.Stdout, "%s shows:\n", at)
	add, known := t.list(keys, standingText)
	if t.fingerprint == "" && len(others) > 0 {
		schema.Fprintf(t.Stdout, "It has keys of other types too (%s). To look for one of those: "+
			"publish trust --fingerprint SHA256:…\n", strings.Join(others, ", "))
	}

	if len(add) == 0 {
		return t.nothing(at+" shows", known)
	}
	return t.write(ctx, add, t.known.Trust)
}

// ask asks the server for one key, and, as long as that is not the wanted one, for
// those of other types. others are the types that it was not asked for.
func (t *trusting) ask(ctx context.Context, server sftp.Config) (keys []sftp.HostKey, others []string, err error) {
	key, others, err := sftp.FirstHostKey(ctx, server, t.known.Types())
	if err != nil {
		return nil, nil, err
	}
	keys = append(keys, key)

	for t.fingerprint != "" && key.Fingerprint != t.fingerprint && len(others) > 0 {
		key, err = sftp.NextHostKey(ctx, server, others[0])
		if err != nil {
			return nil, nil, err
		}
		keys = append(keys, key)
		others = others[1:]
	}
	return keys, others, nil
}

// announced is about the keys in a file, which the server may show one day. Until
// then it shows those that are known.
func (t *trusting) announced(ctx context.Context, server sftp.Config, name string) error {
	text, err := t.readKeys(name)
	if err != nil {
		return err
	}
	keys, err := sftp.AnnouncedKeys(server, name, text)
	if err != nil {
		return err
	}

	schema.Fprintf(t.Stdout, "%s announces for %s:\n", name, server.Address())
	add, known := t.list(keys, besideText)
	if len(add) == 0 {
		return t.nothing(name+" has", known)
	}
	return t.write(ctx, add, t.known.TrustToo)
}

// readKeys reads a file, or standard input.
func (t *trusting) readKeys(name string) (text []byte, err error) {
	const most = 1 << 20
	if name == "-" {
		text, err = io.ReadAll(io.LimitReader(t.Stdin, most))
	} else {
		text, err = os.ReadFile(name)
	}
	if err != nil {
		err = fmt.Errorf("trust: read the announced keys: %w", err)
		return nil, schema.NewFault(schema.Config, err, "give the file that the server's operator sent")
	}
	return text, nil
}

// list prints keys. It returns those that can be added to the file, and how many
// the file has already; with a fingerprint only that key counts.
func (t *trusting) list(
	keys []sftp.HostKey, says func(sftp.Standing, []string) string,
) (add []sftp.HostKey, known int) {
	for _, key := range keys {
		standing, others := t.known.Standing(key)
		schema.Fprintf(t.Stdout, "  %-20s %s  %s\n", key.Type, key.Fingerprint, says(standing, others))

		wanted := t.fingerprint == "" || key.Fingerprint == t.fingerprint
		switch {
		case wanted && standing == sftp.Known:
			known++
		case wanted && standing != sftp.Revoked:
			add = append(add, key)
		}
	}
	return add, known
}

func standingText(standing sftp.Standing, others []string) string {
	switch standing {
	case sftp.Changed:
		return "CHANGED: " + strings.Join(others, "; ")
	case sftp.Revoked:
		return "REVOKED: it is never trusted"
	}
	return string(standing)
}

// besideText is standingText for a key that comes beside the others.
func besideText(standing sftp.Standing, others []string) string {
	if standing == sftp.Changed {
		return "new, beside the old one: " + strings.Join(others, "; ")
	}
	return standingText(standing, others)
}

// nothing is the end when there is no key to write: every key is there already, or
// none may be trusted. whoHas is "sftp.example.org:22 shows".
func (t *trusting) nothing(whoHas string, known int) error {
	switch {
	case known > 0:
		schema.Fprintf(t.Stdout, "%s already has it; nothing was written\n", t.file)
		return nil
	case t.fingerprint != "":
		err := fmt.Errorf("trust: %s no host key with that fingerprint that can be trusted", whoHas)
		return schema.NewFault(schema.Refused, err,
			"do not go on until the server's operator has told you which keys it has")
	}

	err := fmt.Errorf("trust: %s no host key that is not revoked", whoHas)
	return schema.NewFault(schema.Refused, err, "ask the server's operator for its keys")
}

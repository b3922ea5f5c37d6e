package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func (p *program) trustCommand() *urfave.Command {
	return &urfave.Command{
		Name:  "trust",
		Usage: "show the server's host keys and write those you trust to known_hosts",
		Description: "Before you say yes, compare the fingerprints with those that the server's operator\n" +
			"gives you. No user name and no password is sent.",
		UsageText: "publish trust\npublish trust --fingerprint SHA256:AbC…",
		Flags: []urfave.Flag{
			&urfave.StringFlag{
				Name:  "fingerprint",
				Usage: "do not ask; trust the key with the fingerprint `SHA256:…` and no other",
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
			return p.trust(c.Context, conf.Server(account), c.String("fingerprint"))
		},
	}
}

// trust shows the server's host keys and writes those that a person trusts to
// known_hosts. With a fingerprint it asks nobody.
func (p *program) trust(ctx context.Context, server sftp.Config, fingerprint string) error {
	if fingerprint != "" && !strings.HasPrefix(fingerprint, "SHA256:") {
		err := errors.New("trust: --fingerprint is not a SHA-256 fingerprint")
		return schema.NewFault(schema.Config, err,
			"write it as SHA256:…, the way the server's operator gives it")
	}

	file, err := sftp.ReadTrustFile(server.KnownHosts, server.Host, server.Port)
	if err != nil {
		return err
	}
	keys, err := sftp.HostKeys(ctx, server.Host, server.Port)
	if err != nil {
		return err
	}

	schema.Fprintf(p.Stdout, "%s:%d shows these host keys:\n", server.Host, server.Port)
	add, known := p.showKeys(file, keys, fingerprint)
	if len(add) == 0 {
		return p.nothingToTrust(server, fingerprint, known)
	}

	if fingerprint == "" {
		if err := p.confirm(ctx, server.KnownHosts); err != nil {
			return err
		}
	}

	if err := writeKnownHosts(server.KnownHosts, file.Trust(add)); err != nil {
		return err
	}
	schema.Fprintf(p.Stdout, "keys written to %s: %d\n", server.KnownHosts, len(add))
	return nil
}

// showKeys prints the host keys. It returns those that can be added to the file,
// and how many the file has already; with a fingerprint only that key counts.
func (p *program) showKeys(
	file *sftp.TrustFile, keys []sftp.HostKey, fingerprint string,
) (add []sftp.HostKey, known int) {
	for _, key := range keys {
		standing, others := file.Standing(key)
		schema.Fprintf(p.Stdout, "  %-20s %s  %s\n",
			key.Type, key.Fingerprint, standingText(standing, others))

		wanted := fingerprint == "" || key.Fingerprint == fingerprint
		switch {
		case wanted && standing == sftp.Known:
			known++
		case wanted && standing != sftp.Revoked:
			add = append(add, key)
		}
	}
	return add, known
}

// writeKnownHosts replaces the file in one step. Only its owner can read it.
func writeKnownHosts(path string, text []byte) error {
	err := cli.WriteFiles(cli.File{
		Path: path,
		Write: func(w io.Writer) error {
			_, err := w.Write(text)
			return err
		},
	})
	if err != nil {
		return fmt.Errorf("write known hosts: %w", err)
	}
	return nil
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

// nothingToTrust is the end when there is no key to write: every key is there
// already, or none may be trusted.
func (p *program) nothingToTrust(server sftp.Config, fingerprint string, known int) error {
	at := fmt.Sprintf("%s:%d", server.Host, server.Port)
	switch {
	case known > 0:
		schema.Fprintf(p.Stdout, "%s already has them; nothing was written\n", server.KnownHosts)
		return nil
	case fingerprint != "":
		err := fmt.Errorf("trust: %s shows no host key with that fingerprint that can be trusted", at)
		return schema.NewFault(schema.Refused, err,
			"do not go on until the server's operator has told you which keys it has")
	}

	err := fmt.Errorf("trust: every host key of %s is revoked", at)
	return schema.NewFault(schema.Refused, err, "ask the server's operator for its keys")
}

// confirm asks whoever is at the terminal. Only y or yes is a yes.
func (p *program) confirm(ctx context.Context, file string) error {
	schema.Fprintf(p.Stderr, "Compare them with the fingerprints that the server's operator gives you.\n"+
		"Write these to %s? [y/N]\n", file)

	answer, err := p.readAnswer(ctx)
	switch {
	case ctx.Err() != nil:
		return fmt.Errorf("trust: nothing was written: %w", ctx.Err())
	case answer == "y" || answer == "yes":
		return nil
	case answer == "" && errors.Is(err, io.EOF):
		return schema.NewFault(schema.Config,
			errors.New("trust: nobody answered; nothing was written"),
			"run it at a terminal, or give the fingerprint that you expect: publish trust --fingerprint SHA256:…")
	case err != nil && !errors.Is(err, io.EOF):
		return fmt.Errorf("trust: read the answer: %w", err)
	}
	return schema.NewFault(schema.Refused,
		errors.New("trust: the answer was not yes; nothing was written"),
		"ask the server's operator for the fingerprints, then run it again")
}

// readAnswer reads a line, in lower case. It does not wait for one when the run
// is interrupted.
func (p *program) readAnswer(ctx context.Context) (string, error) {
	type read struct {
		line string
		err  error
	}
	answered := make(chan read, 1)
	go func() {
		line, err := bufio.NewReader(p.Stdin).ReadString('\n')
		answered <- read{line, err}
	}()

	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case a := <-answered:
		line := strings.TrimSpace(a.line)
		return strings.ToLower(line), a.err
	}
}

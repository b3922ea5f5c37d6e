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
		Description: "Compare the fingerprints with those that the server's operator tells you, before\n" +
			"you say yes. No user and no password is sent.",
		UsageText: "publish trust\npublish trust --fingerprint SHA256:AbC…",
		Flags: []urfave.Flag{
			&urfave.StringFlag{Name: "fingerprint", Usage: "ask nobody: trust the key with this `SHA256:…` and no other"},
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

func (p *program) trust(ctx context.Context, server sftp.Config, fingerprint string) error {
	if fingerprint != "" && !strings.HasPrefix(fingerprint, "SHA256:") {
		return schema.NewFault(schema.Config, errors.New("trust: --fingerprint is no SHA-256 fingerprint"), "write it as SHA256:…, as the server's operator tells it")
	}
	file, err := sftp.ReadTrustFile(server.KnownHosts, server.Host, server.Port)
	if err != nil {
		return err
	}
	keys, err := sftp.HostKeys(ctx, server.Host, server.Port)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.Stdout, "%s:%d shows these host keys:\n", server.Host, server.Port)
	var add []sftp.HostKey
	known := 0
	for _, key := range keys {
		standing, others := file.Standing(key)
		fmt.Fprintf(p.Stdout, "  %-20s %s  %s\n", key.Type, key.Fingerprint, standingText(standing, others))
		switch {
		case fingerprint != "" && key.Fingerprint != fingerprint:
		case standing == sftp.Known:
			known++
		case standing != sftp.Revoked:
			add = append(add, key)
		}
	}
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
	fmt.Fprintf(p.Stdout, "keys written to %s: %d\n", server.KnownHosts, len(add))
	return nil
}

// writeKnownHosts replaces the file at once. Only its owner may read it.
func writeKnownHosts(path string, text []byte) error {
	err := cli.WriteFiles(cli.File{Path: path, Write: func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	}})
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

// nothingToTrust is the end where no key is to be written: because it is
// there, or because it must not be.
func (p *program) nothingToTrust(server sftp.Config, fingerprint string, known int) error {
	switch {
	case known > 0:
		fmt.Fprintf(p.Stdout, "%s holds them already, nothing is written\n", server.KnownHosts)
		return nil
	case fingerprint != "":
		return schema.NewFault(schema.Refused, fmt.Errorf("trust: %s:%d shows no host key of that fingerprint that may be trusted", server.Host, server.Port),
			"do not go on before the server's operator has told which keys it has")
	}
	return schema.NewFault(schema.Refused, fmt.Errorf("trust: every host key of %s:%d is revoked", server.Host, server.Port),
		"ask the server's operator for its keys")
}

// confirm asks whoever is there. Only a yes is one.
func (p *program) confirm(ctx context.Context, file string) error {
	fmt.Fprintf(p.Stderr, "Compare them with what the server's operator tells you.\nwrite these to %s? [y/N]\n", file)
	answered := make(chan error, 1)
	var answer string
	go func() {
		var err error
		answer, err = bufio.NewReader(p.Stdin).ReadString('\n')
		answered <- err
	}()
	select {
	case <-ctx.Done():
		return fmt.Errorf("trust: nothing was written: %w", ctx.Err())
	case err := <-answered:
		answer = strings.ToLower(strings.TrimSpace(answer))
		switch {
		case answer == "y" || answer == "yes":
			return nil
		case answer == "" && errors.Is(err, io.EOF):
			return schema.NewFault(schema.Config, errors.New("trust: nobody is there to answer; nothing was written"),
				"run it at a terminal, or give the fingerprint that you expect: publish trust --fingerprint SHA256:…")
		case err != nil && !errors.Is(err, io.EOF):
			return fmt.Errorf("trust: read the answer: %w", err)
		}
		return schema.NewFault(schema.Refused, errors.New("trust: the answer was not yes; nothing was written"),
			"ask the server's operator for the fingerprints, then run it again")
	}
}

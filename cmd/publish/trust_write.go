package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// write writes the keys, after a yes.
func (t *trusting) write(ctx context.Context, add []sftp.HostKey, with func([]sftp.HostKey) []byte) error {
	if t.fingerprint == "" {
		if err := t.confirm(ctx, t.file); err != nil {
			return err
		}
	}

	if err := writeKnownHosts(t.file, with(add)); err != nil {
		return err
	}
	schema.Fprintf(t.Stdout, "keys written to %s: %d\n", t.file, len(add))
	return nil
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

// confirm asks whoever is at the terminal. Only y or yes is a yes.
func (p *program) confirm(ctx context.Context, file string) error {
	schema.Fprintf(p.Stderr, "Compare every fingerprint with what the server's operator gives you.\n"+
		"Write to %s? [y/N]\n", file)

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

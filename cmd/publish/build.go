package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func (p *program) buildCommand() *urfave.Command {
	return &urfave.Command{
		Name:  "build",
		Usage: "write the files to a folder; nothing is sent or recorded",
		Description: "Without --publication the files are built from a snapshot under today's rules;\n" +
			"with it they are the bytes of that publication.",
		UsageText: "publish build --to out\npublish build --to out --snapshot latest~1\npublish build --to out --publication 12",
		Flags: []urfave.Flag{
			&urfave.StringFlag{Name: "to", Required: true, Usage: "write them to the folder `DIR`, each whole or not at all"},
			&urfave.StringFlag{Name: "snapshot", Usage: "build from the snapshot `REF`: a number, latest~1, or a day"},
			&urfave.StringFlag{Name: "publication", Usage: "write the files of publication `N`"},
		},
		Action: func(c *urfave.Context) error {
			contents, err := p.buildWhat(c)
			if err != nil {
				return err
			}
			return p.withBuilder(c, func(publisher *publish.Publisher, _ *postgres.DB) error {
				files, err := contents(c.Context, publisher)
				if err != nil {
					return err
				}
				if err := writeFolder(c.String("to"), files); err != nil {
					return err
				}
				for _, f := range files {
					fmt.Fprintf(p.Stdout, "%s: %d rows, %d bytes, sha256 %x\n", f.Name, f.Content.Rows, f.Content.Size, f.Content.Sum)
				}
				return nil
			})
		},
	}
}

// writeFolder writes files into dir, which it makes where there is none. All of
// them are complete on the disk before the first has its name; only the account
// that writes them can read them.
func writeFolder(dir string, files []publish.NamedContent) error {
	err := os.MkdirAll(dir, 0o700)
	if err == nil {
		var write []cli.File
		for _, f := range files {
			write = append(write, cli.File{Path: filepath.Join(dir, f.Name), Write: copyOf(f)})
		}
		err = cli.WriteFiles(write...)
	}

	if err != nil {
		return fmt.Errorf("write the files to %s: %w", dir, err)
	}
	return nil
}

// copyOf returns how a file's bytes are written.
func copyOf(f publish.NamedContent) func(io.Writer) error {
	return func(w io.Writer) error {
		r, err := f.Open()
		if err != nil {
			return err
		}
		_, err = io.Copy(w, r)
		return errors.Join(err, r.Close())
	}
}

// buildWhat reads which files are meant, and returns how to get them.
func (p *program) buildWhat(c *urfave.Context) (func(context.Context, *publish.Publisher) ([]publish.NamedContent, error), error) {
	if c.IsSet("snapshot") && c.IsSet("publication") {
		return nil, schema.NewFault(schema.Config, errors.New("publish build: --snapshot and --publication exclude each other"), "give one of them")
	}
	if c.IsSet("publication") {
		number, err := publicationNumber(c.String("publication"))
		return func(ctx context.Context, publisher *publish.Publisher) ([]publish.NamedContent, error) {
			return publisher.Kept(ctx, number)
		}, err
	}
	ref, err := cli.ParseRef(c.String("snapshot"), p.Local)
	return func(ctx context.Context, publisher *publish.Publisher) ([]publish.NamedContent, error) {
		built, err := publisher.Build(ctx, ref)
		if err != nil {
			return nil, err
		}
		return built.Named(), nil
	}, err
}

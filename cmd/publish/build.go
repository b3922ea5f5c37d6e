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
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func (p *program) buildCommand() *urfave.Command {
	return &urfave.Command{
		Name:  "build",
		Usage: "write the files to a folder; nothing is sent or recorded",
		Description: "Without --publication, the files are built from a snapshot under today's rules.\n" +
			"With it, they are the exact bytes of that publication.",
		UsageText: "publish build --to out\n" +
			"publish build --to out --snapshot latest~1\n" +
			"publish build --to out --publication 12",
		Flags: []urfave.Flag{
			&urfave.StringFlag{
				Name:     "to",
				Required: true,
				Usage:    "write the files to the folder `DIR`, each whole or not at all",
				Action:   cli.PathCheck("to"),
			},
			&urfave.StringFlag{
				Name:  "snapshot",
				Usage: "build from the snapshot `REF`: a number, latest~1, or a day",
			},
			&urfave.StringFlag{
				Name:  "publication",
				Usage: "write the files of publication `N`",
			},
		},
		Action: func(c *urfave.Context) error {
			find, err := p.filesToBuild(c)
			if err != nil {
				return err
			}

			return p.withReading(c, false, func(r *reading) error {
				built, err := find(c.Context, r)
				if err != nil {
					return err
				}
				return p.build(c.String("to"), built)
			})
		},
	}
}

// build writes files into a folder, and tells which.
func (p *program) build(dir string, built []files.BuiltFile) error {
	if err := writeFolder(dir, built); err != nil {
		return err
	}
	for _, f := range built {
		schema.Fprintf(p.Stdout, "%s: %d rows, %d bytes, sha256 %x\n",
			f.Rule.Name, f.Content.Rows, f.Content.Size, f.Content.Sum)
	}
	return nil
}

// filesToBuild reads which files are meant, and returns what finds them.
func (p *program) filesToBuild(c *urfave.Context) (func(context.Context, *reading) ([]files.BuiltFile, error), error) {
	if c.IsSet("snapshot") && c.IsSet("publication") {
		return nil, schema.NewFault(schema.Config,
			errors.New("publish build: --snapshot cannot be combined with --publication"),
			"give only one of them")
	}

	if c.IsSet("publication") {
		number, err := publicationNumber(c.String("publication"))
		return func(ctx context.Context, r *reading) ([]files.BuiltFile, error) {
			return r.Kept(ctx, number)
		}, err
	}

	ref, err := cli.ParseRef(c.String("snapshot"), p.Local)
	return func(ctx context.Context, r *reading) ([]files.BuiltFile, error) {
		built, err := r.Build(ctx, ref)
		if err != nil {
			return nil, err
		}
		return built.Files, nil
	}, err
}

// writeFolder writes files into dir, which it makes where there is none. All of
// them are complete on the disk before the first has its name; only the account
// that writes them can read them.
func writeFolder(dir string, built []files.BuiltFile) error {
	for _, f := range built { // an older program took more names
		if why := cli.WrongPath(f.Rule.Name); why != "" {
			err := fmt.Errorf("write the files to %s: %q %s", dir, f.Rule.Name, why)
			return schema.NewFault(schema.Config, err, "give the file another name: files.*.name")
		}
	}

	err := os.MkdirAll(dir, 0o700)
	if err == nil {
		var write []cli.File
		for _, f := range built {
			write = append(write, cli.File{
				Path:  filepath.Join(dir, f.Rule.Name),
				Write: copyOf(f.Content),
			})
		}
		err = cli.WriteFiles(write...)
	}

	if err != nil {
		return fmt.Errorf("write the files to %s: %w", dir, err)
	}
	return nil
}

// copyOf returns what writes a content's bytes.
func copyOf(content schema.Content) func(io.Writer) error {
	return func(w io.Writer) error {
		r, err := files.Open(content)
		if err != nil {
			return err
		}
		_, err = io.Copy(w, r)
		return errors.Join(err, r.Close())
	}
}

package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func (p *program) initCommand() *urfave.Command {
	return &urfave.Command{
		Name:  "init",
		Usage: "write a configuration file that explains every default",
		Description: "Writes schoolinks.yaml in this folder, or the file that --config names. Change what is\n" +
			"different in your district. A key that you remove has its default.",
		UsageText: "extract init\nextract init --config /etc/schoolinks/schoolinks.yaml",
		Action: func(c *urfave.Context) error {
			path := cmp.Or(c.String("config"), "schoolinks.yaml")
			if err := writeNew(path, config.DefaultText()); err != nil {
				return err
			}
			_, err := fmt.Fprintf(p.Stdout, "wrote %s\n"+
				"next: change what is different in your district, then run: extract check\n", path)
			return err
		},
	}
}

// writeNew writes a file that must not exist yet, whole or not at all.
func writeNew(path, text string) error {
	err := cli.WriteNewFile(cli.File{
		Path: path,
		Mode: 0o644,
		Write: func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		},
	})

	switch at := (*fs.PathError)(nil); {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist):
		return schema.NewFault(schema.Config, fmt.Errorf("write configuration: %s already exists", path),
			"name another file with --config, or move the existing one away")
	case errors.As(err, &at) && at.Op == "open":
		return schema.NewFault(schema.Config, fmt.Errorf("write configuration: %w", err),
			"give --config a path where a file can be written")
	}
	return fmt.Errorf("write configuration: %w", err)
}

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
		Description: "Writes the file that --config names, or else that of SCHOOLINKS_CONFIG, or else\n" +
			"schoolinks.yaml in this folder. Change what is different in your district. A key that\n" +
			"you remove has its default.",
		UsageText: "extract init\nextract init --config /etc/schoolinks/schoolinks.yaml",
		Action: func(c *urfave.Context) error {
			path, _ := p.Env(config.Variable) // so that extract check reads what was written
			path = cmp.Or(c.String("config"), path, "schoolinks.yaml")
			if err := cli.PathCheck("config")(c, path); err != nil {
				return err
			}

			if err := writeNew(path, config.DefaultText()); err != nil {
				return err
			}
			err := schema.Fprintf(p.Stdout, "wrote %s\n"+
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

	if err == nil {
		return nil
	}
	if errors.Is(err, fs.ErrExist) {
		err = fmt.Errorf("write configuration: %s already exists", path)
		return schema.NewFault(schema.Config, err,
			"name another file with --config, or move the existing one away")
	}

	err = fmt.Errorf("write configuration: %w", err)
	var at *fs.PathError
	if errors.As(err, &at) && at.Op == "open" {
		return schema.NewFault(schema.Config, err,
			"give --config a path where a file can be written")
	}
	return err
}

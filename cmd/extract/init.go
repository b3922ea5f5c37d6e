package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func (p *program) initCommand() *urfave.Command {
	return &urfave.Command{
		Name:  "init",
		Usage: "write a configuration file with every default, explained",
		Description: "Writes schoolinks.yaml into this folder, or the file of --config. Change what is\n" +
			"different in your district; a key that is removed has its default.",
		UsageText: "extract init\nextract init --config /etc/schoolinks/schoolinks.yaml",
		Action: func(c *urfave.Context) error {
			path := cmp.Or(c.String("config"), "schoolinks.yaml")
			if err := writeNew(path, config.DefaultText); err != nil {
				return err
			}
			_, err := fmt.Fprintf(p.Stdout, "wrote %s\nnext: change what is different in your district, then run: extract check\n", path)
			return err
		},
	}
}

// writeNew writes a file that must not be there yet, whole or not at all.
func writeNew(path, text string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return schema.NewFault(schema.Config, fmt.Errorf("write configuration: %s is there already", path),
			"name another file with --config, or move that one away")
	}
	if err != nil {
		return schema.NewFault(schema.Config, fmt.Errorf("write configuration: %w", err), "give --config a path that can be written")
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("write configuration: %w", errors.Join(err, os.Remove(path)))
	}
	return nil
}

package main

import (
	"errors"
	"io"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/publish/report"
)

func (p *program) listCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "list",
		Usage:     "list the publications, newest first",
		UsageText: "publish list",
		Flags:     cli.ResultFlags("text", "json"),
		Action: func(c *urfave.Context) error {
			db, err := p.openStore(c)
			if err != nil {
				return err
			}
			defer db.Close()

			publications, err := db.Publications(c.Context)
			if err != nil {
				return err
			}

			return cli.Output(c.String("o"), p.Stdout, func(w io.Writer) error {
				if c.String("format") == "json" {
					return cli.WriteJSON(w, report.List(publications))
				}
				err := cli.WriteTable(w, report.ListHeader, report.ListRows(publications))
				for _, publication := range publications {
					err = errors.Join(err, cli.WriteUnreadable(w, publication.Settings))
				}
				return err
			})
		},
	}
}

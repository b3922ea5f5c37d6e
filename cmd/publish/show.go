package main

import (
	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
)

func (p *program) showCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "show",
		Usage:     "show a publication: its files, what changes, what held it, what was decided and sent",
		ArgsUsage: "N",
		UsageText: "publish show 12",
		Flags:     cli.ResultFlags("text", "json"),
		Action: func(c *urfave.Context) error {
			number, err := publicationNumber(c.Args().First())
			if err != nil {
				return err
			}

			db, err := p.openStore(c)
			if err != nil {
				return err
			}
			defer db.Close()
			return p.print(c, number, db)
		},
	}
}

package main

import (
	"errors"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func (p *program) showCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "show",
		Usage:     "show a snapshot: the newest, or the one that REF names",
		ArgsUsage: "[REF]",
		Description: "Shows what a snapshot holds, and of how many students each finding was made. With\n" +
			"--finding it lists these students instead: who they are, and what PowerSchool says.",
		UsageText: "extract show\nextract show latest~1\nextract show 2026-11-20\n" +
			"extract show --finding simple_not_number --format csv -o gpas.csv",
		Flags: append(cli.ResultFlags("text", "json", "csv"),
			&urfave.StringFlag{
				Name:  "finding",
				Usage: "list the students about whom there is a finding of this `KIND`",
			},
		),
		Action: p.show,
	}
}

func (p *program) show(c *urfave.Context) error {
	kind := schema.Finding(c.String("finding"))
	if c.IsSet("finding") {
		return p.withSnapshot(c, func(db *postgres.DB, s schema.Snapshot) error {
			return p.printFound(c, db, s, kind)
		})
	}

	if c.String("format") == "csv" {
		err := errors.New("flag --format: csv is a list of students")
		return schema.NewFault(schema.Config, err, "add --finding KIND")
	}
	return p.withSnapshot(c, func(_ *postgres.DB, s schema.Snapshot) error {
		return p.print(c, s)
	})
}

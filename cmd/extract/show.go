package main

import (
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
		UsageText: "extract show\nextract show latest~1\nextract show 2026-11-20",
		Flags:     cli.ResultFlags("text", "json"),
		Action: func(c *urfave.Context) error {
			return p.withSnapshot(c, func(_ *postgres.DB, s schema.Snapshot) error {
				return p.print(c, s)
			})
		},
	}
}

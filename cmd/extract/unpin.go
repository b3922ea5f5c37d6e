package main

import (
	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func (p *program) unpinCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "unpin",
		Usage:     "let prune drop a pinned snapshot again",
		ArgsUsage: "REF",
		UsageText: "extract unpin 12",
		Action: func(c *urfave.Context) error {
			return p.withSnapshot(c, func(db *postgres.DB, s schema.Snapshot) error {
				unpinned, err := db.Unpin(c.Context, s.Number)
				if err != nil {
					return err
				}

				says := "is no longer pinned"
				if !unpinned {
					says = "was not pinned"
				}
				err = schema.Fprintf(p.Stdout, "snapshot %d %s\n", s.Number, says)
				return err
			})
		},
	}
}

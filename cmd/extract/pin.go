package main

import (
	"context"
	"fmt"
	"time"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func (p *program) pinCommand() *urfave.Command {
	return &urfave.Command{
		Name:        "pin",
		Usage:       "keep a snapshot until it is unpinned",
		ArgsUsage:   "REF",
		Description: "A pinned snapshot is never dropped. A snapshot that is already pinned keeps its first reason.",
		UsageText: "extract pin 12 --reason 'state report of October'\n" +
			"extract pin latest --reason 'before the new school year' --by 'J. Doe'",
		Flags: []urfave.Flag{
			&urfave.StringFlag{
				Name:     "reason",
				Required: true,
				Usage:    "why, for the record: `TEXT`",
			},
			&urfave.StringFlag{
				Name:  "by",
				Usage: "who decided, for the record: `NAME`; without it, whoever is logged in",
			},
		},
		Action: func(c *urfave.Context) error {
			by, err := cli.Decider(c.String("by"))
			if err != nil {
				return err
			}

			return p.withSnapshot(c, func(db *postgres.DB, s schema.Snapshot) error {
				pin := schema.Pin{
					Reason: c.String("reason"),
					By:     by,
				}
				return p.pin(c.Context, db, s.Number, pin)
			})
		},
	}
}

// pin pins a snapshot and says by whom and why it is pinned now.
func (p *program) pin(
	ctx context.Context,
	db *postgres.DB,
	number int64,
	pin schema.Pin,
) error {
	pinned, err := db.Pin(ctx, number, pin)
	if err != nil {
		return err
	}

	says := "is pinned"
	if !pinned {
		says = "was already pinned"
	}

	s, err := db.Snapshot(ctx, schema.Ref{Number: number})
	if err != nil {
		return err
	}
	if s.Pin == nil {
		return fmt.Errorf("pin snapshot %d: somebody else unpinned it at the same time", number)
	}

	err = schema.Fprintf(p.Stdout, "snapshot %d %s by %s, %s: %s\n",
		number,
		says,
		cli.OneLine(s.Pin.By),
		s.Pin.At.UTC().Format(time.RFC3339),
		cli.OneLine(s.Pin.Reason))
	return err
}

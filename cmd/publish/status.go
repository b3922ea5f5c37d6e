package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/publish/report"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func (p *program) statusCommand() *urfave.Command {
	return &urfave.Command{
		Name:  "status",
		Usage: "say what SchooLinks holds, and what waits for a person or for the next run",
		Description: "Reads the store alone. What SchooLinks holds is what is known to have been sent last; when\n" +
			"that is not known, it is said. The exit code is 3 when a publication is held, 8 when it is\n" +
			"not known what was sent.",
		UsageText: "publish status\npublish status --format json",
		Flags:     cli.ResultFlags("text", "json"),
		Action: func(c *urfave.Context) error {
			return p.withReading(c, true, func(r *reading) error {
				live, err := r.db.Live(c.Context, r.Destination, 0)
				if err != nil {
					return err
				}
				stories, err := waiting(c.Context, r.db, r.Destination)
				if err != nil {
					return err
				}

				status := report.NewStatus(r.Destination, live, stories, r.conf.Guard.ApprovalTTL)
				err = cli.Output(c.String("o"), p.Stdout, func(w io.Writer) error {
					if c.String("format") == "json" {
						return cli.WriteJSON(w, status)
					}
					return report.WriteStatus(w, status)
				})
				if err != nil {
					return err
				}
				return wantsAttention(stories)
			})
		},
	}
}

// waiting returns the publications for a destination that are not settled, the newest
// first.
func waiting(ctx context.Context, db *postgres.DB, destination string) (stories []report.Story, err error) {
	all, err := db.Publications(ctx)
	if err != nil {
		return nil, err
	}

	for _, listed := range all {
		settled := listed.State == schema.Delivered ||
			listed.State == schema.Discarded ||
			listed.State == schema.Superseded
		if settled || listed.Destination != destination {
			continue
		}
		story, err := readStory(ctx, db, listed.Number)
		if err != nil {
			return nil, err
		}
		stories = append(stories, story)
	}
	return stories, nil
}

// wantsAttention returns the fault that a run would end with because of what waits;
// nil when nothing needs a person or another run.
func wantsAttention(stories []report.Story) error {
	for _, s := range stories {
		n := s.Number
		switch s.State {
		case schema.Partial, schema.Unknown:
			err := fmt.Errorf("publication %d was let go, and not all of it is known to have been sent", n)
			return schema.NewFault(schema.PartlySent, err, "run: publish run")
		case schema.Held, schema.Expired:
			err := fmt.Errorf("publication %d is held", n)
			hint := fmt.Sprintf("look: publish report %d", n)
			return schema.NewFault(schema.HeldBack, err, hint)
		case schema.Failed:
			err := errors.New("the last delivery failed; nothing was sent")
			return schema.NewFault(schema.Failure, err, "run: publish run")
		}
	}
	return nil
}

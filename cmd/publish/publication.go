package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strconv"
	"time"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/publish/report"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

// How commands name a publication, make one and show it as their result.

func publicationNumber(s string) (int64, error) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n <= 0 {
		err = fmt.Errorf("%q is not the number of a publication", s)
		return 0, schema.NewFault(schema.Config, err, "see: publish list")
	}
	return n, nil
}

func snapshotFlag() urfave.Flag {
	return &urfave.StringFlag{
		Name:  "snapshot",
		Usage: "use the snapshot `REF` instead of the newest: a number, latest~1, or a day",
	}
}

// publishes does something that ends with a publication and prints that, held or
// not.
func (p *program) publishes(c *urfave.Context, do func(*publishing) (*schema.Publication, error)) error {
	return p.publishesAs(c, do, func(publisher *publishing, number int64) error {
		return p.print(c, number, publisher.db)
	})
}

// publishesAs is publishes with another way to print.
func (p *program) publishesAs(
	c *urfave.Context,
	do func(*publishing) (*schema.Publication, error),
	show func(publisher *publishing, number int64) error,
) error {
	return p.withPublisher(c, func(publisher *publishing) error {
		var publication *schema.Publication
		timeout := cmp.Or(publisher.conf.Run.Timeout, 30*time.Minute)
		err := cli.Limited(c, timeout, func() (err error) {
			publication, err = do(publisher)
			return err
		})
		if publication == nil {
			p.leaveUndelivered(c.Context, publisher)
			return err
		}

		if publication.Origin != schema.Adopt { // a person has nothing to decide about that
			p.leaveReport(c.Context, publisher, publication.Number)
		}

		printed := show(publisher, publication.Number)
		if err == nil {
			err = printed
		}
		return err
	})
}

// print writes a publication, and what became of it, as the command's result.
func (p *program) print(c *urfave.Context, number int64, db *postgres.DB) error {
	story, err := readStory(c.Context, db, number)
	if err != nil {
		return err
	}

	publication := report.New(story)
	return cli.Output(c.String("o"), p.Stdout, func(w io.Writer) error {
		if c.String("format") == "json" {
			return cli.WriteJSON(w, publication)
		}
		return report.WritePublication(w, publication)
	})
}

// readStory reads a publication and what became of it.
func readStory(ctx context.Context, db *postgres.DB, number int64) (s report.Story, err error) {
	s.Publication, err = db.Publication(ctx, number)
	if err != nil {
		return s, err
	}

	s.Decisions, err = db.Decisions(ctx, number)
	if err != nil {
		return s, err
	}

	s.Deliveries, err = db.Deliveries(ctx, number)
	return s, err
}

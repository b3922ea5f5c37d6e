package main

import (
	"context"
	"fmt"
	"io"
	"strconv"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/report"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

// How commands name a publication, make one and show it as their result.

func publicationNumber(s string) (int64, error) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n <= 0 {
		return 0, schema.NewFault(schema.Config, fmt.Errorf("%q is no publication's number", s), "see publish list")
	}
	return n, nil
}

func snapshotFlag() urfave.Flag {
	return &urfave.StringFlag{Name: "snapshot", Usage: "publish the snapshot `REF` instead: a number, latest~1, or a day"}
}

// publishing does something that ends with a publication and prints that,
// held or not.
func (p *program) publishing(c *urfave.Context, do func(*publish.Publisher, schema.Ref) (*schema.Publication, error)) error {
	ref, err := cli.ParseRef(c.String("snapshot"), p.Local)
	if err != nil {
		return err
	}
	return p.withPublisher(c, func(publisher *publish.Publisher, db *postgres.DB, conf *config.Config) error {
		publication, err := do(publisher, ref)
		if publication == nil {
			p.leaveUndelivered(c.Context, conf, publisher, db)
			return err
		}
		if publication.Kind != schema.Adopt { // of which nothing is to be decided
			p.leaveReport(c.Context, conf, publisher, db, publication.Number)
		}
		if printed := p.print(c, publication.Number, db); err == nil {
			err = printed
		}
		return err
	})
}

// print writes a publication, and what became of it, as the command's result.
func (p *program) print(c *urfave.Context, number int64, db *postgres.DB) error {
	r, err := readPublication(c.Context, db, number)
	if err != nil {
		return err
	}
	return cli.Output(c.String("o"), p.Stdout, func(w io.Writer) error {
		if c.String("format") == "json" {
			return cli.WriteJSON(w, report.New(r))
		}
		return report.Text(w, r)
	})
}

// readPublication reads a publication and what became of it.
func readPublication(ctx context.Context, db *postgres.DB, number int64) (r report.Publication, err error) {
	if r.Publication, err = db.Publication(ctx, number); err != nil {
		return r, err
	}
	if r.Decisions, err = db.Decisions(ctx, number); err != nil {
		return r, err
	}
	r.Deliveries, err = db.Deliveries(ctx, number)
	return r, err
}

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/report"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func (p *program) diffCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "diff",
		Usage:     "show what differs between two sets of files, row by row, and why",
		ArgsUsage: "[FROM [TO]]",
		Description: "FROM and TO are live, pub:N, snapshot:REF (the files that today's rules make of it)\n" +
			"or dir:PATH. Without them it is live and snapshot:latest: what the next run would\n" +
			"change. It sends and records nothing.",
		UsageText: "publish diff\npublish diff pub:11 pub:12 --tag 504\npublish diff dir:/opt/old-script/output --format html -o diff.html",
		Flags: append(rowFlags(), &urfave.BoolFlag{Name: "exit-code", Usage: "end with exit code 10 when there are differences",
			DisableDefaultText: true}),
		Action: func(c *urfave.Context) error {
			from, err1 := parseSide(c.Args().Get(0), "live", p.Local)
			to, err2 := parseSide(c.Args().Get(1), "snapshot:latest", p.Local)
			if err := errors.Join(err1, err2); err != nil {
				return err
			}
			return p.withReader(c, from == (publish.Side{}) || to == (publish.Side{}), func(publisher *publish.Publisher, _ *postgres.DB, conf *config.Config) error {
				differs, err := p.writeDiff(c, publisher, from, to, report.Options{Schools: conf.Schools, Share: c.Bool("share")})
				if err == nil && differs && c.Bool("exit-code") {
					return cli.ErrChanges
				}
				return err
			})
		},
	}
}

func (p *program) reportCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "report",
		Usage:     "show what a publication changes, row by row, and why",
		ArgsUsage: "N",
		Description: "All that publish show tells, and every row that differs from what was live when the\n" +
			"publication was planned. With --share it has no students, and no small counts.",
		UsageText: "publish report 12\npublish report 12 --tag 504 --names\npublish report 12 --share --format html -o board.html",
		Flags:     rowFlags(),
		Action: func(c *urfave.Context) error {
			number, err := publicationNumber(c.Args().First())
			if err != nil {
				return err
			}
			return p.withReader(c, false, func(publisher *publish.Publisher, db *postgres.DB, conf *config.Config) error {
				o, err := reportOptions(c.Context, db, number)
				if err != nil {
					return err
				}
				o.Schools, o.Share = conf.Schools, c.Bool("share")
				_, err = p.writeDiff(c, publisher, publish.Side{Baseline: number}, publish.Side{Publication: number}, o)
				return err
			})
		},
	}
}

// rowFlags are those of the commands that show rows.
func rowFlags() []urfave.Flag {
	return append(cli.ResultFlags("text", "json", "csv", "html"),
		&urfave.StringFlag{Name: "tag", Usage: "show the tag `NAME` only"},
		&urfave.StringFlag{Name: "school", Usage: "show the school of the number `N` only"},
		&urfave.StringFlag{Name: "grade", Usage: "show the grade `N` only"},
		&urfave.BoolFlag{Name: "names", Usage: "add students' names, where the snapshots have them", DisableDefaultText: true},
		&urfave.BoolFlag{Name: "share", Usage: "leave out students, and counts so small that they tell of one", DisableDefaultText: true})
}

// parseSide reads one of the two things to compare; otherwise is the one that is
// meant where none is named.
func parseSide(s, otherwise string, local *time.Location) (publish.Side, error) {
	if s == "" {
		s = otherwise
	}
	if s == "live" {
		return publish.Side{}, nil
	}
	switch kind, rest, _ := strings.Cut(s, ":"); {
	case kind == "pub":
		number, err := publicationNumber(rest)
		return publish.Side{Publication: number}, err
	case kind == "snapshot":
		ref, err := cli.ParseRef(rest, local)
		return publish.Side{Snapshot: &ref}, err
	case kind == "dir" && rest != "":
		return publish.Side{Dir: rest}, nil
	}
	return publish.Side{}, schema.NewFault(schema.Config, fmt.Errorf("%q is nothing that can be compared", s),
		"known are live, pub:N, snapshot:REF and dir:PATH")
}

// withReader calls do with a publisher that compares; only for what is live
// must it know where files go. It takes no lock.
func (p *program) withReader(c *urfave.Context, live bool, do func(*publish.Publisher, *postgres.DB, *config.Config) error) error {
	conf, err := p.config(c)
	if err != nil {
		return err
	}
	at := ""
	if live {
		account, err := config.ReadDestination(p.Env)
		if err != nil {
			return err
		}
		at = destination(conf.Server(account))
	}
	url, err := config.ReadStore(p.Env)
	if err != nil {
		return err
	}
	return p.withStore(c, conf, url, func(publisher *publish.Publisher, db *postgres.DB) error {
		publisher.Destination = at
		return do(publisher, db, conf)
	})
}

// writeDiff writes what differs as the command's result, and returns whether
// anything does.
func (p *program) writeDiff(c *urfave.Context, publisher *publish.Publisher, from, to publish.Side, o report.Options) (differs bool, err error) {
	d, err := publisher.Diff(c.Context, from, to)
	if err != nil {
		return false, err
	}
	d.Filter = publish.Filter{Tag: c.String("tag"), School: c.String("school"), Grade: c.String("grade")}
	d.Names = c.Bool("names") && !o.Share
	if d.Names && !d.HasNames() {
		publisher.Log.Warn("no snapshot has names: they are read with students.names: true")
	}
	r, err := report.Of(c.Context, d, o)
	if err != nil {
		return false, err
	}
	colours := c.String("o") == "" && cli.ShowsColours(p.World)
	return r.Differs(), cli.Output(c.String("o"), p.Stdout, func(w io.Writer) error {
		switch c.String("format") {
		case "json":
			return report.WriteJSON(c.Context, w, r)
		case "csv":
			return report.WriteCSV(c.Context, w, r)
		case "html":
			return report.WriteHTML(c.Context, w, r)
		}
		return report.WriteText(c.Context, w, r, colours)
	})
}

// reportOptions reads what became of a publication, and what was delivered
// before it.
func reportOptions(ctx context.Context, db *postgres.DB, number int64) (o report.Options, err error) {
	story, err := readPublication(ctx, db, number)
	if err != nil {
		return o, err
	}
	newest, err := db.Newest(ctx, story.Destination)
	if err != nil {
		return o, err
	}
	o.Publication = &story
	o.Past, err = db.Past(ctx, story.Destination, report.Nights+newest.Number-number)
	return o, err
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

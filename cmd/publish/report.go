package main

import (
	"context"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/report"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

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

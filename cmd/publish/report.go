package main

import (
	"context"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/report"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func (p *program) reportCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "report",
		Usage:     "show what a publication changes, row by row, and why",
		ArgsUsage: "N",
		Description: "Everything that publish show says, and every row that differs from what was live when\n" +
			"the publication was planned. With --share it leaves out students and small counts.",
		UsageText: "publish report 12\n" +
			"publish report 12 --tag 504 --names\n" +
			"publish report 12 --share --format html -o board.html",
		Flags: rowFlags(),
		Action: func(c *urfave.Context) error {
			number, err := publicationNumber(c.Args().First())
			if err != nil {
				return err
			}

			return p.withReading(c, false, func(r *reading) error {
				options, err := reportOptions(c.Context, r.db, number)
				if err != nil {
					return err
				}
				options.Schools = r.conf.Schools
				options.Share = c.Bool("share")

				before := diff.Side{Baseline: number}
				after := diff.Side{Publication: number}
				_, err = p.writeDiff(c, r, before, after, options)
				return err
			})
		},
	}
}

// reportOptions reads what became of a publication, and what was delivered
// before it.
func reportOptions(ctx context.Context, db *postgres.DB, number int64) (o report.Options, err error) {
	story, err := readStory(ctx, db, number)
	if err != nil {
		return o, err
	}
	newest, err := db.Newest(ctx, story.Destination)
	if err != nil {
		return o, err
	}

	later := newest.Number - number
	o.Story = &story
	o.Past, err = db.Past(ctx, story.Destination, report.ChartPoints+later)
	return o, err
}

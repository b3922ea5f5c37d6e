package main

import (
	"io"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/report"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func (p *program) runCommand() *urfave.Command {
	return &urfave.Command{
		Name:  "run",
		Usage: "publish the newest snapshot: build, compare, and deliver unless held",
		Description: "The nightly job. It settles what an earlier run left behind, builds the files,\n" +
			"compares them with what is live and delivers them, or holds them for a person.\n" +
			"What is live already is not sent again.",
		UsageText: "publish run\npublish run --snapshot latest~1",
		Flags:     append(cli.ResultFlags("text", "json"), snapshotFlag()),
		Action: func(c *urfave.Context) error {
			return p.publishing(c, func(publisher *publish.Publisher, ref schema.Ref) (*schema.Publication, error) {
				return publisher.Night(c.Context, ref)
			})
		},
	}
}

func (p *program) planCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "plan",
		Usage:     "build, compare and judge, but send nothing",
		UsageText: "publish plan",
		Flags:     append(cli.ResultFlags("text", "json"), snapshotFlag()),
		Action: func(c *urfave.Context) error {
			return p.publishing(c, func(publisher *publish.Publisher, ref schema.Ref) (*schema.Publication, error) {
				publication, err := publisher.Plan(c.Context, ref)
				if err != nil {
					return nil, err
				}
				return publication, publisher.Held(publication)
			})
		},
	}
}

func (p *program) resendCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "resend",
		Usage:     "deliver the exact bytes of an earlier publication again, unless held",
		ArgsUsage: "N",
		Description: "They become a publication of their own, compared with what is live and judged like\n" +
			"any other: one that is older than what is live is held, so a person approves the\n" +
			"roll-back knowingly. Files that are not enabled today are left as they are.",
		UsageText: "publish resend 12 --reason 'the files of the 13th were wrong'",
		Flags:     append(cli.ResultFlags("text", "json"), reasonFlag(), byFlag()),
		Action: func(c *urfave.Context) error {
			number, by, err := decision(c)
			if err != nil {
				return err
			}
			return p.publishing(c, func(publisher *publish.Publisher, _ schema.Ref) (*schema.Publication, error) {
				return publisher.Again(c.Context, number, by, c.String("reason"))
			})
		},
	}
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

package main

import (
	"fmt"
	"io"
	"os/user"
	"strconv"

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

func (p *program) approveCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "approve",
		Usage:     "deliver a publication that was held, or only planned: exactly its bytes, once",
		ArgsUsage: "N",
		UsageText: "publish approve 12 --reason 'checked with the 504 coordinator'",
		Flags:     append(cli.ResultFlags("text", "json"), reasonFlag()),
		Action: func(c *urfave.Context) error {
			number, by, err := decision(c)
			if err != nil {
				return err
			}
			return p.publishing(c, func(publisher *publish.Publisher, _ schema.Ref) (*schema.Publication, error) {
				return publisher.Approve(c.Context, number, by, c.String("reason"))
			})
		},
	}
}

func (p *program) discardCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "discard",
		Usage:     "decide that a publication is not to be sent",
		ArgsUsage: "N",
		UsageText: "publish discard 12 --reason 'the IEP table was empty'",
		Flags:     []urfave.Flag{reasonFlag()},
		Action: func(c *urfave.Context) error {
			number, by, err := decision(c)
			if err != nil {
				return err
			}
			return p.withPublisher(c, func(publisher *publish.Publisher, db *postgres.DB, conf *config.Config) error {
				if err := publisher.Discard(c.Context, number, by, c.String("reason")); err != nil {
					return err
				}
				p.leaveReport(c.Context, conf, publisher, db, number)
				return nil
			})
		},
	}
}

func reasonFlag() urfave.Flag {
	return &urfave.StringFlag{Name: "reason", Required: true, Usage: "why, for the record: `TEXT`"}
}

// decision reads which publication is meant, and who decides: whoever is
// logged in.
func decision(c *urfave.Context) (number int64, by string, err error) {
	if number, err = publicationNumber(c.Args().First()); err != nil {
		return 0, "", err
	}
	u, err := user.Current()
	if err != nil {
		return 0, "", err
	}
	return number, u.Username, nil
}

func publicationNumber(s string) (int64, error) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n <= 0 {
		return 0, schema.NewFault(schema.Config, fmt.Errorf("%q is no publication's number", s), "see publish list")
	}
	return n, nil
}

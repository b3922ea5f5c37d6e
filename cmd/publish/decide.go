package main

import (
	"fmt"
	"strconv"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func (p *program) approveCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "approve",
		Usage:     "deliver a publication that was held, or only planned: exactly its bytes, once",
		ArgsUsage: "N",
		UsageText: "publish approve 12 --reason 'checked with the 504 coordinator'",
		Flags:     append(cli.ResultFlags("text", "json"), reasonFlag(), byFlag()),
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
		Flags:     []urfave.Flag{reasonFlag(), byFlag()},
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

func byFlag() urfave.Flag {
	return &urfave.StringFlag{Name: "by", Usage: "who decides, for the record: `NAME`; whoever is logged in without it"}
}

// decision reads which publication is meant, and who decides.
func decision(c *urfave.Context) (number int64, by string, err error) {
	if number, err = publicationNumber(c.Args().First()); err != nil {
		return 0, "", err
	}
	by, err = cli.Decider(c.String("by"))
	return number, by, err
}

func publicationNumber(s string) (int64, error) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n <= 0 {
		return 0, schema.NewFault(schema.Config, fmt.Errorf("%q is no publication's number", s), "see publish list")
	}
	return n, nil
}

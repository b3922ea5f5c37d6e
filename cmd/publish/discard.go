package main

import (
	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

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

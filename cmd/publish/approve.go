package main

import (
	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func (p *program) approveCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "approve",
		Usage:     "deliver a publication that was held or only planned: exactly its bytes, once",
		ArgsUsage: "N",
		UsageText: "publish approve 12 --reason 'checked with the 504 coordinator'",
		Flags:     append(cli.ResultFlags("text", "json"), reasonFlag(), byFlag()),
		Action: func(c *urfave.Context) error {
			d, err := readDecision(c)
			if err != nil {
				return err
			}

			return p.publishes(c, func(publisher *publishing) (*schema.Publication, error) {
				return publisher.Approve(c.Context, d.publication, d.by, d.reason)
			})
		},
	}
}

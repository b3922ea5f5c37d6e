package main

import (
	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func (p *program) planCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "plan",
		Usage:     "build, compare and judge, but send nothing",
		UsageText: "publish plan",
		Flags:     append(cli.ResultFlags("text", "json"), snapshotFlag()),
		Action: func(c *urfave.Context) error {
			ref, err := cli.ParseRef(c.String("snapshot"), p.Local)
			if err != nil {
				return err
			}

			return p.publishes(c, func(publisher *publishing) (*schema.Publication, error) {
				return publisher.Plan(c.Context, ref)
			})
		},
	}
}

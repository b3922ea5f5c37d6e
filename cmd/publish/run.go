package main

import (
	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func (p *program) runCommand() *urfave.Command {
	return &urfave.Command{
		Name:  "run",
		Usage: "publish the newest snapshot: build, compare, and deliver unless held",
		Description: "The nightly job. It settles what an earlier run left unfinished, builds the files,\n" +
			"compares them with what is live and delivers them, or holds them for a person.\n" +
			"A publication that is already live is not sent again.",
		UsageText: "publish run\npublish run --snapshot latest~1",
		Flags:     append(cli.ResultFlags("text", "json"), snapshotFlag()),
		Action: func(c *urfave.Context) error {
			ref, err := cli.ParseRef(c.String("snapshot"), p.Local)
			if err != nil {
				return err
			}

			return p.publishes(c, func(publisher *publishing) (*schema.Publication, error) {
				return publisher.Nightly(c.Context, ref)
			})
		},
	}
}

package main

import (
	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func (p *program) adoptCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "adopt",
		Usage:     "take the files in a folder for what SchooLinks holds now",
		ArgsUsage: "DIR",
		Description: "For the change from another program: give it the files which that one delivered\n" +
			"last, and the first night is compared with them instead of being held. Nothing\n" +
			"is sent. All enabled files must be there, or none is adopted.",
		UsageText: "publish adopt /opt/old-script/output",
		Flags:     cli.ResultFlags("text", "json"),
		Action: func(c *urfave.Context) error {
			return p.publishes(c, func(publisher *publishing, _ schema.Ref) (*schema.Publication, error) {
				return publisher.Adopt(c.Context, c.Args().First())
			})
		},
	}
}

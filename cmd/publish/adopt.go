package main

import (
	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func (p *program) adoptCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "adopt",
		Usage:     "record the files in a folder as what SchooLinks has now",
		ArgsUsage: "DIR",
		Description: "For a switch from another program: name the folder with the files that it delivered\n" +
			"last. The first night is then compared with them instead of being held. Nothing is\n" +
			"sent. Every enabled file must be there, or none is adopted.",
		UsageText: "publish adopt /opt/old-script/output",
		Flags:     cli.ResultFlags("text", "json"),
		Action: func(c *urfave.Context) error {
			return p.publishes(c, func(publisher *publishing) (*schema.Publication, error) {
				return publisher.Adopt(c.Context, c.Args().First())
			})
		},
	}
}

package main

import (
	"errors"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func (p *program) adoptCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "adopt",
		Usage:     "record the files in a folder as what SchooLinks has now",
		ArgsUsage: "[DIR]",
		Description: "For a switch from another program: name the folder with the files that it delivered\n" +
			"last. The first night is then compared with them instead of being held. Nothing is\n" +
			"sent. Every enabled file must be there, or none is adopted.\n\n" +
			"With --from-server it takes the files that are at the destination now as live, whoever\n" +
			"put them there: after the store was restored from a backup, or a person has uploaded\n" +
			"something. What was let go for those names and is not known to have been sent is\n" +
			"settled by that.",
		UsageText: "publish adopt /opt/old-script/output\npublish adopt --from-server",
		Flags: append(cli.ResultFlags("text", "json"), &urfave.BoolFlag{
			Name:  "from-server",
			Usage: "adopt what is at the destination, instead of a folder",
		}),
		Action: func(c *urfave.Context) error {
			fromServer := c.Bool("from-server")
			var err error
			switch dir := c.Args().Present(); {
			case !fromServer && !dir:
				err = errors.New("publish adopt: DIR is missing")
			case fromServer && dir:
				err = errors.New("publish adopt: name either a folder or --from-server, not both")
			}
			if err != nil {
				return schema.NewFault(schema.Config, err, "see: publish adopt --help")
			}

			return p.publishes(c, func(publisher *publishing) (*schema.Publication, error) {
				if fromServer {
					return publisher.AdoptFromServer(c.Context)
				}
				return publisher.Adopt(c.Context, c.Args().First())
			})
		},
	}
}

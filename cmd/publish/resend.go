package main

import (
	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

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
			return p.publishes(c, func(publisher *publishing, _ schema.Ref) (*schema.Publication, error) {
				return publisher.Resend(c.Context, number, by, c.String("reason"))
			})
		},
	}
}

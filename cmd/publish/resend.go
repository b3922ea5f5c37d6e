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
		Description: "The bytes become a new publication, which is compared with what is live and judged\n" +
			"like any other. If it is older than what is live, it is held, so that a person\n" +
			"approves the rollback knowingly. Files that are not enabled today stay as they are.",
		UsageText: "publish resend 12 --reason 'the files of the 13th were wrong'",
		Flags:     append(cli.ResultFlags("text", "json"), reasonFlag(), byFlag()),
		Action: func(c *urfave.Context) error {
			d, err := readDecision(c)
			if err != nil {
				return err
			}

			return p.publishes(c, func(publisher *publishing) (*schema.Publication, error) {
				return publisher.Resend(c.Context, d.publication, d.by, d.reason)
			})
		},
	}
}

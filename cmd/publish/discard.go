package main

import (
	urfave "github.com/urfave/cli/v2"
)

func (p *program) discardCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "discard",
		Usage:     "decide that a publication will not be sent",
		ArgsUsage: "N",
		UsageText: "publish discard 12 --reason 'the IEP table was empty'",
		Flags:     []urfave.Flag{reasonFlag(), byFlag()},
		Action: func(c *urfave.Context) error {
			d, err := readDecision(c)
			if err != nil {
				return err
			}

			return p.withPublisher(c, func(publisher *publishing) error {
				err := publisher.Discard(c.Context, d.publication, d.by, d.reason)
				if err != nil {
					return err
				}

				p.leaveReport(c.Context, publisher, d.publication)
				return nil
			})
		},
	}
}

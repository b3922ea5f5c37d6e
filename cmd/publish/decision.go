package main

import (
	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
)

// decision is what a person decides about a publication, and why. The commands
// approve, discard and resend share it.
type decision struct {
	publication int64
	by          string
	reason      string
}

func reasonFlag() urfave.Flag {
	return &urfave.StringFlag{
		Name:     "reason",
		Required: true,
		Usage:    "why, for the record: `TEXT`",
	}
}

func byFlag() urfave.Flag {
	return &urfave.StringFlag{
		Name:  "by",
		Usage: "who decides, for the record: `NAME`; without it, whoever is logged in",
	}
}

func readDecision(c *urfave.Context) (decision, error) {
	number, err := publicationNumber(c.Args().First())
	if err != nil {
		return decision{}, err
	}

	by, err := cli.Decider(c.String("by"))
	d := decision{
		publication: number,
		by:          by,
		reason:      c.String("reason"),
	}
	return d, err
}

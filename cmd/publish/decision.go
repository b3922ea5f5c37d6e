package main

import (
	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
)

// What the commands share by which a person decides: who, about which
// publication, and why.

func reasonFlag() urfave.Flag {
	return &urfave.StringFlag{Name: "reason", Required: true, Usage: "why, for the record: `TEXT`"}
}

func byFlag() urfave.Flag {
	return &urfave.StringFlag{Name: "by", Usage: "who decides, for the record: `NAME`; whoever is logged in without it"}
}

// decision reads which publication is meant, and who decides.
func decision(c *urfave.Context) (number int64, by string, err error) {
	if number, err = publicationNumber(c.Args().First()); err != nil {
		return 0, "", err
	}
	by, err = cli.Decider(c.String("by"))
	return number, by, err
}

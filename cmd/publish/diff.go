package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/report"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func (p *program) diffCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "diff",
		Usage:     "show what differs between two sets of files, row by row, and why",
		ArgsUsage: "[FROM [TO]]",
		Description: "FROM and TO are live, pub:N, snapshot:REF (the files that today's rules make of it)\n" +
			"or dir:PATH. Without them it is live and snapshot:latest: what the next run would\n" +
			"change. It sends and records nothing.",
		UsageText: "publish diff\npublish diff pub:11 pub:12 --tag 504\npublish diff dir:/opt/old-script/output --format html -o diff.html",
		Flags: append(rowFlags(), &urfave.BoolFlag{Name: "exit-code", Usage: "end with exit code 10 when there are differences",
			DisableDefaultText: true}),
		Action: func(c *urfave.Context) error {
			from, err1 := parseSide(c.Args().Get(0), "live", p.Local)
			to, err2 := parseSide(c.Args().Get(1), "snapshot:latest", p.Local)
			if err := errors.Join(err1, err2); err != nil {
				return err
			}
			return p.withReader(c, from == (publish.Side{}) || to == (publish.Side{}), func(publisher *publish.Publisher, _ *postgres.DB, conf *config.Config) error {
				differs, err := p.writeDiff(c, publisher, from, to, report.Options{Schools: conf.Schools, Share: c.Bool("share")})
				if err == nil && differs && c.Bool("exit-code") {
					return cli.ErrChanges
				}
				return err
			})
		},
	}
}

// parseSide reads one of the two things to compare; otherwise is the one that is
// meant where none is named.
func parseSide(s, otherwise string, local *time.Location) (publish.Side, error) {
	if s == "" {
		s = otherwise
	}
	if s == "live" {
		return publish.Side{}, nil
	}
	switch kind, rest, _ := strings.Cut(s, ":"); {
	case kind == "pub":
		number, err := publicationNumber(rest)
		return publish.Side{Publication: number}, err
	case kind == "snapshot":
		ref, err := cli.ParseRef(rest, local)
		return publish.Side{Snapshot: &ref}, err
	case kind == "dir" && rest != "":
		return publish.Side{Dir: rest}, nil
	}
	return publish.Side{}, schema.NewFault(schema.Config, fmt.Errorf("%q is nothing that can be compared", s),
		"known are live, pub:N, snapshot:REF and dir:PATH")
}

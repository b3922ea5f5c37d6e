package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/report"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func (p *program) diffCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "diff",
		Usage:     "show what differs between two sets of files, row by row, and why",
		ArgsUsage: "[FROM [TO]]",
		Description: "FROM and TO are live, pub:N, snapshot:REF (the files that today's rules make from it)\n" +
			"or dir:PATH. Without them, live is compared with snapshot:latest: what the next run\n" +
			"would change. Nothing is sent or recorded.\n\n" +
			"A folder is read as another program wrote it, whatever its line ends, quotes and order. A\n" +
			"file that is not there stays as it is; one that has only its header is compared as one\n" +
			"without rows, and the report says so, and where a spreadsheet has changed student numbers.",
		UsageText: "publish diff\n" +
			"publish diff pub:11 pub:12 --tag 504\n" +
			"publish diff dir:/opt/old-script/output --format html -o diff.html",
		Flags: append(rowFlags(), &urfave.BoolFlag{
			Name:               "exit-code",
			Usage:              "end with exit code 10 when there are differences",
			DisableDefaultText: true,
		}),
		Action: func(c *urfave.Context) error {
			from, err1 := parseSide(c.Args().Get(0), "live", p.Local)
			to, err2 := parseSide(c.Args().Get(1), "snapshot:latest", p.Local)
			err := errors.Join(err1, err2)
			if err != nil {
				return err
			}

			live := diff.Side{}
			readsLive := from == live || to == live
			return p.withReading(c, readsLive, func(r *reading) error {
				options := report.Options{
					Schools: r.conf.Schools,
					Share:   c.Bool("share"),
				}
				differs, err := p.writeDiff(c, r, from, to, options)
				if err == nil && differs && c.Bool("exit-code") {
					return cli.ErrChanges
				}
				return err
			})
		},
	}
}

// parseSide reads one of the two things to compare; otherwise is used when s is
// "".
func parseSide(s, otherwise string, local *time.Location) (diff.Side, error) {
	if s == "" {
		s = otherwise
	}
	if s == "live" {
		return diff.Side{}, nil
	}

	kind, rest, _ := strings.Cut(s, ":")
	switch {
	case kind == "pub":
		number, err := publicationNumber(rest)
		return diff.Side{Publication: number}, err
	case kind == "snapshot":
		ref, err := cli.ParseRef(rest, local)
		return diff.Side{Snapshot: &ref}, err
	case kind == "dir" && rest != "":
		return diff.Side{Dir: rest}, nil
	}

	err := fmt.Errorf("%q cannot be compared", s)
	return diff.Side{}, schema.NewFault(schema.Config, err,
		"write live, pub:N, snapshot:REF or dir:PATH")
}

package main

import (
	"io"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/report"
)

// What diff and report share, which show differences row by row.

func rowFlags() []urfave.Flag {
	return append(cli.ResultFlags("text", "json", "csv", "html"),
		&urfave.StringFlag{Name: "tag", Usage: "show only the tag `NAME`"},
		&urfave.StringFlag{Name: "school", Usage: "show only the school with the number `N`"},
		&urfave.StringFlag{Name: "grade", Usage: "show only grade `N`"},
		&urfave.BoolFlag{
			Name:               "names",
			Usage:              "add students' names, where the snapshots have them",
			DisableDefaultText: true,
		},
		&urfave.BoolFlag{
			Name:               "share",
			Usage:              "leave out students, and counts so small that they could identify one",
			DisableDefaultText: true,
		},
	)
}

// writeDiff writes what differs as the command's result, and returns whether
// anything does.
func (p *program) writeDiff(
	c *urfave.Context,
	reader *reading,
	from, to diff.Side,
	o report.Options,
) (differs bool, err error) {
	names := c.Bool("names") && !o.Share
	d, err := reader.Diff(c.Context, from, to, diff.Options{
		Filter: diff.Filter{
			Tag:    c.String("tag"),
			School: c.String("school"),
			Grade:  c.String("grade"),
		},
		Names: names,
	})
	if err != nil {
		return false, err
	}
	if names && !d.HasNames() {
		reader.Log.Warn("no snapshot has names; to read them, set students.names: true")
	}

	r, err := report.Of(c.Context, d, o)
	if err != nil {
		return false, err
	}

	differs = r.Differs()
	path := c.String("o")
	colors := path == "" && cli.ShowsColors(p.World)
	err = cli.Output(path, p.Stdout, func(w io.Writer) error {
		switch c.String("format") {
		case "json":
			return report.WriteJSON(c.Context, w, r)
		case "csv":
			return report.WriteCSV(c.Context, w, r)
		case "html":
			return report.WriteHTML(c.Context, w, r)
		}
		return report.WriteText(c.Context, w, r, colors)
	})
	return differs, err
}

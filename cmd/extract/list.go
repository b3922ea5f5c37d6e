package main

import (
	"errors"
	"io"
	"strconv"
	"time"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func (p *program) listCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "list",
		Usage:     "list the snapshots, newest first",
		UsageText: "extract list",
		Flags:     cli.ResultFlags("text", "json"),
		Action: func(c *urfave.Context) error {
			db, err := p.openStore(c)
			if err != nil {
				return err
			}
			defer db.Close()

			snapshots, err := db.Snapshots(c.Context)
			if err != nil {
				return err
			}

			return cli.Output(c.String("o"), p.Stdout, func(w io.Writer) error {
				return writeSnapshots(w, c.String("format"), snapshots)
			})
		},
	}
}

func writeSnapshots(w io.Writer, format string, snapshots []schema.Snapshot) error {
	if format == "json" {
		views := make([]snapshotView, len(snapshots))
		for i, s := range snapshots {
			views[i] = newSnapshotView(s)
		}
		return cli.WriteJSON(w, views)
	}

	heads := []string{
		"SNAPSHOT",
		"TAKEN",
		"ATTENDANCE THROUGH",
		"STUDENTS",
		"LEAVERS",
		"FINDINGS",
	}
	rows := make([][]string, len(snapshots))
	for i, s := range snapshots {
		rows[i] = []string{
			strconv.FormatInt(s.Number, 10),
			s.TakenAt.UTC().Format(time.RFC3339),
			s.AttendanceThrough.Format(time.DateTime),
			strconv.FormatInt(s.Students, 10),
			strconv.FormatInt(s.Leavers, 10),
			strconv.Itoa(len(s.Findings)),
		}
	}

	err := cli.WriteTable(w, heads, rows)
	for _, s := range snapshots {
		err = errors.Join(err, cli.WriteUnreadable(w, s.Settings))
	}
	return err
}

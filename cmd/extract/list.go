package main

import (
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"time"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

func (p *program) listCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "list",
		Usage:     "list the snapshots, the newest first",
		UsageText: "extract list",
		Flags:     cli.ResultFlags("text", "json"),
		Action: func(c *urfave.Context) error {
			db, err := p.openStore(c.Context)
			if err != nil {
				return err
			}
			defer db.Close()
			snapshots, err := db.Snapshots(c.Context)
			if err != nil {
				return err
			}
			return cli.Output(c.String("o"), p.Stdout, func(w io.Writer) error { return writeSnapshots(w, c.String("format"), snapshots) })
		},
	}
}

func (p *program) showCommand() *urfave.Command {
	return &urfave.Command{
		Name:      "show",
		Usage:     "show a snapshot, the newest unless REF names another",
		ArgsUsage: "[REF]",
		UsageText: "extract show\nextract show latest~1\nextract show 2026-11-20",
		Flags:     cli.ResultFlags("text", "json"),
		Action: func(c *urfave.Context) error {
			return p.withSnapshot(c, func(_ *postgres.DB, s schema.Snapshot) error { return p.print(c, s) })
		},
	}
}

// print writes a snapshot as the command's result.
func (p *program) print(c *urfave.Context, s schema.Snapshot) error {
	return cli.Output(c.String("o"), p.Stdout, func(w io.Writer) error { return writeSnapshot(w, c.String("format"), s) })
}

// view is a snapshot as --format json shows it.
type view struct {
	Snapshot          int64                `json:"snapshot,omitempty"`
	TakenAt           time.Time            `json:"taken_at"`
	AttendanceThrough string               `json:"attendance_through"`
	Students          int64                `json:"students"`
	Leavers           int64                `json:"leavers"`
	SourceRows        int64                `json:"source_rows"`
	Findings          schema.FindingCounts `json:"findings"`
	Digest            string               `json:"digest,omitempty"`
	Run               string               `json:"run"`
}

func newView(s schema.Snapshot) view {
	v := view{Snapshot: s.Number, TakenAt: s.TakenAt.UTC(), AttendanceThrough: s.AttendanceThrough.Format(time.DateTime),
		Students: s.Students, Leavers: s.Leavers, SourceRows: s.SourceRows, Findings: s.Findings, Run: s.Run}
	if s.Digest != (schema.Sum{}) {
		v.Digest = hex.EncodeToString(s.Digest[:])
	}
	return v
}

func writeSnapshots(w io.Writer, format string, snapshots []schema.Snapshot) error {
	if format == "json" {
		views := make([]view, len(snapshots))
		for i, s := range snapshots {
			views[i] = newView(s)
		}
		return cli.WriteJSON(w, views)
	}
	rows := make([][]string, len(snapshots))
	for i, s := range snapshots {
		rows[i] = []string{strconv.FormatInt(s.Number, 10), s.TakenAt.UTC().Format(time.RFC3339), s.AttendanceThrough.Format(time.DateTime),
			strconv.FormatInt(s.Students, 10), strconv.FormatInt(s.Leavers, 10), strconv.Itoa(len(s.Findings))}
	}
	return cli.WriteTable(w, []string{"SNAPSHOT", "TAKEN", "ATTENDANCE THROUGH", "STUDENTS", "LEAVERS", "FINDINGS"}, rows)
}

func writeSnapshot(w io.Writer, format string, s schema.Snapshot) error {
	v := newView(s)
	if format == "json" {
		return cli.WriteJSON(w, v)
	}
	name, leavers := "dry run", "nothing stored"
	if v.Snapshot > 0 {
		name, leavers = fmt.Sprintf("snapshot %d", v.Snapshot), fmt.Sprintf("%d leavers", v.Leavers)
	}
	_, err := fmt.Fprintf(w, "%s, taken %s, attendance through %s\n%d students (%d joined rows), %s\n",
		name, v.TakenAt.Format(time.RFC3339), v.AttendanceThrough, v.Students, v.SourceRows, leavers)
	for _, f := range s.Findings.Names() {
		if err == nil {
			_, err = fmt.Fprintf(w, "finding: %s %d\n", f, s.Findings[f])
		}
	}
	return err
}

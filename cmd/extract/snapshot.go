package main

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"time"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

// How commands read the snapshot that an argument names, and show one as their
// result.

// withSnapshot calls do with the snapshot that the command's argument names.
func (p *program) withSnapshot(c *urfave.Context, do func(*postgres.DB, schema.Snapshot) error) error {
	ref, err := cli.ParseRef(c.Args().First(), p.Local)
	if err != nil {
		return err
	}
	db, err := p.openStore(c)
	if err != nil {
		return err
	}
	defer db.Close()

	snapshot, err := db.Snapshot(c.Context, ref)
	if err != nil {
		return err
	}
	return do(db, snapshot)
}

// print writes a snapshot as the command's result.
func (p *program) print(c *urfave.Context, s schema.Snapshot) error {
	return cli.Output(c.String("o"), p.Stdout, func(w io.Writer) error {
		return writeSnapshot(w, c.String("format"), s)
	})
}

// snapshotView is a snapshot as --format json shows it.
type snapshotView struct {
	Snapshot          int64                `json:"snapshot,omitempty"`
	TakenAt           time.Time            `json:"taken_at"`
	AttendanceThrough string               `json:"attendance_through"`
	Students          int64                `json:"students"`
	Leavers           int64                `json:"leavers"`
	SourceRows        int64                `json:"source_rows"`
	Findings          schema.FindingCounts `json:"findings"`
	Rows              map[string]int64     `json:"extension_rows,omitempty"` // students with a row, by table
	Digest            string               `json:"digest,omitempty"`
	DigestVersion     int                  `json:"digest_version,omitempty"`
	StudentsDigest    string               `json:"students_digest,omitempty"` // none before version 2
	Run               string               `json:"run"`
	Unreadable        string               `json:"unreadable,omitempty"` // why the settings cannot be read
}

func newSnapshotView(s schema.Snapshot) snapshotView {
	v := snapshotView{
		Snapshot:          s.Number,
		TakenAt:           s.TakenAt.UTC(),
		AttendanceThrough: s.AttendanceThrough.Format(time.DateTime),
		Students:          s.Students,
		Leavers:           s.Leavers,
		SourceRows:        s.SourceRows,
		Findings:          s.Findings,
		Rows:              s.Rows,
		Run:               s.Run,
	}
	if err := s.Settings.Err(); err != nil {
		v.Unreadable = err.Error()
	}
	if s.Digest != (schema.Sum{}) {
		v.Digest = hex.EncodeToString(s.Digest[:])
		v.DigestVersion = s.DigestVersion
	}
	if s.StudentsDigest != nil {
		v.StudentsDigest = hex.EncodeToString(s.StudentsDigest[:])
	}
	return v
}

func writeSnapshot(w io.Writer, format string, s schema.Snapshot) error {
	v := newSnapshotView(s)
	if format == "json" {
		return cli.WriteJSON(w, v)
	}

	name := "dry run"
	leavers := "nothing stored"
	if v.Snapshot > 0 {
		name = fmt.Sprintf("snapshot %d", v.Snapshot)
		leavers = fmt.Sprintf("%d leavers", v.Leavers)
	}

	err := schema.Fprintf(w, "%s, taken %s, attendance through %s\n%d students (%d joined rows), %s\n",
		name,
		v.TakenAt.Format(time.RFC3339),
		v.AttendanceThrough,
		v.Students,
		v.SourceRows,
		leavers)
	for _, table := range slices.Sorted(maps.Keys(s.Rows)) {
		if err == nil {
			count := schema.Students(strconv.FormatInt(s.Rows[table], 10))
			err = schema.Fprintf(w, "table %s: a row about %s\n", table, count)
		}
	}
	for _, f := range s.Findings.Names() {
		if err == nil {
			count := strconv.FormatInt(s.Findings[f], 10)
			err = schema.Fprintf(w, "finding: %s\n", f.Sentence(count))
		}
	}
	if err == nil {
		err = writeDigests(w, v)
	}
	return errors.Join(err, cli.WriteUnreadable(w, s.Settings))
}

// writeDigests writes the digest of all of a snapshot and, where there is one, that
// of its students: the same for the same students, however they were read.
func writeDigests(w io.Writer, v snapshotView) error {
	if v.Digest == "" {
		return nil
	}

	text := "digest " + v.Digest + "\n"
	if v.StudentsDigest != "" {
		text += "students' digest " + v.StudentsDigest + "\n"
	}
	_, err := io.WriteString(w, text)
	return err
}

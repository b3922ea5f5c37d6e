package main

import (
	"errors"
	"io"
	"iter"
	"slices"
	"strconv"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

// findingView is a student about whom there is a finding. Its fields are also the
// columns of the table.
type findingView struct {
	Number  string         `json:"number"`
	DCID    int64          `json:"dcid"`
	School  int64          `json:"school"`
	Grade   int64          `json:"grade"`
	Finding schema.Finding `json:"finding"`
	Says    string         `json:"says"` // what PowerSchool says
}

var findingHeader = []string{
	"number",
	"dcid",
	"school",
	"grade",
	"finding",
	"powerschool_says",
}

func (v findingView) cells() []string {
	return []string{
		v.Number,
		strconv.FormatInt(v.DCID, 10),
		strconv.FormatInt(v.School, 10),
		strconv.FormatInt(v.Grade, 10),
		string(v.Finding),
		v.Says,
	}
}

// printFound writes the students of a snapshot about whom there is a finding of a
// kind.
func (p *program) printFound(c *urfave.Context, db *postgres.DB, s schema.Snapshot, kind schema.Finding) error {
	if !kind.Known() && s.Findings[kind] == 0 {
		hint := cli.DidYouMean(string(kind), findingNames(s.Findings))
		err := errors.New("flag --finding: there is no such kind of finding")
		return schema.NewFault(schema.Config, err, hint)
	}
	if kind == schema.ScopeUnknown || kind == schema.NoAttendance {
		err := errors.New("flag --finding: " + string(kind) + " is not about single students of the snapshot")
		return schema.NewFault(schema.Config, err, "its count is in: extract show")
	}

	found, err := findStudents(db.Students(c.Context, s.Number), &s, kind)
	if err != nil {
		return err
	}
	return cli.Output(c.String("o"), p.Stdout, func(w io.Writer) error {
		return writeStudents(w, c.String("format"), found)
	})
}

// findStudents returns the findings of a kind about students, who come in the order
// of the files.
func findStudents(
	students iter.Seq2[*schema.Student, error],
	snapshot *schema.Snapshot,
	kind schema.Finding,
) ([]findingView, error) {
	found := []findingView{}
	finder := schema.NewFinder(snapshot, func(s *schema.Student, f schema.Finding) {
		if f.Is(kind) {
			found = append(found, findingView{
				Number:  s.Number,
				DCID:    s.DCID,
				School:  s.SchoolID,
				Grade:   s.GradeLevel,
				Finding: f.Kind(),
				Says:    f.Said(),
			})
		}
	})

	for s, err := range students {
		if err != nil {
			return nil, err
		}
		finder.Add(s)
	}
	return found, nil
}

func writeStudents(w io.Writer, format string, found []findingView) error {
	rows := make([][]string, len(found))
	for i, v := range found {
		rows[i] = v.cells()
	}

	switch format {
	case "json":
		return cli.WriteJSON(w, found)
	case "csv":
		return writeSheet(w, findingHeader, rows)
	}
	return cli.WriteTable(w, findingHeader, rows)
}

func writeSheet(w io.Writer, header []string, rows [][]string) error {
	sheet, err := schema.NewSheet(w, header)
	if err != nil {
		return err
	}

	for _, row := range rows {
		if err := sheet.Add(row); err != nil {
			return err
		}
	}
	return sheet.End()
}

// findingNames are the kinds that can be asked for, those of a snapshot first.
func findingNames(counts schema.FindingCounts) (names []string) {
	for _, f := range slices.Concat(counts.Names(), schema.FindingKinds()) {
		if name := string(f); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

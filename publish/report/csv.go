package report

import (
	"context"
	"encoding/csv"
	"io"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
)

var (
	csvHeader       = []string{"file", "change", "cause", "number", "last_name", "first_name", "school", "school_name", "grade", "tag", "before", "after", "code", "reason"}
	sharedCSVHeader = []string{"file", "cause", "by", "value", "name", "rows", "before", "added", "lost", "left", "changed"}
)

// WriteCSV writes every row that differs, for a spreadsheet; of a report that
// is shared, the tables of counts. No cell is one that a spreadsheet would take
// for a formula (CWE-1236).
func WriteCSV(ctx context.Context, w io.Writer, r *Report) error {
	c := csv.NewWriter(w)
	if r.Shared {
		return errorOf(c, r.writeCounts(c))
	}
	if err := c.Write(csvHeader); err != nil {
		return err
	}
	return errorOf(c, r.changes(ctx, func(ch publish.Change) error {
		return c.Write(inert(ch.File, kindOf(ch), string(ch.Cause), ch.Number, ch.LastName, ch.FirstName, ch.School, r.school(ch.School), ch.Grade,
			ch.Tag, values(ch.Before), values(ch.After), string(ch.Reason.Code), ch.Reason.Says))
	}))
}

// errorOf flushes, and returns the first error there was.
func errorOf(c *csv.Writer, err error) error {
	c.Flush()
	if err == nil {
		err = c.Error()
	}
	return err
}

func (r *Report) writeCounts(c *csv.Writer) error {
	if err := c.Write(sharedCSVHeader); err != nil {
		return err
	}
	for _, f := range r.Files {
		for _, s := range f.Steps {
			for _, t := range s.Tables {
				for _, l := range t.Lines {
					err := c.Write(inert(f.File, string(s.Cause), string(t.By), l.Value, l.Name, l.Rows.cell(), l.Before.cell(),
						l.Added.cell(), l.Lost.cell(), l.Left.cell(), l.Changed.cell()))
					if err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

// kindOf says what became of a row.
func kindOf(c publish.Change) string {
	switch {
	case c.Before == nil:
		return "added"
	case c.After == nil:
		return "removed"
	}
	return "changed"
}

// values writes the values of a row in one cell.
func values(v []string) string { return strings.Join(v, " | ") }

// inert makes cells that no spreadsheet computes: one that begins like a
// formula, be it in quotes or after spaces, gets an apostrophe before it.
func inert(cells ...string) []string {
	for i, cell := range cells {
		cell = replaceRunes(cell, turns)
		if begin := strings.TrimLeft(cell, " \"'"); begin != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(begin)[0]) {
			cell = "'" + cell
		}
		cells[i] = cell
	}
	return cells
}

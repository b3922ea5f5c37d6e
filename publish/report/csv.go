package report

import (
	"context"
	"encoding/csv"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

var (
	csvHeader = []string{
		"file", "change", "cause", "number", "last_name", "first_name", "school", "school_name", "grade",
		"tag", "before", "after", "code", "reason",
	}
	sharedCSVHeader = append([]string{"file", "cause", "by", "value", "name"}, columnNames...)
)

// byteOrderMark tells Excel that a file is UTF-8. SchooLinks' own files never have it.
const byteOrderMark = "\ufeff"

// WriteCSV writes every row that differs, for a spreadsheet; for a report that
// is shared, the tables of counts. No cell is one that a spreadsheet would take
// for a formula (CWE-1236).
func WriteCSV(ctx context.Context, w io.Writer, r *Report) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}

	c := csv.NewWriter(w)
	if r.Shared {
		return flush(c, r.writeCounts(c))
	}

	if err := c.Write(csvHeader); err != nil {
		return err
	}
	err := r.changes(ctx, func(ch diff.Change) error {
		return c.Write(r.cells(ch))
	})
	return flush(c, err)
}

// flush flushes what is written, and returns the first error there was.
func flush(c *csv.Writer, err error) error {
	c.Flush()
	if err == nil {
		err = c.Error()
	}
	return err
}

// cells returns one row that differs, under csvHeader.
func (r *Report) cells(c diff.Change) []string {
	return inert(
		c.File,
		string(effectOf(c)),
		string(c.Cause),
		c.Number,
		c.LastName,
		c.FirstName,
		c.School,
		r.school(c.School),
		c.Grade,
		c.Tag,
		values(c.Before),
		values(c.After),
		string(c.Reason.Code),
		c.Reason.Says,
	)
}

func (r *Report) writeCounts(c *csv.Writer) error {
	table := [][]string{sharedCSVHeader}
	for _, f := range r.Files {
		for _, cause := range f.Causes {
			for _, t := range cause.Tables {
				lines := t.cells(f.File, string(cause.Cause))
				table = append(table, lines...)
			}
		}
	}

	return c.WriteAll(table)
}

// cells returns the lines of a table, under sharedCSVHeader.
func (t Table) cells(file, cause string) [][]string {
	return each(t.Lines, func(l Line) []string {
		cells := []string{
			file,
			cause,
			string(t.By),
			l.Value,
			l.Name,
		}

		for _, c := range l.Counts() {
			cells = append(cells, c.cell())
		}
		return inert(cells...)
	})
}

// values writes the values of a row in one cell.
func values(v []string) string { return strings.Join(v, " | ") }

// inert makes cells that no spreadsheet computes. A cell that begins like a
// formula, even in quotes or after spaces, gets an apostrophe before it.
func inert(cells ...string) []string {
	for i, cell := range cells {
		cells[i] = schema.Visible(cell)
		if beginsFormula(cells[i]) {
			cells[i] = "'" + cells[i]
		}
	}
	return cells
}

func beginsFormula(cell string) bool {
	begin := strings.TrimLeft(cell, " \"'")
	first, size := utf8.DecodeRuneInString(begin)
	return size > 0 && strings.ContainsRune("=+-@＝＋－＠", first)
}

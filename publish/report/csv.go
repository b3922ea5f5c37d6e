package report

import (
	"context"
	"errors"
	"io"
	"strings"

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

// WriteCSV writes every row that differs, for a spreadsheet; for a report that
// is shared, the tables of counts.
func WriteCSV(ctx context.Context, w io.Writer, r *Report) error {
	header := csvHeader
	if r.Shared {
		header = sharedCSVHeader
	}
	sheet, err := schema.NewSheet(w, header)
	if err != nil {
		return err
	}

	if r.Shared {
		err = r.writeCounts(sheet)
	} else {
		err = r.changes(ctx, func(ch diff.Change) error {
			return sheet.Add(r.cells(ch))
		})
	}
	return errors.Join(err, sheet.End())
}

// cells returns one row that differs, under csvHeader.
func (r *Report) cells(c diff.Change) []string {
	return []string{
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
	}
}

func (r *Report) writeCounts(sheet *schema.Sheet) error {
	for _, f := range r.Files {
		for _, cause := range f.Causes {
			for _, t := range cause.Tables {
				for _, line := range t.cells(f.File, string(cause.Cause)) {
					if err := sheet.Add(line); err != nil {
						return err
					}
				}
			}
		}
	}

	return nil
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
		return cells
	})
}

// values writes the values of a row in one cell.
func values(v []string) string { return strings.Join(v, " | ") }

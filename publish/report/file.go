package report

import (
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// FileChanges is one file, counted.
type FileChanges struct {
	File       string         `json:"file"` // its kind
	Match      diff.Match     `json:"match"`
	Note       string         `json:"note,omitempty"`
	Columns    []string       `json:"columns"`
	Causes     []CauseChanges `json:"steps"`
	Duplicates Count          `json:"duplicates"`

	title string           // of the kind
	keyed bool             // a student can have several rows, which a tag tells apart
	twice []diff.Duplicate // the rows that Duplicates counts
}

// CauseChanges is what one cause changed in a file.
type CauseChanges struct {
	Cause   diff.Cause   `json:"cause"`
	Tables  []Table      `json:"tables"` // the first one has the line of the whole file
	Reasons []ReasonLine `json:"reasons"`
}

// ReasonLine is a reason, and how many rows changed for it.
type ReasonLine struct {
	Code diff.Code `json:"code"`
	Says string    `json:"says"`
	Rows Count     `json:"rows"`
}

// causeTexts say what each cause means.
var causeTexts = map[diff.Cause]string{
	diff.ByData:  "changes of students",
	diff.ByRules: "changes of the rules",
}

// tableOrder is what a report counts rows by.
var tableOrder = []schema.TallyBy{
	schema.ByFile,
	schema.ByTag,
	schema.ByColumn,
	schema.BySchool,
	schema.ByGrade,
}

func (r *Report) file(s diff.FileSummary) FileChanges {
	f := FileChanges{
		File:       s.Kind,
		Match:      s.Match,
		Note:       s.Note,
		Columns:    s.Columns,
		Causes:     []CauseChanges{},
		Duplicates: count(int64(len(s.Duplicates))),
		title:      s.Title,
		keyed:      s.Keyed,
		twice:      s.Duplicates,
	}

	for _, c := range s.Causes {
		f.Causes = append(f.Causes, r.causeChanges(c))
	}
	return f
}

func (r *Report) causeChanges(s diff.CauseSummary) CauseChanges {
	c := CauseChanges{
		Cause:   s.Cause,
		Reasons: []ReasonLine{},
	}

	for _, by := range tableOrder {
		t := r.tableBy(by, s.Tallies)
		if len(t.Lines) > 0 {
			c.Tables = append(c.Tables, t)
		}
	}

	for _, reason := range s.Reasons {
		c.Reasons = append(c.Reasons, ReasonLine{
			Code: reason.Code,
			Says: reason.Code.Text(),
			Rows: count(reason.Rows),
		})
	}
	return c
}

func (r *Report) tableBy(by schema.TallyBy, tallies []schema.Tally) Table {
	t := Table{By: by}
	for _, tally := range tallies {
		if tally.By != by {
			continue
		}

		line := lineOf(tally)
		if by == schema.BySchool {
			line.Name = r.school(tally.Value)
		}
		t.Lines = append(t.Lines, line)
	}
	return t
}

// differs reports whether the file differs between the two sides.
func (f FileChanges) differs() bool {
	changesRows := slices.ContainsFunc(f.Causes, CauseChanges.changesRows)
	return changesRows || f.Match == diff.OtherColumns
}

// changesRows reports whether the cause changed any row.
func (c CauseChanges) changesRows() bool { return len(c.Reasons) > 0 }

// Total is the line of the whole file.
func (c CauseChanges) Total() *Line { return &c.Tables[0].Lines[0] }

// Counts are the tables besides that line.
func (c CauseChanges) Counts() []Table { return c.Tables[1:] }

// side names the side on which a duplicate is.
func (r *Report) side(d diff.Duplicate) string {
	if d.After {
		return r.To
	}
	return r.From
}

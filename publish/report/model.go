package report

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Report is what differs between two sides and, where one of them is a
// publication that is reported on, what became of it. It is the one model of
// WriteText, WriteJSON, WriteCSV and WriteHTML; docs/report.md has its fields.
type Report struct {
	SchemaVersion int           `json:"schema_version"`
	From          string        `json:"from"`
	To            string        `json:"to"`
	Shared        bool          `json:"shared"` // it may leave the office: no rows, and no small counts
	Filter        Filter        `json:"filter"`
	Story         *Story        `json:"publication,omitempty"` // nil where two sides are just compared
	Settings      []Setting     `json:"settings"`
	Files         []FileChanges `json:"files"`
	History       []Chart       `json:"history,omitempty"`

	schools map[int64]string
	rows    func(context.Context, func(publish.Change) error) error // visits every one that differs
}

// Filter leaves only some rows.
type Filter struct {
	Tag    string `json:"tag,omitempty"`
	School string `json:"school,omitempty"`
	Grade  string `json:"grade,omitempty"`
}

// Setting is a setting that differs; From or To is null where it is not set.
type Setting struct {
	Part publish.Part    `json:"part"`
	Key  string          `json:"key"`
	From json.RawMessage `json:"from"`
	To   json.RawMessage `json:"to"`
}

// FileChanges is one file, counted.
type FileChanges struct {
	File       string        `json:"file"`
	Match      publish.Match `json:"match"`
	Note       string        `json:"note,omitempty"`
	Columns    []string      `json:"columns"`
	Steps      []Step        `json:"steps"`
	Duplicates Count         `json:"duplicates"`

	twice []publish.Duplicate
}

// Step is what one cause changed in a file.
type Step struct {
	Cause   publish.Cause `json:"cause"`
	Tables  []Table       `json:"tables"`
	Reasons []ReasonLine  `json:"reasons"`
}

// Table counts rows by something: the file as a whole, tags, columns, schools
// or grades.
type Table struct {
	By    schema.TallyBy `json:"by"`
	Lines []Line         `json:"lines"`
}

// Line is one line of a Table.
type Line struct {
	Value   string `json:"value"`
	Name    string `json:"name,omitempty"` // of a school
	Rows    Count  `json:"rows"`
	Before  Count  `json:"before"`
	Added   Count  `json:"added"`
	Lost    Count  `json:"lost"`
	Left    Count  `json:"left"`
	Changed Count  `json:"changed"`
}

// ReasonLine is a reason, and how many rows changed for it.
type ReasonLine struct {
	Code publish.Code `json:"code"`
	Says string       `json:"says"`
	Rows Count        `json:"rows"`
}

// Options say what a report is to show besides the changes.
type Options struct {
	Publication *Publication     // what is reported on; nil for a mere comparison
	Past        []schema.Past    // what was delivered up to it, the newest first
	Schools     map[int64]string // names, by number
	Share       bool
}

// Of counts what differs, and puts a report together.
func Of(ctx context.Context, d *publish.Diff, o Options) (*Report, error) {
	r := &Report{SchemaVersion: 1, From: d.From.String(), To: d.To.String(), Shared: o.Share, Filter: Filter(d.Filter),
		Settings: []Setting{}, schools: o.Schools, rows: d.Changes}
	for _, s := range d.Settings {
		r.Settings = append(r.Settings, Setting{s.Part, s.Key, orNull(s.From), orNull(s.To)})
	}
	files, err := d.Summary(ctx)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		r.Files = append(r.Files, r.file(f))
	}
	if o.Publication != nil {
		r.Story = story(o.Publication)
		r.History = history(o.Publication, o.Past, r.Filter)
	}
	if o.Share {
		r.share(o.Publication)
	}
	return r, nil
}

func orNull(text string) json.RawMessage {
	if text == "" {
		return json.RawMessage("null")
	}
	return json.RawMessage(text)
}

func (r *Report) file(f publish.FileSummary) FileChanges {
	c := FileChanges{File: f.Kind, Match: f.Match, Note: f.Note, Columns: f.Columns, Steps: []Step{},
		Duplicates: count(int64(len(f.Duplicates))), twice: f.Duplicates}
	for _, s := range f.Steps {
		step := Step{Cause: s.Cause, Reasons: []ReasonLine{}}
		for _, by := range []schema.TallyBy{schema.ByFile, schema.ByTag, schema.ByColumn, schema.BySchool, schema.ByGrade} {
			if t := r.table(by, s.Tallies); len(t.Lines) > 0 {
				step.Tables = append(step.Tables, t)
			}
		}
		for _, reason := range s.Reasons {
			step.Reasons = append(step.Reasons, ReasonLine{reason.Code, reasonTexts[reason.Code], count(reason.Rows)})
		}
		c.Steps = append(c.Steps, step)
	}
	return c
}

func (r *Report) table(by schema.TallyBy, tallies []schema.Tally) Table {
	t := Table{By: by}
	for _, y := range tallies {
		if y.By != by {
			continue
		}
		line := Line{y.Value, "", count(y.Rows), count(y.Before), count(y.Added), count(y.Lost), count(y.Left), count(y.Changed)}
		if by == schema.BySchool {
			line.Name = r.school(y.Value)
		}
		t.Lines = append(t.Lines, line)
	}
	return t
}

// school returns the name of a school, "" where the configuration has none.
func (r *Report) school(number string) string {
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return ""
	}
	return r.schools[n]
}

// Differs reports whether anything is another on the one side than on the other.
func (r *Report) Differs() bool {
	return slices.ContainsFunc(r.Files, func(f FileChanges) bool {
		return f.Match == publish.OtherColumns || slices.ContainsFunc(f.Steps, Step.changes)
	})
}

func (s Step) changes() bool { return len(s.Reasons) > 0 }

// Total is the line of the whole file.
func (s Step) Total() *Line { return &s.Tables[0].Lines[0] }

// Counts are the tables besides that line.
func (s Step) Counts() []Table { return s.Tables[1:] }

// Counts are a line's, in the order of the columns.
func (l Line) Counts() []Count {
	return []Count{l.Rows, l.Before, l.Added, l.Lost, l.Left, l.Changed}
}

// changes visits every row that differs; a report that is shared has none.
func (r *Report) changes(ctx context.Context, visit func(publish.Change) error) error {
	if r.Shared {
		return nil
	}
	return r.rows(ctx, visit)
}

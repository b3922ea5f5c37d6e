// Package report shows publications, and what differs between two sets of
// files, to people and to programs. Publication (publication.go) is the one
// model of a publication, and Report (report.go) that of a comparison; each
// has its JSON, and its text is written with text.go. A comparison also has a
// CSV (csv.go) and a page (html.go, page.go). docs/report.md has the fields.
package report

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Report is what differs between two sides and, when one of them is a
// publication that is reported on, what became of it. WriteText, WriteJSON,
// WriteCSV and WriteHTML show it.
type Report struct {
	SchemaVersion int           `json:"schema_version"`
	From          string        `json:"from"`
	To            string        `json:"to"`
	Shared        bool          `json:"shared"` // it may leave the office: no rows, and no small counts
	Filter        Filter        `json:"filter"`
	Publication   *Publication  `json:"publication,omitempty"` // nil when two sides are only compared
	Settings      []Setting     `json:"settings"`
	Files         []FileChanges `json:"files"`
	History       []Chart       `json:"history,omitempty"`

	schools map[int64]string
	hasKeys func(kind string) bool                               // whether a kind of file has tags
	rows    func(context.Context, func(diff.Change) error) error // visits every row that differs
}

// Filter leaves only some rows.
type Filter struct {
	Tag    string `json:"tag,omitempty"`
	School string `json:"school,omitempty"`
	Grade  string `json:"grade,omitempty"`
}

// Setting is a setting that differs. From or To is null when it is not set.
type Setting struct {
	Part diff.Part       `json:"part"`
	Key  string          `json:"key"`
	From json.RawMessage `json:"from"`
	To   json.RawMessage `json:"to"`
}

// Options say what a report shows besides the changes.
type Options struct {
	Story   *Story           // what is reported on; nil when two sides are only compared
	Past    []schema.Past    // what was delivered up to it, the newest first
	Schools map[int64]string // names, by number
	Share   bool             // make a report that may leave the office
}

// Of counts what differs, and puts a report together.
func Of(ctx context.Context, d *diff.Diff, o Options) (*Report, error) {
	summaries, err := d.Summary(ctx)
	if err != nil {
		return nil, err
	}

	r := &Report{
		SchemaVersion: 1,
		From:          d.From.String(),
		To:            d.To.String(),
		Shared:        o.Share,
		Filter:        Filter(d.Filter),
		Settings:      settings(d.Settings),
		schools:       o.Schools,
		hasKeys:       d.HasKeys,
		rows:          d.Changes,
	}
	for _, s := range summaries {
		r.Files = append(r.Files, r.file(s))
	}

	if o.Story != nil {
		r.tell(o.Story, o.Past)
	}
	if o.Share {
		r.share(o.Story)
	}
	return r, nil
}

// tell adds what became of the publication that is reported on, and the charts
// of its tags.
func (r *Report) tell(s *Story, past []schema.Past) {
	r.Publication = outline(s)
	r.History = r.history(s, past)
}

func settings(changes []diff.SettingChange) []Setting {
	list := []Setting{}
	for _, c := range changes {
		list = append(list, Setting{
			Part: c.Part,
			Key:  c.Key,
			From: orNull(c.From),
			To:   orNull(c.To),
		})
	}
	return list
}

func orNull(text string) json.RawMessage {
	if text == "" {
		return json.RawMessage("null")
	}
	return json.RawMessage(text)
}

// Title names the report.
func (r *Report) Title() string {
	switch p := r.Publication; {
	case p == nil:
		return schema.Visible(r.From + " → " + r.To)
	case p.Snapshot == 0:
		return fmt.Sprintf("Publication %d", p.Publication)
	default:
		return fmt.Sprintf("Publication %d of snapshot %d", p.Publication, p.Snapshot)
	}
}

// Says is the sentence under the title.
func (r *Report) Says() string {
	switch {
	case r.Publication != nil:
		return r.Publication.Standing()
	case r.Differs():
		return "they differ"
	}
	return "no row differs"
}

// Differs reports whether any file differs between the two sides.
func (r *Report) Differs() bool {
	return slices.ContainsFunc(r.Files, FileChanges.differs)
}

// school returns the name of a school; "" when the configuration has none.
func (r *Report) school(number string) string {
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return ""
	}
	return r.schools[n]
}

// changes visits every row that differs. A report that is shared has none.
func (r *Report) changes(ctx context.Context, visit func(diff.Change) error) error {
	if r.Shared {
		return nil
	}
	return r.rows(ctx, visit)
}

package diff

import (
	"context"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// FileSummary is one file of a diff, counted.
type FileSummary struct {
	Kind       string
	Title      string // of the kind, for people
	Keyed      bool   // a student can have several rows, one for each tag
	Match      Match
	Columns    []string // of the file's values, after the student and the tag
	Note       string   // why rows cannot be compared, or cannot be explained
	Causes     []CauseSummary
	Duplicates []Duplicate
}

// CauseSummary is what one cause changed in a file.
type CauseSummary struct {
	Cause   Cause
	Tallies []schema.Tally
	Reasons []ReasonCount
}

// Duplicate is a row whose student and tag its file already has.
type Duplicate struct {
	File, Number, Tag string
	After             bool // on the side that is compared to
}

// Change is one row that was added, removed or changed.
type Change struct {
	File                string
	Cause               Cause
	Number, Tag         string
	FirstName, LastName string   // when the diff asks for names
	School, Grade       string   // the new ones, or the old ones when the student is gone
	Before, After       []string // the values; nil where there is no row
	Reason              Reason

	stayed, stays bool // whether the student was, and is, in the snapshot
}

// Summary counts what differs.
func (d *Diff) Summary(ctx context.Context) ([]FileSummary, error) {
	countOnly := func(Change) error { return nil }
	return d.read(ctx, countOnly)
}

// Changes visits every row that differs, with its reason: by file, then by
// cause, then by student number, descending.
func (d *Diff) Changes(ctx context.Context, visit func(Change) error) error {
	_, err := d.read(ctx, visit)
	return err
}

func (d *Diff) read(ctx context.Context, visit func(Change) error) ([]FileSummary, error) {
	var summaries []FileSummary
	for _, f := range d.files {
		keyed := f.kind.Key != 0
		if d.Filter.Tag != "" && !keyed {
			continue
		}

		header := f.kind.Header(files.Rules{})
		s := FileSummary{
			Kind:    f.kind.Name,
			Title:   f.kind.Title,
			Keyed:   keyed,
			Match:   f.match,
			Note:    f.note,
			Columns: header[1+f.kind.Key:],
		}
		for i := range f.transitions {
			r := d.newReading(f, i, visit)
			if err := r.read(ctx); err != nil {
				return nil, err
			}
			s.Causes = append(s.Causes, r.summary())
			s.Duplicates = append(s.Duplicates, r.duplicates...)
		}
		summaries = append(summaries, s)
	}
	return summaries, nil
}

// reading is a transition while its rows are read.
type reading struct {
	transition
	diff        *Diff
	kind        files.Kind
	first, last bool // of the file's transitions
	visit       func(Change) error

	tallies    *tallies
	reasons    map[Code]int64
	duplicates []Duplicate
	waiting    []Change // until the reasons of many are looked up together
	explainer  *explainer
}

// lookUp is how many reasons are looked up together.
const lookUp = 1000

func (d *Diff) newReading(f *fileDiff, i int, visit func(Change) error) *reading {
	t := f.transitions[i]
	return &reading{
		transition: t,
		diff:       d,
		kind:       f.kind,
		first:      i == 0,
		last:       i == len(f.transitions)-1,
		visit:      visit,
		tallies:    d.differ.newTallies(f.kind, t.before.rules, t.after.rules),
		reasons:    map[Code]int64{},
		explainer:  d.differ.newExplainer(t, d.names),
	}
}

func (r *reading) read(ctx context.Context) error {
	visit := func(row *row) error {
		if !r.diff.Filter.passes(r.kind, row) {
			return nil
		}

		r.tallies.add(row)
		if !row.same() {
			change := changeOf(r.kind, r.cause, row)
			r.waiting = append(r.waiting, change)
		}
		if len(r.waiting) == lookUp {
			return r.explain(ctx)
		}
		return nil
	}

	err := r.diff.differ.pairRows(r.before, r.after, visit, r.duplicate)
	if err != nil {
		return err
	}
	return r.explain(ctx)
}

func (r *reading) summary() CauseSummary {
	return CauseSummary{
		Cause:   r.cause,
		Tallies: r.tallies.list(),
		Reasons: countReasons(r.reasons),
	}
}

// explain gives the waiting changes their reasons, and passes them on.
func (r *reading) explain(ctx context.Context) error {
	if err := r.explainer.all(ctx, r.waiting); err != nil {
		return err
	}

	for _, c := range r.waiting {
		r.reasons[c.Reason.Code]++
		if err := r.visit(c); err != nil {
			return err
		}
	}
	r.waiting = r.waiting[:0]
	return nil
}

// duplicate notes a row that its file already has. A version between two
// transitions is on neither side of the diff.
func (r *reading) duplicate(fields []string, after bool) {
	between := !r.first
	if after {
		between = !r.last
	}
	if between {
		return
	}

	tag := ""
	if r.kind.Key != 0 {
		tag = fields[r.kind.Key]
	}
	r.duplicates = append(r.duplicates, Duplicate{
		File:   r.kind.Name,
		Number: fields[0],
		Tag:    tag,
		After:  after,
	})
}

// changeOf returns a row that differs, as a change without its reason.
func changeOf(kind files.Kind, cause Cause, r *row) Change {
	c := Change{
		File:   kind.Name,
		Cause:  cause,
		Number: r.number,
		School: r.is.School,
		Grade:  r.is.Grade,
		stayed: r.stayed,
		stays:  r.stays,
	}
	if !r.stays {
		c.School = r.was.School
		c.Grade = r.was.Grade
	}

	if kind.Key != 0 {
		c.Tag = r.field(kind.Key)
	}
	values := 1 + kind.Key // they begin after the student and the tag
	if r.before != nil {
		c.Before = slices.Clone(r.before[values:])
	}
	if r.after != nil {
		c.After = slices.Clone(r.after[values:])
	}
	return c
}

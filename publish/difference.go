package publish

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Diff is what differs between two sides, file by file. Summary walks through
// it once and counts; Changes walks through it again, row by row, so that
// files of any size can be shown.
type Diff struct {
	From, To Side
	Settings []SettingChange // named before anything else: they are not changes of children
	Filter   Filter
	Names    bool // whether to add students' names, where the snapshots have them

	p     *Publisher
	files []*fileDiff
}

// Filter leaves only some rows; what is "" lets all pass.
type Filter struct{ Tag, School, Grade string }

// Cause is what made rows change: the students, or the rules by which files
// are made of them.
type Cause string

const (
	ByData  Cause = "data"  // new data under the rules of before
	ByRules Cause = "rules" // the same data under the new rules
)

// FileSummary is one file of a diff, counted.
type FileSummary struct {
	Kind       string
	Match      Match
	Columns    []string // of the file's values, after the student and the tag
	Note       string   // why there is nothing to compare, or to explain
	Steps      []StepSummary
	Duplicates []Duplicate
}

// Match says which of two sides have a file.
type Match string

const (
	Matched      Match = "matched"
	OnlyFrom     Match = "only_from"     // it is not compared: it stays as it is
	OnlyTo       Match = "only_to"       // every row is new
	OtherColumns Match = "other_columns" // it cannot be compared
)

// StepSummary is what one cause changed in a file.
type StepSummary struct {
	Cause   Cause
	Tallies []schema.Tally
	Reasons []ReasonCount
}

// Duplicate is a row whose student, and tag, its file has already.
type Duplicate struct {
	File, Number, Tag string
	After             bool // on which side
}

// Change is one row that was added, removed or changed.
type Change struct {
	File                string
	Cause               Cause
	Number, Tag         string
	FirstName, LastName string   // where the diff asks for names
	School, Grade       string   // today's, or those of before for a row that is gone
	Before, After       []string // the values; nil where there is no row
	Reason              Reason

	stayed, stays bool
}

// fileDiff is one file of a diff.
type fileDiff struct {
	kind  Kind
	match Match
	note  string
	steps []step
}

// step compares two versions that differ for one cause.
type step struct {
	cause         Cause
	before, after version
	changed       []SettingChange
}

// Diff prepares to compare two sides.
func (p *Publisher) Diff(ctx context.Context, from, to Side) (*Diff, error) {
	d := &Diff{From: from, To: to, p: p}
	before, err := p.sideOf(ctx, &d.From)
	if err != nil {
		return nil, err
	}
	after, err := p.sideOf(ctx, &d.To)
	if err != nil {
		return nil, err
	}
	for _, kind := range p.Kinds {
		a, inA := before[kind.Name]
		b, inB := after[kind.Name]
		if !inA && !inB {
			continue
		}
		f := &fileDiff{kind: kind, match: Matched}
		switch {
		case !inB:
			f.match = OnlyFrom
			f.note = fmt.Sprintf("%s has no such file: it stays as it is", d.To)
		case !inA:
			f.match = OnlyTo
			f.note = fmt.Sprintf("%s has no such file: every row is new", d.From)
			f.steps = []step{{cause: ByData, before: version{kind: kind}, after: b}}
		default:
			if err := d.compare(ctx, f, a, b); err != nil {
				return nil, err
			}
		}
		d.files = append(d.files, f)
	}
	return d, nil
}

// compare finds the steps from one version of a file to the other, and the
// settings that differ.
func (d *Diff) compare(ctx context.Context, f *fileDiff, before, after version) error {
	if !d.p.comparable(before, after) {
		f.match = OtherColumns
		f.note = "the two have other columns and cannot be compared"
		return nil
	}
	changed := d.settings(f.kind.Name, before, after)
	f.steps = []step{{cause: ByData, before: before, after: after, changed: changed}}
	switch {
	case before.rules == nil || after.rules == nil:
		f.note = "nobody knows the rules that made the files of another program"
		return nil
	case string(before.rules.of(f.kind.Name)) == string(after.rules.of(f.kind.Name)):
		return nil
	}
	between, err := d.p.under(ctx, *before.rules, f.kind, after)
	if errors.Is(err, schema.ErrNoSnapshot) {
		f.note = fmt.Sprintf("the rules changed, and snapshot %d is gone: what they changed cannot be told from what students did", after.snapshot)
		return nil
	}
	if err != nil {
		return err
	}
	f.steps = []step{
		{cause: ByData, before: before, after: between, changed: changed},
		{cause: ByRules, before: between, after: after, changed: changed},
	}
	return nil
}

// settings adds the settings in which two versions differ to those of the diff,
// and returns them.
func (d *Diff) settings(kind string, before, after version) []SettingChange {
	var changes []SettingChange
	if before.rules != nil && after.rules != nil {
		changes = settingChanges(OfRules, before.rules.of(kind), after.rules.of(kind))
	}
	changes = append(changes, extractChanges(before, after)...)
	for _, c := range changes {
		if !slices.Contains(d.Settings, c) {
			d.Settings = append(d.Settings, c)
		}
	}
	return changes
}

// under builds a file of the snapshot of a version under other rules.
func (p *Publisher) under(ctx context.Context, rules Rules, kind Kind, of version) (version, error) {
	other := *p
	other.Rules = rules
	other.Rules.Files = []FileRule{{Kind: kind.Name, Name: of.called}}
	built, err := other.Build(ctx, schema.Ref{Number: of.snapshot})
	if err != nil {
		return version{}, err
	}
	return other.versions(built)[kind.Name], nil
}

// HasNames reports whether any of the snapshots was taken with names.
func (d *Diff) HasNames() bool {
	for _, f := range d.files {
		for _, s := range f.steps {
			if s.before.scope().Names || s.after.scope().Names {
				return true
			}
		}
	}
	return false
}

// Summary counts what differs.
func (d *Diff) Summary(ctx context.Context) ([]FileSummary, error) {
	return d.walk(ctx, func(Change) error { return nil })
}

// Changes visits every row that differs, with its reason: by file, then by
// cause, then by student number, descending.
func (d *Diff) Changes(ctx context.Context, visit func(Change) error) error {
	_, err := d.walk(ctx, visit)
	return err
}

func (d *Diff) walk(ctx context.Context, visit func(Change) error) ([]FileSummary, error) {
	var files []FileSummary
	for _, f := range d.files {
		if d.Filter.Tag != "" && f.kind.Tag == 0 {
			continue
		}
		s := FileSummary{Kind: f.kind.Name, Match: f.match, Note: f.note, Columns: f.kind.Columns[f.kind.Tag:]}
		for _, step := range f.steps {
			w := &stepWalk{Diff: d, step: step, file: f, visit: visit, first: step.cause == ByData, last: step.cause == f.steps[len(f.steps)-1].cause}
			summary, err := w.run(ctx)
			if err != nil {
				return nil, err
			}
			s.Steps = append(s.Steps, summary)
			s.Duplicates = append(s.Duplicates, w.duplicates...)
		}
		files = append(files, s)
	}
	return files, nil
}

package diff

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Diff is what differs between two sides, file by file. Summary reads it once
// and counts; Changes reads it again, row by row, so that files of any size can
// be shown.
type Diff struct {
	From, To Side
	Settings []SettingChange // shown before anything else: they are not changes of students
	Filter   Filter

	differ *Differ
	names  bool
	files  []*fileDiff
}

// Cause is what made rows change: the students, or the rules that make files from
// them.
type Cause string

const (
	ByData  Cause = "data"  // new data under the old rules
	ByRules Cause = "rules" // the same data under the new rules
)

// Match says which of two sides have a file.
type Match string

const (
	Matched      Match = "matched"
	OnlyFrom     Match = "only_from"     // it is not compared: it stays as it is
	OnlyTo       Match = "only_to"       // every row is new
	OtherColumns Match = "other_columns" // or other values: it cannot be compared
)

// fileDiff is one file of a diff.
type fileDiff struct {
	kind        files.Kind
	match       Match
	note        string
	transitions []transition // in order: each starts where the one before it ends
}

// transition is what one cause changes in a file: from one version to another.
type transition struct {
	cause         Cause
	before, after version
	changed       []SettingChange // between the two sides
}

// Diff prepares to compare two sides.
func (d *Differ) Diff(ctx context.Context, from, to Side, o Options) (*Diff, error) {
	before, err := d.versionsOf(ctx, &from)
	if err != nil {
		return nil, err
	}
	after, err := d.versionsOf(ctx, &to)
	if err != nil {
		return nil, err
	}

	result := &Diff{
		From:   from,
		To:     to,
		Filter: o.Filter,
		differ: d,
		names:  o.Names,
	}
	for _, kind := range d.Kinds {
		old, inFrom := before[kind.Name]
		now, inTo := after[kind.Name]
		f := &fileDiff{kind: kind}

		switch {
		case !inFrom && !inTo:
			continue
		case !inTo:
			f.onlyFrom(to)
		case !inFrom:
			f.onlyTo(from, now)
		default:
			f.match = Matched
			if err := result.compare(ctx, f, old, now); err != nil {
				return nil, err
			}
		}
		if err := d.noteForeign(f, old, now); err != nil {
			return nil, err
		}
		result.files = append(result.files, f)
	}
	return result, nil
}

// onlyFrom says that the side that is compared to has no such file.
func (f *fileDiff) onlyFrom(to Side) {
	f.match = OnlyFrom
	f.note = fmt.Sprintf("%s has no such file: it stays as it is", to)
}

// onlyTo says that the side that is compared from has no such file.
func (f *fileDiff) onlyTo(from Side, now version) {
	f.match = OnlyTo
	f.note = fmt.Sprintf("%s has no such file: every row is new", from)
	f.transitions = []transition{{
		cause:  ByData,
		before: version{kind: f.kind},
		after:  now,
	}}
}

// compare finds the transitions from one version of a file to the other, and the
// settings that differ.
func (d *Diff) compare(ctx context.Context, f *fileDiff, before, after version) error {
	why, err := d.differ.unlike(before, after)
	if err != nil {
		return err
	}
	if why != "" {
		f.match = OtherColumns
		f.note = why + ", and cannot be compared"
		return nil
	}

	if err := cmp.Or(before.settings.Err(), after.settings.Err()); err != nil {
		return err
	}
	changed := d.settings(f.kind, before, after)
	f.transitions = []transition{{
		cause:   ByData,
		before:  before,
		after:   after,
		changed: changed,
	}}
	if before.rules == nil || after.rules == nil {
		f.note = "the rules that another program used for its files are not known"
		return nil
	}
	if sameRules(f.kind, before.rules, after.rules) {
		return nil
	}

	between, err := d.differ.under(ctx, *before.rules, after)
	if errors.Is(err, schema.ErrNoSnapshot) {
		f.note = fmt.Sprintf("the rules changed, and snapshot %d is gone: "+
			"changes of the rules cannot be told apart from changes of students", after.snapshot)
		return nil
	}
	if err != nil {
		return err
	}

	f.transitions = []transition{
		{cause: ByData, before: before, after: between, changed: changed},
		{cause: ByRules, before: between, after: after, changed: changed},
	}
	return nil
}

// sameRules reports whether two rules make a file in the same way.
func sameRules(kind files.Kind, before, after *files.Rules) bool {
	return bytes.Equal(before.For(kind), after.For(kind))
}

// settings adds the settings in which two versions differ to those of the diff,
// and returns them.
func (d *Diff) settings(kind files.Kind, before, after version) []SettingChange {
	var changes []SettingChange
	if before.rules != nil && after.rules != nil {
		was := before.rules.For(kind)
		is := after.rules.For(kind)
		changes = settingChanges(OfRules, was, is)
	}
	ofExtract := extractChanges(before.settings, after.settings)
	changes = append(changes, ofExtract...)

	for _, c := range changes {
		if !slices.Contains(d.Settings, c) {
			d.Settings = append(d.Settings, c)
		}
	}
	return changes
}

// under builds a file of the snapshot of a version under other rules.
func (d *Differ) under(ctx context.Context, rules files.Rules, of version) (version, error) {
	rules.Files = []files.FileRule{{
		Kind: of.kind.Name,
		Name: of.called,
	}}
	snapshot := schema.Ref{Number: of.snapshot}
	built, err := d.BuildUnder(ctx, rules, snapshot)
	if err != nil {
		return version{}, err
	}

	found, err := d.ofBuilt(built, &rules)
	return found[of.kind.Name], err
}

// HasNames reports whether any of the snapshots was taken with names.
func (d *Diff) HasNames() bool {
	for _, f := range d.files {
		for _, t := range f.transitions {
			if t.before.settings.Names || t.after.settings.Names {
				return true
			}
		}
	}
	return false
}

// HasKeys reports whether a student can have several rows in a file, one for each
// tag.
func (d *Diff) HasKeys(kind string) bool {
	k, err := files.Find(d.differ.Kinds, kind)
	return err == nil && k.Key != 0
}

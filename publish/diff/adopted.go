package diff

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Likeness says how many rows of a file that another program made are those that
// some rules make of a snapshot.
type Likeness struct {
	Kind    string
	Same    int64  // rows
	Changed int64  // of these, the values differ
	Gone    int64  // rows that only the other program's file has
	New     int64  // rows that only the rules make
	Unlike  string // why the rows cannot be compared; "" when they can

	// Settings are the keys of the extract settings that the rows depend on and that
	// the snapshot was not taken with. They can be why rows differ.
	Settings []string
}

// Maker is a program that makes files: its rules, and how it asks PowerSchool.
type Maker struct {
	Rules    files.Rules
	Settings schema.Settings
}

// Likenesses compares each file of a publication that was adopted with what a maker
// makes of a snapshot. The students are identified as this district does it.
func (d *Differ) Likenesses(
	ctx context.Context, publication *schema.Publication, snapshot int64, by Maker,
) ([]Likeness, error) {
	rules := by.Rules
	rules.Header = d.Rules.Header
	rules.Identifier = d.Rules.Identifier
	rules.Files = nil
	for _, f := range publication.Files {
		rules.Files = append(rules.Files, files.FileRule{Kind: f.Kind, Name: f.Name})
	}

	built, err := d.BuildUnder(ctx, rules, schema.Ref{Number: snapshot})
	if err != nil {
		return nil, err
	}
	made, err := d.ofBuilt(built, &rules)
	if err != nil {
		return nil, err
	}

	var all []Likeness
	for _, f := range publication.Files {
		adopted, err := d.kept(ctx, "the adopted "+f.Name, f.Kind, f.Sum, publication)
		if err != nil {
			return nil, err
		}
		l, err := d.likeness(adopted, made[f.Kind])
		if err != nil {
			return nil, err
		}
		l.Settings = otherSettings(adopted.kind, rules, by.Settings, built.Snapshot.Settings)
		all = append(all, l)
	}
	return all, nil
}

// likeness counts the rows of two versions of a file.
func (d *Differ) likeness(adopted, made version) (Likeness, error) {
	l := Likeness{Kind: adopted.kind.Name}
	err := d.pairRows(adopted, made, l.add, nil)

	var form *files.FormError
	if errors.As(err, &form) && form.File == adopted.called {
		l = Likeness{Kind: l.Kind}
		l.Unlike, err = otherForm(adopted, form)
	}
	return l, err
}

func (l *Likeness) add(r *row) error {
	switch {
	case r.same():
		l.Same++
	case r.after == nil:
		l.Gone++
	case r.before == nil:
		l.New++
	default:
		l.Changed++
	}
	return nil
}

// otherSettings returns the keys of the extract settings that a file depends on and
// that differ.
func otherSettings(kind files.Kind, rules files.Rules, a, b schema.Settings) (keys []string) {
	for _, c := range extractChanges(a, b) {
		ofScope := slices.Contains([]string{"enroll_status", "grades", "exclude_schools"}, c.Key)
		if ofScope || dependsOn(kind, c.Key) || dependsOnFact(kind, rules, c.Key) {
			keys = append(keys, c.Key)
		}
	}
	return keys
}

// dependsOn reports whether the values of a file depend on an extract setting.
func dependsOn(kind files.Kind, setting string) bool {
	return slices.ContainsFunc(kind.Settings, func(key string) bool {
		isGroup := strings.HasSuffix(key, ".")
		inGroup := isGroup && strings.HasPrefix(setting, key)
		return setting == key || inGroup
	})
}

// dependsOnFact reports whether a file has a tag that depends on a fact.
func dependsOnFact(kind files.Kind, rules files.Rules, setting string) bool {
	fact, isFact := strings.CutPrefix(setting, "facts.")
	if !isFact || kind.Facts == nil {
		return false
	}
	return slices.ContainsFunc(rules.Tags, func(t files.Tag) bool {
		return slices.Contains(kind.Facts(rules, t.Name), fact)
	})
}

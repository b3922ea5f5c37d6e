package diff

import (
	"fmt"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// stayed says why a row changed whose student is in both snapshots: everything
// that the snapshots show to have changed for it, the settings first.
func (e *explainer) stayed(c *Change) Reason {
	kind := e.after.kind
	was := e.students[0][c.Number]
	is := e.students[1][c.Number]
	facts := e.factsOf(kind, c.Tag)

	var all []Reason
	if e.settingsChanged(kind) {
		all = append(all, Reason{SettingsChanged, "the extract's settings for it changed"})
	}
	if len(was) == 0 || len(is) == 0 {
		all = append(all, e.factSettings(facts)...)
		if all == nil {
			return Reason{Unknown, e.missing(was)}
		}
		return join(all)
	}

	all = append(all, e.differs(kind, facts, was, is)...)
	switch {
	case all != nil:
		return join(all)
	case e.before.rules == nil:
		return Reason{Unknown, "made by another program"}
	}
	return Reason{Unknown, "nothing in the snapshots explains it"}
}

// differs says what changed between what two snapshots say of a number.
func (e *explainer) differs(kind files.Kind, facts []string, was, is []schema.Student) []Reason {
	holders, alone := e.holders(kind, was, is)
	if alone {
		return holders
	}
	return slices.Concat(
		e.factChanges(facts, was, is),
		holders,
		valueChanges(kind, was, is))
}

// holders says that others have a number than before, and whether that alone is
// why its rows changed, whatever else differs.
func (e *explainer) holders(kind files.Kind, was, is []schema.Student) (all []Reason, alone bool) {
	stayed := len(both(was, is))
	rules := e.differ.rulesFor(e.before.rules)
	omitted := kind.Key == 0 && rules.SharedNumber != files.Keep

	switch {
	case stayed == 0:
		return []Reason{{OtherStudent, "the number is another student's now"}}, true
	case omitted && len(is) > 1 && len(was) == 1:
		return []Reason{rejection(schema.NumberShared)}, true
	case omitted && len(was) > 1 && len(is) == 1:
		return []Reason{noRejection(schema.NumberShared)}, false
	case len(is) > stayed:
		return []Reason{{OtherStudent, "another student has the number too"}}, false
	case len(was) > stayed:
		return []Reason{{OtherStudent, "another student no longer has the number"}}, false
	}
	return nil, false
}

// both returns those who have a number in both snapshots, as they were and are.
func both(was, is []schema.Student) (pairs [][2]*schema.Student) {
	for i := range is {
		same := func(s schema.Student) bool { return s.DCID == is[i].DCID }
		if at := slices.IndexFunc(was, same); at >= 0 {
			pairs = append(pairs, [2]*schema.Student{&was[at], &is[i]})
		}
	}
	return pairs
}

// missing says which snapshot is missing a student that its roster has.
func (e *explainer) missing(was []schema.Student) string {
	switch {
	case e.before.snapshot == 0 || e.after.snapshot == 0:
		return "made by another program"
	case len(was) == 0:
		return fmt.Sprintf("snapshot %d is gone", e.before.snapshot)
	}
	return fmt.Sprintf("snapshot %d is gone", e.after.snapshot)
}

// settingsChanged reports whether an extract setting changed that a file's values
// depend on.
func (e *explainer) settingsChanged(kind files.Kind) bool {
	for changed := range e.settings {
		if dependsOn(kind, changed) {
			return true
		}
	}
	return false
}

// valueChanges says which values of a kind changed, or are rejected or no longer
// rejected, of those who have a number in both snapshots.
func valueChanges(kind files.Kind, was, is []schema.Student) (all []Reason) {
	for _, pair := range both(was, is) {
		was, is := pair[0], pair[1]
		found := slices.Concat(values(kind, was, is), rejections(kind, was, is))
		moved := kind.AtSchool && was.SchoolID != is.SchoolID
		if moved && found != nil {
			says := fmt.Sprintf("moved from school %d to school %d", was.SchoolID, is.SchoolID)
			all = append(all, Reason{ValueChanged, says})
		}
		all = append(all, found...)
	}
	return all
}

// values says which values changed: "days present 34 → 35". A value that is blank
// because of a finding is left to that.
func values(kind files.Kind, was, is *schema.Student) (all []Reason) {
	for _, source := range kind.Sources {
		before := string(source.Value(was))
		after := string(source.Value(is))
		came, went := findings(source, was, is)

		rejected := after == "" && came != nil
		accepted := before == "" && went != nil
		if before != after && !rejected && !accepted {
			says := source.Name + " " + files.OrNull(before) + " → " + files.OrNull(after)
			all = append(all, Reason{ValueChanged, says})
		}
	}
	return all
}

// rejections says which findings keep values out, or no longer do.
func rejections(kind files.Kind, was, is *schema.Student) (all []Reason) {
	add := func(r Reason) {
		if !slices.Contains(all, r) { // sources can have it in common
			all = append(all, r)
		}
	}
	for _, source := range kind.Sources {
		came, went := findings(source, was, is)
		for _, f := range came {
			add(rejection(f))
		}
		for _, f := range went {
			add(noRejection(f))
		}
	}
	return all
}

// findings returns the findings about a value that are new, and those that are gone.
func findings(source files.Source, was, is *schema.Student) (came, went []schema.Finding) {
	for _, f := range source.Rejects {
		before := was.Has(f)
		after := is.Has(f)
		switch {
		case after && !before:
			came = append(came, f)
		case before && !after:
			went = append(went, f)
		}
	}
	return came, went
}

func rejection(f schema.Finding) Reason {
	return Reason{SourceRejected, "source value rejected: " + string(f)}
}

func noRejection(f schema.Finding) Reason {
	return Reason{SourceRejected, "source value no longer rejected: " + string(f)}
}

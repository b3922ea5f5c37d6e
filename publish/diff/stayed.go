package diff

import (
	"fmt"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// stayed says why a row changed whose student is in both snapshots.
func (e *explainer) stayed(c *Change) Reason {
	kind := e.after.kind
	facts := e.factsOf(kind, c.Tag)
	if r, ok := e.notComparable(facts); ok {
		return r
	}
	if e.settingsChanged(kind) {
		return Reason{SettingsChanged, "the extract's settings for it changed"}
	}

	was := e.students[0][c.Number]
	is := e.students[1][c.Number]
	if len(was) == 0 || len(is) == 0 {
		return Reason{Unknown, e.missing(was)}
	}
	if r, ok := rejected(kind, was, is); ok {
		return r
	}
	return differs(kind, facts, was, is)
}

// differs says what changed between what two snapshots say of a student.
func differs(kind files.Kind, facts []string, was, is []schema.Student) Reason {
	if says := factChanges(facts, was, is); says != nil {
		return Reason{FactChanged, strings.Join(says, ", ")}
	}

	var says []string
	if kind.Explain != nil {
		says = kind.Explain(&was[0], &is[0])
	}
	if says != nil {
		return Reason{ValueChanged, strings.Join(says, ", ")}
	}
	return Reason{Unknown, "nothing in the snapshots explains it"}
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
		for _, key := range kind.Settings {
			isGroup := strings.HasSuffix(key, ".")
			inGroup := isGroup && strings.HasPrefix(changed, key)
			if changed == key || inGroup {
				return true
			}
		}
	}
	return false
}

// factsOf returns the facts that the rows of a key depend on under the old rules,
// or under today's when those are not known.
func (e *explainer) factsOf(kind files.Kind, key string) []string {
	if kind.Facts == nil {
		return nil
	}
	rules := e.differ.rulesFor(e.before.rules)
	return kind.Facts(rules, key)
}

// notComparable says that a fact is no longer read, or is defined differently.
func (e *explainer) notComparable(facts []string) (Reason, bool) {
	read := e.after.settings.FactNames() // nil when that is not known
	for _, fact := range facts {
		if read != nil && !slices.Contains(read, fact) {
			says := "fact " + fact + " is no longer read"
			return Reason{NotComparable, says}, true
		}
		if e.settings["facts."+fact] {
			says := "the definition of fact " + fact + " changed"
			return Reason{SettingsChanged, says}, true
		}
	}
	return Reason{}, false
}

// factChanges says which facts changed.
func factChanges(facts []string, was, is []schema.Student) (says []string) {
	before := factValues(was)
	after := factValues(is)

	for _, fact := range facts {
		if before[fact] == after[fact] {
			continue
		}
		from := files.OrNull(before[fact])
		to := files.OrNull(after[fact])
		says = append(says, fmt.Sprintf("fact %s changed %s → %s", fact, from, to))
	}
	return says
}

// factValues returns what the students who share a number have for each fact.
func factValues(students []schema.Student) map[string]string {
	all := map[string][]string{}
	for _, st := range students {
		// Facts that cannot be read were changed: verify says so.
		values, _ := st.Facts.Values()
		for name, v := range values {
			all[name] = append(all[name], v...)
		}
	}

	joined := map[string]string{}
	for name, v := range all {
		slices.Sort(v)
		different := slices.Compact(v)
		joined[name] = strings.Join(different, " and ")
	}
	return joined
}

// rejected says that a value is no longer used, or is used again, because of a
// finding that is new or gone.
func rejected(kind files.Kind, was, is []schema.Student) (Reason, bool) {
	oneRecord := kind.Key == 0
	wasShared, isShared := len(was) > 1, len(is) > 1
	if r, ok := findingChanged(schema.NumberShared, wasShared, isShared); ok && oneRecord {
		return r, true
	}

	for _, f := range kind.Rejects {
		before := slices.Contains(was[0].Findings, f)
		after := slices.Contains(is[0].Findings, f)
		if r, ok := findingChanged(f, before, after); ok {
			return r, true
		}
	}
	return Reason{}, false
}

// findingChanged says that a finding is new, or gone.
func findingChanged(f schema.Finding, before, after bool) (Reason, bool) {
	switch {
	case after && !before:
		return Reason{SourceRejected, "source value rejected: " + string(f)}, true
	case before && !after:
		return Reason{SourceRejected, "source value no longer rejected: " + string(f)}, true
	}
	return Reason{}, false
}

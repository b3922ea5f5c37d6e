package diff

import (
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// factsOf returns the facts that the rows of a key depend on under the old rules,
// or under today's when those are not known.
func (e *explainer) factsOf(kind files.Kind, key string) []string {
	if kind.Facts == nil {
		return nil
	}
	rules := e.differ.rulesFor(e.before.rules)
	return kind.Facts(rules, key)
}

// factChanges says which facts changed: first those whose settings did too.
func (e *explainer) factChanges(facts []string, was, is []schema.Student) []Reason {
	before := factValues(was)
	after := factValues(is)

	var ofSettings, ofStudents []Reason
	for _, fact := range facts {
		from, to := before[fact], after[fact]
		if from == to {
			continue
		}

		change := "changed " + files.OrNull(from) + " → " + files.OrNull(to)
		r, ok := e.factSetting(fact)
		switch {
		case !ok:
			says := "fact " + fact + " " + change + e.dates(fact, from, to)
			ofStudents = append(ofStudents, Reason{FactChanged, says})
			continue
		case r.Code == SettingsChanged: // the value may have changed as well
			r.Says += ", its value " + change
		}
		ofSettings = append(ofSettings, r)
	}
	return slices.Concat(ofSettings, ofStudents)
}

// factSettings says which facts are read otherwise than before.
func (e *explainer) factSettings(facts []string) (all []Reason) {
	for _, fact := range facts {
		if r, ok := e.factSetting(fact); ok {
			all = append(all, r)
		}
	}
	return all
}

// factSetting says that a fact is no longer read, or is read otherwise; ok is false
// when it is read as before, or that is not known.
func (e *explainer) factSetting(fact string) (r Reason, ok bool) {
	read := e.after.settings.FactNames() // nil when that is not known
	switch {
	case read != nil && !slices.Contains(read, fact):
		return Reason{NotComparable, "fact " + fact + " is no longer read"}, true
	case e.settings["facts."+fact]:
		return Reason{SettingsChanged, "the definition of fact " + fact + " changed"}, true
	}
	return Reason{}, false
}

// dates says what else than the value may have changed of a fact that holds
// between dates. The snapshots do not say which dates those are.
func (e *explainer) dates(fact, from, to string) string {
	of := func(f schema.Fact) bool { return f.Name == fact }
	i := slices.IndexFunc(e.after.settings.Facts, of)
	if i < 0 {
		return ""
	}

	f := e.after.settings.Facts[i]
	none := ""
	if f.Student != "" { // whether there is such a row
		none = "0"
	}
	switch {
	case to == none && f.End != "":
		return " (the value is gone, or its dates ended)"
	case from == none && f.Start != "":
		return " (the value is new, or its dates began)"
	}
	return ""
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

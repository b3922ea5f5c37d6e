package publish

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Reason is why a row changed.
type Reason struct {
	Code Code
	Says string // "fact iep changed 1 → 0"
}

// Code is the kind of a reason.
type Code string

const (
	Entered         Code = "entered"          // the student was not in the snapshot before
	LeftGraduated   Code = "left_graduated"   // ENROLL_STATUS 3
	LeftTransferred Code = "left_transferred" // ENROLL_STATUS 2
	LeftInactive    Code = "left_inactive"    // any other that is not read
	LeftUnknown     Code = "left_unknown"     // PowerSchool did not say
	OutOfScope      Code = "out_of_scope"     // enrolled, in a grade or school that is not read
	OlderSnapshot   Code = "older_snapshot"   // from a newer snapshot to an older one: the student is in one of them only
	FactChanged     Code = "fact_changed"
	ValueChanged    Code = "value_changed"    // a GPA, or days of attendance
	SourceRejected  Code = "source_rejected"  // a finding says why the value is not used
	RuleChanged     Code = "rule_changed"     // the students are the same, the rules are not
	SettingsChanged Code = "settings_changed" // a fact's definition, the scope or the window is another
	NotComparable   Code = "not_comparable"   // the rules of before need a fact that is not read any more
	Unknown         Code = "unknown"
)

// ReasonCount says how many rows changed for a reason.
type ReasonCount struct {
	Code Code
	Rows int64
}

// countReasons returns the counts, the most frequent reason first.
func countReasons(counts map[Code]int64) []ReasonCount {
	var list []ReasonCount
	for _, code := range slices.Sorted(maps.Keys(counts)) {
		list = append(list, ReasonCount{code, counts[code]})
	}
	slices.SortStableFunc(list, func(a, b ReasonCount) int { return cmp.Compare(b.Rows, a.Rows) })
	return list
}

// explainer finds the reasons of a step's changes in the snapshots that the
// two versions were made from.
type explainer struct {
	step
	p        *Publisher
	names    bool
	scope    [2]schema.Settings // before and after
	settings map[string]bool
	facts    []string // that the later snapshot has; nil where that is not known
	leavers  map[string]schema.Leaver
	students [2]map[string][]schema.Student // by number, of the changes at hand
}

func newExplainer(p *Publisher, s step, names bool) *explainer {
	e := &explainer{step: s, p: p, names: names, scope: [2]schema.Settings{s.before.scope(), s.after.scope()}, settings: map[string]bool{}}
	for _, c := range s.changed {
		if c.Part == OfExtract {
			e.settings[c.Key] = true
		}
	}
	e.facts = e.scope[1].FactNames()
	return e
}

// all sets the reasons, and the names where they are wanted, of changes.
func (e *explainer) all(ctx context.Context, changes []Change) error {
	if len(changes) == 0 {
		return nil
	}
	if err := e.lookUp(ctx, changes); err != nil {
		return err
	}
	for i := range changes {
		c := &changes[i]
		c.Reason = e.explain(c)
		if e.names {
			for _, st := range slices.Concat(e.students[0][c.Number], e.students[1][c.Number]) {
				c.FirstName, c.LastName = st.FirstName, st.LastName
			}
		}
	}
	return nil
}

// lookUp reads what the snapshots say of the students of changes.
func (e *explainer) lookUp(ctx context.Context, changes []Change) (err error) {
	numbers := make([]string, len(changes))
	for i, c := range changes {
		numbers[i] = c.Number
	}
	numbers = slices.Compact(numbers)
	for i, snapshot := range []int64{e.before.snapshot, e.after.snapshot} {
		if e.students[i], err = e.read(ctx, snapshot, numbers); err != nil {
			return err
		}
	}
	if e.leavers == nil {
		e.leavers, err = e.readLeavers(ctx)
	}
	return err
}

func (e *explainer) read(ctx context.Context, snapshot int64, numbers []string) (map[string][]schema.Student, error) {
	if snapshot == 0 {
		return nil, nil
	}
	students, err := e.p.Store.StudentsNumbered(ctx, snapshot, numbers)
	if err != nil {
		return nil, err
	}
	byNumber := map[string][]schema.Student{}
	for _, st := range students {
		byNumber[st.Number] = append(byNumber[st.Number], st)
	}
	return byNumber, nil
}

// readLeavers returns the last that is known of everybody who left between the
// two snapshots.
func (e *explainer) readLeavers(ctx context.Context) (map[string]schema.Leaver, error) {
	leavers := map[string]schema.Leaver{}
	if e.before.snapshot == 0 || e.after.snapshot == 0 {
		return leavers, nil
	}
	list, err := e.p.Store.LeaversBetween(ctx, min(e.before.snapshot, e.after.snapshot), max(e.before.snapshot, e.after.snapshot))
	for _, l := range list {
		leavers[l.Number] = l
	}
	return leavers, err
}

// explain returns the reason of one change.
func (e *explainer) explain(c *Change) Reason {
	older := e.before.snapshot > e.after.snapshot
	switch {
	case e.cause == ByRules:
		return Reason{RuleChanged, "the rules changed, the student did not"}
	case e.before.content == nil:
		return Reason{Unknown, "there was no file to compare with"}
	case e.after.roster != nil && e.before.roster != nil && !c.stays && c.stayed && older:
		return Reason{OlderSnapshot, "not in the older snapshot"}
	case e.after.roster != nil && !c.stays:
		return e.left(c)
	case e.before.roster != nil && !c.stayed && older:
		return Reason{OlderSnapshot, "in the older snapshot only"}
	case e.before.roster != nil && !c.stayed:
		return e.entered(c)
	}
	return e.stayed(c)
}

// left says why a student is not in the later snapshot.
func (e *explainer) left(c *Change) Reason {
	l, known := e.leavers[c.Number]
	switch {
	case !known || l.EnrollStatus == nil:
		return Reason{LeftUnknown, "left: PowerSchool does not say why"}
	case e.scope[0].Holds(l.EnrollStatus, l.GradeLevel, l.SchoolID) && e.scopeChanged():
		return Reason{SettingsChanged, "the scope of the extract changed"}
	case *l.EnrollStatus == 3:
		return Reason{LeftGraduated, "left: graduated"}
	case *l.EnrollStatus == 2:
		return Reason{LeftTransferred, "left: transferred out"}
	case slices.Contains(e.scope[1].EnrollStatus, *l.EnrollStatus):
		if out := e.scope[1].Outside(l.GradeLevel, l.SchoolID); out != "" {
			return Reason{OutOfScope, "out of scope: " + out}
		}
		return Reason{LeftUnknown, "left: PowerSchool does not say why"}
	case *l.EnrollStatus == -1:
		return Reason{OutOfScope, "out of scope: pre-registered"}
	}
	return Reason{LeftInactive, "left: inactive"}
}

func (e *explainer) scopeChanged() bool {
	return e.settings["enroll_status"] || e.settings["grades"] || e.settings["exclude_schools"]
}

// entered says why a student was not in the earlier snapshot.
func (e *explainer) entered(c *Change) Reason {
	for _, st := range e.students[1][c.Number] {
		if e.scopeChanged() && !e.scope[0].InScope(&st) {
			return Reason{SettingsChanged, "the scope of the extract changed"}
		}
	}
	return Reason{Entered, "entered"}
}

// stayed says why a row changed whose student is in both snapshots.
func (e *explainer) stayed(c *Change) Reason {
	number := c.Number
	old, now := e.students[0][number], e.students[1][number]
	switch {
	case c.Tag != "":
		if r, ok := e.notComparable(c.Tag); ok {
			return r
		}
	case e.settingOf(c.File):
		return Reason{SettingsChanged, "the extract's settings for it changed"}
	}
	if len(old) == 0 || len(now) == 0 {
		return Reason{Unknown, e.gone(old, now)}
	}
	if r, ok := rejected(c.File, old, now); ok {
		return r
	}
	if c.Tag != "" {
		return e.fact(c.Tag, old, now)
	}
	return valueChanged(c.File, old[0], now[0])
}

// gone says which snapshot does not have the student whom its roster has.
func (e *explainer) gone(old, now []schema.Student) string {
	switch {
	case e.before.snapshot == 0 || e.after.snapshot == 0:
		return "made by another program"
	case len(old) == 0:
		return fmt.Sprintf("snapshot %d is gone", e.before.snapshot)
	}
	return fmt.Sprintf("snapshot %d is gone", e.after.snapshot)
}

// settingOf reports whether an extract setting changed that a file depends on.
func (e *explainer) settingOf(file string) bool {
	for key := range e.settings {
		if strings.HasPrefix(key, file+".") || file == "attendance" && key == "through" {
			return true
		}
	}
	return false
}

// tagFacts returns the facts that a tag is given by, under the rules of before,
// or today's.
func (e *explainer) tagFacts(name string) []string {
	for _, tag := range e.p.or(e.before.rules).Tags {
		if tag.Name == name {
			return tag.When.Facts()
		}
	}
	return nil
}

// notComparable says that a tag's facts are read no more, or in another way.
func (e *explainer) notComparable(tag string) (Reason, bool) {
	for _, fact := range e.tagFacts(tag) {
		if e.facts != nil && !slices.Contains(e.facts, fact) {
			return Reason{NotComparable, "fact " + fact + " is not read any more"}, true
		}
		if e.settings["facts."+fact] {
			return Reason{SettingsChanged, "the definition of fact " + fact + " changed"}, true
		}
	}
	return Reason{}, false
}

// fact says which facts of a tag changed.
func (e *explainer) fact(tag string, old, now []schema.Student) Reason {
	was, is := factValues(old), factValues(now)
	var says []string
	for _, fact := range e.tagFacts(tag) {
		if was[fact] != is[fact] {
			says = append(says, fmt.Sprintf("fact %s changed %s → %s", fact, orNull(was[fact]), orNull(is[fact])))
		}
	}
	if says == nil {
		return Reason{Unknown, "nothing in the snapshots explains it"}
	}
	return Reason{FactChanged, strings.Join(says, ", ")}
}

// factValues returns what the students who share a number have for each fact.
func factValues(students []schema.Student) map[string]string {
	all := map[string][]string{}
	for _, st := range students {
		values, _ := st.Facts.Values() // what cannot be read was not sealed like this: verify tells
		for name, v := range values {
			all[name] = append(all[name], v...)
		}
	}
	joined := map[string]string{}
	for name, v := range all {
		joined[name] = strings.Join(slices.Compact(slices.Sorted(slices.Values(v))), " and ")
	}
	return joined
}

func orNull(value string) string { return cmp.Or(value, "null") }

// findingsOf are the findings that keep a value out of each file.
var findingsOf = map[string][]schema.Finding{
	"attendance": {schema.FTEMissing},
	"gpa":        {schema.SimpleNotNumber, schema.SimpleDiffers, schema.WeightedNotNumber, schema.WeightedDiffers},
}

// rejected says that a value is not used any more, or is again, because of a
// finding that there was not, or is no longer.
func rejected(file string, old, now []schema.Student) (Reason, bool) {
	if file != "tags" && (len(old) > 1) != (len(now) > 1) {
		return Reason{SourceRejected, "source value rejected: " + string(schema.NumberShared)}, true
	}
	for _, f := range findingsOf[file] {
		was, is := slices.Contains(old[0].Findings, f), slices.Contains(now[0].Findings, f)
		switch {
		case is && !was:
			return Reason{SourceRejected, "source value rejected: " + string(f)}, true
		case was && !is:
			return Reason{SourceRejected, "source value no longer rejected: " + string(f)}, true
		}
	}
	return Reason{}, false
}

// valueChanged says how the source of a value changed.
func valueChanged(file string, old, now schema.Student) Reason {
	var says []string
	changed := func(what string, was, is schema.Decimal) {
		if was != is {
			says = append(says, fmt.Sprintf("%s %s → %s", what, orNull(string(was)), orNull(string(is))))
		}
	}
	if file == "gpa" {
		changed("simple GPA", old.SimpleGPA, now.SimpleGPA)
		changed("weighted GPA", old.WeightedGPA, now.WeightedGPA)
	} else {
		changed("days present", old.DaysPresent, now.DaysPresent)
		changed("days enrolled", old.DaysEnrolled, now.DaysEnrolled)
	}
	if says == nil {
		return Reason{Unknown, "nothing in the snapshots explains it"}
	}
	return Reason{ValueChanged, strings.Join(says, ", ")}
}

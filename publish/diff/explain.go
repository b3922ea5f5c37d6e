package diff

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// explainer finds the reasons of a transition's changes in the snapshots that
// its two versions were made from.
type explainer struct {
	transition
	differ   *Differ
	names    bool
	settings map[string]bool // the extract settings that differ, by key

	leavers  map[string]schema.Leaver
	students [2]map[string][]schema.Student // before and after, by number; of the changes being explained
}

func (d *Differ) newExplainer(t transition, names bool) *explainer {
	e := &explainer{
		transition: t,
		differ:     d,
		names:      names,
		settings:   map[string]bool{},
	}
	for _, c := range t.changed {
		if c.Part == OfExtract {
			e.settings[c.Key] = true
		}
	}
	return e
}

// all sets the reasons of changes, and the names when they are wanted.
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
			e.name(c)
		}
	}
	return nil
}

// name adds the student's name to a change: the newest that is known.
func (e *explainer) name(c *Change) {
	for _, side := range e.students {
		for _, st := range side[c.Number] {
			c.FirstName = st.FirstName
			c.LastName = st.LastName
		}
	}
}

// lookUp reads what the snapshots say of the students of changes.
func (e *explainer) lookUp(ctx context.Context, changes []Change) (err error) {
	numbers := make([]string, len(changes))
	for i, c := range changes {
		numbers[i] = c.Number
	}
	numbers = slices.Compact(numbers)

	for i, snapshot := range []int64{e.before.snapshot, e.after.snapshot} {
		e.students[i], err = e.readStudents(ctx, snapshot, numbers)
		if err != nil {
			return err
		}
	}
	if e.leavers == nil {
		e.leavers, err = e.readLeavers(ctx)
	}
	return err
}

func (e *explainer) readStudents(
	ctx context.Context, snapshot int64, numbers []string,
) (map[string][]schema.Student, error) {
	if snapshot == 0 {
		return nil, nil
	}
	students, err := e.differ.Students.StudentsNumbered(ctx, snapshot, numbers)
	if err != nil {
		return nil, err
	}

	byNumber := map[string][]schema.Student{}
	for _, st := range students {
		byNumber[st.Number] = append(byNumber[st.Number], st)
	}
	return byNumber, nil
}

// readLeavers returns the last thing that is known about everyone who left
// between the two snapshots.
func (e *explainer) readLeavers(ctx context.Context) (map[string]schema.Leaver, error) {
	leavers := map[string]schema.Leaver{}
	if e.before.snapshot == 0 || e.after.snapshot == 0 {
		return leavers, nil
	}

	first := min(e.before.snapshot, e.after.snapshot)
	last := max(e.before.snapshot, e.after.snapshot)
	list, err := e.differ.Students.LeaversBetween(ctx, first, last)
	for _, l := range list {
		leavers[l.Number] = l
	}
	return leavers, err
}

// explain returns the reason of one change.
func (e *explainer) explain(c *Change) Reason {
	// Nobody knows the snapshot of a folder.
	known := e.after.snapshot != 0
	older := known && e.before.snapshot > e.after.snapshot

	wasThere := e.before.roster != nil && c.stayed
	isNew := e.before.roster != nil && !c.stayed
	gone := e.after.roster != nil && !c.stays

	switch {
	case e.cause == ByRules:
		return Reason{RuleChanged, "the rules changed, the student did not"}
	case e.before.content == nil:
		return Reason{Unknown, "there was no file to compare with"}
	case gone && older && wasThere:
		return Reason{OlderSnapshot, "not in the older snapshot"}
	case gone:
		return e.left(c)
	case isNew && older:
		return Reason{OlderSnapshot, "only in the older snapshot"}
	case isNew:
		return e.entered(c)
	}
	return e.stayed(c)
}

// left says why a student is not in the later snapshot.
func (e *explainer) left(c *Change) Reason {
	l, known := e.leavers[c.Number]
	if !known || l.EnrollStatus == nil {
		return because(LeftUnknown)
	}

	status := *l.EnrollStatus
	wasInScope := e.before.settings.Holds(l.EnrollStatus, l.GradeLevel, l.SchoolID)
	enrolled := slices.Contains(e.after.settings.EnrollStatus, status)

	switch {
	case wasInScope && e.scopeChanged():
		return scopeReason
	case status == 3:
		return because(LeftGraduated)
	case status == 2:
		return because(LeftTransferred)
	case enrolled:
		return e.outside(l)
	case status == -1:
		return Reason{OutOfScope, "out of scope: pre-registered"}
	}
	return because(LeftInactive)
}

// outside says why a student who is enrolled is not in the later snapshot.
func (e *explainer) outside(l schema.Leaver) Reason {
	out := e.after.settings.Outside(l.GradeLevel, l.SchoolID)
	if out == "" {
		return because(LeftUnknown)
	}
	return Reason{OutOfScope, "out of scope: " + out}
}

var scopeReason = Reason{
	Code: SettingsChanged,
	Says: "the scope of the extract changed",
}

func (e *explainer) scopeChanged() bool {
	return e.settings["enroll_status"] ||
		e.settings["grades"] ||
		e.settings["exclude_schools"]
}

// entered says why a student was not in the earlier snapshot.
func (e *explainer) entered(c *Change) Reason {
	if !e.scopeChanged() {
		return because(Entered)
	}

	for _, st := range e.students[1][c.Number] {
		if !e.before.settings.InScope(&st) {
			return scopeReason
		}
	}
	return because(Entered)
}

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

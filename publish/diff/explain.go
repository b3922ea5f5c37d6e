package diff

import (
	"context"
	"fmt"
	"slices"

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

	isNew := e.before.roster != nil && !c.stayed
	gone := e.after.roster != nil && !c.stays

	switch {
	case e.cause == ByRules:
		return Reason{RuleChanged, "the rules changed, the student did not"}
	case e.before.content == nil:
		return Reason{Unknown, "there was no file to compare with"}
	case e.before.settings.Err() != nil:
		return unreadable(e.before.snapshot)
	case e.after.settings.Err() != nil:
		return unreadable(e.after.snapshot)
	case gone && isNew:
		return Reason{Unknown, "the student is in neither snapshot"}
	case gone && older:
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

// unreadable says that it is not known how a snapshot was read.
func unreadable(snapshot int64) Reason {
	return Reason{Unknown, fmt.Sprintf("the settings of snapshot %d cannot be read", snapshot)}
}

// left says why a student is not in the later snapshot.
func (e *explainer) left(c *Change) Reason {
	l, known := e.leavers[c.Number]
	if !known || l.EnrollStatus == nil {
		return because(LeftUnknown)
	}

	status := *l.EnrollStatus
	wasInScope := e.before.settings.Holds(l.EnrollStatus, l.GradeLevel, l.SchoolID)
	isInScope := e.after.settings.Holds(l.EnrollStatus, l.GradeLevel, l.SchoolID)
	enrolled := slices.Contains(e.after.settings.EnrollStatus, status)

	switch {
	case wasInScope && !isInScope && e.scopeChanged():
		return scopeReason
	case enrolled:
		return e.outside(l)
	case status == 3:
		return because(LeftGraduated)
	case status == 2:
		return because(LeftTransferred)
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

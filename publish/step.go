package publish

import (
	"context"
	"slices"
)

// stepWalk is one walk through a step.
type stepWalk struct {
	*Diff
	step
	file        *fileDiff
	first, last bool
	visit       func(Change) error
	tallies     *tallies
	reasons     map[Code]int64
	duplicates  []Duplicate
	waiting     []Change // for their reasons, which are looked up for many at once
	explain     *explainer
	err         error
}

// lookUp is how many rows wait for their reasons.
const lookUp = 1000

func (w *stepWalk) run(ctx context.Context) (StepSummary, error) {
	w.tallies = newTallies(w.file.kind, w.p.Guard, w.p.or(w.before.rules), w.p.or(w.after.rules))
	w.reasons = map[Code]int64{}
	w.explain = newExplainer(w.p, w.step, w.Names)
	err := w.p.walk(w.before, w.after, func(c change, was, is place, stayed, stays bool) {
		if w.err != nil || !w.Filter.passes(w.file.kind, c, was, is) {
			return
		}
		w.tallies.add(c, was, is, stayed, stays)
		if c.before == nil || c.after == nil || !slices.Equal(c.before, c.after) {
			w.waiting = append(w.waiting, w.change(c, was, is, stayed, stays))
		}
		if len(w.waiting) == lookUp {
			w.err = w.flush(ctx)
		}
	}, w.duplicate)
	if err == nil {
		err = w.err
	}
	if err == nil {
		err = w.flush(ctx)
	}
	return StepSummary{Cause: w.cause, Tallies: w.tallies.finish(), Reasons: countReasons(w.reasons)}, err
}

func (f Filter) passes(kind Kind, c change, was, is place) bool {
	return (f.Tag == "" || kind.Tag != 0 && c.field(kind.Tag) == f.Tag) &&
		(f.School == "" || was.school == f.School || is.school == f.School) &&
		(f.Grade == "" || was.grade == f.Grade || is.grade == f.Grade)
}

func (w *stepWalk) change(c change, was, is place, stayed, stays bool) Change {
	key := 1 + w.file.kind.Tag // values begin after the student and the tag
	ch := Change{File: w.file.kind.Name, Cause: w.cause, Number: c.number, School: is.school, Grade: is.grade, stayed: stayed, stays: stays}
	if w.file.kind.Tag != 0 {
		ch.Tag = c.field(w.file.kind.Tag)
	}
	if c.before != nil {
		ch.Before = slices.Clone(c.before[key:])
	}
	if c.after != nil {
		ch.After = slices.Clone(c.after[key:])
	}
	if !stays {
		ch.School, ch.Grade = was.school, was.grade
	}
	return ch
}

// duplicate notes a row that its file has already. What stands between two
// steps is no side of the diff.
func (w *stepWalk) duplicate(row []string, after bool) {
	if after && w.last || !after && w.first {
		tag := ""
		if w.file.kind.Tag != 0 {
			tag = row[w.file.kind.Tag]
		}
		w.duplicates = append(w.duplicates, Duplicate{w.file.kind.Name, row[0], tag, after})
	}
}

// flush explains the changes that wait, and passes them on.
func (w *stepWalk) flush(ctx context.Context) error {
	if err := w.explain.all(ctx, w.waiting); err != nil {
		return err
	}
	for _, c := range w.waiting {
		w.reasons[c.Reason.Code]++
		if err := w.visit(c); err != nil {
			return err
		}
	}
	w.waiting = w.waiting[:0]
	return nil
}

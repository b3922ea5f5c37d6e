package report

import (
	"cmp"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// share makes a report one that may leave the office. Nothing in it is about
// one student, counts under ten are hidden, and so is whatever would tell them
// by subtraction:
//
//   - rows before, for rows = before + added - lost - left; and rows between
//     two causes, which are those before the second
//   - the total of a column in which a tag, a school or a grade is hidden, and
//     then also one more line of each table that would add up to it
//   - rows changed where they say how few were added, or the other way round
//   - how often each reason was the cause: only those of ten rows are named
//   - the guard's sentences, which have counts in them
//   - in charts, what a publication was compared with
func (r *Report) share(p *Publication) {
	for i := range r.Files {
		f := &r.Files[i]
		f.twice, f.Duplicates = nil, hideSmall(f.Duplicates)
		shareSteps(f.Steps)
	}
	if r.Story != nil {
		r.Story.share()
		r.History = r.sharedCharts(p)
	}
}

func hideSmall(c Count) Count {
	if c.n < tooFew {
		c.hidden = small
	}
	return c
}

func (s *Story) share() {
	s.Destination = ""
	s.Trips, s.Warnings = withoutCounts(s.Trips), withoutCounts(s.Warnings)
	for i := range s.Findings {
		s.Findings[i].Count = hideSmall(s.Findings[i].Count)
	}
	for i := range s.Decisions {
		s.Decisions[i].By, s.Decisions[i].Reason = "", ""
	}
	for i := range s.Deliveries {
		s.Deliveries[i].HostKey = ""
	}
}

func withoutCounts(trips []schema.Trip) []schema.Trip {
	without := []schema.Trip{}
	for _, t := range trips {
		without = append(without, schema.Trip{Limit: t.Limit, Unit: t.Unit})
	}
	return without
}

// shareSteps hides the counts of a file. Only the last rows are those of the
// report's other side.
func shareSteps(steps []Step) {
	tells := false
	for i := range steps {
		last := i == len(steps)-1
		steps[i].share(last && !tells)
		tells = tells || steps[i].nearlyAll()
	}
}

// nearlyAll reports whether nearly all rows, somewhere, were added or changed,
// which says how many there were when this cause had done its work.
func (s *Step) nearlyAll() (all bool) {
	s.lines(func(l *Line) {
		n := l.Added.n + l.Changed.n
		all = all || n >= tooFew && l.Rows.n-n < tooFew
	})
	return all
}

// share hides the counts of a step, and its rows unless they may be shown.
func (s *Step) share(withRows bool) {
	s.Tables = slices.DeleteFunc(s.Tables, func(t Table) bool { return t.By == schema.ByColumn })
	s.leaveOut(before)
	if withRows {
		s.hideColumn(rows)
	} else {
		s.leaveOut(rows)
	}
	for _, c := range []column{added, lost, left} {
		s.hideColumn(c)
	}
	if s.changedTells() {
		s.leaveOut(changed)
	} else {
		s.hideColumn(changed)
	}
	s.Reasons = slices.DeleteFunc(s.Reasons, func(r ReasonLine) bool { return r.Rows.n < tooFew })
	for i := range s.Reasons {
		s.Reasons[i].Rows.hidden = leftOut
	}
	slices.SortFunc(s.Reasons, func(a, b ReasonLine) int { // not by what is left out
		return cmp.Compare(a.Code, b.Code)
	})
}

// column is one of a line's counts.
type column int

const (
	rows column = iota
	before
	added
	lost
	left
	changed
)

func (c column) of(l *Line) *Count {
	return [...]*Count{&l.Rows, &l.Before, &l.Added, &l.Lost, &l.Left, &l.Changed}[c]
}

// lines calls do with every line of the step's tables.
func (s *Step) lines(do func(*Line)) {
	for _, t := range s.Tables {
		for i := range t.Lines {
			do(&t.Lines[i])
		}
	}
}

func (s *Step) leaveOut(c column) {
	s.lines(func(l *Line) { c.of(l).hidden = leftOut })
}

// changedTells reports whether the rows changed and those added are so many,
// somewhere, that each says how few the others are.
func (s *Step) changedTells() (tells bool) {
	s.lines(func(l *Line) {
		both := l.Added.n >= tooFew && l.Changed.n >= tooFew
		most := max(l.Added.n, l.Changed.n)
		tells = tells || !both && most >= tooFew && l.Rows.n-most < tooFew
	})
	return tells
}

// hideColumn hides small counts of a column, and what would tell them.
func (s *Step) hideColumn(c column) {
	secret := false
	s.lines(func(l *Line) {
		*c.of(l) = hideSmall(*c.of(l))
		secret = secret || c.of(l).hidden != shown
	})
	if !secret {
		return
	}
	if total := c.of(s.Total()); total.hidden == shown {
		total.hidden = leftOut
	}
	for _, t := range s.Tables[1:] {
		t.hideOne(c)
	}
	if s.tells(c) {
		s.leaveOut(c)
	}
}

// hideOne leaves the largest count of a table out, unless one is hidden already.
func (t Table) hideOne(c column) {
	largest := c.of(&t.Lines[0])
	for i := range t.Lines {
		if n := c.of(&t.Lines[i]); n.hidden != shown {
			return
		} else if n.n > largest.n {
			largest = n
		}
	}
	largest.hidden = leftOut
}

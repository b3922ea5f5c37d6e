package report

import (
	"cmp"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// sharedNote says what a report that may leave the office does not have.
const sharedNote = "without students: counts under 10 are hidden, and so are counts (–) that would reveal one"

// share makes a report one that may leave the office. Nothing in it is about
// one student, counts under ten are hidden, and so is whatever would tell them
// by subtraction:
//
//   - rows before, because rows = before + added - lost - left; and rows between
//     two causes, which are those before the second
//   - the total of a column in which a tag, a school or a grade is hidden, and
//     then also one more line of each table that would add up to it
//   - rows changed when they say how few were added, or the other way around
//   - how often each reason was the cause: only those of ten rows are named
//   - the guard's sentences, which have counts in them
//   - in charts, what a publication was compared with
func (r *Report) share(s *Story) {
	for i := range r.Files {
		f := &r.Files[i]
		f.twice = nil
		f.Duplicates = hideSmall(f.Duplicates)
		shareCauses(f.Causes)
	}

	if r.Publication != nil {
		r.Publication.share()
		r.History = r.sharedCharts(s)
	}
}

func hideSmall(c Count) Count {
	if c.n < tooFew {
		c.hidden = small
	}
	return c
}

func (p *Publication) share() {
	p.Destination = ""
	p.Trips = each(p.Trips, withoutCounts)
	p.Warnings = each(p.Warnings, withoutCounts)

	for i := range p.Findings {
		f := &p.Findings[i]
		f.Count = hideSmall(f.Count)
		f.Schools = nil
		f.Grades = nil
	}
	for i := range p.Decisions {
		d := &p.Decisions[i]
		d.By = ""
		d.Reason = ""
		d.DBUser = ""
	}
	for i := range p.Deliveries {
		p.Deliveries[i].HostKey = ""
	}
}

// withoutCounts returns a trip without its sentence, which has counts in it.
func withoutCounts(t schema.Trip) schema.Trip {
	return schema.Trip{Limit: t.Limit, Unit: t.Unit}
}

// shareCauses hides the counts of a file. Only the last rows are those of the
// report's other side.
func shareCauses(causes []CauseChanges) {
	tells := false
	for i := range causes {
		last := i == len(causes)-1
		causes[i].share(last && !tells)
		tells = tells || causes[i].nearlyAll()
	}
}

// nearlyAll reports whether nearly all rows, somewhere, were added or changed.
// That tells how many rows there were after this cause.
func (cc *CauseChanges) nearlyAll() (all bool) {
	cc.lines(func(l *Line) {
		many := l.Added.n + l.Changed.n
		others := l.Rows.n - many
		all = all || many >= tooFew && others < tooFew
	})
	return all
}

// share hides the counts of a cause, and its rows unless they may be shown.
func (cc *CauseChanges) share(withRows bool) {
	ofColumn := func(t Table) bool { return t.By == schema.ByColumn }
	cc.Tables = slices.DeleteFunc(cc.Tables, ofColumn)

	cc.leaveOut(before)
	if withRows {
		cc.hideColumn(rows)
	} else {
		cc.leaveOut(rows)
	}

	for _, c := range []column{added, lost, left} {
		cc.hideColumn(c)
	}
	if cc.changedTells() {
		cc.leaveOut(changed)
	} else {
		cc.hideColumn(changed)
	}

	cc.shareReasons()
}

// shareReasons names the reasons of ten rows, in an order that does not come
// from the counts.
func (cc *CauseChanges) shareReasons() {
	ofFew := func(r ReasonLine) bool { return r.Rows.n < tooFew }
	cc.Reasons = slices.DeleteFunc(cc.Reasons, ofFew)
	for i := range cc.Reasons {
		cc.Reasons[i].Rows.hidden = leftOut
	}

	slices.SortFunc(cc.Reasons, func(a, b ReasonLine) int {
		return cmp.Compare(a.Code, b.Code)
	})
}

// lines calls do with every line of the cause's tables.
func (cc *CauseChanges) lines(do func(*Line)) {
	for _, t := range cc.Tables {
		for i := range t.Lines {
			do(&t.Lines[i])
		}
	}
}

func (cc *CauseChanges) leaveOut(c column) {
	cc.lines(func(l *Line) { c.of(l).hidden = leftOut })
}

// changedTells reports whether, on some line, nearly all rows were changed or
// nearly all were added: the many then say how few the others are.
func (cc *CauseChanges) changedTells() (tells bool) {
	cc.lines(func(l *Line) {
		bothMany := l.Added.n >= tooFew && l.Changed.n >= tooFew
		most := max(l.Added.n, l.Changed.n)
		others := l.Rows.n - most
		nearlyAll := most >= tooFew && others < tooFew
		tells = tells || nearlyAll && !bothMany
	})
	return tells
}

// hideColumn hides small counts of a column, and what would tell them.
func (cc *CauseChanges) hideColumn(c column) {
	secret := false

	cc.lines(func(l *Line) {
		n := c.of(l)
		*n = hideSmall(*n)
		secret = secret || n.hidden != shown
	})
	if !secret {
		return
	}

	total := c.of(cc.Total())
	if total.hidden == shown {
		total.hidden = leftOut
	}
	for _, t := range cc.Counts() {
		t.hideOne(c)
	}
	if cc.tells(c) {
		cc.leaveOut(c)
	}
}

// hideOne leaves out the largest count of a table, unless one is hidden already.
func (t Table) hideOne(c column) {
	largest := c.of(&t.Lines[0])

	for i := range t.Lines {
		n := c.of(&t.Lines[i])
		if n.hidden != shown {
			return
		}
		if n.n > largest.n {
			largest = n
		}
	}
	largest.hidden = leftOut
}

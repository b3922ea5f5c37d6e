package report

import (
	"fmt"
	"maps"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// TestShareTellsNoSmallCount makes up districts of all sizes, and looks in what
// is left of their counts for one that can be computed: by adding and
// subtracting whatever adds up (rows, tags, schools, grades, the two causes),
// and by what the counts can be at least and at most.
func TestShareTellsNoSmallCount(t *testing.T) {
	seen := map[hidden]int{}
	for seed := range uint64(1500) {
		r := rand.New(rand.NewPCG(seed, 1))
		causes := madeUp(r)
		shareCauses(causes)
		for i := range causes {
			causes[i].lines(func(l *Line) {
				for c := rows; c <= changed; c++ {
					seen[c.of(l).hidden]++
				}
			})
		}

		s := newSystem(causes)
		if found := s.byBounds(); found != "" {
			t.Fatalf("seed %d: %s can be only one number\n%s", seed, found, s)
		}
		if seed%10 != 0 {
			continue // it takes longer, and bounds find nearly all
		}

		if found := s.bySubtraction(); found != "" {
			t.Fatalf("seed %d: %s follows from the others\n%s", seed, found, s)
		}
	}

	if seen[shown] == 0 || seen[small] == 0 || seen[leftOut] == 0 {
		t.Errorf("got %v, want counts of every kind", seen)
	}
}

// TestShareLeavesColumnOut has 21 rows added: 12 and 9 by tag, 21 and none by
// school. With both 12 and 21 shown the total can only be 21.
func TestShareLeavesColumnOut(t *testing.T) {
	line := func(value string, n int64) Line { return Line{Value: value, Rows: count(100), Added: count(n)} }
	c := CauseChanges{Tables: []Table{
		{schema.ByFile, []Line{line("", 21)}},
		{schema.ByTag, []Line{line("504", 12), line("EL", 9)}},
		{schema.BySchool, []Line{line("17", 21), line("18", 0)}},
	}}

	c.hideColumn(added)
	c.lines(func(l *Line) {
		if l.Added.hidden != leftOut {
			t.Errorf("%q: got %s added, want it left out", l.Value, l.Added)
		}
	})
}

// district is how a district is made up: how many students, tags, schools and
// grades it has, and how likely it is that a student has no row to begin with,
// that a row goes, that one comes, and that one changes.
type district struct {
	students              int
	tags, schools, grades int
	odds                  [4]float64
}

func madeUpDistrict(r *rand.Rand) district {
	d := district{tags: 1 + r.IntN(4), schools: 1 + r.IntN(4), grades: 1 + r.IntN(4)}
	d.students = []int{12, 25, 60, 200}[r.IntN(4)]
	for i := range d.odds {
		d.odds[i] = []float64{0, 0.02, 0.1, 0.3, 0.9, 1}[r.IntN(6)]
	}
	return d
}

// madeUp counts the rows of students at random: each has a tag, a school and a
// grade, and was added, lost, …, by one cause or two.
func madeUp(r *rand.Rand) []CauseChanges {
	d := madeUpDistrict(r)
	causes := make([]map[string]*schema.Tally, 1+r.IntN(2))
	for i := range causes {
		causes[i] = map[string]*schema.Tally{}
	}

	for range d.students {
		place := [3]int{skewed(r, d.tags), skewed(r, d.schools), skewed(r, d.grades)}
		is := r.Float64() > d.odds[0]
		for _, tallies := range causes {
			was := is
			is = was && r.Float64() >= d.odds[1]*r.Float64() || !was && r.Float64() < d.odds[2]
			goes, changes := r.IntN(2) == 0, r.Float64() < d.odds[3]
			for _, t := range talliesAt(tallies, place) {
				countRow(t, was, is, goes, changes)
			}
		}
	}
	return causeChanges(causes)
}

// talliesAt returns the tallies of a tag, a school and a grade, and of the file.
func talliesAt(tallies map[string]*schema.Tally, place [3]int) (at []*schema.Tally) {
	for i, by := range []schema.TallyBy{schema.ByTag, schema.BySchool, schema.ByGrade, schema.ByFile} {
		value := ""
		if by != schema.ByFile {
			value = fmt.Sprint(place[i])
		}

		key := string(by) + value
		if tallies[key] == nil {
			tallies[key] = &schema.Tally{By: by, Value: value}
		}
		at = append(at, tallies[key])
	}
	return at
}

func skewed(r *rand.Rand, n int) int { return min(r.IntN(n), r.IntN(n)) }

func countRow(t *schema.Tally, was, is, goes, changes bool) {
	if was {
		t.Before++
	}
	if is {
		t.Rows++
	}

	switch {
	case is && !was:
		t.Added++
	case was && !is && goes:
		t.Left++
	case was && !is:
		t.Lost++
	case was && is && changes:
		t.Changed++
	}
}

func causeChanges(causes []map[string]*schema.Tally) (list []CauseChanges) {
	report := &Report{}
	for _, tallies := range causes {
		var s diff.CauseSummary
		for _, key := range slices.Sorted(maps.Keys(tallies)) {
			s.Tallies = append(s.Tallies, *tallies[key])
		}

		list = append(list, report.causeChanges(s))
	}
	return list
}

// system is all that a reader knows: what each count can be, and which of them
// add up to zero.
type system struct {
	names  []string
	counts []bounds
	small  []bool
	index  map[string]int
	sums   [][]term // they add up to zero
	least  [][]term // they add up to zero or more
}

// term is a count, added or subtracted.
type term struct {
	count  int
	factor int64 // 1 or -1
}

func newSystem(causes []CauseChanges) *system {
	s := &system{index: map[string]int{}}
	for i := range causes {
		for _, t := range causes[i].Tables {
			for j := range t.Lines {
				s.line(i, &causes[i], t.By, &t.Lines[j])
			}
		}

		for c := rows; c <= changed; c++ {
			for _, t := range causes[i].Counts() {
				s.total(i, t, c)
			}
		}
	}
	return s
}

// total adds that the lines of a table add up to the total.
func (s *system) total(cause int, t Table, c column) {
	sum := []term{{s.index[nameOf(cause, schema.ByFile, "", c)], -1}}
	for _, l := range t.Lines {
		sum = append(sum, term{s.index[nameOf(cause, t.By, l.Value, c)], 1})
	}

	s.sums = append(s.sums, sum)
}

// line adds the counts of one line, and how they depend on each other and on
// those of the cause before.
func (s *system) line(cause int, of *CauseChanges, by schema.TallyBy, l *Line) {
	at := map[column]int{}
	for c := rows; c <= changed; c++ {
		at[c] = len(s.counts)
		name := nameOf(cause, by, l.Value, c)
		s.index[name] = at[c]
		s.names = append(s.names, name)
		s.counts = append(s.counts, knownOf(of, l, c))
		s.small = append(s.small, c.of(l).hidden == small)
	}

	s.sums = append(s.sums, []term{{at[rows], -1}, {at[before], 1}, {at[added], 1}, {at[lost], -1}, {at[left], -1}})
	s.least = append(s.least,
		[]term{{at[rows], 1}, {at[added], -1}, {at[changed], -1}},
		[]term{{at[before], 1}, {at[lost], -1}, {at[left], -1}},
	)
	if earlier, ok := s.index[nameOf(cause-1, by, l.Value, rows)]; ok {
		s.sums = append(s.sums, []term{{earlier, 1}, {at[before], -1}})
	}
}

// knownOf is what a reader knows of a count from how it is shown.
func knownOf(of *CauseChanges, l *Line, c column) bounds {
	n := c.of(l)
	switch n.hidden {
	case shown:
		return bounds{n.n, n.n}
	case small:
		return bounds{0, tooFew - 1}
	}

	b := bounds{0, endless}
	of.lines(func(l *Line) { // where any count is shown, or small, this one is not small
		if c.of(l).hidden != leftOut {
			b.least = tooFew
		}
	})
	return b
}

func nameOf(cause int, by schema.TallyBy, value string, c column) string {
	return fmt.Sprintf("%d %s %s %d", cause, by, value, c)
}

// byBounds narrows what each count can be until nothing changes, and returns a
// small one that can be one number only.
func (s *system) byBounds() string {
	for narrowed, round := true, 0; narrowed && round < 100; round++ {
		narrowed = false
		for _, sum := range s.sums {
			narrowed = s.narrow(sum, true) || narrowed
		}
		for _, sum := range s.least {
			narrowed = s.narrow(sum, false) || narrowed
		}
	}

	for i, b := range s.counts {
		if s.small[i] && b.least == b.most {
			return s.names[i]
		}
	}
	return ""
}

// narrow narrows the counts of one sum, which is zero, or at least zero.
func (s *system) narrow(sum []term, exact bool) (narrowed bool) {
	for _, t := range sum {
		others, b := s.others(sum, t), s.counts[t.count]
		if t.factor > 0 { // count ≥ -most of the others; where exact, ≤ -least
			b.least = max(b.least, -others.most)
			if exact {
				b.most = min(b.most, -others.least)
			}
		} else { // count ≤ most of the others; where exact, ≥ least
			b.most = min(b.most, others.most)
			if exact {
				b.least = max(b.least, others.least)
			}
		}

		if b != s.counts[t.count] {
			s.counts[t.count], narrowed = b, true
		}
	}
	return narrowed
}

// others adds what is known of all terms of a sum but one.
func (s *system) others(sum []term, but term) (others bounds) {
	for _, t := range sum {
		b := s.counts[t.count]
		switch {
		case t == but:
		case t.factor > 0:
			others.least += b.least
			others.most += b.most
		default:
			others.least -= b.most
			others.most -= b.least
		}
	}
	return others
}

// bySubtraction solves the sums for the counts that are hidden, exactly, and
// returns a small one that has a solution of its own.
func (s *system) bySubtraction() string {
	var solved []map[int]*big.Rat // of the hidden counts; what is known does not matter
	for _, sum := range s.sums {
		row := map[int]*big.Rat{}
		for _, t := range sum {
			if b := s.counts[t.count]; b.least != b.most {
				row[t.count] = big.NewRat(t.factor, 1)
			}
		}
		solved = reduce(solved, row)
	}

	for _, row := range solved {
		if i := pivot(row); len(row) == 1 && s.small[i] {
			return s.names[i]
		}
	}
	return ""
}

// reduce adds a row to rows in reduced form, in which each row has a count that
// no other row has.
func reduce(list []map[int]*big.Rat, row map[int]*big.Rat) []map[int]*big.Rat {
	for _, have := range list {
		subtract(row, have, pivot(have))
	}
	if len(row) == 0 {
		return list
	}

	for _, have := range list {
		subtract(have, row, pivot(row))
	}
	return append(list, row)
}

// pivot is the count that only this row has: its least.
func pivot(row map[int]*big.Rat) int {
	least := -1
	for i := range row {
		if least < 0 || i < least {
			least = i
		}
	}
	return least
}

// subtract takes a multiple of another row from a row, so that the count at is
// gone from it.
func subtract(row, other map[int]*big.Rat, at int) {
	if row[at] == nil {
		return
	}

	factor := new(big.Rat).Quo(row[at], other[at])
	for i, f := range other {
		n := new(big.Rat).Mul(factor, f)
		if row[i] != nil {
			n.Sub(row[i], n)
		} else {
			n.Neg(n)
		}

		if n.Sign() == 0 {
			delete(row, i)
		} else {
			row[i] = n
		}
	}
}

func (s *system) String() string {
	text := ""
	for i, name := range s.names {
		text += fmt.Sprintf("%s: %v\n", name, s.counts[i])
	}
	return text
}

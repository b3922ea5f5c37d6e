package report

import (
	"fmt"
	"math/big"
	"math/rand/v2"
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
		steps := madeUp(r)
		shareCauses(steps)
		for i := range steps {
			steps[i].lines(func(l *Line) {
				for c := rows; c <= changed; c++ {
					seen[c.of(l).hidden]++
				}
			})
		}
		s := newSystem(steps)
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
// school. With both 12 and 21 shown the total can be 21 only.
func TestShareLeavesColumnOut(t *testing.T) {
	line := func(value string, n int64) Line { return Line{Value: value, Rows: count(100), Added: count(n)} }
	s := CauseChanges{Tables: []Table{{schema.ByFile, []Line{line("", 21)}},
		{schema.ByTag, []Line{line("504", 12), line("EL", 9)}}, {schema.BySchool, []Line{line("17", 21), line("18", 0)}}}}
	s.hideColumn(added)
	s.lines(func(l *Line) {
		if l.Added.hidden != leftOut {
			t.Errorf("%q: got %s added, want it left out", l.Value, l.Added)
		}
	})
}

// madeUp counts the rows of students at random: each has a tag, a school and a
// grade, and was added, lost, …, by one cause or two.
func madeUp(r *rand.Rand) []CauseChanges {
	tags, schools, grades := 1+r.IntN(4), 1+r.IntN(4), 1+r.IntN(4)
	students := []int{12, 25, 60, 200}[r.IntN(4)]
	odds := [4]float64{}
	for i := range odds {
		odds[i] = []float64{0, 0.02, 0.1, 0.3, 0.9, 1}[r.IntN(6)]
	}
	causes := 1 + r.IntN(2)
	tallies := make([]map[string]*schema.Tally, causes)
	for i := range tallies {
		tallies[i] = map[string]*schema.Tally{}
	}
	for range students {
		place := [3]int{skewed(r, tags), skewed(r, schools), skewed(r, grades)}
		is := r.Float64() > odds[0]
		for i := range causes {
			was := is
			is = was && r.Float64() >= odds[1]*r.Float64() || !was && r.Float64() < odds[2]
			goes, changes := r.IntN(2) == 0, r.Float64() < odds[3]
			for j, by := range []schema.TallyBy{schema.ByTag, schema.BySchool, schema.ByGrade, schema.ByFile} {
				value := ""
				if j < 3 {
					value = fmt.Sprint(place[j])
				}
				key := string(by) + value
				if tallies[i][key] == nil {
					tallies[i][key] = &schema.Tally{By: by, Value: value}
				}
				countRow(tallies[i][key], was, is, goes, changes)
			}
		}
	}
	return stepsOf(tallies)
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

func stepsOf(tallies []map[string]*schema.Tally) (steps []CauseChanges) {
	report := &Report{}
	for _, of := range tallies {
		var list []schema.Tally
		for _, by := range []string{"file", "tag0", "tag1", "tag2", "tag3", "school0", "school1", "school2", "school3", "grade0", "grade1", "grade2", "grade3"} {
			if of[by] != nil {
				list = append(list, *of[by])
			}
		}
		steps = append(steps, report.file(diff.FileSummary{Causes: []diff.CauseSummary{{Tallies: list}}}).Causes[0])
	}
	return steps
}

// system is all that a reader knows: what each count can be, and which of them
// add up to nought.
type system struct {
	names  []string
	counts []bounds
	small  []bool
	index  map[string]int
	sums   [][]term // they add up to nought
	least  [][]term // they add up to nought or more
}

// term is a count, added or subtracted.
type term struct {
	count  int
	factor int64 // 1 or -1
}

func newSystem(steps []CauseChanges) *system {
	s := &system{index: map[string]int{}}
	for i, step := range steps {
		for _, t := range step.Tables {
			for j := range t.Lines {
				s.line(i, &step, t.By, &t.Lines[j])
			}
		}
		for c := rows; c <= changed; c++ {
			for _, t := range step.Tables[1:] {
				sum := []term{{s.of(i, schema.ByFile, "", c), -1}}
				for _, l := range t.Lines {
					sum = append(sum, term{s.of(i, t.By, l.Value, c), 1})
				}
				s.sums = append(s.sums, sum)
			}
		}
	}
	return s
}

// line adds the counts of one line, and how they hang together with each other
// and with those of the cause before.
func (s *system) line(step int, of *CauseChanges, by schema.TallyBy, l *Line) {
	at := map[column]int{}
	for c := rows; c <= changed; c++ {
		n := c.of(l)
		b := bounds{0, endless}
		switch n.hidden {
		case shown:
			b = bounds{n.n, n.n}
		case small:
			b = bounds{0, tooFew - 1}
		case leftOut:
			of.lines(func(l *Line) { // where any count is shown, or small, this one is not small
				if c.of(l).hidden != leftOut {
					b.least = tooFew
				}
			})
		}
		at[c] = len(s.counts)
		name := fmt.Sprintf("%d %s %s %d", step, by, l.Value, c)
		s.index[name] = at[c]
		s.names, s.counts, s.small = append(s.names, name), append(s.counts, b), append(s.small, n.hidden == small)
	}
	s.sums = append(s.sums, []term{{at[rows], -1}, {at[before], 1}, {at[added], 1}, {at[lost], -1}, {at[left], -1}})
	s.least = append(s.least, []term{{at[rows], 1}, {at[added], -1}, {at[changed], -1}}, []term{{at[before], 1}, {at[lost], -1}, {at[left], -1}})
	if earlier, ok := s.index[fmt.Sprintf("%d %s %s %d", step-1, by, l.Value, rows)]; ok {
		s.sums = append(s.sums, []term{{earlier, 1}, {at[before], -1}})
	}
}

func (s *system) of(step int, by schema.TallyBy, value string, c column) int {
	return s.index[fmt.Sprintf("%d %s %s %d", step, by, value, c)]
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

// narrow narrows the counts of one sum, which is nought, or at least that.
func (s *system) narrow(sum []term, exact bool) (narrowed bool) {
	for _, t := range sum {
		var others bounds
		for _, o := range sum {
			b := s.counts[o.count]
			switch {
			case o == t:
			case o.factor > 0:
				others.least, others.most = others.least+b.least, others.most+b.most
			default:
				others.least, others.most = others.least-b.most, others.most-b.least
			}
		}
		b := s.counts[t.count]
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

// bySubtraction solves the sums for the counts that are hidden, exactly, and
// returns a small one that has a solution of its own.
func (s *system) bySubtraction() string {
	var rowsOf []map[int]*big.Rat // of the hidden counts; what is known does not matter
	for _, sum := range s.sums {
		row := map[int]*big.Rat{}
		for _, t := range sum {
			if b := s.counts[t.count]; b.least != b.most {
				row[t.count] = big.NewRat(t.factor, 1)
			}
		}
		rowsOf = reduce(rowsOf, row)
	}
	for _, row := range rowsOf {
		if len(row) == 1 {
			for i := range row {
				if s.small[i] {
					return s.names[i]
				}
			}
		}
	}
	return ""
}

// reduce adds a row to rows in reduced form: each has a count of its own.
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

// pivot is the count that a row has alone: its least.
func pivot(row map[int]*big.Rat) int {
	least := -1
	for i := range row {
		if least < 0 || i < least {
			least = i
		}
	}
	return least
}

// subtract takes so much of other from a row that it has no at any more.
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

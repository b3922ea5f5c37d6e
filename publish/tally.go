package publish

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// tallies counts the changes of one file.
type tallies struct {
	kind    Kind
	guard   Guard
	points  [2]float64 // what makes percentage points of a share before and after
	columns []*schema.Tally
	count   map[tallyKey]*schema.Tally
	at      map[spot][]*schema.Tally
	shift   float64 // the sum of how far shares moved, in points
	unshown int64   // shares lost that would have been measured
}

type tallyKey struct {
	by            schema.TallyBy
	value, school string
}

// spot is what rows that count towards the same tallies have in common.
type spot struct{ school, grade, tag string }

func newTallies(kind Kind, guard Guard, before, after Rules) *tallies {
	t := &tallies{kind: kind, guard: guard, count: map[tallyKey]*schema.Tally{}, at: map[spot][]*schema.Tally{}}
	if kind.Points != nil {
		t.points = [2]float64{kind.Points(before), kind.Points(after)}
	}
	t.of(schema.ByFile, "", "")
	for _, i := range kind.Values {
		t.columns = append(t.columns, t.of(schema.ByColumn, kind.Columns[i-1], ""))
	}
	return t
}

func (t *tallies) of(by schema.TallyBy, value, school string) *schema.Tally {
	key := tallyKey{by, value, school}
	if t.count[key] == nil {
		t.count[key] = &schema.Tally{File: t.kind.Name, By: by, Value: value, School: school}
	}
	return t.count[key]
}

// groups returns the tallies that a row at a place counts towards.
func (t *tallies) groups(c change, where place) []*schema.Tally {
	s := spot{school: where.school, grade: where.grade}
	if t.kind.Tag != 0 {
		s.tag = c.field(t.kind.Tag)
	}
	if groups, ok := t.at[s]; ok {
		return groups
	}
	groups := []*schema.Tally{
		t.of(schema.ByFile, "", ""),
		t.of(schema.BySchool, s.school, ""),
		t.of(schema.ByGrade, s.grade, ""),
	}
	if t.kind.Tag != 0 {
		groups = append(groups, t.of(schema.ByTag, s.tag, ""), t.of(schema.ByTagInSchool, s.tag, s.school))
	}
	t.at[s] = groups
	return groups
}

// add counts one row. It is a visitor.
func (t *tallies) add(c change, was, is place, _, stays bool) {
	var groups []*schema.Tally
	if c.before != nil {
		groups = t.groups(c, was)
		for _, g := range groups {
			g.Before++
			if c.after == nil {
				remove(g, stays)
			}
		}
	}
	if c.after != nil {
		same := c.before != nil && slices.Equal(c.before, c.after)
		if c.before == nil || was.school != is.school || was.grade != is.grade {
			groups = t.groups(c, is)
		}
		for _, g := range groups {
			g.Rows++
			switch {
			case c.before == nil:
				g.Added++
			case !same:
				g.Changed++
			}
		}
	}
	for n, i := range t.kind.Values {
		t.value(t.columns[n], c, i, stays)
		t.measure(t.columns[n], c, i, was, is, stays)
	}
}

func remove(t *schema.Tally, stays bool) {
	if stays {
		t.Lost++
	} else {
		t.Left++
	}
}

// value counts one value, which can come and go while its row stays.
func (t *tallies) value(column *schema.Tally, c change, i int, stays bool) {
	was := c.before != nil && !t.kind.Blank(c.before[i])
	is := c.after != nil && !t.kind.Blank(c.after[i])
	if was {
		column.Before++
	}
	if is {
		column.Rows++
	}
	switch {
	case is && !was:
		column.Added++
	case was && !is:
		remove(column, stays)
	case was && c.before[i] != c.after[i]:
		column.Changed++
	}
}

// measure looks how far a value moved: a GPA on its scale, a share by points.
func (t *tallies) measure(column *schema.Tally, c change, i int, was, is place, stays bool) {
	if c.before == nil {
		return
	}
	if t.kind.Points == nil {
		if c.after != nil && c.before[i] != c.after[i] && math.Abs(number(c.after[i])-number(c.before[i])) > t.guard.GPAJump.By {
			addFigure(column, "moved", 1)
		}
		return
	}
	if !stays || !was.enough(t.guard.AttendanceShift.Days) || !is.enough(t.guard.AttendanceShift.Days) {
		return
	}
	if c.after == nil {
		addFigure(column, "measured", 1)
		t.unshown++
		return
	}
	moved := number(c.after[i])*t.points[1] - number(c.before[i])*t.points[0]
	if !math.IsNaN(moved) {
		addFigure(column, "measured", 1)
		t.shift += moved
	}
}

func addFigure(t *schema.Tally, name string, by float64) { setFigure(t, name, t.Figures[name]+by) }

// setFigure sets what a limit measured; 0 is left out, and JSON has no infinity.
func setFigure(t *schema.Tally, name string, value float64) {
	if value == 0 {
		delete(t.Figures, name)
		return
	}
	if t.Figures == nil {
		t.Figures = map[string]float64{}
	}
	t.Figures[name] = max(-math.MaxFloat64, min(value, math.MaxFloat64))
}

// number reads a value; NaN where it is none.
func number(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return math.NaN()
	}
	return f
}

// finish returns the tallies: the file's own, then by tag, column, school and
// grade, each in the order of its values.
//
// A share that was lost counts as one that moved all the way in the direction
// of the others, so that taking rows away never makes a shift look smaller.
func (t *tallies) finish() []schema.Tally {
	for _, column := range t.columns {
		if measured := column.Figures["measured"]; measured > 0 {
			setFigure(column, "shift", (t.shift+math.Copysign(100*float64(t.unshown), t.shift))/measured)
		}
	}
	order := []schema.TallyBy{schema.ByFile, schema.ByTag, schema.ByColumn, schema.BySchool, schema.ByGrade, schema.ByTagInSchool}
	list := make([]schema.Tally, 0, len(t.count))
	for _, tally := range t.count {
		list = append(list, *tally)
	}
	slices.SortFunc(list, func(a, b schema.Tally) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.By), slices.Index(order, b.By)),
			schema.CompareNumbers(a.Value, b.Value), schema.CompareNumbers(a.School, b.School))
	})
	return list
}

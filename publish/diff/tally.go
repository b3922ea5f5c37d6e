package diff

import (
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Tally counts what a new file changes, compared with the live file of its name.
// Every row is new when none is live, or when the two cannot be compared; then it
// notes in live why. Rules that are not known are nil.
func (d *Differ) Tally(
	ctx context.Context, file files.BuiltFile, roster *schema.Content, rules *files.Rules, live *LiveFile,
) ([]schema.Tally, error) {
	kind, err := files.Find(d.Kinds, file.Rule.Kind)
	if err != nil {
		return nil, err
	}

	after := version{
		called:  "the new " + file.Rule.Name,
		kind:    kind,
		content: &file.Content,
		roster:  roster,
		rules:   rules,
	}
	if live == nil {
		return d.tallyAlone(after)
	}

	before, err := d.kept(ctx, "the live "+live.Name, kind.Name, live.Sum, &live.Publication)
	if err != nil {
		return nil, err
	}
	live.Unlike, err = d.unlike(before, after)
	if err != nil {
		return nil, err
	}
	if live.Unlike != "" {
		return d.tallyAlone(after)
	}

	tallies, err := d.tally(before, after)
	var form *files.FormError
	if !errors.As(err, &form) || form.File != before.called {
		return tallies, err
	}
	live.Unlike, err = otherForm(before, form)
	if err != nil {
		return nil, err
	}
	return d.tallyAlone(after)
}

// tallyAlone counts a file that is compared with nothing. Of one whose rows this
// program cannot read, only how many they are is known.
func (d *Differ) tallyAlone(after version) ([]schema.Tally, error) {
	none := version{kind: after.kind}
	tallies, err := d.tally(none, after)
	var form *files.FormError
	if !errors.As(err, &form) || form.File != after.called {
		return tallies, err
	}

	whole := schema.Tally{
		File:  after.kind.Name,
		By:    schema.ByFile,
		Rows:  after.content.Rows,
		Added: after.content.Rows,
	}
	return []schema.Tally{whole}, files.Verify(*after.content)
}

// tally counts what differs between two versions that can be compared.
func (d *Differ) tally(before, after version) ([]schema.Tally, error) {
	t := d.newTallies(after.kind, before.rules, after.rules)
	count := func(r *row) error {
		t.add(r)
		return nil
	}
	err := d.pairRows(before, after, count, nil)
	return t.list(), err
}

// tallies counts the changes of one file.
type tallies struct {
	kind     files.Kind
	measured []measuredColumn
	count    map[tallyKey]*schema.Tally
	at       map[spot][]*schema.Tally
	value    guard.Value // the value that meters look at
}

// measuredColumn is a column whose values can be lost on their own.
type measuredColumn struct {
	field  int
	blank  func(string) bool
	tally  *schema.Tally
	meters []guard.Meter
}

type tallyKey struct {
	by            schema.TallyBy
	value, school string
}

// spot is what rows that count towards the same tallies have in common.
type spot struct{ school, grade, tag string }

func (d *Differ) newTallies(kind files.Kind, before, after *files.Rules) *tallies {
	t := &tallies{
		kind:  kind,
		count: map[tallyKey]*schema.Tally{},
		at:    map[spot][]*schema.Tally{},
	}
	t.get(schema.ByFile, "", "")

	for i, column := range kind.Columns {
		if column.Measure == "" {
			continue
		}
		t.measured = append(t.measured, measuredColumn{
			field:  i + 1, // after the student
			blank:  column.Blank,
			tally:  t.get(schema.ByColumn, column.Header, ""),
			meters: d.metersOf(column, before, after),
		})
	}
	return t
}

// metersOf returns what measures a column for the guard.
func (d *Differ) metersOf(column files.Column, before, after *files.Rules) (meters []guard.Meter) {
	var points [2]float64
	if column.Points != nil {
		points[0] = column.Points(d.rulesFor(before))
		points[1] = column.Points(d.rulesFor(after))
	}

	for _, limit := range d.Measurers {
		if limit.Measures() == column.Measure {
			meters = append(meters, limit.Meter(points))
		}
	}
	return meters
}

// get returns a tally, and makes it when there is none yet.
func (t *tallies) get(by schema.TallyBy, value, school string) *schema.Tally {
	key := tallyKey{by, value, school}
	if t.count[key] == nil {
		t.count[key] = &schema.Tally{
			File:   t.kind.Name,
			By:     by,
			Value:  value,
			School: school,
		}
	}
	return t.count[key]
}

// groups returns the tallies that a row at a place counts towards.
func (t *tallies) groups(r *row, where files.Place) []*schema.Tally {
	s := spot{school: where.School, grade: where.Grade}
	if t.kind.Key != 0 {
		s.tag = r.field(t.kind.Key)
	}
	if groups, ok := t.at[s]; ok {
		return groups
	}

	groups := []*schema.Tally{
		t.get(schema.ByFile, "", ""),
		t.get(schema.BySchool, s.school, ""),
		t.get(schema.ByGrade, s.grade, ""),
	}
	if t.kind.Key != 0 {
		groups = append(groups,
			t.get(schema.ByTag, s.tag, ""),
			t.get(schema.ByTagInSchool, s.tag, s.school))
	}
	t.at[s] = groups
	return groups
}

// add counts one row.
func (t *tallies) add(r *row) {
	var groups []*schema.Tally
	if r.before != nil {
		groups = t.groups(r, r.was)
		for _, g := range groups {
			g.Before++
			if r.after == nil {
				remove(g, r.stays)
			}
		}
	}

	if r.after != nil {
		moved := r.was.School != r.is.School || r.was.Grade != r.is.Grade
		if r.before == nil || moved {
			groups = t.groups(r, r.is)
		}

		same := r.same()
		for _, g := range groups {
			g.Rows++
			switch {
			case r.before == nil:
				g.Added++
			case !same:
				g.Changed++
			}
		}
	}

	for i := range t.measured {
		t.measure(&t.measured[i], r)
	}
}

func remove(t *schema.Tally, stays bool) {
	if stays {
		t.Lost++
	} else {
		t.Left++
	}
}

// measure counts one value, which can come and go while its row stays. It shows
// the value to the meters.
func (t *tallies) measure(column *measuredColumn, r *row) {
	v := &t.value
	*v = guard.Value{
		HadRow:     r.before != nil,
		HasRow:     r.after != nil,
		Stays:      r.stays,
		DaysBefore: r.was.Days,
		DaysAfter:  r.is.Days,
	}
	if v.HadRow {
		v.Before = r.before[column.field]
	}
	if v.HasRow {
		v.After = r.after[column.field]
	}

	column.count(v)
	for _, meter := range column.meters {
		meter.Add(v)
	}
}

// count counts one value. A blank one is as good as none.
func (c *measuredColumn) count(v *guard.Value) {
	was := v.HadRow && !c.blank(v.Before)
	is := v.HasRow && !c.blank(v.After)
	if was {
		c.tally.Before++
	}
	if is {
		c.tally.Rows++
	}

	switch {
	case is && !was:
		c.tally.Added++
	case was && !is:
		remove(c.tally, v.Stays)
	case was && v.Before != v.After:
		c.tally.Changed++
	}
}

// tallyOrder is how tallies are listed.
var tallyOrder = []schema.TallyBy{
	schema.ByFile,
	schema.ByTag,
	schema.ByColumn,
	schema.BySchool,
	schema.ByGrade,
	schema.ByTagInSchool,
}

// list returns the tallies: the file's own, then by tag, column, school and
// grade, each in the order of its values.
func (t *tallies) list() []schema.Tally {
	for _, column := range t.measured {
		column.tally.Figures = figures(column.meters)
	}

	list := make([]schema.Tally, 0, len(t.count))
	for _, tally := range t.count {
		list = append(list, *tally)
	}
	slices.SortFunc(list, compareTallies)
	return list
}

// compareTallies orders tallies: by what they count, by value, by school.
func compareTallies(a, b schema.Tally) int {
	if a.By != b.By {
		return slices.Index(tallyOrder, a.By) - slices.Index(tallyOrder, b.By)
	}
	if order := schema.CompareNumbers(a.Value, b.Value); order != 0 {
		return order
	}
	return schema.CompareNumbers(a.School, b.School)
}

// figures returns what meters measured, without zeros; nil when there is nothing.
func figures(meters []guard.Meter) map[string]float64 {
	all := map[string]float64{}
	for _, meter := range meters {
		maps.Copy(all, meter.Figures())
	}
	isZero := func(_ string, figure float64) bool { return figure == 0 }
	maps.DeleteFunc(all, isZero)
	if len(all) == 0 {
		return nil
	}
	return all
}

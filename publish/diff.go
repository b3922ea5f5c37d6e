package publish

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// change is a row before and after; one of the two may be missing.
type change struct {
	number        string
	before, after []string
}

// merge walks through two files of a kind, both in descending order of student
// numbers, and visits every row once, paired with its counterpart.
func merge(kind Kind, before, after *csvReader, visit func(change)) error {
	for {
		a, okA := before.number()
		b, okB := after.number()
		order := schema.CompareNumbers(a, b)
		switch {
		case !okA && !okB:
			return nil
		case !okB || okA && order > 0:
			order = 1
		case !okA || order < 0:
			order = -1
		}
		var old, now [][]string
		var err1, err2 error
		if order >= 0 {
			old, err1 = before.group()
		}
		if order <= 0 {
			now, err2 = after.group()
		}
		if err := errors.Join(err1, err2); err != nil {
			return err
		}
		pair(kind, old, now, visit)
	}
}

// pair matches the rows of one student, by tag where there are tags.
func pair(kind Kind, old, now [][]string, visit func(change)) {
	matched := make([]bool, len(old))
next:
	for _, after := range now {
		for i, before := range old {
			if !matched[i] && (kind.Tag == 0 || before[kind.Tag] == after[kind.Tag]) {
				matched[i] = true
				visit(change{after[0], before, after})
				continue next
			}
		}
		visit(change{after[0], nil, after})
	}
	for i, before := range old {
		if !matched[i] {
			visit(change{before[0], before, nil})
		}
	}
}

// tallies counts the changes of one file.
type tallies struct {
	kind  Kind
	count map[tallyKey]*schema.Tally
}

type tallyKey struct {
	by    schema.TallyBy
	value string
}

func (t *tallies) at(by schema.TallyBy, value string) *schema.Tally {
	key := tallyKey{by, value}
	if t.count[key] == nil {
		t.count[key] = &schema.Tally{File: t.kind.Name, By: by, Value: value}
	}
	return t.count[key]
}

// add counts one change; stays says whether the student is in the new snapshot.
func (t *tallies) add(c change, where place, stays bool) {
	groups := []*schema.Tally{
		t.at(schema.ByFile, ""),
		t.at(schema.BySchool, where.school),
		t.at(schema.ByGrade, where.grade),
	}
	if t.kind.Tag != 0 {
		groups = append(groups, t.at(schema.ByTag, c.field(t.kind.Tag)))
	}
	for _, g := range groups {
		count(g, c.before != nil, c.after != nil, stays)
		if c.before != nil && c.after != nil && !slices.Equal(c.before, c.after) {
			g.Changed++
		}
	}
	for _, i := range t.kind.Values {
		g := t.at(schema.ByColumn, t.kind.Columns[i-1])
		was := c.before != nil && !t.kind.Blank(c.before[i])
		is := c.after != nil && !t.kind.Blank(c.after[i])
		count(g, was, is, stays)
		if was && is && c.before[i] != c.after[i] {
			g.Changed++
		}
	}
}

// count counts one row, or one value, that was or is there.
func count(t *schema.Tally, was, is, stays bool) {
	if was {
		t.Before++
	}
	if is {
		t.Rows++
	}
	switch {
	case is && !was:
		t.Added++
	case was && !is && stays:
		t.Lost++
	case was && !is:
		t.Left++
	}
}

// field returns a field of the row, which before and after have in common.
func (c change) field(i int) string {
	if c.after != nil {
		return c.after[i]
	}
	return c.before[i]
}

// compare tallies a new file against the live one of its name, nil when none is
// live. The rosters of both say who is still there, and where they were.
func (p *Publisher) compare(ctx context.Context, file BuiltFile, roster schema.Content, live *liveFile) ([]schema.Tally, error) {
	kind := p.kind(file.Rule.Kind)
	old, oldRoster, err := p.liveContents(ctx, live)
	if err != nil {
		return nil, err
	}
	var in inputs
	defer in.close()
	before := in.read(old, "the live "+file.Rule.Name, kind.Header(p.Rules))
	after := in.read(&file.Content, "the new "+file.Rule.Name, kind.Header(p.Rules))
	then := &rosterCursor{r: in.read(oldRoster, "the live roster", rosterHeader)}
	now := &rosterCursor{r: in.read(&roster, "the new roster", rosterHeader)}
	if in.err != nil {
		return nil, in.err
	}
	t := &tallies{kind: kind, count: map[tallyKey]*schema.Tally{}}
	t.at(schema.ByFile, "")
	err = merge(kind, before, after, func(c change) {
		where, stays := now.find(c.number)
		if c.after == nil {
			where, _ = then.find(c.number)
		}
		t.add(c, where, stays)
	})
	return t.list(), errors.Join(err, then.err, now.err)
}

// inputs are contents being read; the first error stays.
type inputs struct {
	open []io.Closer
	err  error
}

// read starts reading a content; one that is nil has no rows.
func (in *inputs) read(content *schema.Content, name string, header []string) *csvReader {
	if content == nil || in.err != nil {
		return &csvReader{}
	}
	r, err := open(*content)
	if err != nil {
		in.err = err
		return &csvReader{}
	}
	in.open = append(in.open, r)
	c, err := readCSV(name, r, header)
	in.err = err
	return c
}

func (in *inputs) close() {
	for _, c := range in.open {
		c.Close() // of memory: it cannot fail
	}
}

// list returns the tallies: the file's own, then by tag, column, school and
// grade, each in the order of its values.
func (t *tallies) list() []schema.Tally {
	order := []schema.TallyBy{schema.ByFile, schema.ByTag, schema.ByColumn, schema.BySchool, schema.ByGrade}
	list := make([]schema.Tally, 0, len(t.count))
	for _, tally := range t.count {
		list = append(list, *tally)
	}
	slices.SortFunc(list, func(a, b schema.Tally) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.By), slices.Index(order, b.By)), schema.CompareNumbers(a.Value, b.Value))
	})
	return list
}

// place is where a student is; empty where it is not known.
type place struct{ school, grade string }

// rosterCursor looks up students who are asked for in the order of the roster.
type rosterCursor struct {
	r     *csvReader
	at    string
	place place
	err   error
}

func (c *rosterCursor) find(number string) (place, bool) {
	for c.at != number && c.err == nil {
		next, ok := c.r.number()
		if !ok || schema.CompareNumbers(next, number) < 0 {
			return place{}, false
		}
		var rows [][]string
		if rows, c.err = c.r.group(); c.err == nil {
			c.at, c.place = next, place{rows[0][1], rows[0][2]}
		}
	}
	return c.place, c.err == nil
}

// liveContents returns a live file and the roster it was made with; nil when
// nothing is live.
func (p *Publisher) liveContents(ctx context.Context, live *liveFile) (file, roster *schema.Content, err error) {
	if live == nil {
		return nil, nil, nil
	}
	f, err := p.Store.Content(ctx, live.Sum)
	if err != nil {
		return nil, nil, err
	}
	r, err := p.Store.Content(ctx, live.publication.Roster)
	return &f, &r, err
}

package publish

import (
	"errors"
)

// change is a row before and after; one of the two may be missing. Its fields
// are valid only while it is visited.
type change struct {
	number        string
	before, after []string
}

// field returns a field of the row, which before and after have in common.
func (c change) field(i int) string {
	if c.after != nil {
		return c.after[i]
	}
	return c.before[i]
}

// merger pairs the rows of two files of a kind.
type merger struct {
	kind    Kind
	visit   func(change)
	twice   func(row []string, after bool) // told of every row whose key its file has already; may be nil
	matched []bool                         // of a student's old rows
}

// merge walks through two files of a kind, both in descending order of student
// numbers, and visits every row once, paired with its counterpart.
func (m *merger) merge(before, after *csvReader) error {
	for {
		a, okA := before.number()
		b, okB := after.number()
		order := 0
		switch {
		case !okA && !okB:
			return nil
		case !okB:
			order = 1
		case !okA:
			order = -1
		default:
			order = compareKeys(a, b)
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
		m.repeated(old, false)
		m.repeated(now, true)
		m.pair(old, now)
	}
}

// pair matches the rows of one student, by tag where there are tags.
func (m *merger) pair(old, now [][]string) {
	m.matched = append(m.matched[:0], make([]bool, len(old))...)
next:
	for _, after := range now {
		for i, before := range old {
			if !m.matched[i] && (m.kind.Tag == 0 || before[m.kind.Tag] == after[m.kind.Tag]) {
				m.matched[i] = true
				m.visit(change{after[0], before, after})
				continue next
			}
		}
		m.visit(change{after[0], nil, after})
	}
	for i, before := range old {
		if !m.matched[i] {
			m.visit(change{before[0], before, nil})
		}
	}
}

// repeated tells of the rows of one student whose key has come before.
func (m *merger) repeated(rows [][]string, after bool) {
	if m.twice == nil {
		return
	}
	for i := 1; i < len(rows); i++ {
		for _, earlier := range rows[:i] {
			if m.kind.Tag == 0 || earlier[m.kind.Tag] == rows[i][m.kind.Tag] {
				m.twice(rows[i], after)
				break
			}
		}
	}
}

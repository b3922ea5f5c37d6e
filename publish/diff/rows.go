package diff

import (
	"errors"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// row is a row before and after; one of the two may be missing. It is valid only
// while it is visited.
type row struct {
	number        string
	before, after []string

	was, is       files.Place // where the student was and is
	stayed, stays bool        // whether the student was, and is, in the snapshot
}

// field returns a field that before and after have in common.
func (r *row) field(i int) string {
	if r.after != nil {
		return r.after[i]
	}
	return r.before[i]
}

// same reports whether the row did not change.
func (r *row) same() bool {
	both := r.before != nil && r.after != nil
	return both && slices.Equal(r.before, r.after)
}

// pairing pairs the rows of two files of a kind.
type pairing struct {
	kind  files.Kind
	visit func(*row) error

	// twice is told about every row whose key its file already has; it may be nil.
	twice func(fields []string, after bool)

	matched []bool // which of a student's old rows have a counterpart
	row     row    // the row that is being visited
}

// files visits every row of two files once, paired with its counterpart. Both
// have their student numbers in descending order.
func (p *pairing) files(before, after *files.Reader) error {
	for {
		order, more := next(before, after)
		if !more {
			return nil
		}

		var old, now [][]string
		var errOld, errNow error
		if order >= 0 {
			old, errOld = before.Group()
		}
		if order <= 0 {
			now, errNow = after.Group()
		}
		if err := errors.Join(errOld, errNow); err != nil {
			return err
		}

		p.repeated(old, false)
		p.repeated(now, true)
		if err := p.student(old, now); err != nil {
			return err
		}
	}
}

// next says which of two files has the next student number: 1 is before, -1 is
// after, 0 is both. more is false at the end of both.
func next(before, after *files.Reader) (order int, more bool) {
	was, inBefore := before.Number()
	is, inAfter := after.Number()

	switch {
	case !inBefore && !inAfter:
		return 0, false
	case !inAfter:
		return 1, true
	case !inBefore:
		return -1, true
	}
	return schema.CompareNumbers(was, is), true
}

// student pairs the rows of one student, by key when the file has one.
func (p *pairing) student(old, now [][]string) error {
	none := make([]bool, len(old))
	p.matched = append(p.matched[:0], none...)

	for _, after := range now {
		before := p.counterpart(old, after)
		if err := p.pair(after[0], before, after); err != nil {
			return err
		}
	}
	for i, before := range old {
		if p.matched[i] {
			continue
		}
		if err := p.pair(before[0], before, nil); err != nil {
			return err
		}
	}
	return nil
}

// counterpart returns an old row with the same key that is not matched yet; nil
// when there is none.
func (p *pairing) counterpart(old [][]string, after []string) []string {
	for i, before := range old {
		if p.matched[i] || !p.sameKey(before, after) {
			continue
		}
		p.matched[i] = true
		return before
	}
	return nil
}

func (p *pairing) sameKey(a, b []string) bool {
	key := p.kind.Key
	return key == 0 || a[key] == b[key]
}

func (p *pairing) pair(number string, before, after []string) error {
	p.row = row{
		number: number,
		before: before,
		after:  after,
	}
	return p.visit(&p.row)
}

// repeated reports the rows of one student whose key has come before.
func (p *pairing) repeated(rows [][]string, after bool) {
	if p.twice == nil {
		return
	}
	for i, fields := range rows {
		sameKey := func(earlier []string) bool {
			return p.sameKey(earlier, fields)
		}
		if slices.ContainsFunc(rows[:i], sameKey) {
			p.twice(fields, after)
		}
	}
}

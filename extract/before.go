package extract

import (
	"context"
	"errors"
	"iter"
	"math"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// before is the snapshot before this one, read beside it: both come in the order of
// DCID.
type before struct {
	tables []bothRead

	next func() (schema.Before, error, bool)
	stop func()
	was  schema.Before
	more bool
	last int64 // the DCID of the student who was compared last
}

// bothRead is an extension table that both snapshots read, and its bits in
// Student.Rows.
type bothRead struct {
	name    string
	was, is int
}

// before begins to read the snapshot before.
func (t *taking) before(ctx context.Context, draft Draft) (*before, error) {
	snapshot, students, err := draft.Before(ctx)
	if err != nil {
		return nil, err
	}

	b := &before{
		stop: func() {},
		last: math.MinInt64,
	}
	if snapshot == nil {
		return b, nil
	}

	tables := snapshot.Settings.ExtensionTables()
	for is, name := range t.tables {
		if was := slices.Index(tables, name); was >= 0 {
			b.tables = append(b.tables, bothRead{name, was, is})
		}
	}

	b.next, b.stop = iter.Pull2(students)
	b.was, err, b.more = b.next()
	return b, err
}

// compare notes which extension tables have no row about a student any more.
func (b *before) compare(s *schema.Student) (err error) {
	if s.DCID <= b.last {
		err := errors.New("read students: they did not come in the order of DCID")
		return schema.NewFault(schema.Rejected, err, "run it again")
	}
	b.last = s.DCID

	for b.more && b.was.DCID < s.DCID {
		b.was, err, b.more = b.next()
		if err != nil {
			return err
		}
	}

	known := b.was.Rows != schema.RowsUnknown
	if !b.more || b.was.DCID != s.DCID || !known {
		return nil
	}

	for _, table := range b.tables {
		had := b.was.Rows>>table.was&1 == 1
		has := s.Rows>>table.is&1 == 1
		if had && !has {
			s.Findings = append(s.Findings, schema.RowMissing.Of(table.name))
		}
	}
	slices.Sort(s.Findings)

	return nil
}

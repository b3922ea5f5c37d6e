package powerschool

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Students yields every student in scope, in the order of DCID, with
// attendance up to and including through (the district's wall clock, written
// in UTC). The student is valid only during the call; an error of yield ends
// the reading and is returned as it is. When nobody is in scope, ScopeUnknown
// is not known either: it comes with the rows.
//
// Both drivers can come to an early end without an error, so the rows that
// arrive must be as many as the database counted: a schema.Rejected fault
// otherwise.
func (s *Source) Students(ctx context.Context, through time.Time, yield func(*schema.Student) error) (schema.Read, error) {
	statement, binds := s.Statement(through)
	var read schema.Read
	var counted int64
	b := newBuilder(s.query.Settings)
	begin := func(types []*sql.ColumnType) { b.numbers = numbers(types) }
	err := s.each(ctx, "read students", statement, binds, begin, func(r row) (err error) {
		if read.Rows++; read.Rows == 1 {
			if counted, read.ScopeUnknown, err = counts(r); err != nil {
				return err
			}
		} else if !b.same(r) {
			if err := yield(b.finish()); err != nil {
				return err
			}
		}
		return b.add(r)
	})
	if err != nil {
		return read, err
	}
	if read.Rows != counted {
		return read, schema.NewFault(schema.Rejected,
			fmt.Errorf("read students: %d rows arrived of %d that PowerSchool counted", read.Rows, counted), "run it again")
	}
	if read.Rows > 0 {
		return read, yield(b.finish())
	}
	return read, nil
}

// counts reads what every row says of the whole result.
func counts(r row) (rows, unknown int64, err error) {
	if rows, err = r.integer(joinedRows, "the count of joined rows"); err != nil {
		return 0, 0, err
	}
	unknown, err = r.integer(scopeUnknown, "the count of students of unknown scope")
	return rows, unknown, err
}

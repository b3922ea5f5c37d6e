package powerschool

import (
	"context"
	"database/sql"
	"fmt"
	"iter"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Students yields every student in scope, in the order of DCID, as of a moment. A
// student is valid only during the step. An error comes last. Check must have
// looked at the columns: it tells dates from text.
//
// read counts what was read; it is complete when the loop has ended. If no student
// is in scope, ScopeUnknown is not known either: it comes with the rows.
//
// Both drivers can end early without an error, so as many rows must arrive as the
// database counted. If not, the error is a schema.Rejected fault.
func (s *Source) Students(
	ctx context.Context,
	at schema.Moment,
	read *schema.Read,
) iter.Seq2[*schema.Student, error] {
	return func(yield func(*schema.Student, error) bool) {
		statement, binds := s.Statement(at)
		b := newBuilder(s.query.Settings)
		*read = schema.Read{}

		var types []*sql.ColumnType
		var counted int64
		rows := s.rows(ctx, "read students", statement, binds, &types)
		for row, err := range rows {
			if err == nil && read.Rows == 0 {
				b.numbers = numbers(types)
				counted, err = counts(row, read)
				b.attended = read.Attended
			}
			if err != nil {
				yield(nil, err)
				return
			}

			read.Rows++
			next := read.Rows > 1 && !b.same(row)
			if next && !yield(b.finish(), nil) {
				return
			}
			if err := b.add(row); err != nil {
				yield(nil, err)
				return
			}
			read.Newest = b.newest
		}

		if read.Rows != counted {
			err := fmt.Errorf("read students: %d rows arrived, but PowerSchool counted %d",
				read.Rows, counted)
			yield(nil, schema.NewFault(schema.Rejected, err, "run it again"))
		} else if read.Rows > 0 {
			yield(b.finish(), nil)
		}
	}
}

// counts reads what every row says about the whole result, and returns how many
// rows there are.
func counts(r record, read *schema.Read) (rows int64, err error) {
	rows, err = r.integer(joinedRows, "the count of joined rows")
	if err != nil {
		return 0, err
	}

	attended, err := r.integer(attendedRows, "the count of students with attendance")
	if err != nil {
		return 0, err
	}

	read.Attended = attended > 0
	read.ScopeUnknown, err = r.integer(scopeUnknown, "the count of students of unknown scope")
	return rows, err
}

package powerschool

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// record is one row of a result as text, valid until the next one. Empty text is
// NULL: Oracle does not tell the two apart.
type record []sql.RawBytes

// rows runs a query within the time limit and yields its rows; an error comes last.
// types, if it is not nil, is set to the types of the columns before the first row.
func (s *Source) rows(
	ctx context.Context,
	doing, query string,
	binds []any,
	types *[]*sql.ColumnType,
) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		limited, cancel := context.WithTimeoutCause(ctx, s.driver.Timeout, errTimeout)
		defer cancel()
		stop := s.watch(limited, doing)
		defer stop()

		args := slices.Concat(s.fetchOptions(), binds)
		rows, err := s.driver.DB.QueryContext(limited, query, args...)
		if err != nil {
			yield(nil, s.fault(limited, doing, err))
			return
		}
		defer func() {
			stop()
			cancel() // otherwise closing would read the rest, if the loop stopped early
			rows.Close()
		}()

		more, err := records(rows, types, yield)
		if more && err == nil {
			err = errors.Join(rows.Err(), rows.Close())
		}
		if err != nil {
			yield(nil, s.fault(limited, doing, err))
		}
	}
}

// records yields the rows of a result, and reports whether more were wanted.
func records(
	rows *sql.Rows,
	types *[]*sql.ColumnType,
	yield func(record, error) bool,
) (more bool, err error) {
	columns, err := rows.ColumnTypes()
	if err != nil {
		return true, err
	}
	if types != nil {
		*types = columns
	}

	cells := make(record, len(columns))
	scan := make([]any, len(columns))
	for i := range cells {
		scan[i] = &cells[i]
	}

	for rows.Next() {
		if err := rows.Scan(scan...); err != nil {
			return true, err
		}
		if !yield(cells, nil) {
			return false, nil
		}
	}

	return true, nil
}

// nullable reads a column that is useful only as an integer; NULL is nil.
func (r record) nullable(i int, column string) (*int64, error) {
	if len(r[i]) == 0 {
		return nil, nil
	}

	text := string(r[i])
	d, _ := schema.ParseDecimal(text)
	n, err := strconv.ParseInt(string(d), 10, 64)
	if err != nil { // err quotes the value
		err = fmt.Errorf("%s is not a whole number in some row", column)
		return nil, schema.NewFault(schema.Rejected, err,
			"find that row in PowerSchool and correct it")
	}

	return &n, nil
}

// integer reads an integer that cannot be NULL.
func (r record) integer(i int, column string) (int64, error) {
	n, err := r.nullable(i, column)
	if err != nil {
		return 0, err
	}
	if n == nil {
		err := fmt.Errorf("%s is NULL in some row", column)
		return 0, schema.NewFault(schema.Rejected, err,
			"find that row in PowerSchool and correct it")
	}

	return *n, nil
}

// decimal reads a sum; NULL is the empty Decimal.
func (r record) decimal(i int, column string) (schema.Decimal, error) {
	if len(r[i]) == 0 {
		return "", nil
	}

	d, ok := schema.ParseDecimal(string(r[i]))
	if !ok {
		err := fmt.Errorf("%s is not a number for some student", column)
		return "", schema.NewFault(schema.Rejected, err,
			"find it in PowerSchool and correct it")
	}

	return d, nil
}

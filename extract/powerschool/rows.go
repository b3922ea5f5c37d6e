package powerschool

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// row is one row of a result as text, valid until the next one. Empty text is
// NULL: Oracle knows no difference.
type row []sql.RawBytes

// each runs a query within the time limit. It calls begin with the types of
// its columns and f with every row.
func (s *Source) each(ctx context.Context, doing, query string, binds []any, begin func([]*sql.ColumnType), f func(row) error) error {
	limited, cancel := context.WithTimeoutCause(ctx, s.driver.Timeout, errTimeout)
	defer cancel()
	stop := s.watch(limited, doing)
	defer stop()
	rows, err := s.driver.DB.QueryContext(limited, query, slices.Concat(s.driver.QueryOptions, binds)...)
	if err != nil {
		return s.fault(limited, doing, err)
	}
	defer func() {
		stop()
		cancel() // or closing would read what is left, where f had enough
		rows.Close()
	}()
	types, err := rows.ColumnTypes()
	if err != nil {
		return s.fault(limited, doing, err)
	}
	begin(types)
	cells, scan := make(row, len(types)), make([]any, len(types))
	for i := range cells {
		scan[i] = &cells[i]
	}
	for rows.Next() {
		if err := rows.Scan(scan...); err != nil {
			return s.fault(limited, doing, err)
		}
		if err := f(cells); err != nil {
			return err
		}
	}
	return s.fault(limited, doing, errors.Join(rows.Err(), rows.Close()))
}

// nullable reads a column that has no use but as an integer; NULL is nil.
func (r row) nullable(i int, column string) (*int64, error) {
	if len(r[i]) == 0 {
		return nil, nil
	}
	d, _ := schema.ParseDecimal(string(r[i]))
	n, err := strconv.ParseInt(string(d), 10, 64)
	if err != nil { // which quotes the value
		return nil, schema.NewFault(schema.Rejected, fmt.Errorf("%s is not a whole number in some row", column),
			"find and mend that row in PowerSchool")
	}
	return &n, nil
}

// integer reads an integer that cannot be NULL.
func (r row) integer(i int, column string) (int64, error) {
	n, err := r.nullable(i, column)
	if err != nil {
		return 0, err
	}
	if n == nil {
		return 0, schema.NewFault(schema.Rejected, fmt.Errorf("%s is NULL in some row", column),
			"find and mend that row in PowerSchool")
	}
	return *n, nil
}

// decimal reads a sum; NULL is the empty Decimal.
func (r row) decimal(i int, column string) (schema.Decimal, error) {
	if len(r[i]) == 0 {
		return "", nil
	}
	d, ok := schema.ParseDecimal(string(r[i]))
	if !ok {
		return "", schema.NewFault(schema.Rejected, fmt.Errorf("%s is not a number for some student", column),
			"find and mend it in PowerSchool")
	}
	return d, nil
}

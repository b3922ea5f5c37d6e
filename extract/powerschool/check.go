package powerschool

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// held maps the drivers' names for column types to what such a column can hold.
// Types that are not here cannot be read as what they mean: booleans, binary,
// JSON, LOBs, and single-precision floats, which no longer are the decimals they
// were made from.
var held = map[string]columnType{
	// Oracle
	"NUMBER":                         number,
	"DOUBLE":                         number,
	"VARCHAR2":                       text,
	"NVARCHAR2":                      text,
	"CHAR":                           text,
	"NCHAR":                          text,
	"DATE":                           date,
	"TIMESTAMP":                      date,
	"TIMESTAMP WITH TIME ZONE":       date,
	"TIMESTAMP WITH LOCAL TIME ZONE": date,

	// PostgreSQL
	"NUMERIC":     number,
	"INT2":        number,
	"INT4":        number,
	"INT8":        number,
	"FLOAT8":      number,
	"VARCHAR":     text,
	"TEXT":        text,
	"BPCHAR":      text,
	"TIMESTAMPTZ": date,
}

// numbers says which columns are numbers.
func numbers(types []*sql.ColumnType) []bool {
	is := make([]bool, len(types))
	for i, t := range types {
		name := t.DatabaseTypeName()
		is[i] = held[name] == number
	}
	return is
}

// Ping connects to PowerSchool within the time limit.
func (s *Source) Ping(ctx context.Context) error {
	const doing = "connect to PowerSchool"

	limited, cancel := context.WithTimeoutCause(ctx, s.driver.Timeout, errTimeout)
	defer cancel()
	stop := s.watch(limited, doing)
	defer stop()

	err := s.driver.DB.PingContext(limited)
	return s.fault(limited, doing, err)
}

// Check reports whether every table and column of the query exists, may be read
// and has a usable type. If not, the error is a schema.Config fault that names the
// configuration's key. A source that cannot be asked at all is the driver's fault.
// So is an extension table that does not have one row per student.
func (s *Source) Check(ctx context.Context) error {
	for _, t := range s.Tables() {
		if _, err := s.CheckTable(ctx, t); err != nil {
			return err
		}
	}
	return s.CheckRows(ctx)
}

// Table is a table or view that the query reads.
type Table struct {
	Name    string
	columns []column
}

// Tables returns the tables that the query reads, once each.
func (s *Source) Tables() (tables []Table) {
	for _, columns := range s.query.tables() {
		tables = append(tables, Table{
			Name:    columns[0].table,
			columns: columns,
		})
	}
	return tables
}

// CheckTable is Check for one table. It returns the columns that the query
// reads, with their types.
func (s *Source) CheckTable(ctx context.Context, t Table) ([]*sql.ColumnType, error) {
	types, err := s.probe(ctx, t.columns)
	if errors.Is(err, ErrAbsent) {
		err = s.missing(ctx, t.columns, err)
	}
	if err != nil {
		return nil, err
	}

	for i, c := range t.columns {
		is := types[i].DatabaseTypeName()
		s.dates[columnOf(c.table, c.name)] = held[is] == date
		if c.needs.accepts(held[is]) {
			continue
		}

		err := fmt.Errorf("%s: column %s.%s is %s, but %s is needed",
			c.key,
			c.table,
			c.name,
			is,
			c.needs)
		return nil, schema.NewFault(schema.Config, err,
			"name another column, or a view that converts it")
	}

	s.widths[t.Name] = width(types)
	return types, nil
}

// missing finds out which name of a table or its columns made a probe fail.
func (s *Source) missing(ctx context.Context, columns []column, failed error) error {
	table := columns[0]
	constant := []column{{table: table.table, name: "1"}}

	_, err := s.probe(ctx, constant)
	if errors.Is(err, ErrAbsent) {
		err = fmt.Errorf("%s: there is no table %s for this account", table.tableKey, table.table)
		return schema.NewFault(schema.Config, err,
			"check the name and its schema, and that the account may select from it")
	}
	if err != nil {
		return err
	}

	for _, c := range columns {
		_, err := s.probe(ctx, []column{c})
		if errors.Is(err, ErrAbsent) {
			err = fmt.Errorf("%s: table %s has no column %s", c.key, c.table, c.name)
			return schema.NewFault(schema.Config, err,
				"check the name against the table in PowerSchool's data dictionary")
		}
		if err != nil {
			return err
		}
	}

	return failed
}

// probe asks a table for columns, and for no rows.
func (s *Source) probe(ctx context.Context, columns []column) (types []*sql.ColumnType, err error) {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}

	table := columns[0].table
	list := strings.Join(names, ", ")
	query := fmt.Sprintf("select %s from %s where 1 = 0", list, s.query.table(table))

	rows := s.rows(ctx, "look at table "+table, query, nil, &types)
	for _, err := range rows {
		if err != nil {
			return nil, err
		}
	}

	return types, nil
}

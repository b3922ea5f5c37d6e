package powerschool

import (
	"context"
	"fmt"
	"strings"
)

// The tables in which districts keep facts of students: extensions (U_…), those of
// state reporting (S_…), and PowerSchool's own. GEN and SPENROLLMENTS have the
// programs.
const dictionary = `select distinct d.table_name, d.column_name, d.type_name
from (%s) d
where substr(d.table_name, 1, 2) in ('U_', 'S_')
   or d.table_name in ('STUDENTS', 'STUDENTCOREFIELDS', 'DEMOGRAPHIC', 'GEN', 'SPENROLLMENTS')
order by d.table_name, d.column_name`

// described is a table as the database's dictionary has it, its names in lower case.
type described struct {
	name    string
	columns []describedColumn // in order of their names
}

type describedColumn struct {
	name  string
	holds columnType // "" if it cannot be read as what it means
}

// dictionary returns the tables that may hold facts. A name that would have to be
// quoted is left out: the statement could not name it.
func (s *Source) dictionary(ctx context.Context) (tables []described, err error) {
	query := fmt.Sprintf(dictionary, s.driver.Dictionary(s.query.Schema))
	rows := s.rows(ctx, "read the database's dictionary", query, nil, nil)
	for r, err := range rows {
		if err != nil {
			return nil, err
		}

		table := strings.ToLower(string(r[0]))
		c := describedColumn{
			name:  strings.ToLower(string(r[1])),
			holds: held[string(r[2])],
		}
		if !columnName.MatchString(table) || !columnName.MatchString(c.name) {
			continue
		}

		last := len(tables) - 1
		if last < 0 || tables[last].name != table {
			tables = append(tables, described{name: table})
			last++
		}
		tables[last].columns = append(tables[last].columns, c)
	}

	return tables, nil
}

// has reports whether the table has all of these columns.
func (t described) has(names ...string) bool {
	found := 0
	for _, name := range names {
		for _, c := range t.columns {
			if c.name == name {
				found++
			}
		}
	}
	return found == len(names)
}

// dates returns the names of the table's dates.
func (t described) dates() (names []string) {
	for _, c := range t.columns {
		if c.holds == date {
			names = append(names, c.name)
		}
	}
	return names
}

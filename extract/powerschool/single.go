package powerschool

import (
	"context"
	"fmt"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// How many students in scope have several rows in an extension table.
const severalRows = `,
       (select count(*) from (select x.studentsdcid from %[1]s x join %[2]s s on s.dcid = x.studentsdcid
                              where %[3]s group by x.studentsdcid having count(*) > 1) m)`

// CheckRows refuses an extension table in which more than one student in ten has
// several rows: each row would be joined with each row of the other tables, and
// nobody could tell which one holds. A few duplicates are united. CheckTable must
// have found all tables in order.
func (s *Source) CheckRows(ctx context.Context) error {
	tables := s.query.ExtensionTables()
	students := s.query.table("students")
	scope := s.query.scope("s")
	query := "select count(*)"
	for _, table := range tables {
		query += fmt.Sprintf(severalRows, s.query.table(table), students, scope)
	}
	query += fmt.Sprintf(" from %s s where %s", students, scope)

	for r, err := range s.rows(ctx, "count the rows of each student", query, nil, nil) {
		if err != nil {
			return err
		}
		if err := s.query.single(r, tables); err != nil {
			return err
		}
	}

	return nil
}

// single reads how many students there are, and how many of them have several rows
// in each of the tables.
func (q query) single(r record, tables []string) error {
	const share = 10

	students, err := r.integer(0, "the count of students")
	if err != nil {
		return err
	}

	for i, table := range tables {
		several, err := r.integer(1+i, "the count of students with several rows")
		if err != nil {
			return err
		}
		if several*share <= students {
			continue
		}

		err = fmt.Errorf("%s: table %s has several rows about %d of %d students, but one per student is needed",
			q.keyOf(table), table, several, students)
		return schema.NewFault(schema.Config, err,
			"if it is a fact, write student: studentsdcid in place of column, with conditions under where; "+
				"or name a table or view with one row per student")
	}

	return nil
}

// keyOf is the first key that names a column of an extension table.
func (q query) keyOf(table string) string {
	for _, c := range q.columns() {
		if strings.EqualFold(c.table, table) && c.name != schema.StudentsDCID {
			return c.key
		}
	}
	return table
}

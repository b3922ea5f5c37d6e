package powerschool

import (
	"context"
	"fmt"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// CheckRows refuses an extension table in which more than one student in ten has
// several rows: each row would be joined with each row of the other tables, and
// nobody could tell which one holds. A few duplicates are united. CheckTable must
// have found all tables in order.
func (s *Source) CheckRows(ctx context.Context) error {
	tables := s.query.ExtensionTables()
	students, several, err := s.several(ctx, tables, "")
	if err != nil {
		return err
	}

	for i, table := range tables {
		if !isMany(several[i], students) {
			continue
		}

		_, inScope, err := s.several(ctx, tables[i:i+1], s.query.scope("s"))
		if err != nil {
			return err
		}
		if isMany(inScope[0], students) {
			return s.query.notSingle(table, inScope[0], students)
		}
	}

	return nil
}

// isMany reports whether a table is not one of single rows.
func isMany(several, students int64) bool {
	const share = 10
	return several*share > students
}

// How many students have several rows in an extension table. To ask for those in
// scope alone takes four times as long. It is joined, because Oracle takes no subquery
// beside an aggregate (ORA-00937).
const severalRows = `
     cross join (select count(*) n from (select x.studentsdcid from %s x%s
                                         group by x.studentsdcid having count(*) > 1) d) m%d`

// several counts the students in scope, and how many students have several rows in
// each of the tables, if scope is not "" only of those in scope.
func (s *Source) several(
	ctx context.Context,
	tables []string,
	scope string,
) (students int64, several []int64, err error) {
	name := s.query.table("students")
	if scope != "" {
		scope = fmt.Sprintf(" join %s s on s.dcid = x.studentsdcid where %s", name, scope)
	}

	columns := "t.n"
	joins := ""
	for i, table := range tables {
		columns += fmt.Sprintf(", m%d.n", i+1)
		joins += fmt.Sprintf(severalRows, s.query.table(table), scope, i+1)
	}

	const counts = "select %s from (select count(*) n from %s s where %s) t%s"
	query := fmt.Sprintf(counts, columns, name, s.query.scope("s"), joins)

	several = make([]int64, len(tables))
	for r, err := range s.rows(ctx, "count the rows of each student", query, nil, nil) {
		if err != nil {
			return 0, nil, err
		}

		students, err = r.integer(0, "the count of students")
		if err != nil {
			return 0, nil, err
		}
		for i := range several {
			several[i], err = r.integer(1+i, "the count of students with several rows")
			if err != nil {
				return 0, nil, err
			}
		}
	}

	return students, several, nil
}

// notSingle is the fault that a table has several rows about many students.
func (q query) notSingle(table string, several, students int64) error {
	err := fmt.Errorf("%s: table %s has several rows about %d of %d students, but one per student is needed",
		q.keyOf(table), table, several, students)
	return schema.NewFault(schema.Config, err,
		"if it is a fact, write student: studentsdcid in place of column, with conditions under where; "+
			"or name a table or view with one row per student")
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

package powerschool

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// kind is what a column must hold to be of use.
type kind string

const (
	number       kind = "a number"
	text         kind = "text"
	textOrNumber kind = "text or a number"
	date         kind = "a date"
	anything     kind = "anything"
)

// column is a column that the query reads, and the configuration's keys for
// its table and for itself.
type column struct {
	table, tableKey string
	name, key       string
	kind            kind
}

// columns lists every column that the query reads.
func (q Query) columns() []column {
	cs := fixed("students", "students", number, "dcid", "id", "enroll_status", "grade_level", "schoolid")
	cs = append(cs, fixed("students.identifier", "students", textOrNumber, q.Identifier.column())...)
	if q.Names {
		cs = append(cs, fixed("students.names", "students", text, "first_name", "last_name")...)
	}
	cs = append(cs, q.Attendance.columns()...)
	cs = append(cs, q.GPA.columns()...)
	for _, f := range q.Facts {
		cs = append(cs, f.columns("facts."+f.Name)...)
	}
	return cs
}

// fixed are columns of one kind whose table is PowerSchool's, or is named by
// the key.
func fixed(key, table string, k kind, names ...string) (cs []column) {
	for _, name := range names {
		cs = append(cs, column{table, key, name, key, k})
	}
	return cs
}

// extension is a column of an extension table, with the one it is joined by;
// STUDENTS' own need none.
func extension(tableKey, table, key, name string) (cs []column) {
	if !strings.EqualFold(table, "students") {
		cs = fixed(tableKey, table, number, StudentsDCID)
	}
	return append(cs, column{table, tableKey, name, key, textOrNumber})
}

var (
	columnName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_$#]*$`)
	tableName  = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9_$#]*\.)?[A-Za-z][A-Za-z0-9_$#]*$`)
)

// validate refuses what cannot be asked. Names become part of the statement,
// so nothing but a plain name passes.
func (q Query) validate() error {
	if !slices.Contains([]Window{FTE, Enrollment, SchoolYear}, q.Attendance.Window) {
		return schema.NewFault(schema.Config, fmt.Errorf("attendance.window: %q is not known", q.Attendance.Window),
			"write fte, enrollment or school_year")
	}
	if len(q.EnrollStatus) == 0 {
		return schema.NewFault(schema.Config, fmt.Errorf("students.enroll_status: the list is empty"), "write [0] for students enrolled now")
	}
	if len(q.Grades) == 0 {
		return schema.NewFault(schema.Config, fmt.Errorf("students.grades: the list is empty"), "list the grades to send")
	}
	for _, c := range q.columns() {
		if !tableName.MatchString(c.table) {
			return schema.NewFault(schema.Config, fmt.Errorf("%s: %q is not a name of a table", c.tableKey, c.table),
				"write letters, digits, _, $ and #, with the schema and a point before it where one is needed")
		}
		if !columnName.MatchString(c.name) {
			return schema.NewFault(schema.Config, fmt.Errorf("%s: %q is not a name of a column", c.key, c.name),
				"write letters, digits, _, $ and #")
		}
	}
	return nil
}

// tables groups the columns by their table, each in the order of its first
// column. Case does not tell names apart: neither database minds it.
func (q Query) tables() (tables [][]column) {
	for _, c := range q.columns() {
		i := slices.IndexFunc(tables, func(t []column) bool { return strings.EqualFold(t[0].table, c.table) })
		if i < 0 {
			tables = append(tables, []column{c})
		} else if !slices.ContainsFunc(tables[i], func(x column) bool { return x.name == c.name && x.key == c.key }) {
			tables[i] = append(tables[i], c)
		}
	}
	return tables
}

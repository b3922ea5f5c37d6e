package powerschool

import (
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// columnType is what a column must hold to be usable.
type columnType string

const (
	number       columnType = "a number"
	text         columnType = "text"
	textOrNumber columnType = "text or a number"
	readable     columnType = "text, a number or a date"
	date         columnType = "a date"
	anything     columnType = "anything"
)

// accepts reports whether a column that holds this type is usable.
func (t columnType) accepts(held columnType) bool {
	switch t {
	case textOrNumber:
		return held == text || held == number
	case readable:
		return held == text || held == number || held == date
	}
	return t == anything || t == held
}

// column is a column that the query reads, and the configuration's keys for
// its table and for itself.
type column struct {
	table, tableKey string
	name, key       string
	needs           columnType
}

// columns lists every column that the query reads.
func (q query) columns() []column {
	const students = "students"

	cs := fixed(students, students, number,
		"dcid", "id", "enroll_status", "grade_level", "schoolid")
	identifier := fixed("students.identifier", students, textOrNumber,
		q.Identifier.Column())
	cs = append(cs, identifier...)

	if q.Names {
		names := fixed("students.names", students, text, "first_name", "last_name")
		cs = append(cs, names...)
	}

	cs = append(cs, attendanceColumns(q.Attendance)...)
	cs = append(cs, gpaColumns(q.GPA)...)
	for _, f := range q.Facts {
		key := "facts." + f.Name
		cs = append(cs, factColumns(key, f)...)
	}

	return cs
}

// fixed are columns of the same type, whose table is PowerSchool's or is named by
// the key.
func fixed(key, table string, needs columnType, names ...string) (cs []column) {
	for _, name := range names {
		cs = append(cs, column{
			table:    table,
			tableKey: key,
			name:     name,
			key:      key,
			needs:    needs,
		})
	}
	return cs
}

// extension is a column of an extension table, with the column that joins the
// table; columns of STUDENTS itself need no join.
func extension(tableKey, table, key, name string, needs columnType) (cs []column) {
	if !strings.EqualFold(table, "students") {
		cs = fixed(tableKey, table, number, schema.StudentsDCID)
	}

	return append(cs, column{
		table:    table,
		tableKey: tableKey,
		name:     name,
		key:      key,
		needs:    needs,
	})
}

// tables groups the columns by table, in the order of their first column. As in
// both databases, the case of names does not matter.
func (q query) tables() (tables [][]column) {
	for _, c := range q.columns() {
		sameTable := func(t []column) bool {
			return strings.EqualFold(t[0].table, c.table)
		}
		i := slices.IndexFunc(tables, sameTable)
		if i < 0 {
			tables = append(tables, []column{c})
			continue
		}

		known := func(other column) bool {
			return other.name == c.name && other.key == c.key
		}
		if !slices.ContainsFunc(tables[i], known) {
			tables[i] = append(tables[i], c)
		}
	}

	return tables
}

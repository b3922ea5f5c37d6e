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

func (a Attendance) columns() []column {
	cs := fixed("attendance.view", a.View, number, "studentid", "attendancevalue", "membershipvalue")
	cs = append(cs, fixed("attendance.view", a.View, date, "calendardate")...)
	const key = "attendance.window"
	switch a.Window {
	case FTE:
		cs = append(cs, column{a.View, "attendance.view", "fteid", key, number}, column{"students", key, "fteid", key, number})
	case Enrollment:
		cs = append(cs, column{a.View, "attendance.view", "schoolid", key, number}, column{"students", key, "entrydate", key, date})
	case SchoolYear:
		cs = append(cs, fixed(key, "terms", number, "schoolid", "isyearrec")...)
		cs = append(cs, fixed(key, "terms", date, "firstday", "lastday")...)
	}
	return cs
}

func (g GPA) columns() (cs []column) {
	if g.Simple+g.Weighted == "" {
		return nil
	}
	if g.Source == ClassRank {
		cs = fixed("gpa.source", "classrank", number, "studentid")
		cs = append(cs, fixed("gpa.source", "classrank", textOrNumber, "gpamethod", "gpa")...)
		return append(cs, fixed("gpa.source", "classrank", date, "dateranked")...)
	}
	if g.Simple != "" {
		cs = append(cs, extension("gpa.table", g.table(), "gpa.simple", g.Simple)...)
	}
	if g.Weighted != "" {
		cs = append(cs, extension("gpa.table", g.table(), "gpa.weighted", g.Weighted)...)
	}
	return cs
}

// columns of a fact, whose key is key.
func (f Fact) columns(key string) (cs []column) {
	if f.Student == "" {
		cs = extension(key+".table", f.Table, key+".column", f.Column)
	} else {
		cs = []column{{f.Table, key + ".table", f.Student, key + ".student", number}}
	}
	cs = append(cs, conditions(key, f.Table, f.Where)...)
	if l := f.Lookup; l != nil {
		cs = append(cs, column{f.Table, key + ".table", l.On, key + ".lookup.on", number})
		cs = append(cs, column{l.Table, key + ".lookup.table", l.Key, key + ".lookup.key", number})
		cs = append(cs, conditions(key+".lookup", l.Table, l.Where)...)
	}
	if f.Start != "" {
		cs = append(cs, column{f.Table, key + ".table", f.Start, key + ".start", date})
	}
	if f.End != "" {
		cs = append(cs, column{f.Table, key + ".table", f.End, key + ".end", date})
	}
	return cs
}

func conditions(key, table string, where []Where) (cs []column) {
	for i, w := range where {
		k := textOrNumber
		if w.NotBlank {
			k = anything
		}
		cs = append(cs, column{table, key + ".table", w.Column, fmt.Sprintf("%s.where[%d].column", key, i), k})
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

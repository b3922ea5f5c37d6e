package powerschool

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// query is what is asked of PowerSchool. Its methods say which tables and
// columns the settings mean, and write them in SQL.
type query struct{ schema.Settings }

var (
	columnName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_$#]*$`)
	tableName  = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9_$#]*\.)?[A-Za-z][A-Za-z0-9_$#]*$`)
)

// validate refuses what cannot be asked. Names become part of the statement,
// so nothing but a plain name passes.
func (q query) validate() error {
	windows := []schema.Window{schema.WindowFTE, schema.WindowEnrollment, schema.WindowSchoolYear}
	if !slices.Contains(windows, q.Attendance.Window) {
		return schema.NewFault(schema.Config, fmt.Errorf("attendance.window: %q is not known", q.Attendance.Window),
			"write fte, enrollment or school_year")
	}
	if len(q.EnrollStatus) == 0 {
		return schema.NewFault(schema.Config, fmt.Errorf("students.enroll_status: the list is empty"),
			"write [0] for students enrolled now")
	}
	if len(q.Grades) == 0 {
		return schema.NewFault(schema.Config, fmt.Errorf("students.grades: the list is empty"),
			"list the grades to send")
	}

	for _, c := range q.columns() {
		if err := c.validate(); err != nil {
			return err
		}
	}
	return nil
}

func (c column) validate() error {
	if !tableName.MatchString(c.table) {
		return schema.NewFault(schema.Config, fmt.Errorf("%s: %q is not a name of a table", c.tableKey, c.table),
			"write letters, digits, _, $ and #, with the schema and a point before it where one is needed")
	}
	if !columnName.MatchString(c.name) {
		return schema.NewFault(schema.Config, fmt.Errorf("%s: %q is not a name of a column", c.key, c.name),
			"write letters, digits, _, $ and #")
	}
	return nil
}

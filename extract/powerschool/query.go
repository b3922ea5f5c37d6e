package powerschool

import (
	"errors"
	"fmt"
	"regexp"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// query is what PowerSchool is asked for. Its methods say which tables and columns
// the settings mean, and write them in SQL.
type query struct{ schema.Settings }

var (
	columnName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_$#]*$`)
	tableName  = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9_$#]*\.)?[A-Za-z][A-Za-z0-9_$#]*$`)
)

// validate refuses settings that cannot be asked. Names become part of the
// statement, so only plain names pass.
func (q query) validate() error {
	windows := []schema.Window{
		schema.WindowFTE,
		schema.WindowEnrollment,
		schema.WindowSchoolYear,
	}
	if !slices.Contains(windows, q.Attendance.Window) {
		err := fmt.Errorf("attendance.window: %q is not a known window", q.Attendance.Window)
		return schema.NewFault(schema.Config, err,
			"write fte, enrollment or school_year")
	}

	if len(q.EnrollStatus) == 0 {
		err := errors.New("students.enroll_status: the list is empty")
		return schema.NewFault(schema.Config, err,
			"write [0] for students enrolled now")
	}
	if len(q.Grades) == 0 {
		err := errors.New("students.grades: the list is empty")
		return schema.NewFault(schema.Config, err, "list the grades to send")
	}

	if n := len(q.ExtensionTables()); n > maxExtensions {
		err := fmt.Errorf("facts: they are in %d extension tables, but at most %d can be read", n, maxExtensions)
		return schema.NewFault(schema.Config, err, "remove the facts that no tag needs")
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
		err := fmt.Errorf("%s: %q is not the name of a table", c.tableKey, c.table)
		return schema.NewFault(schema.Config, err,
			"write letters, digits, _, $ and #, with the schema and a period in front if one is needed")
	}
	if !columnName.MatchString(c.name) {
		err := fmt.Errorf("%s: %q is not the name of a column", c.key, c.name)
		return schema.NewFault(schema.Config, err, "write letters, digits, _, $ and #")
	}

	switch {
	case reserved(c.table):
		return reservedFault(c.tableKey, c.table)
	case reserved(c.name):
		return reservedFault(c.key, c.name)
	}
	return nil
}

package powerschool_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// awkward is a data set of testdata/awkward. A line has a student's label, the rows
// that PowerSchool has about them, and the result that must come of these. Rows
// are separated by semicolons, their values by commas, and - is NULL.
type awkward struct {
	header   []string
	students []awkwardStudent
}

type awkwardStudent struct {
	label string
	cells []string // after the label
}

func readAwkward(t *testing.T, name string) (a awkward) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "awkward", name+".tsv"))
	if err != nil {
		t.Fatal(err)
	}

	for i, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if i == 0 {
			a.header = cells
		} else {
			a.students = append(a.students, awkwardStudent{cells[0], cells[1:]})
		}
	}

	return a
}

// Students have DCIDs, IDs and numbers that are never each other's.
const firstDCID, firstID, firstNumber = 1000, 5000, 9000

// load makes the tables, the students, and the rows of a table, which are in the
// cell with that index; key is the table's column for the student.
func (a awkward) load(t *testing.T, table, key string, cell int) (url string) {
	t.Helper()
	url = postgrestest.Empty(t)
	text, err := os.ReadFile("testdata/awkward/schema.sql")
	if err != nil {
		t.Fatal(err)
	}

	var sql strings.Builder
	sql.Write(text)

	for i, s := range a.students {
		columns, values := "fteid, schoolid", "1, 17"
		if cell > 0 {
			columns, values = a.header[1], literals(s.cells[0])
		}

		const insert = `
			insert into students (dcid, id, student_number, enroll_status, grade_level, %s)
			values (%d, %d, %d, 0, 9, %s);`
		fmt.Fprintf(&sql, insert, columns, firstDCID+i, firstID+i, firstNumber+i, values)

		student := firstDCID + i
		if key == "studentid" {
			student = firstID + i
		}

		for _, row := range rowsIn(s.cells[cell]) {
			const insert = "insert into %s (%s, %s) values (%d, %s);"
			fmt.Fprintf(&sql, insert, table, key, a.header[1+cell], student, literals(row))
		}
	}

	postgrestest.Exec(t, url, sql.String())

	return url
}

func rowsIn(cell string) []string {
	if cell == "-" {
		return nil
	}
	return strings.Split(cell, ";")
}

func literals(row string) string {
	var values []string
	for _, value := range strings.Split(row, ",") {
		if value == "-" {
			values = append(values, "null")
		} else {
			values = append(values, "'"+strings.Trim(value, `"`)+"'")
		}
	}

	return strings.Join(values, ", ")
}

// expect compares what is made of each student with the cells from one on.
func (a awkward) expect(
	t *testing.T,
	students []schema.Student,
	from int,
	made func(schema.Student) []string,
) {
	t.Helper()
	if len(students) != len(a.students) {
		t.Fatalf("got %d students, want %d", len(students), len(a.students))
	}

	for i, s := range students {
		if diff := cmp.Diff(a.students[i].cells[from:], made(s)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", a.students[i].label, diff)
		}
	}
}

// values returns the values of the facts that the columns from one on name.
func (a awkward) values(t *testing.T, from int) func(schema.Student) []string {
	return func(s schema.Student) (cells []string) {
		facts, err := s.Facts.Values()
		if err != nil {
			t.Fatal(err)
		}

		for _, name := range a.header[1+from:] {
			cell := strings.Join(facts[name], "+")
			if cell == "" {
				cell = "-"
			}
			cells = append(cells, cell)
		}

		return cells
	}
}

// elsewhere is the query of a district that needs only facts.
func elsewhere(facts ...schema.Fact) schema.Settings {
	q := d118()
	q.BlankDate = "1900-01-01"
	q.Facts = facts
	return q
}

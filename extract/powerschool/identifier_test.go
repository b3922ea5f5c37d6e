package powerschool_test

import (
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// oneStudent is a district with one student, and the tables for more.
func oneStudent(t *testing.T) (url string) {
	t.Helper()
	only := awkward{
		header:   []string{"case", "none"},
		students: []awkwardStudent{{"only", []string{"-"}}},
	}

	return only.load(t, "gen", "id", 0)
}

func TestIdentifiers(t *testing.T) {
	t.Parallel()
	url := oneStudent(t)

	const (
		state    = schema.KnownByStateNumber
		number   = schema.KnownByStudentNumber
		asNumber = "numeric using null"
		asText   = "varchar(40) using null"
	)
	for _, c := range []struct {
		identifier           schema.Identifier
		column, kind         string
		value, want, finding string
	}{
		{"", "student_number", asNumber, "42", "42", ""},
		{number, "student_number", asNumber, "42.50", "", "number_not_whole"},
		{number, "student_number", asText, " 0042.0 ", "42", ""},
		{number, "student_number", asText, "", "", "number_missing"},
		{number, "student_number", asText, " ", "", "number_missing"},
		{number, "student_number", asNumber, "12345678901234567890", "12345678901234567890", ""},
		{number, "student_number", asNumber, "123456789012345678901", "", "number_too_long"},
		{number, "student_number", asText, "1.23457E+11", "", "number_exponent"},
		{number, "student_number", asText, "1e5", "", "number_exponent"},
		{number, "student_number", "double precision using null", "1e5", "100000", ""},
		{state, "state_studentnumber", asText, "1.23457E+11", "", "number_exponent"},
		{state, "state_studentnumber", asText, "12E4", "12E4", ""},
		{schema.KnownByDCID, "dcid", "numeric", "1000", "1000", ""},
		{schema.KnownByID, "id", "numeric", "5000", "5000", ""},
		{state, "state_studentnumber", asText, " 0042 ", "0042", ""},
		{state, "state_studentnumber", asText, "AB-42.0", "AB-42.0", ""},
		{state, "state_studentnumber", asText, "1.0", "1.0", ""},
		{state, "state_studentnumber", asText, " ", "", "number_missing"},
		{state, "state_studentnumber", asText, "", "", "number_missing"},
		{state, "state_studentnumber", asText, "ÄÖÜ45678901234567890", "ÄÖÜ45678901234567890", ""},
		{state, "state_studentnumber", asText, "A23456789012345678901", "", "number_too_long"},
		{state, "state_studentnumber", asNumber, "42.00", "42", ""},
		{state, "state_studentnumber", asNumber, "42.5", "", "number_not_whole"},
	} {
		postgrestest.Exec(t, url, "alter table students alter "+c.column+" type "+c.kind)
		postgrestest.Exec(t, url, "update students set "+c.column+" = '"+c.value+"'")

		q := elsewhere()
		q.Identifier = c.identifier
		students, _ := read(t, open(t, url, q), through)

		got, finding := students[0].Number, join(students[0].Findings)
		if got != c.want || finding != c.finding {
			t.Errorf("%s %q (%s): got %q %q, want %q %q",
				c.identifier, c.value, c.kind, got, finding, c.want, c.finding)
		}
	}
}

// Of the columns that can identify students, only the chosen one is read.
func TestIdentifiersReadNoOther(t *testing.T) {
	t.Parallel()
	url := oneStudent(t)
	postgrestest.Exec(t, url, "alter table students drop student_number")
	q := elsewhere()
	q.Identifier = schema.KnownByDCID
	s := open(t, url, q)
	if err := s.Check(t.Context()); err != nil {
		t.Fatal(err)
	}

	read(t, s, through)
}

// STUDENTS has columns of its own that are facts and GPAs; no table is joined.
func TestColumnsOfStudents(t *testing.T) {
	t.Parallel()
	url := oneStudent(t)
	postgrestest.Exec(t, url, "update students set lunchstatus = 'F', simple_gpa = '3.50'")
	postgrestest.Exec(t, url, "drop table u_def_ext_students0")

	q := elsewhere(schema.Fact{Name: "lunch", Table: "STUDENTS", Column: "lunchstatus"})
	q.GPA = schema.GPA{Source: schema.GPAOfStudents, Simple: "simple_gpa"}
	s := open(t, url, q)
	if err := s.Check(t.Context()); err != nil {
		t.Fatal(err)
	}

	students, _ := read(t, s, through)
	got := students[0]
	if got.Facts != `{"lunch":["F"]}` {
		t.Errorf("got facts %s", got.Facts)
	}
	if got.SimpleGPA != "3.5" || got.WeightedGPA != "" {
		t.Errorf("got GPAs %q and %q", got.SimpleGPA, got.WeightedGPA)
	}
}

package powerschool_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// awkward is a data set of testdata/awkward: a labelled student a line, the rows
// that PowerSchool has of them, and what must come of those. Rows stand one
// after another with ; between them, their values with a comma, and - is NULL.
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
// cell of that index; key is what the table calls the student.
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
		columns, values := "", ""
		if cell > 0 {
			columns, values = ", "+a.header[1], ", "+literals(s.cells[0])
		} else {
			columns, values = ", fteid, schoolid", ", 1, 17"
		}
		fmt.Fprintf(&sql, "insert into students (dcid, id, student_number, enroll_status, grade_level%s) values (%d, %d, %d, 0, 9%s);\n",
			columns, firstDCID+i, firstID+i, firstNumber+i, values)
		student := firstDCID + i
		if key == "studentid" {
			student = firstID + i
		}
		for _, row := range rowsIn(s.cells[cell]) {
			fmt.Fprintf(&sql, "insert into %s (%s, %s) values (%d, %s);\n", table, key, a.header[1+cell], student, literals(row))
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
func (a awkward) expect(t *testing.T, students []schema.Student, from int, made func(schema.Student) []string) {
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

// values are the values of the facts that the columns from one on are named for.
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

// elsewhere is the query of a district that needs facts alone.
func elsewhere(facts ...powerschool.Fact) powerschool.Query {
	q := d118()
	q.Facts = facts
	return q
}

var (
	inclusive = powerschool.Dates{Start: "begins", End: "ends"}
	exclusive = powerschool.Dates{Start: "begins", End: "ends", EndExclusive: true}
	grace     = powerschool.Dates{Start: "begins", End: "ends", GraceDays: 3}
	noEnd     = powerschool.Dates{Start: "begins"}
)

func dated(name string, d powerschool.Dates) powerschool.Fact {
	return powerschool.Fact{Name: name, Table: "s_nj_stu_x", Column: "code", Dates: d}
}

func TestDatedColumns(t *testing.T) {
	t.Parallel()
	a := readAwkward(t, "dated")
	url := a.load(t, "s_nj_stu_x", "studentsdcid", 0)
	datesOnly := powerschool.Fact{Name: "dates_only", Table: "s_nj_stu_x", Student: powerschool.StudentsDCID,
		Where: []powerschool.Where{{Column: "begins", NotBlank: true}}, Dates: inclusive}
	q := elsewhere(dated("ends", inclusive), dated("ends_exclusive", exclusive), dated("ends_grace_3", grace), dated("begins_only", noEnd), datesOnly)
	a.check(t, url, q, 1)
}

// check asks, and compares the facts; it does so at any time of the day.
func (a awkward) check(t *testing.T, url string, q powerschool.Query, from int) {
	t.Helper()
	s := open(t, url, q)
	if err := s.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, sooner := range []int{0, 12, 23} {
		students, _ := read(t, s, through.Add(-hours(sooner)))
		a.expect(t, students, from, a.values(t, from))
	}
}

func child(name string, where ...powerschool.Where) powerschool.Fact {
	return powerschool.Fact{Name: name, Table: "s_ca_stu_calpadsprograms_c", Student: powerschool.StudentsDCID, Where: where,
		Dates: powerschool.Dates{Start: "startdate", End: "enddate", EndExclusive: true}}
}

func in(column string, values ...string) powerschool.Where {
	return powerschool.Where{Column: column, In: values}
}

func children() powerschool.Query {
	return elsewhere(child("is_144", in("programcode", "144")), child("is_0", in("programcode", "0.0")),
		child("in_101_y", in("programcode", "101", "Y")), child("dates_only"))
}

func TestRowsOfAChildTable(t *testing.T) {
	t.Parallel()
	a := readAwkward(t, "child")
	a.check(t, a.load(t, "s_ca_stu_calpadsprograms_c", "studentsdcid", 0), children(), 1)
}

// A code is the same whether its column is text, padded text or a number, and
// however many digits that is written with.
func TestRowsOfAChildTableWhoseTypeDrifts(t *testing.T) {
	t.Parallel()
	a := readAwkward(t, "child")
	url := a.load(t, "s_ca_stu_calpadsprograms_c", "studentsdcid", 0)
	const code = "alter table s_ca_stu_calpadsprograms_c alter programcode type "
	postgrestest.Exec(t, url, code+"char(20)")
	a.check(t, url, children(), 1)

	numbers := awkward{header: a.header}
	for _, s := range a.students {
		if !strings.ContainsAny(s.cells[0], `yA"`) && !strings.HasPrefix(s.cells[0], ",") {
			numbers.students = append(numbers.students, s)
		}
	}
	url = numbers.load(t, "s_ca_stu_calpadsprograms_c", "studentsdcid", 0)
	for _, drift := range []string{"numeric", "numeric(10,4)", "double precision"} {
		postgrestest.Exec(t, url, code+drift+" using cast(programcode as "+drift+")")
		numbers.check(t, url, children(), 1)
	}
}

func program(name string, where powerschool.Where) powerschool.Fact {
	f := powerschool.Fact{Name: name, Table: "spenrollments", Student: powerschool.StudentID,
		Dates: powerschool.Dates{Start: "enter_date", End: "exit_date", EndExclusive: true}}
	if where.Prefix == "" {
		f.Where = []powerschool.Where{where}
	} else {
		f.Lookup = &powerschool.Lookup{Table: "gen", On: "programid", Key: "id",
			Where: []powerschool.Where{in("cat", "SPECPROG"), where}}
	}
	return f
}

func TestRowsOfALookedUpProgram(t *testing.T) {
	t.Parallel()
	a := readAwkward(t, "programs")
	name := func(prefix string) powerschool.Where { return powerschool.Where{Column: "name", Prefix: prefix} }
	a.check(t, a.load(t, "spenrollments", "studentid", 0), elsewhere(program("by_id_504", in("programid", "504")),
		program("by_name_spe", name("SPE - ")), program("by_name_504", name("504 -")), program("by_name_percent", name("SPE%"))), 1)
}

func TestWindows(t *testing.T) {
	t.Parallel()
	a := readAwkward(t, "windows")
	url := a.load(t, "ps_adaadm_daily_ctod", "studentid", 1)
	views := []string{"ps_adaadm_daily_ctod", "ps_adaadm_daily_ttod", "ps_adaadm_interval_ttod", "ps_adaadm_meeting_ptod", "ps_adaadm_meeting_ttod",
		"ps_adaadm_time_ttod", "ps_adaadm_timeinter_ttod", "ps_adaadm_defaults_all"}
	for _, view := range views[1:] {
		postgrestest.Exec(t, url, "create view "+view+" as select studentid, schoolid, calendardate, fteid, attendancevalue, membershipvalue from ps_adaadm_daily_ctod")
	}
	for i, window := range []powerschool.Window{powerschool.FTE, powerschool.Enrollment, powerschool.SchoolYear} {
		for _, view := range views {
			q := elsewhere()
			q.Attendance = powerschool.Attendance{View: view, Window: window}
			s := open(t, url, q)
			if err := s.Check(t.Context()); err != nil {
				t.Fatal(err)
			}
			students, _ := read(t, s, through)
			for j, st := range students {
				if want := a.students[j].cells[2+i]; days(st) != want {
					t.Errorf("%s, %s of %s: got %s, want %s", a.students[j].label, window, view, days(st), want)
				}
			}
		}
	}
}

// days writes days present / days enrolled, and what was found.
func days(s schema.Student) string {
	present, text := s.DaysPresent, "none"
	if present == "" {
		present = "?"
	}
	if s.DaysEnrolled != "" {
		text = string(present) + "/" + string(s.DaysEnrolled)
	}
	return strings.TrimSpace(text + " " + join(s.Findings))
}

// A window's columns are not needed where another one is asked for.
func TestWindowsReadNoMoreThanTheyNeed(t *testing.T) {
	t.Parallel()
	for window, without := range map[powerschool.Window]string{
		powerschool.FTE:        "drop table terms; alter table students drop entrydate; alter table ps_adaadm_daily_ctod drop schoolid",
		powerschool.Enrollment: "drop table terms; alter table students drop fteid; alter table ps_adaadm_daily_ctod drop fteid",
		powerschool.SchoolYear: "alter table students drop entrydate, drop fteid; alter table ps_adaadm_daily_ctod drop schoolid, drop fteid",
	} {
		url := readAwkward(t, "windows").load(t, "ps_adaadm_daily_ctod", "studentid", 1)
		postgrestest.Exec(t, url, without)
		q := elsewhere()
		q.Attendance.Window = window
		s := open(t, url, q)
		if err := s.Check(t.Context()); err != nil {
			t.Fatal(err)
		}
		read(t, s, through)
	}
}

func TestGPAOfClassRank(t *testing.T) {
	t.Parallel()
	a := readAwkward(t, "classrank")
	url := a.load(t, "classrank", "studentid", 0)
	q := elsewhere()
	q.GPA = powerschool.GPA{Source: powerschool.ClassRank, Simple: "simple", Weighted: "Weighted"}
	s := open(t, url, q)
	if err := s.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	students, total := read(t, s, through)
	if want := int64(len(students) + 2); total.Rows != want { // same-day-same has 4 and 4.0, same-day-differs 3.1 and 3.2
		t.Errorf("got %d rows, want %d", total.Rows, want)
	}
	dash := func(text string) string {
		if text == "" {
			return "-"
		}
		return text
	}
	a.expect(t, students, 1, func(s schema.Student) []string {
		return []string{dash(string(s.SimpleGPA)), dash(string(s.WeightedGPA)), dash(join(s.Findings))}
	})
	q.GPA.Weighted = ""
	students, _ = read(t, open(t, url, q), through)
	for i, s := range students {
		if s.WeightedGPA != "" || dash(string(s.SimpleGPA)) != a.students[i].cells[1] {
			t.Errorf("%s, without a weighted GPA: got %q, %q", a.students[i].label, s.SimpleGPA, s.WeightedGPA)
		}
	}
}

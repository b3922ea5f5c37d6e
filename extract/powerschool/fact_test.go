package powerschool_test

import (
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

var (
	inclusive = schema.Dates{Start: "begins", End: "ends"}
	exclusive = schema.Dates{Start: "begins", End: "ends", EndExclusive: true}
	grace     = schema.Dates{Start: "begins", End: "ends", GraceDays: 3}
	noEnd     = schema.Dates{Start: "begins"}
)

func dated(name string, d schema.Dates) schema.Fact {
	return schema.Fact{Name: name, Table: "s_nj_stu_x", Column: "code", Dates: d}
}

func TestDatedColumns(t *testing.T) {
	t.Parallel()
	a := readAwkward(t, "dated")
	url := a.load(t, "s_nj_stu_x", "studentsdcid", 0)
	datesOnly := schema.Fact{
		Name:    "dates_only",
		Table:   "s_nj_stu_x",
		Student: schema.StudentsDCID,
		Where:   []schema.Where{{Column: "begins", NotBlank: true}},
		Dates:   inclusive,
	}

	q := elsewhere(
		dated("ends", inclusive),
		dated("ends_exclusive", exclusive),
		dated("ends_grace_3", grace),
		dated("begins_only", noEnd),
		datesOnly,
	)
	a.check(t, url, q, 1)
}

// A date is a value too: its day, and none for the blank date.
func TestDatesAsValues(t *testing.T) {
	t.Parallel()
	a := readAwkward(t, "dates")
	url := a.load(t, "s_nj_stu_x", "studentsdcid", 0)
	begun := func(name string, w schema.Where) schema.Fact {
		w.Column = "BEGINS"
		return schema.Fact{
			Name:    name,
			Table:   "s_nj_stu_x",
			Student: schema.StudentsDCID,
			Where:   []schema.Where{w},
		}
	}

	q := elsewhere(
		schema.Fact{Name: "begins", Table: "S_NJ_STU_X", Column: "Begins"},
		begun("is", schema.Where{In: []string{"2026-09-01"}}),
		begun("in_2026", schema.Where{Prefix: "2026-"}),
		begun("not_blank", schema.Where{NotBlank: true}),
		begun("blank", schema.Where{NotBlank: true, Not: true}),
	)
	a.check(t, url, q, 1)
}

// check asks, and compares the facts; it does so at any time of the day.
func (a awkward) check(t *testing.T, url string, q schema.Settings, from int) {
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

func child(name string, where ...schema.Where) schema.Fact {
	return schema.Fact{
		Name:    name,
		Table:   "s_ca_stu_calpadsprograms_c",
		Student: schema.StudentsDCID,
		Where:   where,
		Dates:   schema.Dates{Start: "startdate", End: "enddate", EndExclusive: true},
	}
}

func in(column string, values ...string) schema.Where {
	return schema.Where{Column: column, In: values}
}

func children() schema.Settings {
	return elsewhere(
		child("is_144", in("programcode", "144")),
		child("is_0", in("programcode", "0.0")),
		child("in_101_y", in("programcode", "101", "Y")),
		child("dates_only"),
	)
}

func TestRowsOfAChildTable(t *testing.T) {
	t.Parallel()
	a := readAwkward(t, "child")
	a.check(t, a.load(t, "s_ca_stu_calpadsprograms_c", "studentsdcid", 0), children(), 1)
}

// A code is the same whether its column is text, padded text or a number, with any
// number of digits.
func TestRowsOfAChildTableWhoseTypeDrifts(t *testing.T) {
	t.Parallel()
	a := readAwkward(t, "child")
	url := a.load(t, "s_ca_stu_calpadsprograms_c", "studentsdcid", 0)

	const code = "alter table s_ca_stu_calpadsprograms_c alter programcode type "
	postgrestest.Exec(t, url, code+"char(20)")
	a.check(t, url, children(), 1)

	numbers := awkward{header: a.header}
	for _, s := range a.students {
		isText := strings.ContainsAny(s.cells[0], `yA"`)
		if !isText && !strings.HasPrefix(s.cells[0], ",") {
			numbers.students = append(numbers.students, s)
		}
	}

	url = numbers.load(t, "s_ca_stu_calpadsprograms_c", "studentsdcid", 0)
	for _, drift := range []string{"numeric", "numeric(10,4)", "double precision"} {
		postgrestest.Exec(t, url, code+drift+" using cast(programcode as "+drift+")")
		numbers.check(t, url, children(), 1)
	}
}

// program is whether a student is in a program now; conditions on the column name
// are about the program's name.
func program(name string, where ...schema.Where) schema.Fact {
	f := schema.Fact{
		Name:    name,
		Table:   "spenrollments",
		Student: schema.StudentID,
		Dates:   schema.Dates{Start: "enter_date", End: "exit_date", EndExclusive: true},
	}
	gen := schema.Lookup{
		Table: "gen",
		On:    "programid",
		Key:   "id",
		Where: []schema.Where{in("cat", "SPECPROG")},
	}
	for _, w := range where {
		if w.Column == "name" {
			gen.Where = append(gen.Where, w)
			f.Lookups = schema.Lookups{gen}
		} else {
			f.Where = append(f.Where, w)
		}
	}

	return f
}

func TestRowsOfALookedUpProgram(t *testing.T) {
	t.Parallel()
	a := readAwkward(t, "programs")
	url := a.load(t, "spenrollments", "studentid", 0)

	eligible := program("eligible", schema.Where{Column: "name", Prefix: "SPE -"})
	eligible.Lookups = append(eligible.Lookups, schema.Lookup{
		Table: "s_id_sen_x",
		On:    "programid",
		Key:   "spenrollmentsid",
		Where: []schema.Where{in("spedeligible", "E")},
	})
	noExit := schema.Where{Column: "exit_date", NotBlank: true, Not: true}
	name := func(prefix string) schema.Where {
		return schema.Where{Column: "name", Prefix: prefix}
	}
	q := elsewhere(
		program("by_id_504", in("programid", "504")),
		program("by_name_spe", name("SPE - ")),
		program("by_name_504", name("504 -")),
		program("by_name_percent", name("SPE%")),
		program("contains", schema.Where{Column: "name", Contains: "resource"}),
		program("contains_percent", schema.Where{Column: "name", Contains: "e%"}),
		program("not_x1", name("SPE -"), schema.Where{Column: "name", Contains: "X1", Not: true}),
		eligible,
		program("entered_08", in("enter_date", "2026-08-17"), noExit),
	)
	a.check(t, url, q, 1)
}

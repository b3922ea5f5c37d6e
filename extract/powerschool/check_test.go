package powerschool_test

import (
	"context"
	"database/sql"
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

func TestCheckNamesTheKey(t *testing.T) {
	t.Parallel()
	url := checkable(t)

	for want, change := range map[string]func(*schema.Settings){
		"gpa.weighted: table u_def_ext_students0 has no column wgpa": func(q *schema.Settings) {
			q.GPA.Weighted = "wgpa"
		},
		"gpa.weighted: table students has no column weighted_gpa": func(q *schema.Settings) {
			q.GPA = schema.GPA{Source: schema.GPAOfStudents, Weighted: "weighted_gpa"}
		},
		"gpa.table: there is no table gpas for this account": func(q *schema.Settings) {
			q.GPA.Table = "gpas"
		},
		"gpa.source: there is no table classrank for this account": func(q *schema.Settings) {
			q.GPA.Source = schema.GPAOfClassRank
		},
		"attendance.view: there is no table ps_adaadm_daily_ttod for this account": func(q *schema.Settings) {
			q.Attendance.View = "ps_adaadm_daily_ttod"
		},
		"attendance.view: table odd has no column studentid": func(q *schema.Settings) {
			q.Attendance.View = "odd"
		},
		"attendance.window: there is no table terms for this account": func(q *schema.Settings) {
			q.Attendance.Window = schema.WindowSchoolYear
		},
		"students.identifier: table students has no column state_studentnumber": func(q *schema.Settings) {
			q.Identifier = schema.KnownByStateNumber
		},
	} {
		wantCheck(t, url, want, change)
	}
}

func TestCheckNamesTheKeyOfColumns(t *testing.T) {
	t.Parallel()
	url := checkable(t)

	for want, fact := range map[string]schema.Fact{
		"facts.odd.column: table s_il_stu_x has no column ie":                                  of("s_il_stu_x", "ie"),
		"facts.odd.table: there is no table s_il_stu_y for this account":                       of("s_il_stu_y", "iep"),
		"facts.odd.table: table schools has no column studentsdcid":                            of("schools", "id"),
		"facts.odd.column: column odd.flag is BOOL, but text, a number or a date is needed":    of("odd", "flag"),
		"facts.odd.column: column odd.body is JSONB, but text, a number or a date is needed":   of("odd", "body"),
		"facts.odd.column: column odd.small is FLOAT4, but text, a number or a date is needed": of("odd", "small"),

		"facts.odd.column: table students has no column lunchstatus": of("students", "lunchstatus"),
	} {
		wantCheck(t, url, want, odd(fact))
	}
}

func TestCheckNamesTheKeyOfRows(t *testing.T) {
	t.Parallel()
	url := checkable(t)

	for want, fact := range map[string]schema.Fact{
		"facts.odd.start: column odd.flag is BOOL, but a date is needed": {
			Column: "studentsdcid",
			Dates:  schema.Dates{Start: "flag"},
		},
		"facts.odd.end: table odd has no column ends": {
			Column: "studentsdcid",
			Dates:  schema.Dates{Start: "day", End: "ends"},
		},
		"facts.odd.student: table odd has no column studentid": {
			Student: schema.StudentID,
		},
		"facts.odd.where[1].column: table odd has no column code": {
			Student: schema.StudentsDCID,
			Where:   []schema.Where{in("studentsdcid", "1"), in("code", "1")},
		},
		"facts.odd.lookup.table: there is no table gen for this account": {
			Student: schema.StudentsDCID,
			Lookups: schema.Lookups{{Table: "gen", On: "studentsdcid", Key: "id"}},
		},
		"facts.odd.lookup.on: table odd has no column programid": {
			Student: schema.StudentsDCID,
			Lookups: schema.Lookups{{Table: "students", On: "programid", Key: "id"}},
		},
	} {
		fact.Table = "odd"
		wantCheck(t, url, want, odd(fact))
	}
}

// checkable is a database with two tables that a query should not name.
func checkable(t *testing.T) (url string) {
	t.Helper()
	url = postgrestest.Empty(t)
	powerschooltest.Golden(t, url, "small")
	postgrestest.Exec(t, url, `
		create table schools (id numeric);
		create table odd (studentsdcid numeric, flag boolean, day date, body jsonb, small real)`)

	return url
}

func of(table, column string) schema.Fact {
	return schema.Fact{Table: table, Column: column}
}

// odd adds a fact of that name.
func odd(f schema.Fact) func(*schema.Settings) {
	f.Name = "odd"
	return func(q *schema.Settings) { q.Facts = append(q.Facts, f) }
}

// wantCheck expects a schema.Config fault whose text begins with want.
func wantCheck(t *testing.T, url, want string, change func(*schema.Settings)) {
	t.Helper()
	q := d118()
	change(&q)

	err := open(t, url, q).Check(t.Context())
	if err == nil || !strings.HasPrefix(err.Error(), want) || schema.KindOf(err) != schema.Config {
		t.Errorf("got %v (kind %d), want %s", err, schema.KindOf(err), want)
	}
}

// Trouble with the connection is not a missing column.
func TestCheckTellsTroubleFromAbsence(t *testing.T) {
	t.Parallel()
	db, err := sql.Open("pgx", "postgres://127.0.0.1:1/nowhere")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()

	s := source(t, postgres(db), d118())
	if err := s.Check(t.Context()); schema.KindOf(err) != schema.Unreachable {
		t.Errorf("got %v (kind %d), want an unreachable source", err, schema.KindOf(err))
	}

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Check(ctx); err == nil || schema.KindOf(err) != schema.Failure {
		t.Errorf("got %v (kind %d), want the end of the context", err, schema.KindOf(err))
	}
}

func TestNewRefuses(t *testing.T) {
	for want, change := range map[string]func(*schema.Settings){
		`students.grades: the list is empty`: func(q *schema.Settings) {
			q.Grades = nil
		},
		`students.enroll_status: the list is empty`: func(q *schema.Settings) {
			q.EnrollStatus = nil
		},
		`attendance.window: "week" is not a known window`: func(q *schema.Settings) {
			q.Attendance.Window = "week"
		},
		`gpa.table: "a.b.c" is not the name of a table`: func(q *schema.Settings) {
			q.GPA.Table = "a.b.c"
		},
		`gpa.simple: "s.gpa" is not the name of a column`: func(q *schema.Settings) {
			q.GPA.Simple = "s.gpa"
		},
		`gpa.weighted: "g; drop" is not the name of a column`: func(q *schema.Settings) {
			q.GPA.Weighted = "g; drop"
		},
		`attendance.view: "(select" is not the name of a table`: func(q *schema.Settings) {
			q.Attendance.View = "(select"
		},
		`facts.iep.column: "x.iep" is not the name of a column`: func(q *schema.Settings) {
			q.Facts[1].Column = "x.iep"
		},
		`facts.iep.table: "1x" is not the name of a table`: func(q *schema.Settings) {
			q.Facts[1].Table = "1x"
		},
	} {
		q := d118()
		change(&q)
		_, err := powerschool.New(oracle(), q)
		if err == nil || err.Error() != want || schema.KindOf(err) != schema.Config {
			t.Errorf("got %v, want %s", err, want)
		}
	}

	q := d118()
	q.GPA.Table, q.Facts = "PS.U_DEF$EXT#0", nil
	if _, err := powerschool.New(oracle(), q); err != nil {
		t.Error(err)
	}
}

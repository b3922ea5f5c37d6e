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
	url := postgrestest.Empty(t)
	powerschooltest.Golden(t, url, "small")
	postgrestest.Exec(t, url, `create table odd (studentsdcid numeric, flag boolean, day date, body jsonb, small real)`)
	fact := func(table, column string) func(*schema.Settings) {
		return func(q *schema.Settings) {
			q.Facts = append(q.Facts, schema.Fact{Name: "odd", Table: table, Column: column})
		}
	}
	change := func(f schema.Fact) func(*schema.Settings) {
		f.Name = "odd"
		if f.Table == "" {
			f.Table = "odd"
		}
		return func(q *schema.Settings) { q.Facts = append(q.Facts, f) }
	}
	for _, c := range []struct {
		want   string
		change func(*schema.Settings)
	}{
		{"facts.odd.column: table s_il_stu_x has no column iepp", fact("s_il_stu_x", "iepp")},
		{"facts.odd.table: there is no table s_il_stu_y for this account", fact("s_il_stu_y", "iep")},
		{"facts.odd.table: table schools has no column studentsdcid", func(q *schema.Settings) {
			postgrestest.Exec(t, url, "create table schools (id numeric)")
			fact("schools", "id")(q)
		}},
		{"facts.odd.column: column odd.flag is BOOL, where text or a number is needed", fact("odd", "flag")},
		{"facts.odd.column: column odd.day is DATE, where text or a number is needed", fact("odd", "day")},
		{"facts.odd.column: column odd.body is JSONB, where text or a number is needed", fact("odd", "body")},
		{"facts.odd.column: column odd.small is FLOAT4, where text or a number is needed", fact("odd", "small")},
		{"gpa.weighted: table u_def_ext_students0 has no column wgpa", func(q *schema.Settings) { q.GPA.Weighted = "wgpa" }},
		{"gpa.table: there is no table gpas for this account", func(q *schema.Settings) { q.GPA.Table = "gpas" }},
		{"attendance.view: there is no table ps_adaadm_daily_ttod for this account", func(q *schema.Settings) { q.Attendance.View = "ps_adaadm_daily_ttod" }},
		{"attendance.view: table odd has no column studentid", func(q *schema.Settings) { q.Attendance.View = "odd" }},
		{"facts.odd.start: column odd.flag is BOOL, where a date is needed", change(schema.Fact{Column: "studentsdcid", Dates: schema.Dates{Start: "flag"}})},
		{"facts.odd.end: table odd has no column ends", change(schema.Fact{Column: "studentsdcid", Dates: schema.Dates{Start: "day", End: "ends"}})},
		{"facts.odd.student: table odd has no column studentid", change(schema.Fact{Student: schema.StudentID})},
		{"facts.odd.where[1].column: table odd has no column code", change(schema.Fact{Student: schema.StudentsDCID,
			Where: []schema.Where{in("studentsdcid", "1"), in("code", "1")}})},
		{"facts.odd.where[0].column: column odd.day is DATE, where text or a number is needed", change(schema.Fact{Student: schema.StudentsDCID,
			Where: []schema.Where{in("day", "1")}})},
		{"facts.odd.lookup.table: there is no table gen for this account", change(schema.Fact{Student: schema.StudentsDCID,
			Lookup: &schema.Lookup{Table: "gen", On: "studentsdcid", Key: "id"}})},
		{"facts.odd.lookup.on: table odd has no column programid", change(schema.Fact{Student: schema.StudentsDCID,
			Lookup: &schema.Lookup{Table: "students", On: "programid", Key: "id"}})},
		{"facts.odd.column: table students has no column lunchstatus", change(schema.Fact{Table: "students", Column: "lunchstatus"})},
		{"students.identifier: table students has no column state_studentnumber", func(q *schema.Settings) { q.Identifier = schema.KnownByStateNumber }},
		{"attendance.window: there is no table terms for this account", func(q *schema.Settings) { q.Attendance.Window = schema.WindowSchoolYear }},
		{"gpa.source: there is no table classrank for this account", func(q *schema.Settings) { q.GPA.Source = schema.GPAOfClassRank }},
		{"gpa.weighted: table students has no column weighted_gpa", func(q *schema.Settings) {
			q.GPA = schema.GPA{Source: schema.GPAOfStudents, Weighted: "weighted_gpa"}
		}},
	} {
		q := d118()
		c.change(&q)
		err := open(t, url, q).Check(t.Context())
		if err == nil || !strings.HasPrefix(err.Error(), c.want) || schema.KindOf(err) != schema.Config {
			t.Errorf("got %v (kind %d), want %s", err, schema.KindOf(err), c.want)
		}
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
		`students.grades: the list is empty`:                  func(q *schema.Settings) { q.Grades = nil },
		`students.enroll_status: the list is empty`:           func(q *schema.Settings) { q.EnrollStatus = nil },
		`attendance.window: "week" is not known`:              func(q *schema.Settings) { q.Attendance.Window = "week" },
		`gpa.table: "a.b.c" is not a name of a table`:         func(q *schema.Settings) { q.GPA.Table = "a.b.c" },
		`gpa.simple: "s.gpa" is not a name of a column`:       func(q *schema.Settings) { q.GPA.Simple = "s.gpa" },
		`gpa.weighted: "g; drop" is not a name of a column`:   func(q *schema.Settings) { q.GPA.Weighted = "g; drop" },
		`attendance.view: "(select" is not a name of a table`: func(q *schema.Settings) { q.Attendance.View = "(select" },
		`facts.iep.column: "x.iep" is not a name of a column`: func(q *schema.Settings) { q.Facts[1].Column = "x.iep" },
		`facts.iep.table: "1x" is not a name of a table`:      func(q *schema.Settings) { q.Facts[1].Table = "1x" },
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

//go:build cgo && linux

package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/sessiontest"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// These tests are about the driver's boundary: godror, and what this program
// does with what godror returns. PostgreSQL answers, not Oracle: see
// extract/powerschool/testdata/ocishim/README.md.

// oracle makes the program read the place's PowerSchool through Oracle's driver.
func (p *place) oracle() {
	p.Helper()
	get := func(name string) string { return p.env[name] }
	set := func(name, value string) { p.env[name] = value }
	sessiontest.Oracle(p, get, set)
}

// take takes a snapshot, of attendance through a moment of 2026-11-20.
func (p *place) take(args ...string) (snapshot int) {
	p.Helper()
	args = append([]string{"run", "--attendance-through", "2026-11-20T10:30:00"}, args...)
	said, code := p.end(p.start(args...))
	if code != 0 {
		p.Fatalf("exit code %d, want 0\n%s", code, said)
	}
	return p.snapshots() // its number too: every run before it stored a snapshot
}

// table returns the rows of a query of the store, as text.
func (p *place) table(query string, args ...any) (rows []string) {
	p.Helper()
	db, err := pgx.Connect(p.Context(), p.env["owner_url"])
	if err != nil {
		p.Fatal(err)
	}
	defer db.Close(p.Context())

	result, err := db.Query(p.Context(), query, args...)
	if err != nil {
		p.Fatal(err)
	}
	if rows, err = pgx.CollectRows(result, pgx.RowTo[string]); err != nil {
		p.Fatal(err)
	}
	return rows
}

// same compares two snapshots: every value of every student, and every count.
func (p *place) same(name string, a, b int) {
	p.Helper()
	for _, query := range []string{
		`select (to_jsonb(student) - 'snapshot')::text from student where snapshot = $1 order by dcid`,
		`select jsonb_build_object('rows', source_rows, 'students', students,
			'findings', findings, 'settings', settings)::text
			from snapshot where number = $1`,
	} {
		want, got := p.table(query, a), p.table(query, b)
		if len(want) == 0 {
			p.Errorf("%s: snapshot %d is empty", name, a)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			p.Errorf("%s: snapshot %d differs from %d (-want +got):\n%s", name, b, a, diff)
		}
	}
}

// config writes the configuration file.
func (p *place) config(text string) {
	p.Helper()
	err := os.WriteFile(filepath.Join(p.dir, "schoolinks.yaml"), []byte(text), 0o600)
	if err != nil {
		p.Fatal(err)
	}
}

func (p *place) powerschool(sql string) {
	p.Helper()
	postgrestest.Exec(p, p.env["powerschool_url"], sql)
}

// TestBothDriversGiveTheSameStudents of the awkward golden data sets.
func TestBothDriversGiveTheSameStudents(t *testing.T) {
	for _, set := range []string{"small", "small-textflags"} {
		t.Run(set, func(t *testing.T) {
			t.Parallel()
			p := newEmptyPlace(t)
			powerschooltest.Golden(t, p.env["powerschool_url"], set)

			p.config("attendance: {bounded: false, stale_after: none}")
			through := p.take()
			p.oracle()
			p.same(set, through, p.take())
		})
	}
}

// TestTypesDriftAtTheDriversBoundary: godror gives the same value as int64, as
// text or as float64, depending on the type of its column.
func TestTypesDriftAtTheDriversBoundary(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.oracle()
	p.powerschool(`update u_def_ext_students0 set simple_gpa = null where simple_gpa = 'N/A'`)
	before := p.take()

	p.powerschool(`
		alter table s_il_stu_x alter iep type varchar(10), alter lep type char(1), alter lii type double precision;
		alter table s_il_stu_plan504_x alter participant type numeric(4,2);
		alter table students alter student_number type varchar(20) using ' ' || student_number || '.0',
			alter schoolid type integer, alter grade_level type numeric, alter fteid type bigint;
		alter table u_def_ext_students0 alter simple_gpa type numeric using cast(simple_gpa as numeric),
			alter weighted_gpa type double precision using cast(weighted_gpa as numeric)`)
	p.same("other types", before, p.take())
}

// TestNumbersAndTextsAtTheDriversBoundary: NUMBER is exact to 38 digits, and
// empty text is NULL.
func TestNumbersAndTextsAtTheDriversBoundary(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.powerschool(`
		delete from ps_adaadm_daily_ctod;
		update students set enroll_status = 2;
		update students set enroll_status = 0, grade_level = 9, schoolid = 17, fteid = 1
			where dcid in (select dcid from students order by dcid limit 5);
		with them as (select row_number() over (order by dcid) n, * from students where enroll_status = 0)
		update students s set id = them.n, student_number = them.n from them where s.dcid = them.dcid;
		alter table students alter student_number type numeric;
		update students set student_number = 12345678901234567890 where id = 1 and enroll_status = 0;
		delete from u_def_ext_students0;
		alter table u_def_ext_students0 alter simple_gpa type numeric using null;
		insert into u_def_ext_students0 (studentsdcid, simple_gpa, weighted_gpa)
			select dcid,
				(array[.5, -.25, 1e-10, 12345678901234567890123456789012345678,
					-0.98765432109876543210987654321098765432])[id],
				(array['', null, ' ', '3.5 ', 'Zoë'])[id] from students where enroll_status = 0;
		insert into ps_adaadm_daily_ctod (studentid, fteid, calendardate, attendancevalue, membershipvalue)
			select id, 1, timestamp '2026-11-20', value, 1 from students,
				unnest(array[.5, -.25, 12345678901234567890123456789012345678]) value
				where enroll_status = 0 and (id = 1 or value = .5)`)

	want := []string{
		`12345678901234567890 12345678901234567890123456789012345678.25 0.5 -`,
		`2 0.5 -0.25 -`,
		`3 0.5 0.0000000001 -`,
		`4 0.5 12345678901234567890123456789012345678 3.5`,
		`5 0.5 -0.98765432109876543210987654321098765432 -`,
	}
	const query = `select concat_ws(' ', number, days_present, simple_gpa, coalesce(nullif(weighted_gpa, ''), '-'))
		from student where snapshot = $1 order by id`

	p.config("gpa: {range: any}")
	through := p.take()
	p.oracle()
	oracle := p.take()
	if diff := cmp.Diff(want, p.table(query, oracle)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	p.same("numbers", through, oracle)
}

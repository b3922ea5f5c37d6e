package powerschool_test

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/district"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// small is a district for one test.
func small(tb testing.TB) (url string) {
	tb.Helper()
	url = postgrestest.Empty(tb)
	d := district.District{
		Students: 400,
		Days:     5,
		Seed:     7,
		LastDay:  time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC),
	}
	if err := d.Load(context.Background(), url); err != nil {
		tb.Fatal(err)
	}

	return url
}

// PowerSchool turns numbers into text and back; the students stay the same.
func TestTypesDrift(t *testing.T) {
	t.Parallel()
	url := small(t)
	postgrestest.Exec(t, url, `update u_def_ext_students0 set simple_gpa = null where simple_gpa = 'N/A'`)
	source := open(t, url, d118())
	want, _ := read(t, source, through)

	postgrestest.Exec(t, url, `
		alter table s_il_stu_x
			alter iep type varchar(10),
			alter lep type char(1),
			alter lii type double precision;
		alter table s_il_stu_plan504_x
			alter participant type numeric(4,2);
		alter table students
			alter student_number type varchar(20) using ' ' || student_number || '.0',
			alter schoolid type integer,
			alter fteid type bigint;
		alter table u_def_ext_students0
			alter simple_gpa type numeric using cast(simple_gpa as numeric),
			alter weighted_gpa type double precision using cast(weighted_gpa as numeric)`)

	changed := open(t, url, d118())
	if err := changed.Check(t.Context()); err != nil {
		t.Fatal(err)
	}

	got, _ := read(t, changed, through)
	if len(want) == 0 {
		t.Fatal("no students")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-before +after:\n%s", diff)
	}
}

func TestCutoffCounts(t *testing.T) {
	t.Parallel()
	url := small(t)
	postgrestest.Exec(t, url, `
		delete from ps_adaadm_daily_ctod;
		insert into ps_adaadm_daily_ctod
			(studentid, fteid, calendardate, attendancevalue, membershipvalue)
		select id, fteid, timestamp '2026-11-20 10:30:00', 1, 1 from students
		union all
		select id, fteid, timestamp '2026-11-20 10:30:01', 1, 1 from students`)

	at := time.Date(2026, 11, 20, 10, 30, 0, 0, time.UTC)
	s := open(t, url, d118())
	for through, want := range map[time.Time]schema.Decimal{
		at.Add(-time.Second): "",
		at:                   "1",
		at.Add(time.Second):  "2",
	} {
		students, _ := read(t, s, through)
		if got := students[0].DaysPresent; got != want {
			t.Errorf("through %s: got %q days, want %q", through, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	q := d118()
	q.Names = true
	students, _ := read(t, open(t, small(t), q), through)
	for _, s := range students {
		if s.FirstName == "" || s.LastName == "" || s.Facts == "{}" {
			t.Fatalf("got a student without name or facts: %+v", s)
		}
	}
}

// A name is in no file: what is not text in it is noted, and the night goes on.
func TestUnreadableNames(t *testing.T) {
	for first, want := range map[string]string{
		"Zo\xeb":       "Zo\ufffd",
		"Z\x00o":       "Z\ufffdo",
		"Zoë":          "Zoë",
		"\ufeff\ufffd": "\ufeff\ufffd",
	} {
		s := scriptedSource(t, scripted{counted: 1, sent: 1, end: io.EOF, first: first}, 0)
		students, _ := read(t, s, through)
		st := students[0]
		if st.FirstName != want || st.LastName != "SECRET" {
			t.Errorf("%q: got %q, %q, want %q", first, st.FirstName, st.LastName, want)
		}
		noted := slices.Contains(st.Findings, schema.NameUnreadable)
		if noted != (want != first) {
			t.Errorf("%q: got findings %q", first, st.Findings)
		}
	}
}

// STUDENTS.ID need not be unique: then each one has the days of that id.
func TestSharedID(t *testing.T) {
	t.Parallel()
	url := small(t)
	s := open(t, url, d118())
	before, _ := read(t, s, through)
	postgrestest.Exec(t, url, `alter table students drop constraint students_id_key`)
	postgrestest.Exec(t, url, fmt.Sprintf(`
		insert into students
		select dcid + 1, id, 5, enroll_status, grade_level, schoolid, fteid
		from students
		where dcid = %d`, before[0].DCID))

	after, _ := read(t, open(t, url, d118()), through)
	if len(after) != len(before)+1 {
		t.Fatalf("got %d students, want one more than %d", len(after), len(before))
	}

	days := before[0].DaysEnrolled
	if after[0].DaysEnrolled != days || after[1].DaysEnrolled != days {
		t.Errorf("got %+v, %+v; want both with %s days", after[0], after[1], days)
	}
}

func TestLeavers(t *testing.T) {
	t.Parallel()
	url := small(t)
	postgrestest.Exec(t, url, `
		insert into students (dcid, id, enroll_status, grade_level, schoolid)
		select n, n, 2, null, n
		from generate_series(100001, 102500) n`)

	leavers := make([]schema.Leaver, 2501)
	for i := range leavers {
		leavers[i] = schema.Leaver{DCID: int64(100001 + i), Number: "kept"}
	}

	if err := open(t, url, d118()).Leavers(t.Context(), leavers); err != nil {
		t.Fatal(err)
	}

	for i, got := range leavers[:2500] {
		status, school := int64(2), int64(100001+i)
		want := schema.Leaver{DCID: school, Number: "kept", EnrollStatus: &status, SchoolID: &school}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("leaver %d (-want +got):\n%s", i, diff)
		}
	}

	if absent := leavers[2500]; absent.EnrollStatus != nil || absent.SchoolID != nil {
		t.Errorf("got %+v of a student whom PowerSchool does not know", absent)
	}
}

// A loop that stops early ends the query and gives its connection back.
func TestBreakEnds(t *testing.T) {
	t.Parallel()
	config, err := pgx.ParseConfig(small(t))
	if err != nil {
		t.Fatal(err)
	}

	db := stdlib.OpenDB(*config)
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1)
	s := source(t, postgres(db), d118())

	for range 2 {
		n := 0
		for _, err := range s.Students(t.Context(), at(through), new(schema.Read)) {
			if err != nil {
				t.Fatal(err)
			}
			n++
			break
		}

		if used := db.Stats().InUse; n != 1 || used != 0 {
			t.Errorf("after a break %d students were read, and %d connections are in use", n, used)
		}
	}
}

// Large results are aggregated by more than one process, even with the window
// function over them.
func TestPlanIsParallel(t *testing.T) {
	t.Parallel()
	url := small(t)
	s := open(t, url, d118())

	db, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close(context.Background())

	const parallel = `
		set min_parallel_table_scan_size = 0;
		set parallel_setup_cost = 0;
		set parallel_tuple_cost = 0;
		set max_parallel_workers_per_gather = 2`
	if _, err := db.Exec(t.Context(), parallel); err != nil {
		t.Fatal(err)
	}

	statement, binds := s.Statement(at(through))
	rows, err := db.Query(t.Context(), "explain "+statement, binds...)
	if err != nil {
		t.Fatal(err)
	}

	lines, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}

	plan := strings.Join(lines, "\n")
	if !strings.Contains(plan, "Parallel Seq Scan on ps_adaadm_daily_ctod") {
		t.Errorf("attendance is not read in parallel:\n%s", plan)
	}
}

func asked(tb testing.TB, s *powerschool.Source) string {
	tb.Helper()
	statement, _ := s.Statement(at(through))
	return statement
}

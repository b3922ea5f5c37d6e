package postgres_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

func TestSnapshotsComeBackAsTheyWere(t *testing.T) {
	test := postgrestest.Database(t)
	db := open(t, test.Extract)

	odd := student(3, "")
	odd.FirstName, odd.LastName = "Zoë\t\\N\r\n", `O'Brien "\."`
	odd.DaysPresent, odd.SimpleGPA = "", ""
	odd.DaysUnknown = -1 << 63
	odd.Facts = schema.NewFacts(map[string][]string{"x": {"a\\b\x00\n", "\u2028"}})
	odd.Findings = []schema.Finding{schema.NumberMissing, schema.SimpleNotNumber}

	first := take(t, db, student(1, "12"), student(2, "12"), odd)
	want := take(t, db, student(2, "12"), odd)
	if first.Number != 1 || want.Number != 2 {
		t.Errorf("got snapshots %d and %d, want 1 and 2", first.Number, want.Number)
	}

	db = open(t, test.Publish)
	got, err := db.Snapshot(t.Context(), schema.Latest)
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}

	var back []schema.Student
	for s, err := range db.Students(t.Context(), 2) {
		if err != nil {
			t.Fatal(err)
		}
		kept := *s
		kept.Findings = slices.Clone(s.Findings)
		back = append(back, kept)
	}

	if diff := cmp.Diff([]schema.Student{student(2, "12"), odd}, back); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}

	leavers, err := db.Leavers(t.Context(), 2)
	if diff := cmp.Diff([]schema.Leaver{{DCID: 1, Number: "12"}}, leavers); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}
}

func TestLeaversKeepWhatIsKnown(t *testing.T) {
	test := postgrestest.Database(t)
	db := open(t, test.Extract)
	draft := begin(t, db)
	fill(t, draft, students(1))
	two, grade := int64(2), int64(12)
	want := []schema.Leaver{{DCID: 7, EnrollStatus: &two, GradeLevel: &grade}}
	s := schema.Snapshot{Run: "a", Students: 1, Leavers: 1, TakenAt: clock}
	if err := draft.Seal(t.Context(), &s, want); err != nil {
		t.Fatal(err)
	}

	got, err := db.Leavers(t.Context(), s.Number)
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}
}

func TestSharedNumbers(t *testing.T) {
	draft := begin(t, open(t, postgrestest.Database(t).Extract))
	all := []schema.Student{
		student(1, "5"),
		student(2, "5"),
		student(3, "6"),
		student(4, ""),
		student(5, ""),
		student(6, "5"),
	}
	fill(t, draft, all)

	if got, err := draft.SharedNumbers(t.Context()); got != 3 || err != nil {
		t.Errorf("got %d, %v; want 3", got, err)
	}
}

func TestOneDraftAtATime(t *testing.T) {
	test := postgrestest.Database(t)
	one, other := open(t, test.Extract), open(t, test.Extract)
	draft := begin(t, one)
	_, err := other.Begin(t.Context())
	wantKind(t, err, schema.Locked)
	draft.Discard()
	begin(t, other)
}

// A source that breaks off: the draft is discarded in the middle.
func TestNothingIsKept(t *testing.T) {
	for _, n := range []int{0, 3, 5000} {
		test := postgrestest.Database(t)
		draft := begin(t, open(t, test.Extract))
		if err := write(t.Context(), draft, students(n)); err != nil {
			t.Fatal(err)
		}

		draft.Discard()

		if n := query[int](t, test.Owner, `select count(*) from student`); n != 0 {
			t.Errorf("%d students are left", n)
		}

		begin(t, open(t, test.Extract)) // the lock is free
	}
}

func TestNoStudentsTakeNoNumber(t *testing.T) {
	db := open(t, postgrestest.Database(t).Extract)
	draft := begin(t, db)
	if n := fill(t, draft, nil); n != 0 || draft.Number() != 0 {
		t.Fatalf("got %d students, number %d", n, draft.Number())
	}

	draft.Discard()
	if s := take(t, db, students(1)...); s.Number != 1 {
		t.Errorf("got snapshot %d, want 1", s.Number)
	}
}

func TestKilledBackend(t *testing.T) {
	test := postgrestest.Database(t)
	draft := begin(t, open(t, test.Extract))
	if err := write(t.Context(), draft, students(2000)); err != nil {
		t.Fatal(err)
	}

	postgrestest.Exec(t, test.Extract, `
		select pg_terminate_backend(pid, 10000)
		from pg_stat_activity
		where datname = current_database()
		and pid <> pg_backend_pid()
		and query like 'copy student%'`)

	wantKind(t, untilError(t.Context(), draft), schema.Unreachable)
	if n := query[int](t, test.Owner, `select count(*) from student`); n != 0 {
		t.Errorf("%d students are left", n)
	}

	begin(t, open(t, test.Extract)) // the draft has ended
}

// untilError writes until the connection is found to be broken.
func untilError(ctx context.Context, draft *postgres.Draft) error {
	for {
		if err := write(ctx, draft, students(2000)); err != nil {
			return err
		}
	}
}

func TestCanceledCopy(t *testing.T) {
	test := postgrestest.Database(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	draft := begin(t, open(t, test.Extract))
	if err := write(ctx, draft, students(10)); err != nil {
		t.Fatal(err)
	}

	cancel()
	if err := untilError(ctx, draft); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

// No value of a student may come out with an error, here or in the server's log.
func TestErrorsHoldNoValues(t *testing.T) {
	const secret = "98765432"
	overflow := schema.Decimal(strings.Repeat(secret, 20000))
	for name, set := range map[string]func(s *schema.Student){
		"column simple_gpa":   func(s *schema.Student) { s.SimpleGPA = secret + "\x00" },
		"column last_name":    func(s *schema.Student) { s.LastName = secret + "\xff" },
		"column findings":     func(s *schema.Student) { s.Findings = []schema.Finding{secret + "{"} },
		"PostgreSQL error 22": func(s *schema.Student) { s.DaysPresent = overflow },
		"error 22P02":         func(s *schema.Student) { s.DaysPresent = secret + "x" },
		"error 23505, table student, constraint student_pkey": func(s *schema.Student) {
			s.DCID = 98765432
		},
		"error 23502, table student, column facts": func(s *schema.Student) { s.Facts = "" },
	} {
		t.Run(name, func(t *testing.T) {
			s := student(1, secret)
			s.FirstName = secret
			set(&s)
			draft := begin(t, open(t, postgrestest.Database(t).Extract))

			err := write(t.Context(), draft, []schema.Student{student(98765432, secret), s})
			if err == nil {
				_, err = draft.Close()
			}

			wantKind(t, err, schema.Rejected)
			if !strings.Contains(err.Error(), name) || strings.Contains(err.Error(), secret) {
				t.Errorf("got %v, want it to name %s and no value", err, name)
			}
		})
	}
}

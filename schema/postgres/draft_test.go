package postgres_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// Who was in the snapshot before, and is not in this one, left.
func TestMissing(t *testing.T) {
	db := open(t, postgrestest.Database(t).Extract)
	without := student(3, "")
	take(t, db, student(1, "12"), student(2, "12"), without)
	s := take(t, db, student(2, "12"))

	leavers, err := db.Leavers(t.Context(), s.Number)
	want := []schema.Leaver{{DCID: 1, Number: "12"}, {DCID: 3}}
	if diff := cmp.Diff(want, leavers); err != nil || diff != "" {
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

	// The server may not have begun the COPY yet: what is written waits on the way.
	const kill = `
		select count(*) from (
			select pg_terminate_backend(pid, 10000)
			from pg_stat_activity
			where datname = current_database()
			and pid <> pg_backend_pid()
			and query like 'copy student%'
		) killed`
	for query[int](t, test.Extract, kill) == 0 {
		t.Log("the COPY has not begun")
	}

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

// No value of a student may come out with an error, here or in the server's log.
func TestErrorsHoldNoValues(t *testing.T) {
	const secret = "98765432"
	overflow := schema.Decimal(strings.Repeat(secret, 20000))
	for name, set := range map[string]func(s *schema.Student){
		"column simple_gpa":   func(s *schema.Student) { s.SimpleGPA = secret + "\x00" },
		"column last_name":    func(s *schema.Student) { s.LastName = secret + "\xff" },
		"column findings":     func(s *schema.Student) { s.Findings = []schema.Finding{secret + "\x00"} },
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

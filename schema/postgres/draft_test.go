package postgres_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
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
	err = db.Students(t.Context(), 2, func(s *schema.Student) error {
		s2 := *s
		s2.Findings = append([]schema.Finding(nil), s.Findings...)
		back = append(back, s2)
		return nil
	})
	if diff := cmp.Diff([]schema.Student{student(2, "12"), odd}, back); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
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
	if _, err := draft.CopyStudents(t.Context(), fill(students(1))); err != nil {
		t.Fatal(err)
	}
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
	all := []schema.Student{student(1, "5"), student(2, "5"), student(3, "6"), student(4, ""), student(5, ""), student(6, "5")}
	if _, err := draft.CopyStudents(t.Context(), fill(all)); err != nil {
		t.Fatal(err)
	}
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

func TestNothingIsKept(t *testing.T) {
	errSource := errors.New("the source broke off: SECRET-SOURCE")
	for name, broken := range map[string]func(write func(*schema.Student) error) error{
		"before the first student": func(func(*schema.Student) error) error { return errSource },
		"after some": func(write func(*schema.Student) error) error {
			return errors.Join(fill(students(3))(write), errSource)
		},
		"after many": func(write func(*schema.Student) error) error {
			return errors.Join(fill(students(5000))(write), errSource)
		},
	} {
		t.Run(name, func(t *testing.T) {
			test := postgrestest.Database(t)
			draft := begin(t, open(t, test.Extract))
			if _, err := draft.CopyStudents(t.Context(), broken); !errors.Is(err, errSource) {
				t.Errorf("got %v, want %v", err, errSource)
			}
			if n := query[int](t, test.Owner, `select count(*) from student`); n != 0 {
				t.Errorf("%d students are left", n)
			}
			begin(t, open(t, test.Extract)) // the lock is free
		})
	}
	if strings.Contains(postgrestest.Log(t), "SECRET-SOURCE") {
		t.Error("the server's log holds the error of the source")
	}
}

func TestNoStudentsTakeNoNumber(t *testing.T) {
	db := open(t, postgrestest.Database(t).Extract)
	draft := begin(t, db)
	if n, err := draft.CopyStudents(t.Context(), fill(nil)); n != 0 || err != nil || draft.Number() != 0 {
		t.Fatalf("got %d students, %v, number %d", n, err, draft.Number())
	}
	draft.Discard()
	if s := take(t, db, students(1)...); s.Number != 1 {
		t.Errorf("got snapshot %d, want 1", s.Number)
	}
}

func TestKilledBackend(t *testing.T) {
	test := postgrestest.Database(t)
	draft := begin(t, open(t, test.Extract))
	_, err := draft.CopyStudents(t.Context(), func(write func(*schema.Student) error) error {
		if err := fill(students(2000))(write); err != nil {
			return err
		}
		postgrestest.Exec(t, test.Extract, `select pg_terminate_backend(pid, 10000) from pg_stat_activity
			where datname = current_database() and pid <> pg_backend_pid() and query like 'copy student%'`)
		for { // until the broken connection is noticed
			if err := fill(students(2000))(write); err != nil {
				return err
			}
		}
	})
	wantKind(t, err, schema.Unreachable)
	if n := query[int](t, test.Owner, `select count(*) from student`); n != 0 {
		t.Errorf("%d students are left", n)
	}
}

func TestCancelledCopy(t *testing.T) {
	test := postgrestest.Database(t)
	ctx, cancel := context.WithCancel(t.Context())
	draft := begin(t, open(t, test.Extract))
	_, err := draft.CopyStudents(ctx, func(write func(*schema.Student) error) error {
		cancel()
		for {
			if err := fill(students(2000))(write); err != nil {
				return err
			}
		}
	})
	if !errors.Is(err, context.Canceled) {
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
		"error 23505, table student, constraint student_pkey": func(s *schema.Student) { s.DCID = 98765432 },
		"error 23502, table student, column facts":            func(s *schema.Student) { s.Facts = "" },
	} {
		t.Run(name, func(t *testing.T) {
			s := student(1, secret)
			s.FirstName = secret
			set(&s)
			draft := begin(t, open(t, postgrestest.Database(t).Extract))
			_, err := draft.CopyStudents(t.Context(), fill([]schema.Student{student(98765432, secret), s}))
			wantKind(t, err, schema.Rejected)
			if !strings.Contains(err.Error(), name) || strings.Contains(err.Error(), secret) {
				t.Errorf("got %v, want it to name %s and no value", err, name)
			}
		})
	}
}

package postgres_test

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

func TestMain(m *testing.M) { os.Exit(postgrestest.Run(m)) }

var clock = time.Date(2026, 11, 20, 2, 30, 0, 0, time.UTC)

func now() time.Time { return clock }

func open(tb testing.TB, url string) *postgres.DB {
	tb.Helper()
	db, err := postgres.Open(tb.Context(), url, postgres.Options{
		Program: "test",
		Run:     "run",
		Now:     now,
	})
	if err != nil {
		tb.Fatal(err)
	}

	tb.Cleanup(db.Close)

	return db
}

// query returns the one value of a query.
func query[T any](tb testing.TB, url, sql string, args ...any) (value T) {
	tb.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		tb.Fatal(err)
	}
	defer conn.Close(ctx)
	if err := conn.QueryRow(ctx, sql, args...).Scan(&value); err != nil {
		tb.Fatalf("%s: %v", sql, err)
	}

	return value
}

func wantKind(tb testing.TB, err error, want schema.Kind) {
	tb.Helper()
	if err == nil || schema.KindOf(err) != want {
		tb.Fatalf("got %v (kind %d), want kind %d", err, schema.KindOf(err), want)
	}
}

func student(dcid int64, number string) schema.Student {
	return schema.Student{
		DCID:         dcid,
		ID:           dcid + 1000,
		Number:       number,
		GradeLevel:   9 + dcid%4,
		SchoolID:     17 + dcid%3,
		DaysPresent:  "61.5",
		DaysEnrolled: "63",
		SimpleGPA:    "3.25",
		WeightedGPA:  "3.9",
		Facts:        `{"iep":["1"],"lep":["0"]}`,
	}
}

func students(n int) []schema.Student {
	s := make([]schema.Student, n)
	for i := range s {
		s[i] = student(int64(i+1), strconv.Itoa(100000+i*7919%n))
	}
	return s
}

func begin(tb testing.TB, db *postgres.DB) *postgres.Draft {
	tb.Helper()
	draft, err := db.Begin(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}

	tb.Cleanup(draft.Discard)

	return draft
}

// write writes students to a draft, and returns the first error.
func write(ctx context.Context, draft *postgres.Draft, students []schema.Student) error {
	for i := range students {
		if err := draft.Write(ctx, &students[i]); err != nil {
			return fmt.Errorf("student %d of them: %w", i, err)
		}
	}
	return nil
}

// fill writes students to a draft and ends the writing.
func fill(tb testing.TB, draft *postgres.Draft, students []schema.Student) int64 {
	tb.Helper()
	err := write(tb.Context(), draft, students)
	if err != nil {
		tb.Fatal(err)
	}

	written, err := draft.Close()
	if err != nil {
		tb.Fatal(err)
	}

	return written
}

// settings are those that a store would hold as this text.
func settings(tb testing.TB, text string) schema.Settings {
	tb.Helper()
	s, err := schema.ParseSettings(text)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

var runs int

// take takes a whole snapshot.
func take(tb testing.TB, db *postgres.DB, students ...schema.Student) schema.Snapshot {
	tb.Helper()
	draft := begin(tb, db)
	written := fill(tb, draft, students)
	if written != int64(len(students)) {
		tb.Fatalf("wrote %d, want %d", written, len(students))
	}

	leavers, err := draft.Missing(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}

	runs++
	s := schema.Snapshot{
		Run:               fmt.Sprint("run", runs),
		AttendanceThrough: clock,
		TakenAt:           clock.Add(time.Duration(runs) * time.Hour),
		Settings:          settings(tb, `{"b":1, "a":"<>"}`),
		SourceRows:        written,
		Students:          written,
		Leavers:           int64(len(leavers)),
		Findings:          schema.FindingCounts{schema.NumberMissing: 1},
		Digest:            schema.Sum{1, 2},
	}
	if err := draft.Seal(tb.Context(), &s, leavers); err != nil {
		tb.Fatal(err)
	}

	return s
}

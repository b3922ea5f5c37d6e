package postgres_test

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

func TestStudentsComeInTheOrderOfTheFiles(t *testing.T) {
	numbers := []string{
		"", "0", "00", "7", "007", "7", "10", "9",
		"99999999999999999999999", "100000000000000000000000",
		"A1", "a1", "Z", "é", "-5", " 5", "5 ", "1e3", "5\n", "12a", "~", "10", "", "٣", "1.5",
	}

	var all []schema.Student
	for i, n := range numbers {
		all = append(all, student(int64(i+1), n))
	}

	db := open(t, postgrestest.Database(t).Extract)
	s := take(t, db, all...)
	slices.SortStableFunc(all, func(a, b schema.Student) int {
		return cmp.Or(schema.CompareNumbers(b.Number, a.Number), strings.Compare(b.Number, a.Number))
	})

	var want, got []string
	for _, s := range all {
		want = append(want, s.Number)
	}

	for s, err := range db.Students(t.Context(), s.Number) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, strings.Clone(s.Number))
	}

	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestStudentsStop(t *testing.T) {
	db := open(t, postgrestest.Database(t).Extract)
	s := take(t, db, students(3000)...)
	for range 10 { // more often than there are connections
		for _, err := range db.Students(t.Context(), s.Number) {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
	}

	if _, err := db.Snapshots(t.Context()); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

func TestStudentsEndWithTheContext(t *testing.T) {
	db := open(t, postgrestest.Database(t).Extract)
	s := take(t, db, students(3000)...)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	for _, err := range db.Students(ctx, s.Number) {
		cancel()
		last = err
	}

	if !errors.Is(last, context.Canceled) {
		t.Errorf("got %v, want %v", last, context.Canceled)
	}
}

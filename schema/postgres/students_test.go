package postgres_test

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

func TestStudentsComeInTheOrderOfTheFiles(t *testing.T) {
	numbers := []string{"", "0", "00", "7", "007", "7", "10", "9", "99999999999999999999999", "100000000000000000000000",
		"A1", "a1", "Z", "é", "-5", " 5", "5 ", "1e3", "5\n", "12a", "~", "10", "", "٣", "1.5"}
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
	if err := db.Students(t.Context(), s.Number, func(s *schema.Student) error {
		got = append(got, strings.Clone(s.Number))
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestStudentsStop(t *testing.T) {
	db := open(t, postgrestest.Database(t).Extract)
	s := take(t, db, students(3000)...)
	enough, n := errors.New("enough"), 0
	err := db.Students(t.Context(), s.Number, func(*schema.Student) error { n++; return enough })
	if !errors.Is(err, enough) || n != 1 {
		t.Errorf("got %v after %d, want %v after 1", err, n, enough)
	}
	if _, err := db.Snapshots(t.Context()); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

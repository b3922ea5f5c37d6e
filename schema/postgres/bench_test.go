package postgres_test

import (
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

const district = 100_000

func BenchmarkCopyStudents(b *testing.B) {
	db := open(b, postgrestest.Database(b).Extract)
	all := students(district)
	b.ReportAllocs()
	for b.Loop() {
		draft := begin(b, db)
		if _, err := draft.CopyStudents(b.Context(), fill(all)); err != nil {
			b.Fatal(err)
		}
		draft.Discard()
	}
	b.ReportMetric(float64(district)*float64(b.N)/b.Elapsed().Seconds(), "students/s")
}

func BenchmarkStudents(b *testing.B) {
	db := open(b, postgrestest.Database(b).Extract)
	s := take(b, db, students(district)...)
	b.ReportAllocs()
	for b.Loop() {
		if err := db.Students(b.Context(), s.Number, func(*schema.Student) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(district)*float64(b.N)/b.Elapsed().Seconds(), "students/s")
}

func BenchmarkDrop(b *testing.B) {
	db := open(b, postgrestest.Database(b).Extract)
	all := students(10_000)
	last := take(b, db, all...)
	for b.Loop() {
		b.StopTimer()
		before := last
		last = take(b, db, all...)
		b.StartTimer()
		if err := db.Drop(b.Context(), before.Number); err != nil {
			b.Fatal(err)
		}
	}
}

package postgres_test

import (
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

const district = 100_000

func BenchmarkWrite(b *testing.B) {
	db := open(b, postgrestest.Database(b).Extract)
	all := students(district)
	b.ReportAllocs()

	for b.Loop() {
		draft := begin(b, db)
		fill(b, draft, all)
		draft.Discard()
	}

	b.ReportMetric(float64(district)*float64(b.N)/b.Elapsed().Seconds(), "students/s")
}

func BenchmarkStudents(b *testing.B) {
	db := open(b, postgrestest.Database(b).Extract)
	s := take(b, db, students(district)...)
	b.ReportAllocs()

	for b.Loop() {
		for _, err := range db.Students(b.Context(), s.Number) {
			if err != nil {
				b.Fatal(err)
			}
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

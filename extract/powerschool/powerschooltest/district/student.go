package district

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

// null is NULL in COPY's text format.
const null = `\N`

// school is a school, and the grades taught there.
type school struct {
	number      int
	name        string
	first, last int
	share       int // percent of the students
}

// schools are those of the district. Number 901 is not a building: districts
// keep the students there who are taught elsewhere.
var schools = []school{
	{17, "North High School", 9, 12, 24},
	{18, "South High School", 9, 12, 22},
	{19, "Riverside High School", 9, 12, 14},
	{31, "Lakeview Middle School", 6, 8, 20},
	{32, "Prairie Middle School", 6, 8, 18},
	{901, "Outplaced Students", 6, 12, 2},
}

// graduated is the school number that PowerSchool gives to graduates.
const graduated = 999999

// student is a row of STUDENTS and of each extension table.
type student struct {
	dcid, id, number           int
	status, grade, school, fte int
	first, last, gender        string
	born, entry                time.Time
	simple, weighted           string
	iep, lep, lii, plan504     int
	gifted                     string
	absences                   float64 // the share of days
}

var (
	firstNames = strings.Fields(`
		Ada Amir Bea Caleb Chidi Dalia Emre Esme Felix Freya Gita Hana Hugo Ines Ivo Jonah Kaia Lena
		Luca Maya Milo Nadia Noor Omar Oona Priya Quinn Rosa Sami Tariq Tess Uma Vera Wren Yara Zane`)
	lastNames = strings.Fields(`
		Abara Bellweather Castellan Dunmore Eklund Farrow Galvez Hollis Ibarra Jessop Kestrel Lindqvist
		Marlow Nakata Okafor Pemberly Quist Rosales Strand Tamsin Underhill Vasquez Wexford Yarrow Zielke`)
)

// newStudent makes up the i-th student of the district.
func newStudent(r *rand.Rand, i int, entry time.Time) student {
	s := student{dcid: 2*i + 101, id: i + 1, number: 100000 + 7*i, entry: entry}
	s.first, s.last = pick(r, firstNames), pick(r, lastNames)
	s.gender = pick(r, []string{"F", "M"})
	s.attend(r)
	s.born = entry.AddDate(-min(s.grade, 12)-6, -r.IntN(12), -r.IntN(28))
	s.assess(r)
	s.absences = 0.01 + 0.06*r.Float64()
	if chance(r, 5) {
		s.absences = 0.10 + 0.30*r.Float64()
	}

	return s
}

// attend chooses the school, and who no longer attends one.
func (s *student) attend(r *rand.Rand) {
	n := r.IntN(100)
	for i, at := range schools {
		if n -= at.share; n < 0 {
			s.school, s.grade = at.number, at.first+r.IntN(at.last-at.first+1)
			s.fte = 100*(i+1) + s.grade
			break
		}
	}

	switch n := r.IntN(100); {
	case n < 7:
		s.status, s.grade, s.school = 3, 99, graduated
	case n < 11:
		s.status = 2
	case n < 12:
		s.status = -1
	}
}

// assess chooses grade point averages, which middle schools do not give, and flags.
func (s *student) assess(r *rand.Rand) {
	s.simple, s.weighted = null, null
	if s.grade >= 9 && !chance(r, 3) {
		s.simple, s.weighted = averages(r)
	}
	if s.grade >= 9 && r.IntN(1000) == 0 {
		s.simple = "N/A"
	}

	s.iep, s.lep, s.lii = flag(r, 14), flag(r, 9), flag(r, 31)
	s.plan504 = flag(r, 5)
	s.gifted = []string{"N", "Y"}[flag(r, 8)]
}

func averages(r *rand.Rand) (simple, weighted string) {
	gpa := 4 * (1 - r.Float64()*r.Float64())
	return fmt.Sprintf("%.4f", gpa), fmt.Sprintf("%.4f", gpa+0.8*r.Float64())
}

func chance(r *rand.Rand, percent int) bool { return r.IntN(100) < percent }

func flag(r *rand.Rand, percent int) int {
	if chance(r, percent) {
		return 1
	}
	return 0
}

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

// enroll adds students to STUDENTS and the extension tables.
func enroll(ctx context.Context, tx pgx.Tx, students []student) error {
	for _, t := range []struct {
		name string
		row  func(s *student) []any
	}{
		{"students", (*student).row},
		{"u_def_ext_students0", func(s *student) []any { return []any{s.dcid, s.simple, s.weighted} }},
		{"s_il_stu_x", func(s *student) []any { return []any{s.dcid, s.iep, s.lep, s.lii} }},
		{"s_il_stu_plan504_x", func(s *student) []any { return []any{s.dcid, s.plan504} }},
		{"s_stu_crdc_x", func(s *student) []any { return []any{s.dcid, s.gifted} }},
	} {
		err := copyTable(ctx, tx, t.name, func(w *bufio.Writer) {
			for i := range students {
				writeRow(w, t.row(&students[i])...)
			}
		})
		if err != nil {
			return err
		}
	}

	return nil
}

// row returns the student's columns of STUDENTS, as in schema.sql.
func (s *student) row() []any {
	exit := s.entry.AddDate(0, 10, 0)
	return []any{
		s.dcid, s.id, s.number,
		s.status, s.grade, s.school, s.fte,
		s.first, s.last, s.born.Format(time.DateOnly), s.gender,
		s.entry.Format(time.DateOnly), exit.Format(time.DateOnly),
	}
}

// writeRow writes a row in COPY's text format.
func writeRow(w *bufio.Writer, columns ...any) {
	for i, column := range columns {
		if i > 0 {
			w.WriteByte('\t')
		}
		fmt.Fprint(w, column)
	}
	w.WriteByte('\n') // errors come back from Flush
}

func writeSchools(w *bufio.Writer) {
	for i, s := range schools {
		writeRow(w, i+1, i+1, s.number, s.name)
	}
}

// writeTerms writes each school's year, whose number counts from 1990.
func writeTerms(w *bufio.Writer, first time.Time) {
	last := first.AddDate(0, 10, 0)
	year := first.Year() - 1990
	name := fmt.Sprintf("%d-%d", first.Year(), first.Year()+1)

	for i, s := range schools {
		writeRow(w, i+1, 100*year, s.number, year, 1, name, first.Format(time.DateOnly), last.Format(time.DateOnly))
	}
}

package main

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// year is a district that goes through a school year: four schools, grades 8 to
// 12, and the things that happen.
type year struct {
	*nights
	rng  *rand.Rand
	next int64 // the DCID of the next one to enrol
	days int   // school days so far
}

var yearSchools = []int64{17, 18, 19, 32}

func newYear(t *testing.T) *year {
	y := &year{nights: newNights(t), rng: rand.New(rand.NewPCG(1, 2)), next: 1}
	for range 600 {
		y.newStudent(8 + y.rng.Int64N(5))
	}
	for _, st := range y.students { // the year before is over, and in the books
		attend(st, 160, 170)
	}
	return y
}

func (y *year) newStudent(grade int64) *schema.Student {
	st := y.enrol(y.next, yearSchools[y.rng.IntN(len(yearSchools))], grade)
	y.next++
	var facts []string
	for _, f := range []struct {
		name  string
		share float64
	}{{"iep", 0.14}, {"section_504", 0.1}, {"lep", 0.08}, {"lii", 0.35}, {"gifted", 0.09}} {
		if y.rng.Float64() < f.share {
			facts = append(facts, f.name)
		}
	}
	mark(st, facts...)
	gpa := 2 + 2*y.rng.Float64()
	st.SimpleGPA, st.WeightedGPA = points(gpa), points(gpa*1.1)
	return st
}

func points(f float64) schema.Decimal {
	d, _ := schema.ParseDecimal(strconv.FormatFloat(f, 'f', 3, 64))
	return d
}

func attend(st *schema.Student, present, enrolled int) {
	st.DaysPresent, st.DaysEnrolled = schema.Decimal(strconv.Itoa(present)), schema.Decimal(strconv.Itoa(enrolled))
}

// sorted returns the students in an order that does not change between runs.
func (y *year) sorted() (list []*schema.Student) {
	for _, dcid := range slices.Sorted(maps.Keys(y.students)) {
		list = append(list, y.students[dcid])
	}
	return list
}

// schoolDay lets an ordinary day pass: most are present, one or two come or go,
// and a plan begins or ends.
func (y *year) schoolDay() {
	y.days++
	for _, st := range y.sorted() {
		present, _ := st.DaysPresent.Float()
		enrolled, _ := st.DaysEnrolled.Float()
		if y.rng.Float64() < 0.94 {
			present++
		}
		attend(st, int(present), int(enrolled)+1)
	}
	if y.rng.IntN(3) == 0 {
		y.leave(y.any().DCID, 2)
	}
	if y.rng.IntN(3) == 0 {
		y.newStudent(8 + y.rng.Int64N(5))
	}
	y.toggle(y.any(), "section_504")
	if y.rng.IntN(5) == 0 {
		y.toggle(y.any(), "iep")
	}
}

func (y *year) any() *schema.Student { return y.sorted()[y.rng.IntN(len(y.students))] }

// toggle gives a student a fact, or takes it away.
func (y *year) toggle(st *schema.Student, fact string) {
	values, _ := st.Facts.Values()
	facts := slices.Sorted(maps.Keys(values))
	if i := slices.Index(facts, fact); i >= 0 {
		facts = slices.Delete(facts, i, i+1)
	} else {
		facts = append(facts, fact)
	}
	mark(st, facts...)
}

func (y *year) has(st *schema.Student, fact string) bool {
	values, _ := st.Facts.Values()
	return values[fact] != nil
}

// gradesRun computes the GPAs anew: they move a little.
func (y *year) gradesRun() {
	for _, st := range y.sorted() {
		simple, _ := st.SimpleGPA.Float()
		weighted, _ := st.WeightedGPA.Float()
		by := y.rng.NormFloat64() * 0.1
		st.SimpleGPA, st.WeightedGPA = points(simple+by), points(weighted+by)
	}
}

// rollOver begins a year: everybody is a grade further, new ones come, and
// there are new FTEs, under which nobody has a day yet.
func (y *year) rollOver() {
	for _, st := range y.sorted() {
		if st.GradeLevel++; st.GradeLevel > 12 {
			y.leave(st.DCID, 3)
		}
		st.DaysPresent, st.DaysEnrolled = "", ""
	}
	for range 120 {
		y.newStudent(8)
	}
}

// TestSchoolYear walks through a year, night by night, and names those that are
// held, and why that is right. No other night may be.
func TestSchoolYear(t *testing.T) {
	t.Parallel()
	y := newYear(t)
	at := func(month time.Month, day int) string { return fmt.Sprintf("%s %d", month.String()[:3], day) }
	want := map[string][]string{
		// Nobody knows what SchooLinks has: a person looks at the first night.
		at(7, 1): {"baseline"},
		// Roll-over: last year's seniors go, a fifth of everything, and the new
		// eighth grade comes with its tags. Attendance has no row under the new FTEs
		// yet: that file is skipped, and last year's stays.
		at(8, 14): {"left", "added"},
		// The first day of school: attendance has rows again, and only now those of
		// the graduates go from that file.
		at(8, 20): {"left"},
		// Half of the 504 plans have run out on one day, and nobody has renewed
		// them yet: this is what the limit is for.
		at(9, 30): {"lost", "cumulative"},
		// They come back in one night.
		at(10, 7): {"added"},
		// The seniors graduate, a fifth of each file.
		at(6, 10): {"left", "cumulative"},
	}
	got := map[string][]string{}
	var expired []*schema.Student
	for date := time.Date(2026, 7, 1, 3, 0, 0, 0, time.UTC); date.Before(time.Date(2027, 7, 10, 0, 0, 0, 0, time.UTC)); date = date.AddDate(0, 0, 1) {
		day := at(date.Month(), date.Day())
		weekend := date.Weekday() == time.Saturday || date.Weekday() == time.Sunday
		inSchool := !date.Before(time.Date(2026, 8, 20, 0, 0, 0, 0, time.UTC)) && date.Before(time.Date(2027, 6, 10, 0, 0, 0, 0, time.UTC))
		ordinary := false
		summer := !inSchool && date.Day()%10 != 1 // nothing happens; every tenth night will do
		switch day {
		case at(8, 14):
			y.rollOver()
		case at(10, 30), at(1, 15), at(3, 26), at(6, 4):
			y.gradesRun()
		case at(9, 30):
			for _, st := range y.sorted() {
				if y.has(st, "section_504") && st.DCID%2 == 0 {
					y.toggle(st, "section_504")
					expired = append(expired, st)
				}
			}
		case at(10, 7):
			for _, st := range expired {
				if y.students[st.DCID] != nil && !y.has(st, "section_504") {
					y.toggle(st, "section_504")
				}
			}
		case at(2, 1): // a school closes; its students take their rows along, so nothing is lost
			for _, st := range y.sorted() {
				if st.SchoolID == 32 {
					st.SchoolID = 19
				}
			}
		case at(6, 10):
			for _, st := range y.sorted() {
				if st.GradeLevel == 12 {
					y.leave(st.DCID, 3)
				}
			}
		default:
			ordinary = true
			if weekend || summer {
				continue
			}
		}
		if inSchool && !weekend {
			y.schoolDay()
			if ordinary && date.YearDay()%2 == 1 {
				continue // as after a night on which the job did not run
			}
		}
		y.now = date
		if held := y.night(); held != nil {
			got[day] = held
		}
		if day == at(11, 20) {
			y.disasters()
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("nights that were held (-want +got):\n%s", diff)
	}
}

// disasters lets each of them happen on an ordinary evening. Every one is held,
// by the limit that says what it is, and the next night goes on as if nothing
// had been.
func (y *year) disasters() {
	for name, d := range map[string]struct {
		limit  string
		happen func(*schema.Student)
	}{
		"the IEP column is empty":                {"vanished", func(st *schema.Student) { y.drop(st, "iep") }},
		"everybody is an English learner":        {"added", func(st *schema.Student) { y.drop(st, "lep"); y.toggle(st, "lep") }},
		"everybody was never present":            {"lost", func(st *schema.Student) { st.DaysPresent = "0" }},
		"one school is gone":                     {"vanished", func(st *schema.Student) { y.leaveIf(st, st.SchoolID == 17) }},
		"weighted GPAs are blank":                {"lost", func(st *schema.Student) { st.WeightedGPA = "" }},
		"GPAs are on another scale":              {"gpa_jump", func(st *schema.Student) { st.SimpleGPA = points(80) }},
		"days present are halved":                {"attendance_shift", func(st *schema.Student) { half, _ := st.DaysPresent.Float(); st.DaysPresent = points(half / 2) }},
		"a third of all students is gone":        {"left", func(st *schema.Student) { y.leaveIf(st, st.DCID%3 == 0) }},
		"the tags of one school are gone":        {"vanished", func(st *schema.Student) { y.dropAllIf(st, st.SchoolID == 18) }},
		"504 plans are kept as words, not as 1s": {"vanished", func(st *schema.Student) { y.drop(st, "section_504") }},
	} {
		was := map[int64]schema.Student{}
		for dcid, st := range y.students {
			was[dcid] = *st
		}
		for _, st := range y.sorted() {
			d.happen(st)
		}
		y.snapshot()
		p := y.plan()
		if held := tripped(p); p.Verdict != schema.Hold || !slices.Contains(held, d.limit) {
			y.Errorf("%s: held by %v, want %s", name, held, d.limit)
		}
		for dcid, st := range was {
			y.students[dcid] = &st
			delete(y.left, dcid)
		}
		if held := y.night(); held != nil {
			y.Errorf("the night after: %s: held by %v", name, held)
		}
	}
}

func (y *year) drop(st *schema.Student, fact string) {
	if y.has(st, fact) {
		y.toggle(st, fact)
	}
}

func (y *year) dropAllIf(st *schema.Student, really bool) {
	if really {
		mark(st)
	}
}

func (y *year) leaveIf(st *schema.Student, really bool) {
	if really {
		y.leave(st.DCID, 2)
	}
}

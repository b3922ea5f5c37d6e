package main

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// year is a district that goes through a school year, with four schools and grades
// 8 to 12.
type year struct {
	*nights
	rng     *rand.Rand
	next    int64             // the DCID of the next student to enroll
	expired []*schema.Student // whose 504 plans have run out
}

var yearSchools = []int64{17, 18, 19, 32}

func newYear(t *testing.T) *year {
	y := &year{
		nights: newNights(t),
		rng:    rand.New(rand.NewPCG(1, 2)),
		next:   1,
	}

	for range 600 {
		y.newStudent(8 + y.rng.Int64N(5))
	}
	for _, st := range y.students { // last year is over, and has its attendance
		attend(st, 160, 170)
	}
	return y
}

// factShares says how many of the students have a fact.
var factShares = []struct {
	fact  string
	share float64
}{
	{"iep", 0.14},
	{"section_504", 0.1},
	{"lep", 0.08},
	{"lii", 0.35},
	{"gifted", 0.09},
}

func (y *year) newStudent(grade int64) *schema.Student {
	st := y.enroll(y.next, yearSchools[y.rng.IntN(len(yearSchools))], grade)
	y.next++

	var facts []string
	for _, f := range factShares {
		if y.rng.Float64() < f.share {
			facts = append(facts, f.fact)
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
	st.DaysPresent = schema.Decimal(strconv.Itoa(present))
	st.DaysEnrolled = schema.Decimal(strconv.Itoa(enrolled))
}

// sorted returns the students in an order that does not change between runs.
func (y *year) sorted() (list []*schema.Student) {
	for _, dcid := range slices.Sorted(maps.Keys(y.students)) {
		list = append(list, y.students[dcid])
	}
	return list
}

// schoolDay lets an ordinary day pass: most students are present, one or two come
// or go, and a plan begins or ends.
func (y *year) schoolDay() {
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

// toggle adds a fact to a student, or removes it.
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

// gradesRun computes the GPAs again: they move a little.
func (y *year) gradesRun() {
	for _, st := range y.sorted() {
		simple, _ := st.SimpleGPA.Float()
		weighted, _ := st.WeightedGPA.Float()

		by := y.rng.NormFloat64() * 0.1
		st.SimpleGPA, st.WeightedGPA = points(simple+by), points(weighted+by)
	}
}

// rollOver begins a year: everyone is a grade higher, new students come, and
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
// held, and why that is right. No other night may be held.
func TestSchoolYear(t *testing.T) {
	t.Parallel()
	y := newYear(t)
	want := map[string][]string{
		// Nobody knows what SchooLinks has: a person looks at the first night.
		"Jul 1": {"baseline"},
		// Roll-over: last year's seniors go, a fifth of everything, and the new
		// eighth grade comes with its tags. Attendance has no row under the new FTEs
		// yet: that file is skipped, and last year's stays.
		"Aug 14": {"left", "added"},
		// The first day of school: attendance has rows again, and only now the rows
		// of the graduates go from that file.
		"Aug 20": {"left"},
		// Half of the 504 plans have run out on one day, and nobody has renewed
		// them yet: this is what the limit is for.
		"Sep 30": {"lost", "cumulative"},
		// They come back in one night.
		"Oct 7": {"added"},
		// The seniors graduate, a fifth of each file.
		"Jun 10": {"left", "cumulative"},
	}

	got := map[string][]string{}
	end := date(2027, time.July, 10)
	for day := date(2026, time.July, 1); day.Before(end); day = day.AddDate(0, 0, 1) {
		if !y.pass(day) {
			continue
		}

		name := day.Format("Jan 2")
		y.now = day.Add(3 * time.Hour)
		if held := y.night(); held != nil {
			got[name] = held
		}
		if name == "Nov 20" {
			y.disasters()
		}
	}

	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("nights that were held (-want +got):\n%s", diff)
	}
}

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// pass lets a day pass, and reports whether the programs run in its night.
func (y *year) pass(day time.Time) (night bool) {
	special := y.special(day.Format("Jan 2"))
	weekend := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
	inSchool := !day.Before(date(2026, time.August, 20)) && day.Before(date(2027, time.June, 10))

	switch {
	case weekend:
		return special
	case inSchool:
		y.schoolDay()
		return special || day.YearDay()%2 == 0 // every other night the job did not run
	}
	return special || day.Day()%10 == 1 // in summer nothing happens; every tenth night is enough
}

// special lets happen what happens on one day of the year, and reports whether it
// is such a day.
func (y *year) special(day string) bool {
	switch day {
	case "Aug 14":
		y.rollOver()
	case "Oct 30", "Jan 15", "Mar 26", "Jun 4":
		y.gradesRun()
	case "Sep 30":
		y.plansExpire()
	case "Oct 7":
		y.plansAreRenewed()
	case "Feb 1":
		y.schoolCloses()
	case "Jun 10":
		y.seniorsGraduate()
	default:
		return false
	}
	return true
}

// plansExpire ends half of the 504 plans.
func (y *year) plansExpire() {
	for _, st := range y.sorted() {
		if y.has(st, "section_504") && st.DCID%2 == 0 {
			y.toggle(st, "section_504")
			y.expired = append(y.expired, st)
		}
	}
}

func (y *year) plansAreRenewed() {
	for _, st := range y.expired {
		if y.students[st.DCID] != nil && !y.has(st, "section_504") {
			y.toggle(st, "section_504")
		}
	}
}

// schoolCloses moves the students of one school to another. They take their rows
// along, so nothing is lost.
func (y *year) schoolCloses() {
	for _, st := range y.sorted() {
		if st.SchoolID == 32 {
			st.SchoolID = 19
		}
	}
}

func (y *year) seniorsGraduate() {
	for _, st := range y.sorted() {
		if st.GradeLevel == 12 {
			y.leave(st.DCID, 3)
		}
	}
}

// disaster is what can go wrong for every student, and the limit that holds it.
type disaster struct {
	name    string
	limit   string
	strikes func(*schema.Student)
}

// disasters lets each of them happen on an ordinary evening. Every one is held by
// the limit that is made for it, and the next night goes on as if nothing had
// happened.
func (y *year) disasters() {
	for _, d := range []disaster{
		{"the IEP column is empty", "vanished", func(st *schema.Student) { y.drop(st, "iep") }},
		{"everyone is an English learner", "added", func(st *schema.Student) { y.add(st, "lep") }},
		{"nobody was ever present", "lost", func(st *schema.Student) { st.DaysPresent = "0" }},
		{"one school is gone", "vanished", func(st *schema.Student) { y.leaveIf(st, st.SchoolID == 17) }},
		{"weighted GPAs are blank", "lost", func(st *schema.Student) { st.WeightedGPA = "" }},
		{"GPAs are on another scale", "gpa_jump", func(st *schema.Student) { st.SimpleGPA = points(80) }},
		{"days present are halved", "attendance_shift", halveDaysPresent},
		{"a third of all students is gone", "left", func(st *schema.Student) { y.leaveIf(st, st.DCID%3 == 0) }},
		{"the tags of one school are gone", "vanished", func(st *schema.Student) { dropAllIf(st, st.SchoolID == 18) }},
		{"504 plans are words, not 1s", "vanished", func(st *schema.Student) { y.drop(st, "section_504") }},
	} {
		y.strike(d)
	}
}

// strike lets a disaster happen, and then undoes it.
func (y *year) strike(d disaster) {
	was := map[int64]schema.Student{}
	for dcid, st := range y.students {
		was[dcid] = *st
	}
	for _, st := range y.sorted() {
		d.strikes(st)
	}

	y.snapshot()
	p := y.plan()
	if held := tripped(p); p.Verdict != schema.Hold || !slices.Contains(held, d.limit) {
		y.Errorf("%s: held by %v, want %s", d.name, held, d.limit)
	}

	for dcid, st := range was {
		y.students[dcid] = &st
		delete(y.left, dcid)
	}
	if held := y.night(); held != nil {
		y.Errorf("the night after: %s: held by %v", d.name, held)
	}
}

func (y *year) drop(st *schema.Student, fact string) {
	if y.has(st, fact) {
		y.toggle(st, fact)
	}
}

func (y *year) add(st *schema.Student, fact string) {
	if !y.has(st, fact) {
		y.toggle(st, fact)
	}
}

func dropAllIf(st *schema.Student, really bool) {
	if really {
		mark(st)
	}
}

func (y *year) leaveIf(st *schema.Student, really bool) {
	if really {
		y.leave(st.DCID, 2)
	}
}

func halveDaysPresent(st *schema.Student) {
	days, _ := st.DaysPresent.Float()
	st.DaysPresent = points(days / 2)
}

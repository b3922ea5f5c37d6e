package powerschool_test

import (
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// counting is how days count by default.
var counting = schema.Attendance{
	View:        "ps_adaadm_daily_ctod",
	Window:      schema.WindowFTE,
	MembersOnly: true,
	Unrecorded:  schema.UnrecordedExclude,
	BoundDays:   400,
	StaleAfter:  30,
}

// Which days count by default, and which did for the script.
func TestDaysThatCount(t *testing.T) {
	t.Parallel()
	a := readAwkward(t, "days")
	url := a.load(t, "ps_adaadm_daily_ctod", "studentid", 1)

	for i, attendance := range []schema.Attendance{counting, d118().Attendance} {
		q := elsewhere()
		q.Attendance = attendance
		students, _ := read(t, open(t, url, q), through)
		for j, st := range students {
			label, want := a.students[j].label, a.students[j].cells[2+i]
			if got := days(st); got != want {
				t.Errorf("%s, %+v: got %s, want %s", label, attendance, got, want)
			}
		}
	}
}

// While nobody has a day that counts, that is not a finding about each student.
func TestNobodyHasADay(t *testing.T) {
	t.Parallel()
	a := readAwkward(t, "days")
	url := a.load(t, "ps_adaadm_daily_ctod", "studentid", 1)
	q := elsewhere()
	q.Attendance = counting

	for years, want := range map[int]bool{0: true, -10: false} {
		students, total := read(t, open(t, url, q), through.AddDate(years, 0, 0))
		if total.Attended != want {
			t.Errorf("%d years: got attended %t, want %t", years, total.Attended, want)
		}
		for _, s := range students {
			if !want && s.Has(schema.NoCountedDay) {
				t.Errorf("%d years: got %s for student %d", years, schema.NoCountedDay, s.DCID)
			}
		}
	}
}

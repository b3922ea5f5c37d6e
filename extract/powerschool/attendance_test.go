package powerschool_test

import (
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

var windows = []schema.Window{
	schema.WindowFTE,
	schema.WindowEnrollment,
	schema.WindowSchoolYear,
}

func TestWindows(t *testing.T) {
	t.Parallel()
	a := readAwkward(t, "windows")
	url := a.load(t, "ps_adaadm_daily_ctod", "studentid", 1)

	views := []string{
		"ps_adaadm_daily_ctod",
		"ps_adaadm_daily_ttod",
		"ps_adaadm_interval_ttod",
		"ps_adaadm_meeting_ptod",
		"ps_adaadm_meeting_ttod",
		"ps_adaadm_time_ttod",
		"ps_adaadm_timeinter_ttod",
		"ps_adaadm_defaults_all",
	}
	for _, view := range views[1:] {
		postgrestest.Exec(t, url, "create view "+view+` as
			select studentid, schoolid, calendardate, fteid, attendancevalue, membershipvalue
			from ps_adaadm_daily_ctod`)
	}

	for i, window := range windows {
		for _, view := range views {
			q := elsewhere()
			q.Attendance = schema.Attendance{View: view, Window: window}
			s := open(t, url, q)
			if err := s.Check(t.Context()); err != nil {
				t.Fatal(err)
			}

			students, _ := read(t, s, through)
			for j, st := range students {
				label, want := a.students[j].label, a.students[j].cells[2+i]
				if got := days(st); got != want {
					t.Errorf("%s, %s of %s: got %s, want %s", label, window, view, got, want)
				}
			}
		}
	}
}

// days writes days present / days enrolled, and what was found.
func days(s schema.Student) string {
	present, text := s.DaysPresent, "none"
	if present == "" {
		present = "?"
	}
	if s.DaysEnrolled != "" {
		text = string(present) + "/" + string(s.DaysEnrolled)
	}
	return strings.TrimSpace(text + " " + join(s.Findings))
}

// A window's columns are not needed if another window is asked for.
func TestWindowsReadNoMoreThanTheyNeed(t *testing.T) {
	t.Parallel()
	for window, without := range map[schema.Window]string{
		schema.WindowFTE: `
			drop table terms;
			alter table students drop entrydate;
			alter table ps_adaadm_daily_ctod drop schoolid`,
		schema.WindowEnrollment: `
			drop table terms;
			alter table students drop fteid;
			alter table ps_adaadm_daily_ctod drop fteid`,
		schema.WindowSchoolYear: `
			alter table students drop entrydate, drop fteid;
			alter table ps_adaadm_daily_ctod drop schoolid, drop fteid`,
	} {
		url := readAwkward(t, "windows").load(t, "ps_adaadm_daily_ctod", "studentid", 1)
		postgrestest.Exec(t, url, without)

		q := elsewhere()
		q.Attendance.Window = window
		s := open(t, url, q)
		if err := s.Check(t.Context()); err != nil {
			t.Fatal(err)
		}

		read(t, s, through)
	}
}

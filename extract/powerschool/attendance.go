package powerschool

import (
	"fmt"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Attendance is summed by dcid, because STUDENTS.ID is not guaranteed unique.
// No extension table takes part, because its duplicates would count days twice.
const attendance = `left join (select t.dcid,
                  sum(d.attendancevalue) days_present,
                  sum(d.membershipvalue) days_enrolled,
                  count(*) - count(d.attendancevalue) days_unknown
           from %s d
           %s
           where %s
           and d.calendardate <= %s
           group by t.dcid) a on a.dcid = s.dcid`

// attendance joins the sums of each student's days.
func (a *asking) attendance() string {
	return fmt.Sprintf(attendance,
		a.Attendance.View, a.days(), a.scope("t"), a.timestamp(a.through))
}

// windowOpens selects the value with which the window of a student's attendance
// begins. If it is NULL, no day counts.
func (a *asking) windowOpens() string {
	switch a.Attendance.Window {
	case schema.WindowEnrollment:
		return "s.entrydate"
	case schema.WindowSchoolYear:
		const yearOfSchool = "(select min(y.firstday) from terms y where y.schoolid = s.schoolid and %s)"
		return fmt.Sprintf(yearOfSchool, a.thisYear())
	}

	return "s.fteid"
}

// noWindow is the finding for a student whose windowOpens is NULL.
func noWindow(w schema.Window) schema.Finding {
	switch w {
	case schema.WindowEnrollment:
		return schema.EntryMissing
	case schema.WindowSchoolYear:
		return schema.YearMissing
	}

	return schema.FTEMissing
}

// thisYear is the condition that a term is the school year of the cutoff.
func (a *asking) thisYear() string {
	const current = "y.isyearrec = 1 and y.firstday < %s and y.lastday >= %s"
	return fmt.Sprintf(current, a.day(1), a.day(0))
}

// The year term of a school: one row, even if there are two by mistake, because
// each row would count the days again.
const schoolYears = `join students t on t.id = d.studentid
           join (select y.schoolid, min(y.firstday) firstday from terms y where %s group by y.schoolid) y
                on y.schoolid = t.schoolid and y.firstday <= d.calendardate`

// days joins attendance to the students whose days count.
func (a *asking) days() string {
	switch a.Attendance.Window {
	case schema.WindowEnrollment:
		return "join students t on t.id = d.studentid" +
			" and t.schoolid = d.schoolid and t.entrydate <= d.calendardate"
	case schema.WindowSchoolYear:
		return fmt.Sprintf(schoolYears, a.thisYear())
	}

	return "join students t on t.id = d.studentid and t.fteid = d.fteid"
}

func attendanceColumns(a schema.Attendance) []column {
	const view, window = "attendance.view", "attendance.window"

	cs := fixed(view, a.View, number, "studentid", "attendancevalue", "membershipvalue")
	cs = append(cs, fixed(view, a.View, date, "calendardate")...)

	switch a.Window {
	case schema.WindowFTE:
		cs = append(cs,
			column{a.View, view, "fteid", window, number},
			column{"students", window, "fteid", window, number})
	case schema.WindowEnrollment:
		cs = append(cs,
			column{a.View, view, "schoolid", window, number},
			column{"students", window, "entrydate", window, date})
	case schema.WindowSchoolYear:
		cs = append(cs, fixed(window, "terms", number, "schoolid", "isyearrec")...)
		cs = append(cs, fixed(window, "terms", date, "firstday", "lastday")...)
	}

	return cs
}

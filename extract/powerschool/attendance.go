package powerschool

import (
	"fmt"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Attendance is summed by dcid, because STUDENTS.ID is not guaranteed unique.
// No extension table takes part, because its duplicates would count days twice.
const attendance = `left join (select t.dcid,
                  sum(d.attendancevalue) days_present,
                  sum(%[1]s) days_enrolled,
                  count(*) - count(d.attendancevalue) days_unknown,
                  max(%s) newest_day,
                  max(max(%[2]s)) over (partition by t.schoolid) newest_of_school,
                  max(max(%[2]s)) over () newest_of_all
           from %[3]s d
           %[4]s
           where %[5]s
           and %[6]s
           group by t.dcid, t.schoolid) a on a.dcid = s.dcid`

// attendance joins the sums of each student's days.
func (a *asking) attendance() string {
	view := a.table(a.Attendance.View)
	days := a.days()
	read := strings.Join(a.daysRead(), "\n           and ")

	return fmt.Sprintf(attendance,
		a.recorded("d.membershipvalue"),
		a.recorded("d.calendardate"),
		view,
		days,
		a.scope("t"),
		read)
}

// daysRead are the conditions that a day is one of those that are read at all.
func (a *asking) daysRead() []string {
	conditions := []string{"d.calendardate <= " + a.timestamp(a.Through)}
	if bound := a.Attendance.BoundDays; bound > 0 {
		first := daysAfter(a.Through, -bound)
		conditions = append(conditions, "d.calendardate >= "+a.timestamp(first))
	}
	if a.Attendance.MembersOnly {
		conditions = append(conditions, "d.membershipvalue > 0")
	}

	return conditions
}

// recorded is a column of a day that counts, and NULL of one that does not.
func (a *asking) recorded(column string) string {
	if a.Attendance.Unrecorded == schema.UnrecordedExclude {
		return "case when d.attendancevalue is not null then " + column + " end"
	}
	return column
}

// windowOpens selects the value with which the window of a student's attendance
// begins. If it is NULL, no day counts.
func (a *asking) windowOpens() string {
	switch a.Attendance.Window {
	case schema.WindowEnrollment:
		return "s.entrydate"
	case schema.WindowSchoolYear:
		const yearOfSchool = "(select min(y.firstday) from %s y where y.schoolid = s.schoolid and %s)"
		return fmt.Sprintf(yearOfSchool, a.table("terms"), a.thisYear())
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
	tomorrow := a.timestamp(daysAfter(a.Through, 1))
	today := a.timestamp(daysAfter(a.Through, 0))
	return fmt.Sprintf(current, tomorrow, today)
}

// The year term of a school: one row, even if there are two by mistake, because
// each row would count the days again.
const schoolYears = `join %s t on t.id = d.studentid
           join (select y.schoolid, min(y.firstday) firstday from %s y where %s group by y.schoolid) y
                on y.schoolid = t.schoolid and y.firstday <= d.calendardate`

// days joins attendance to the students whose days count.
func (a *asking) days() string {
	students := a.table("students")
	join := "join " + students + " t on t.id = d.studentid"

	switch a.Attendance.Window {
	case schema.WindowEnrollment:
		return join + " and t.schoolid = d.schoolid and t.entrydate <= d.calendardate"
	case schema.WindowSchoolYear:
		return fmt.Sprintf(schoolYears, students, a.table("terms"), a.thisYear())
	}

	return join + " and t.fteid = d.fteid"
}

func attendanceColumns(a schema.Attendance) []column {
	const view = "attendance.view"

	sums := fixed(view, a.View, number,
		"studentid", "attendancevalue", "membershipvalue")
	day := fixed(view, a.View, date, "calendardate")

	return slices.Concat(sums, day, windowColumns(a))
}

// windowColumns are the columns that say whether a day is in the window. The
// window's key is theirs, whichever table they are in.
func windowColumns(a schema.Attendance) []column {
	const window = "attendance.window"

	inView := column{
		table:    a.View,
		tableKey: "attendance.view",
		key:      window,
		needs:    number,
	}

	switch a.Window {
	case schema.WindowFTE:
		inView.name = "fteid"
		inStudents := fixed(window, "students", number, "fteid")
		return append(inStudents, inView)
	case schema.WindowEnrollment:
		inView.name = "schoolid"
		inStudents := fixed(window, "students", date, "entrydate")
		return append(inStudents, inView)
	case schema.WindowSchoolYear:
		numbers := fixed(window, "terms", number, "schoolid", "isyearrec")
		dates := fixed(window, "terms", date, "firstday", "lastday")
		return slices.Concat(numbers, dates)
	}

	return nil
}

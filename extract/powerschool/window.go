package powerschool

import (
	"fmt"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// windowOpens selects what the window of a student's attendance begins with.
// Where it is NULL no day counts.
func (a *asking) windowOpens() string {
	switch a.Attendance.Window {
	case Enrollment:
		return "s.entrydate"
	case SchoolYear:
		return fmt.Sprintf("(select min(y.firstday) from terms y where y.schoolid = s.schoolid and %s)", a.thisYear())
	}
	return "s.fteid"
}

// noWindow is the finding of a student for whom that is NULL.
func (w Window) noWindow() schema.Finding {
	switch w {
	case Enrollment:
		return schema.EntryMissing
	case SchoolYear:
		return schema.YearMissing
	}
	return schema.FTEMissing
}

// thisYear is the condition of a term to be the school year of the cutoff.
func (a *asking) thisYear() string {
	return fmt.Sprintf("y.isyearrec = 1 and y.firstday < %s and y.lastday >= %s", a.day(1), a.day(0))
}

// The year term of a school, one row even where there are two by mistake:
// each would count the days once more.
const schoolYears = `join students t on t.id = d.studentid
           join (select y.schoolid, min(y.firstday) firstday from terms y where %s group by y.schoolid) y on y.schoolid = t.schoolid
                and y.firstday <= d.calendardate`

// days joins attendance to the students whose days count.
func (a *asking) days() string {
	switch a.Attendance.Window {
	case Enrollment:
		return "join students t on t.id = d.studentid and t.schoolid = d.schoolid and t.entrydate <= d.calendardate"
	case SchoolYear:
		return fmt.Sprintf(schoolYears, a.thisYear())
	}
	return "join students t on t.id = d.studentid and t.fteid = d.fteid"
}

func (a Attendance) columns() []column {
	cs := fixed("attendance.view", a.View, number, "studentid", "attendancevalue", "membershipvalue")
	cs = append(cs, fixed("attendance.view", a.View, date, "calendardate")...)
	const key = "attendance.window"
	switch a.Window {
	case FTE:
		cs = append(cs, column{a.View, "attendance.view", "fteid", key, number}, column{"students", key, "fteid", key, number})
	case Enrollment:
		cs = append(cs, column{a.View, "attendance.view", "schoolid", key, number}, column{"students", key, "entrydate", key, date})
	case SchoolYear:
		cs = append(cs, fixed(key, "terms", number, "schoolid", "isyearrec")...)
		cs = append(cs, fixed(key, "terms", date, "firstday", "lastday")...)
	}
	return cs
}

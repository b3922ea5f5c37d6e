package powerschool

import (
	"fmt"
	"strings"
	"time"
)

// The columns of the statement, in their order. After them come one for each
// fact, and the two names where they are asked for.
const (
	dcid = iota
	id
	identifier
	enrollStatus
	gradeLevel
	schoolID
	windowOpens
	daysPresent
	daysEnrolled
	daysUnknown
	joinedRows
	scopeUnknown
	simpleGPA
	weightedGPA
	firstFact
)

// Attendance is summed by dcid, because STUDENTS.ID is not guaranteed unique,
// and no extension table takes part, because its duplicates would count days twice.
const statement = `select s.dcid, s.id, s.%[1]s, s.enroll_status, s.grade_level, s.schoolid, %[2]s,
       a.days_present, a.days_enrolled, a.days_unknown,
       count(*) over () joined_rows,
       (select count(*) from students u where %[3]s) scope_unknown,
       %[4]s
from students s
%[5]s
left join (select t.dcid, sum(d.attendancevalue) days_present, sum(d.membershipvalue) days_enrolled,
                  count(*) - count(d.attendancevalue) days_unknown
           from %[6]s d
           %[7]s
           where %[8]s
           and d.calendardate <= %[9]s
           group by t.dcid) a on a.dcid = s.dcid
where %[10]s
order by s.dcid`

// Statement returns the statement that Students runs, and its binds. through
// is the wall clock of the district.
func (s *Source) Statement(through time.Time) (string, []any) {
	a := asking{Query: s.query, driver: s.driver, through: through}
	opens := a.windowOpens()
	columns := a.columns()
	joins := a.joins()
	days := a.days()
	cutoff := a.timestamp(through)
	return fmt.Sprintf(statement, a.Identifier.column(), opens, a.unknown("u"), strings.Join(columns, ", "), strings.Join(joins, "\n"),
		a.Attendance.View, days, a.scope("t"), cutoff, a.scope("s")), a.binds
}

// asking is a statement while it is written. Its methods that bind are called
// in the order of their text: Oracle's driver counts placeholders as they stand.
type asking struct {
	Query
	driver  Driver
	through time.Time
	binds   []any
}

func (a *asking) bind(text string) string {
	a.binds = append(a.binds, text)
	return a.driver.Bind(len(a.binds))
}

func (a *asking) timestamp(t time.Time) string {
	return a.driver.Timestamp(a.bind(t.UTC().Format(time.DateTime)))
}

// day is the first moment of the cutoff's day, or of one so many days after it.
func (a *asking) day(after int) string {
	y, m, d := a.through.UTC().Date()
	return a.timestamp(time.Date(y, m, d+after, 0, 0, 0, 0, time.UTC))
}

func (i Identifier) column() string {
	if i == "" {
		return string(StudentNumber)
	}
	return string(i)
}

// columns returns what is selected of the facts' and GPAs' tables, and names.
func (a *asking) columns() []string {
	columns := []string{a.gpa(a.GPA.Simple, "g1"), a.gpa(a.GPA.Weighted, "g2")}
	for i, f := range a.Facts {
		columns = append(columns, a.fact(i, f))
	}
	if a.Names {
		columns = append(columns, "s.first_name", "s.last_name")
	}
	return columns
}

// joins returns one join for each extension table, however many of its columns
// are selected, and one for each fact and GPA that has rows of its own.
func (a *asking) joins() (joins []string) {
	for i, table := range a.extensions() {
		joins = append(joins, fmt.Sprintf("left join %s x%d on x%[2]d.studentsdcid = s.dcid", table, i+1))
	}
	if a.GPA.Source == ClassRank {
		joins = append(joins, a.ranked(a.GPA.Simple, "g1")...)
		joins = append(joins, a.ranked(a.GPA.Weighted, "g2")...)
	}
	for i, f := range a.Facts {
		if f.Student != "" {
			joins = append(joins, a.rows(i, f))
		}
	}
	return joins
}

package powerschool

import (
	"fmt"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// The columns of the statement, in their order. After them come one column for each
// fact, and the two names if they are asked for.
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
	newestDay
	newestOfSchool
	newestOfAll
	joinedRows
	attendedRows
	scopeUnknown
	extensionRows
	simpleGPA
	weightedGPA
	simpleOld
	weightedOld
	firstFact
)

const statement = `select s.dcid, s.id, s.%s,
       s.enroll_status, s.grade_level, s.schoolid, %s,
       a.days_present, a.days_enrolled, a.days_unknown, a.newest_day, a.newest_of_school, a.newest_of_all,
       count(*) over () joined_rows,
       count(a.days_enrolled) over () attended_rows,
       (select count(*) from %s u where %s) scope_unknown,
       %s extension_rows,
       %s
from %s s
%s
%s
where %s
order by s.dcid`

// Statement returns the statement that Students runs, and its binds.
func (s *Source) Statement(at schema.Moment) (string, []any) {
	a := s.asking(at)
	students := a.table("students")
	opens := a.windowOpens()
	columns := strings.Join(a.columns(), ", ")
	joins := strings.Join(a.joins(), "\n")
	attendance := a.attendance()

	text := fmt.Sprintf(statement,
		a.Identifier.Column(),
		opens,
		students,
		a.unknown("u"),
		a.extensionRows(),
		columns,
		students,
		joins,
		attendance,
		a.scope("s"))

	return text, a.binds
}

// asking is a statement while it is being written. Its methods that bind are called
// in the order of their text, because Oracle's driver binds by position.
type asking struct {
	query
	schema.Moment
	driver Driver
	dates  map[string]bool // see Source.dates
	binds  []any
}

func (s *Source) asking(at schema.Moment) *asking {
	return &asking{
		query:  s.query,
		Moment: at,
		driver: s.driver,
		dates:  s.dates,
	}
}

func (a *asking) bind(text string) string {
	a.binds = append(a.binds, text)
	return a.driver.Bind(len(a.binds))
}

func (a *asking) timestamp(t time.Time) string {
	text := t.UTC().Format(time.DateTime)
	place := a.bind(text)
	return a.driver.Timestamp(place)
}

// day is the first moment of the day that comes some days after the snapshot's day.
func (a *asking) day(after int) string {
	return a.timestamp(daysAfter(a.Day, after))
}

// daysAfter is the first moment of a day.
func daysAfter(t time.Time, days int) time.Time {
	year, month, day := t.UTC().Date()
	return time.Date(year, month, day+days, 0, 0, 0, 0, time.UTC)
}

// columns returns the selected columns of the GPAs and the facts, and the names.
func (a *asking) columns() []string {
	columns := []string{
		a.gpa(a.GPA.Simple, "g1"),
		a.gpa(a.GPA.Weighted, "g2"),
		a.oldGPA(a.GPA.Simple, "g1"),
		a.oldGPA(a.GPA.Weighted, "g2"),
	}
	for i, f := range a.Facts {
		fact := a.fact(i, f)
		columns = append(columns, fact)
	}

	if a.Names {
		columns = append(columns, "s.first_name", "s.last_name")
	}

	return columns
}

// joins returns one join for each extension table, even if several of its columns
// are selected, and one for each fact and GPA that has rows of its own.
func (a *asking) joins() (joins []string) {
	const extension = "left join %s x%d on x%[2]d.studentsdcid = s.dcid"
	for i, table := range a.ExtensionTables() {
		join := fmt.Sprintf(extension, a.table(table), i+1)
		joins = append(joins, join)
	}

	joins = append(joins, a.ranked()...)
	for i, f := range a.Facts {
		if f.Student != "" {
			join := a.rows(i, f)
			joins = append(joins, join)
		}
	}

	return joins
}

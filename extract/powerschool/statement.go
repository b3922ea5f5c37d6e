package powerschool

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// The columns of the statement, in their order. After them come one for each
// fact, and the two names where they are asked for.
const (
	dcid = iota
	id
	studentNumber
	enrollStatus
	gradeLevel
	schoolID
	fteID
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
const statement = `select s.dcid, s.id, s.student_number, s.enroll_status, s.grade_level, s.schoolid, s.fteid,
       a.days_present, a.days_enrolled, a.days_unknown,
       count(*) over () joined_rows,
       (select count(*) from students u where %[1]s) scope_unknown,
       %[2]s
from students s
%[3]s
left join (select t.dcid, sum(d.attendancevalue) days_present, sum(d.membershipvalue) days_enrolled,
                  count(*) - count(d.attendancevalue) days_unknown
           from %[4]s d
           join students t on t.id = d.studentid and t.fteid = d.fteid
           where %[5]s
           and d.calendardate <= %[6]s
           group by t.dcid) a on a.dcid = s.dcid
where %[7]s
order by s.dcid`

// Statement returns the statement that Students runs, and its binds. through
// is the wall clock of the district.
func (s *Source) Statement(through time.Time) (string, []any) {
	q := s.query
	columns, joins := q.extensions()
	cutoff := s.driver.Timestamp(s.driver.Bind(1))
	return fmt.Sprintf(statement, q.unknown("u"), strings.Join(columns, ", "), strings.Join(joins, "\n"),
		q.Attendance.View, q.scope("t"), cutoff, q.scope("s")), []any{through.UTC().Format(time.DateTime)}
}

// extensions returns the selected columns of the extension tables, and one
// join for each table however many of its columns are selected.
func (q Query) extensions() (columns, joins []string) {
	var tables []string
	add := func(table, column string) {
		table = strings.ToLower(table)
		n := slices.Index(tables, table) + 1
		if n == 0 {
			tables = append(tables, table)
			n = len(tables)
			joins = append(joins, fmt.Sprintf("left join %s x%d on x%[2]d.studentsdcid = s.dcid", table, n))
		}
		columns = append(columns, fmt.Sprintf("x%d.%s", n, column))
	}
	add(q.GPA.Table, q.GPA.Simple)
	add(q.GPA.Table, q.GPA.Weighted)
	for _, f := range q.Facts {
		add(f.Table, f.Column)
	}
	if q.Names {
		columns = append(columns, "s.first_name", "s.last_name")
	}
	return columns, joins
}

// scope is the condition of being in scope. NULL fulfils none of its parts.
func (q Query) scope(student string) string {
	return strings.Join([]string{
		in(student+".enroll_status", q.EnrollStatus),
		in(student+".grade_level", q.Grades),
		notIn(student+".schoolid", q.ExcludeSchools),
	}, " and ")
}

// unknown is the condition of being in scope but for a NULL.
func (q Query) unknown(student string) string {
	status, grade, school := student+".enroll_status", student+".grade_level", student+".schoolid"
	return strings.Join([]string{
		fmt.Sprintf("(%s is null or %s is null or %s is null)", status, grade, school),
		fmt.Sprintf("(%s is null or %s)", status, in(status, q.EnrollStatus)),
		fmt.Sprintf("(%s is null or %s)", grade, in(grade, q.Grades)),
		fmt.Sprintf("(%s is null or %s)", school, notIn(school, q.ExcludeSchools)),
	}, " and ")
}

// maxList is how many items Oracle takes in one list (ORA-01795), and what a
// query binds at most.
const maxList = 1000

// in writes the values into the text: they are integers, and as binds they
// would hide from the optimizer how few students they mean.
func in(column string, values []int64) string {
	return "(" + strings.Join(lists(column+" in", values), " or ") + ")"
}

func notIn(column string, values []int64) string {
	if len(values) == 0 {
		return column + " is not null"
	}
	return "(" + strings.Join(lists(column+" not in", values), " and ") + ")"
}

func lists(condition string, values []int64) (conditions []string) {
	for chunk := range slices.Chunk(values, maxList) {
		items := make([]string, len(chunk))
		for i, v := range chunk {
			items[i] = strconv.FormatInt(v, 10)
		}
		conditions = append(conditions, condition+" ("+strings.Join(items, ", ")+")")
	}
	return conditions
}

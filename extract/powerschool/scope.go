package powerschool

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// scope is the condition that a student is in scope. NULL meets none of its parts.
func (q query) scope(student string) string {
	return strings.Join([]string{
		in(student+".enroll_status", q.EnrollStatus),
		in(student+".grade_level", q.Grades),
		notIn(student+".schoolid", q.ExcludeSchools),
	}, " and ")
}

// unknown is the condition that only a NULL keeps a student out of scope.
func (q query) unknown(student string) string {
	status := student + ".enroll_status"
	grade := student + ".grade_level"
	school := student + ".schoolid"

	return strings.Join([]string{
		fmt.Sprintf("(%s is null or %s is null or %s is null)", status, grade, school),
		fmt.Sprintf("(%s is null or %s)", status, in(status, q.EnrollStatus)),
		fmt.Sprintf("(%s is null or %s)", grade, in(grade, q.Grades)),
		fmt.Sprintf("(%s is null or %s)", school, notIn(school, q.ExcludeSchools)),
	}, " and ")
}

// maxList is how many items Oracle takes in one list (ORA-01795), and the most that
// a query binds.
const maxList = 1000

// in writes the values into the text: they are integers, and binds would hide from
// the optimizer how few students they select.
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

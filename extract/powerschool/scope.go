package powerschool

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// scope is the condition that a student is in scope. NULL meets none of its parts.
func (q query) scope(student string) string {
	conditions := []string{
		in(student+".enroll_status", q.EnrollStatus),
		in(student+".grade_level", q.Grades),
		notIn(student+".schoolid", q.ExcludeSchools),
	}
	return strings.Join(conditions, " and ")
}

// unknown is the condition that only a NULL keeps a student out of scope.
func (q query) unknown(student string) string {
	status := student + ".enroll_status"
	grade := student + ".grade_level"
	school := student + ".schoolid"

	anyNull := fmt.Sprintf("(%s is null or %s is null or %s is null)",
		status, grade, school)
	conditions := []string{
		anyNull,
		nullOr(status, in(status, q.EnrollStatus)),
		nullOr(grade, in(grade, q.Grades)),
		nullOr(school, notIn(school, q.ExcludeSchools)),
	}
	return strings.Join(conditions, " and ")
}

func nullOr(column, condition string) string {
	return fmt.Sprintf("(%s is null or %s)", column, condition)
}

// maxList is how many items Oracle takes in one list (ORA-01795), and the most that
// a query binds.
const maxList = 1000

// in writes the values into the text: they are integers, and binds would hide from
// the optimizer how few students they select.
func in(column string, values []int64) string {
	conditions := lists(column+" in", values)
	return "(" + strings.Join(conditions, " or ") + ")"
}

func notIn(column string, values []int64) string {
	if len(values) == 0 {
		return column + " is not null"
	}

	conditions := lists(column+" not in", values)
	return "(" + strings.Join(conditions, " and ") + ")"
}

// lists writes a condition once for each list of at most maxList values.
func lists(condition string, values []int64) (conditions []string) {
	for chunk := range slices.Chunk(values, maxList) {
		items := make([]string, len(chunk))
		for i, v := range chunk {
			items[i] = strconv.FormatInt(v, 10)
		}

		list := strings.Join(items, ", ")
		conditions = append(conditions, condition+" ("+list+")")
	}

	return conditions
}

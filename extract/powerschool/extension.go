package powerschool

import (
	"fmt"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// extensions returns the extension tables that are joined, once each, in lower
// case: x1 is the first of them.
func (q query) extensions() (tables []string) {
	add := func(table string) {
		table = strings.ToLower(table)
		if table != "students" && !slices.Contains(tables, table) {
			tables = append(tables, table)
		}
	}

	anyGPA := q.GPA.Simple+q.GPA.Weighted != ""
	if anyGPA && q.GPA.Source != schema.GPAOfClassRank {
		add(gpaTable(q.GPA))
	}
	for _, f := range q.Facts {
		if f.Student == "" {
			add(f.Table)
		}
	}

	return tables
}

// of returns a column of an extension table, or of STUDENTS itself.
func (q query) of(table, column string) string {
	table = strings.ToLower(table)
	n := slices.Index(q.extensions(), table)
	if n < 0 {
		return "s." + column
	}

	return fmt.Sprintf("x%d.%s", n+1, column)
}

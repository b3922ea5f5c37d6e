package powerschool

import (
	"fmt"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// The extension tables are joined once each: x1 is the first of ExtensionTables.

// maxExtensions is how many tables fit in schema.Student.Rows.
const maxExtensions = 62

// of returns a column of an extension table, or of STUDENTS itself.
func (q query) of(table, column string) string {
	table = strings.ToLower(table)
	n := slices.Index(q.ExtensionTables(), table)
	if n < 0 {
		return "s." + column
	}

	return fmt.Sprintf("x%d.%s", n+1, column)
}

// extensionRows selects schema.Student.Rows.
func (q query) extensionRows() string {
	var bits []string
	for i := range q.ExtensionTables() {
		const bit = "case when x%d.%s is null then 0 else %d end"
		text := fmt.Sprintf(bit, i+1, schema.StudentsDCID, int64(1)<<i)
		bits = append(bits, text)
	}

	if len(bits) == 0 {
		return "0"
	}
	return strings.Join(bits, " + ")
}

// table is the name of a table with its schema.
func (q query) table(name string) string {
	if q.Schema == "" || strings.Contains(name, ".") {
		return name
	}
	return q.Schema + "." + name
}

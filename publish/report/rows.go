package report

import (
	"fmt"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// effect is what became of a row.
type effect string

const (
	rowAdded   effect = "added"
	rowRemoved effect = "removed"
	rowChanged effect = "changed"
)

func effectOf(c diff.Change) effect {
	switch {
	case c.Before == nil:
		return rowAdded
	case c.After == nil:
		return rowRemoved
	}
	return rowChanged
}

// listed reports whether a row is one that a person reads through. Attendance
// changes for nearly everyone every day, and the note of a file that is new
// says that every row is.
func (r *Report) listed(c diff.Change) bool {
	if c.Tag != "" {
		return true
	}

	comesOrGoes := effectOf(c) != rowChanged
	return comesOrGoes && !r.isNew(c.File)
}

func (r *Report) isNew(file string) bool {
	for _, f := range r.Files {
		if f.File == file {
			return f.Match == diff.OnlyTo
		}
	}
	return false
}

// name writes a student's name; "" when it is not known.
func name(c diff.Change) string {
	full := c.LastName + ", " + c.FirstName
	return schema.Visible(strings.Trim(full, ", "))
}

// place writes where a student is: "school 17 North High School, grade 9".
func (r *Report) place(c diff.Change) string {
	var at []string
	if c.School != "" {
		at = append(at, "school "+r.numberAndName(c.School))
	}
	if c.Grade != "" {
		at = append(at, "grade "+c.Grade)
	}
	return schema.Visible(strings.Join(at, ", "))
}

// numberAndName writes a school: "17 North High School".
func (r *Report) numberAndName(school string) string {
	return strings.TrimSpace(school + " " + r.school(school))
}

// move writes what became of a row's values. The values of a tag are its texts:
// they are written only when they changed.
func move(c diff.Change) string {
	before := values(c.Before)
	after := values(c.After)

	effect := effectOf(c)
	switch {
	case effect == rowChanged:
		return schema.Visible(before + " → " + after)
	case c.Tag != "":
		return ""
	case effect == rowAdded:
		return schema.Visible(after)
	}
	return schema.Visible(before)
}

// unlisted says how many rows are not listed, and where they are.
func unlisted(file string, n int64) string {
	return fmt.Sprintf("rows of %s that are not listed here: %d (--format csv has them)", file, n)
}

package report

import (
	"fmt"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
)

// listed reports whether a row is one that a person reads through. Attendance
// changes for nearly everyone every day, and of a file that is new all there is
// to say has been said.
func (r *Report) listed(c publish.Change) bool {
	return c.Tag != "" || (c.Before == nil || c.After == nil) && !r.isNew(c.File)
}

func (r *Report) isNew(file string) bool {
	for _, f := range r.Files {
		if f.File == file {
			return f.Match == publish.OnlyTo
		}
	}
	return false
}

// name writes a student's name, "" where it is not known.
func name(c publish.Change) string {
	return visible(strings.Trim(c.LastName+", "+c.FirstName, ", "))
}

// place writes where a student is: "school 17 North High School, grade 9".
func (r *Report) place(c publish.Change) string {
	var at []string
	if c.School != "" {
		at = append(at, strings.TrimSpace("school "+c.School+" "+r.school(c.School)))
	}
	if c.Grade != "" {
		at = append(at, "grade "+c.Grade)
	}
	return visible(strings.Join(at, ", "))
}

// move writes what became of a row's values. The values of a tag are its texts,
// which say nothing while they stay.
func move(c publish.Change) string {
	switch {
	case c.Before == nil && c.Tag != "", c.After == nil && c.Tag != "":
		return ""
	case c.Before == nil:
		return visible(values(c.After))
	case c.After == nil:
		return visible(values(c.Before))
	}
	return visible(values(c.Before) + " → " + values(c.After))
}

// unlisted says how many rows are not listed, and where they are.
func unlisted(file string, n int64) string {
	return fmt.Sprintf("rows of %s that are not listed here: %d (--format csv has them)", file, n)
}

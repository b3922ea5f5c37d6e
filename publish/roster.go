package publish

import (
	"strconv"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// rosterHeader is that of a roster: who was in a snapshot, never sent.
var rosterHeader = []string{"number", "school", "grade", "days"}

// rosterRow is a student's row in a roster.
func rosterRow(s *schema.Student) []string {
	return []string{s.Number, strconv.FormatInt(s.SchoolID, 10), strconv.FormatInt(s.GradeLevel, 10), string(s.DaysEnrolled)}
}

// place is where a student is; empty where it is not known.
type place struct{ school, grade, days string }

// enough reports whether the student was enrolled for so many days.
func (p place) enough(days int64) bool {
	n, err := strconv.ParseFloat(p.days, 64)
	return err == nil && n >= float64(days)
}

// rosterCursor looks up students who are asked for in the order of the roster.
type rosterCursor struct {
	r     *csvReader
	at    string
	place place
	err   error
}

func (c *rosterCursor) find(number string) (place, bool) {
	for c.at != number && c.err == nil {
		next, ok := c.r.number()
		if !ok || compareKeys(next, number) < 0 {
			return place{}, false
		}
		var rows [][]string
		if rows, c.err = c.r.group(); c.err == nil {
			c.at, c.place = next, place{rows[0][1], rows[0][2], rows[0][3]}
		}
	}
	return c.place, c.err == nil
}

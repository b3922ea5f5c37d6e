package files

import (
	"strconv"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// RosterHeader is the header of a roster, which says who was in a snapshot. A
// roster is never sent.
var RosterHeader = []string{"number", "school", "grade", "days"}

// RosterRow is a student's row in a roster.
func RosterRow(s *schema.Student) []string {
	return []string{
		s.Number,
		strconv.FormatInt(s.SchoolID, 10),
		strconv.FormatInt(s.GradeLevel, 10),
		string(s.DaysEnrolled),
	}
}

// Place is where a student is according to a roster; it is empty when that is not
// known.
type Place struct {
	School, Grade string
	Days          string // the days that the student was enrolled, a decimal
}

// PlaceOf reads the place in a row of a roster.
func PlaceOf(row []string) Place {
	return Place{
		School: row[1],
		Grade:  row[2],
		Days:   row[3],
	}
}

// Roster looks up students in a roster. They must be asked for in its order.
type Roster struct {
	reader *Reader
	at     string
	place  Place
	err    error
}

// NewRoster returns the roster that a reader reads.
func NewRoster(r *Reader) *Roster { return &Roster{reader: r} }

// Find returns where a student is. ok is false when the roster does not have the
// student, or cannot be read; then Err says why.
func (r *Roster) Find(number string) (place Place, ok bool) {
	for r.at != number && r.err == nil {
		next, more := r.reader.Number()
		if !more || schema.CompareNumbers(next, number) < 0 {
			return Place{}, false
		}

		rows, err := r.reader.Group()
		if err != nil {
			r.err = err
			break
		}
		r.at = next
		r.place = PlaceOf(rows[0])
	}
	return r.place, r.err == nil
}

// Err returns the error that ended the reading, if any.
func (r *Roster) Err() error { return r.err }

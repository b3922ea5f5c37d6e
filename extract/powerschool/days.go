package powerschool

import (
	"fmt"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// attendance reads the sums of the student's days.
func (b *builder) attendance(r record) (err error) {
	st := &b.student
	st.DaysPresent, err = r.decimal(daysPresent, "the sum of attendancevalue")
	if err != nil {
		return err
	}

	st.DaysEnrolled, err = r.decimal(daysEnrolled, "the sum of membershipvalue")
	if err != nil {
		return err
	}

	unknown, err := r.nullable(daysUnknown, "the count of days without attendancevalue")
	if err != nil {
		return err
	}
	if unknown != nil && *unknown > 0 {
		st.DaysUnknown = *unknown
		days := fmt.Sprintf("%d days", *unknown)
		b.note(schema.DaysNotRecorded.Saying(days))
	}

	b.counted(r)
	return nil
}

// counted notes why the days that count say nothing about the student, or nothing
// that can be true.
func (b *builder) counted(r record) {
	st := &b.student
	none := st.DaysEnrolled == ""
	newest := dayOf(r[newestDay])
	ofSchool := dayOf(r[newestOfSchool])
	ofAll := dayOf(r[newestOfAll])
	limit := time.Duration(b.settings.Attendance.StaleAfter) * 24 * time.Hour
	if newest.After(b.newest) {
		b.newest = newest
	}
	if limit > 0 && !ofSchool.IsZero() && ofAll.Sub(ofSchool) > limit {
		b.note(schema.SchoolStale.Saying("the newest day of the school is " + ofSchool.Format(time.DateOnly)))
	}

	switch {
	case len(r[windowOpens]) == 0:
		finding := noWindow(b.settings.Attendance.Window)
		b.note(finding)
	case none && b.attended:
		b.note(schema.NoCountedDay)
	case limit > 0 && ofSchool.Sub(newest) > limit:
		st.DaysPresent = ""
		st.DaysEnrolled = ""
		b.note(schema.AttendanceStale.Saying("the newest day is " + newest.Format(time.DateOnly)))
	case !none && !isShare(st.DaysPresent, st.DaysEnrolled):
		says := fmt.Sprintf("%s of %s days", st.DaysPresent, st.DaysEnrolled)
		b.note(schema.AttendanceOutOfRange.Saying(says))
	}
}

// dayOf reads the day of a date; NULL is the zero time.
func dayOf(date []byte) time.Time {
	const length = len(time.DateOnly)
	if len(date) < length {
		return time.Time{}
	}

	day, err := time.Parse(time.DateOnly, string(date[:length]))
	if err != nil { // no driver writes a date like this
		return time.Time{}
	}
	return day
}

// isShare reports whether present is from 0 to all of the days enrolled. NULL is.
func isShare(present, enrolled schema.Decimal) bool {
	part, ok1 := present.Float()
	whole, ok2 := enrolled.Float()
	if !ok1 || !ok2 {
		return true
	}
	return part >= 0 && part <= whole
}

package files

import (
	"math"
	"math/big"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// attendance is attendance_percentage.csv: the share of their days of enrollment
// that students were present.
var attendance = Kind{
	Name:      "attendance",
	FileName:  "attendance_percentage.csv",
	WhenEmpty: Skip, // there is no attendance before the first day of a school year
	Title:     "Attendance",
	Columns: []Column{{
		Header:  "attendance_percentage",
		Measure: schema.Share,
		Blank:   zeroOrNone,
		Points:  points,
	}},
	Rows:     attendanceRows,
	Rules:    func(r Rules) any { return r.Attendance },
	Settings: []string{"attendance.", "through"},
	AtSchool: true,
	Sources: []Source{
		{
			Name:    "days present",
			Value:   func(st *schema.Student) schema.Decimal { return st.DaysPresent },
			Rejects: noDays,
		},
		{
			Name:    "days enrolled",
			Value:   func(st *schema.Student) schema.Decimal { return st.DaysEnrolled },
			Rejects: noDays,
		},
	},
}

// noDays are the findings that no days count.
var noDays = []schema.Finding{
	schema.FTEMissing,
	schema.EntryMissing,
	schema.YearMissing,
	schema.NoCountedDay,
	schema.AttendanceStale,
}

// attendanceRows adds no row for a student whose days present are not known or
// who was never enrolled, and none for students who share a number.
func attendanceRows(rules Rules) Rower {
	return func(students []schema.Student, add func(...string)) {
		if len(students) > 1 {
			return
		}

		student := &students[0]
		present, presentKnown := student.DaysPresent.Float()
		enrolled, enrolledKnown := student.DaysEnrolled.Float()
		known := presentKnown && enrolledKnown && enrolled > 0
		omitted := present == 0 && rules.Attendance.OmitZero
		if !known || omitted {
			return
		}

		share := present / enrolled
		if !math.IsInf(share, 0) {
			add(student.Number, formatShare(rules.Attendance, student, share))
		}
	}
}

// points is the factor that turns a share into percentage points.
func points(rules Rules) float64 {
	if rules.Attendance.Scale == Percent {
		return 1
	}
	return 100
}

// formatShare writes a student's share. A plain fraction is the double that the
// script computed. Anything else comes from the exact quotient of the days.
func formatShare(rule AttendanceRule, s *schema.Student, share float64) string {
	if rule.Scale != Percent && rule.Decimals == nil {
		return formatFloat(share)
	}

	present := exact(s.DaysPresent)
	enrolled := exact(s.DaysEnrolled)
	quotient := new(big.Rat).Quo(present, enrolled)
	if rule.Scale == Percent {
		quotient.Mul(quotient, big.NewRat(100, 1))
	}
	if rule.Decimals == nil {
		f, _ := quotient.Float64()
		return formatFloat(f)
	}
	return formatExact(quotient, *rule.Decimals)
}

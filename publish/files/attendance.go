package files

import (
	"math"
	"math/big"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// attendance is attendance_percentage.csv: the share of a student's days on
// which they were present.
var attendance = publish.Kind{
	Name:    "attendance",
	Columns: []string{"attendance_percentage"},
	Values:  []int{1},
	Blank:   blank,
	Points:  points,
	Rows:    attendanceRows,
}

// attendanceRows adds no row for a student whose days present are not known or
// who was enrolled for none, nor where one number stands for several students.
func attendanceRows(rules publish.Rules) publish.Rower {
	outOfRange := []schema.Finding{schema.AttendanceOutOfRange}
	return func(students []schema.Student, add func(...string)) []schema.Finding {
		if len(students) > 1 {
			return nil
		}
		present, ok1 := students[0].DaysPresent.Float()
		enrolled, ok2 := students[0].DaysEnrolled.Float()
		if !ok1 || !ok2 || enrolled <= 0 || present == 0 && rules.Attendance.OmitZero {
			return nil
		}
		share := present / enrolled
		if math.IsInf(share, 0) {
			return outOfRange
		}
		add(students[0].Number, formatShare(rules.Attendance, &students[0], share))
		if share < 0 || share > 1 {
			return outOfRange
		}
		return nil
	}
}

// points makes percentage points of a share.
func points(rules publish.Rules) float64 {
	if rules.Attendance.Scale == publish.Percent {
		return 1
	}
	return 100
}

// formatShare writes a student's share. All but the plain fraction comes from
// the exact quotient of the days.
func formatShare(rule publish.AttendanceRule, s *schema.Student, share float64) string {
	if rule.Scale != publish.Percent && rule.Decimals == nil {
		return formatFloat(share)
	}
	quotient := new(big.Rat).Quo(exact(s.DaysPresent), exact(s.DaysEnrolled))
	if rule.Scale == publish.Percent {
		quotient.Mul(quotient, big.NewRat(100, 1))
	}
	if rule.Decimals == nil {
		f, _ := quotient.Float64()
		return formatFloat(f)
	}
	return formatExact(quotient, *rule.Decimals)
}

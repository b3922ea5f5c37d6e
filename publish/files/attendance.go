package files

import (
	"math"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// attendance is attendance_percentage.csv: the share of a student's days on
// which they were present, a fraction.
var attendance = publish.Kind{
	Name:    "attendance",
	Columns: []string{"attendance_percentage"},
	Values:  []int{1},
	Blank:   func(value string) bool { return value == "" || value == "0.0" || value == "-0.0" },
	Points:  func(publish.Rules) float64 { return 100 },
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
		add(students[0].Number, formatFloat(share))
		if share < 0 || share > 1 {
			return outOfRange
		}
		return nil
	}
}

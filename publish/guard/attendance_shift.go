package guard

import (
	"math"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// AttendanceShift trips when the mean attendance of the students who were
// enrolled for at least Days days, then and now, moves by more than Points.
type AttendanceShift struct {
	Points float64 `json:"points" yaml:"points"` // percentage points
	Days   int64   `json:"days" yaml:"days"`
}

// newAttendanceShift returns the limit with its default settings.
func newAttendanceShift() *AttendanceShift {
	return &AttendanceShift{
		Points: 5,
		Days:   10,
	}
}

func (*AttendanceShift) Name() string { return "attendance_shift" }

func (l *AttendanceShift) Bounds() []Bound {
	return []Bound{{
		Key:   "days",
		Value: l.Days,
		Least: 0,
		Most:  366,
	}}
}

func (l *AttendanceShift) Trips(c *Case, part float64) (trips []schema.Trip) {
	for _, t := range c.Tallies {
		shift := t.Figures["shift"]
		if math.Abs(shift) <= part*l.Points {
			continue
		}

		students := int64(t.Figures["measured"])
		trips = append(trips, trip(l.Name(), t,
			"the mean of %d students moved by %+.1f percentage points; the limit is %g",
			students, shift, l.Points))
	}
	return trips
}

func (*AttendanceShift) Measures() schema.Measure { return schema.Share }

func (l *AttendanceShift) Meter(points [2]float64) Meter {
	return &shift{
		days:   float64(l.Days),
		points: points,
	}
}

// shift adds up how far shares moved, in percentage points.
type shift struct {
	days     float64
	points   [2]float64
	measured int64
	sum      float64
	lost     int64 // shares that would have been measured
}

func (m *shift) Add(v *Value) {
	if !v.HadRow || !v.Stays {
		return
	}
	enoughDays := m.enough(v.DaysBefore) && m.enough(v.DaysAfter)
	if !enoughDays {
		return
	}
	if !v.HasRow {
		m.measured++
		m.lost++
		return
	}

	before := number(v.Before) * m.points[0]
	after := number(v.After) * m.points[1]
	if moved := after - before; !math.IsNaN(moved) {
		m.measured++
		m.sum += moved
	}
}

// enough reports whether a student was enrolled for enough days. A number of days
// that is not known is not enough.
func (m *shift) enough(days string) bool {
	return number(days) >= m.days
}

// Figures are how many students were measured, and by how many percentage points
// their mean moved. A share that was lost counts as one that moved all the way in
// the direction of the others, so that removing rows never makes a shift look
// smaller.
func (m *shift) Figures() map[string]float64 {
	if m.measured == 0 {
		return nil
	}

	measured := float64(m.measured)
	lost := math.Copysign(100*float64(m.lost), m.sum)
	shift := (m.sum + lost) / measured

	// JSON has no infinity.
	shift = min(shift, math.MaxFloat64)
	shift = max(shift, -math.MaxFloat64)

	return map[string]float64{
		"measured": measured,
		"shift":    shift,
	}
}

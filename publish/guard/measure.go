package guard

import (
	"math"
	"strconv"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Measurer is a limit that has to see the values of a column.
type Measurer interface {
	Limit

	// Measures says which columns it has to see, by what their values are.
	Measures() schema.Measure

	// Meter returns what measures one column. For shares, points are the factors
	// that turn the values before and after into percentage points.
	Meter(points [2]float64) Meter
}

// Meter measures the values of one column, one student after another.
type Meter interface {
	Add(v *Value)

	// Figures are what was measured, under names that no other limit uses. They
	// are stored in the column's tally, where zeros may be left out.
	Figures() map[string]float64
}

// Value is one value of a student before and after.
type Value struct {
	Before, After         string // "" where there is no row
	HadRow, HasRow        bool
	Stays                 bool   // the student is in the new snapshot
	DaysBefore, DaysAfter string // the days that the student was enrolled, a decimal
}

// Measurers returns the limits that have to see values.
func (g Guard) Measurers() (measurers []Measurer) {
	for _, limit := range g.Limits {
		if m, ok := limit.(Measurer); ok {
			measurers = append(measurers, m)
		}
	}
	return measurers
}

// number reads a value; it is NaN when it is not a number.
func number(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return math.NaN()
	}
	return f
}

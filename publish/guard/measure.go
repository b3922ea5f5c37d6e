package guard

import (
	"math"
	"strconv"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Measurer is a limit that has to see the values of a column.
type Measurer interface {
	Limit

	// Measures is what the values of its columns are.
	Measures() schema.Measure

	// Meter returns what measures one column. points makes percentage points of
	// the values before and after, where they are shares.
	Meter(points [2]float64) Meter
}

// Meter measures the values of one column, one student after another.
type Meter interface {
	Add(v *Value)

	// Figures are what was measured, by names that no other limit uses. They are
	// stored in the column's tally; zeros may be left out.
	Figures() map[string]float64
}

// Value is one value of a student before and after.
type Value struct {
	Before, After         string // "" where there is no row
	HadRow, HasRow        bool
	Stays                 bool   // the student is in the new snapshot
	DaysBefore, DaysAfter string // for which the student was enrolled, a decimal
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

// number reads a value; NaN where it is not a number.
func number(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return math.NaN()
	}
	return f
}

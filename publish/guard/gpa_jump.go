package guard

import (
	"math"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// GPAJump trips when more than Percent of a column's values, and more than
// Rows, move by more than By or are lost.
type GPAJump struct {
	Percent Percent `json:"percent" yaml:"percent"`
	By      float64 `json:"by" yaml:"by"` // grade points
	Rows    int64   `json:"rows" yaml:"rows"`
}

// newGPAJump returns the limit with its default settings.
func newGPAJump() *GPAJump {
	return &GPAJump{
		Percent: 25,
		By:      0.5,
		Rows:    10,
	}
}

func (*GPAJump) Name() string { return "gpa_jump" }

func (l *GPAJump) Bounds() []Bound {
	return []Bound{{
		Key:   "rows",
		Value: l.Rows,
		Least: 0,
		Most:  maxRows,
	}}
}

func (l *GPAJump) Trips(c *Case, part float64) (trips []schema.Trip) {
	limit := share{l.Percent, l.Rows}

	for _, t := range c.Tallies {
		jumped := int64(t.Figures["moved"])
		if jumped == 0 { // where values are only lost, Lost says so
			continue
		}

		moved := jumped + t.Lost
		of := t.Before - t.Left
		if !limit.exceeded(moved, of, part) {
			continue
		}

		percent := percentText(moved, of, l.Percent)
		trips = append(trips, trip(l.Name(), t,
			"%d of %d values moved by more than %g or were lost (%s%%); the limit is %g%%",
			moved, of, l.By, percent, l.Percent))
	}
	return trips
}

func (*GPAJump) Measures() schema.Measure { return schema.GradePoints }

func (l *GPAJump) Meter([2]float64) Meter {
	return &jumps{by: l.By}
}

// jumps counts the values that moved by more than a number of grade points.
type jumps struct {
	by    float64
	moved int64
}

func (m *jumps) Add(v *Value) {
	changed := v.HadRow && v.HasRow && v.Before != v.After
	if !changed {
		return
	}
	change := number(v.After) - number(v.Before)
	if math.Abs(change) > m.by {
		m.moved++
	}
}

func (m *jumps) Figures() map[string]float64 {
	return map[string]float64{
		"moved": float64(m.moved),
	}
}

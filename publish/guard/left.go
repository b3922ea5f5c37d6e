package guard

import "github.com/schoolinks-sync/schoolinks-sync/schema"

// Left trips when a tag, a file or a school loses rows of students who are no
// longer in the snapshot.
type Left struct {
	Percent Percent `json:"percent" yaml:"percent"`
	Rows    int64   `json:"rows" yaml:"rows"`
}

// newLeft returns the limit with its default settings.
func newLeft() *Left {
	return &Left{
		Percent: 10,
		Rows:    10,
	}
}

func (*Left) Name() string { return "left" }

func (l *Left) Bounds() []Bound {
	return []Bound{{
		Key:   "rows",
		Value: l.Rows,
		Least: 0,
		Most:  maxRows,
	}}
}

func (l *Left) Trips(c *Case, part float64) (trips []schema.Trip) {
	limit := share{l.Percent, l.Rows}
	const done = "gone with students who left"

	for _, t := range c.Tallies {
		knownSchool := t.By == schema.BySchool && t.Value != ""
		watched := t.By == schema.ByTag || t.By == schema.ByFile || knownSchool
		if !watched {
			continue
		}

		tripped := limit.trips(l.Name(), t, t.Left, done, part)
		trips = append(trips, tripped...)
	}
	return trips
}

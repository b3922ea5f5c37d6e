package guard

import "github.com/schoolinks-sync/schoolinks-sync/schema"

// Lost trips when a tag, a GPA column or attendance loses rows of students who
// are still in the snapshot.
type Lost struct {
	Percent Percent `json:"percent" yaml:"percent"`
	Rows    int64   `json:"rows" yaml:"rows"`
}

// newLost returns the limit with its default settings.
func newLost() *Lost {
	return &Lost{
		Percent: 5,
		Rows:    3,
	}
}

func (*Lost) Name() string { return "lost" }

func (l *Lost) Bounds() []Bound {
	return []Bound{{
		Key:   "rows",
		Value: l.Rows,
		Least: 0,
		Most:  maxRows,
	}}
}

func (l *Lost) Trips(c *Case, part float64) (trips []schema.Trip) {
	limit := share{l.Percent, l.Rows}

	for _, t := range c.Tallies {
		watched := t.By == schema.ByTag || t.By == schema.ByColumn
		if !watched {
			continue
		}

		tripped := limit.trips(l.Name(), t, t.Lost, "lost", part)
		trips = append(trips, tripped...)
	}
	return trips
}

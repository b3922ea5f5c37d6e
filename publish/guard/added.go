package guard

import "github.com/schoolinks-sync/schoolinks-sync/schema"

// Added trips when a tag has rows that were not there.
type Added struct {
	Percent Percent `json:"percent" yaml:"percent"`
	Rows    int64   `json:"rows" yaml:"rows"`
}

// newAdded returns the limit with its default settings.
func newAdded() *Added {
	return &Added{
		Percent: 20,
		Rows:    10,
	}
}

func (*Added) Name() string { return "added" }

func (l *Added) Bounds() []Bound {
	return []Bound{{
		Key:   "rows",
		Value: l.Rows,
		Least: 0,
		Most:  maxRows,
	}}
}

func (l *Added) Trips(c *Case, part float64) (trips []schema.Trip) {
	limit := share{l.Percent, l.Rows}

	for _, t := range c.Tallies {
		if t.By != schema.ByTag {
			continue
		}

		tripped := limit.trips(l.Name(), t, t.Added, "added", part)
		trips = append(trips, tripped...)
	}
	return trips
}

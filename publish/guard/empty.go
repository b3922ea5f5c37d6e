package guard

import "github.com/schoolinks-sync/schoolinks-sync/schema"

// Empty trips when a file has no rows: it would take everything away.
type Empty struct{}

func (*Empty) Name() string { return "empty" }

func (*Empty) Bounds() []Bound { return nil }

func (l *Empty) Trips(c *Case, _ float64) (trips []schema.Trip) {
	for _, f := range c.Files {
		if f.Rows > 0 {
			continue
		}

		unit := "file " + f.Kind
		trips = append(trips, tripOf(l.Name(), unit,
			"it has no rows, so it is not sent, even after an approval"))
	}
	return trips
}

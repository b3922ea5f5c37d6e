package guard

import "github.com/schoolinks-sync/schoolinks-sync/schema"

// Baseline trips when there is nothing that a file can be compared with.
type Baseline struct{}

func (*Baseline) Name() string { return "baseline" }

func (*Baseline) Bounds() []Bound { return nil }

func (l *Baseline) Trips(c *Case, _ float64) (trips []schema.Trip) {
	for _, f := range c.Files {
		unit := "file " + f.Kind

		switch {
		case f.Live == nil:
			trips = append(trips, tripOf(l.Name(), unit,
				"nothing is known to be live as %s, so nobody can say what this changes",
				f.Name))
		case !f.Live.Comparable:
			trips = append(trips, tripOf(l.Name(), unit,
				"%s, so nobody can say what this changes", f.Live.Why))
		}
	}
	return trips
}

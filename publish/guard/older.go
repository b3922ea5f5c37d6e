package guard

import "github.com/schoolinks-sync/schoolinks-sync/schema"

// Older trips when the snapshot was taken before the one that is live, or when
// nobody can tell: another program made the file.
type Older struct{}

func (*Older) Name() string { return "older" }

func (*Older) Bounds() []Bound { return nil }

func (l *Older) Trips(c *Case, _ float64) (trips []schema.Trip) {
	for _, f := range c.Files {
		unit := "file " + f.Kind

		switch {
		case f.Live == nil:
			continue
		case c.Snapshot == 0:
			trips = append(trips, tripOf(l.Name(), unit,
				"another program made it, so nobody can say whether it is older than what is live"))
		case f.Live.Snapshot > c.Snapshot:
			trips = append(trips, tripOf(l.Name(), unit,
				"snapshot %d is older than snapshot %d, which is live",
				c.Snapshot, f.Live.Snapshot))
		}
	}
	return trips
}

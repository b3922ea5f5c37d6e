package guard

import "github.com/schoolinks-sync/schoolinks-sync/schema"

// Older trips when the snapshot was taken before the one that is live.
type Older struct{}

func (*Older) Name() string { return "older" }

func (*Older) Bounds() []Bound { return nil }

func (l *Older) Trips(c *Case, _ float64) (trips []schema.Trip) {
	for _, f := range c.Files {
		older := f.Live != nil && f.Live.Snapshot > c.Snapshot
		if !older {
			continue
		}

		unit := "file " + f.Kind
		trips = append(trips, tripOf(l.Name(), unit,
			"snapshot %d is older than snapshot %d, which is live",
			c.Snapshot, f.Live.Snapshot))
	}
	return trips
}

package guard

import "github.com/schoolinks-sync/schoolinks-sync/schema"

// Older trips when the snapshot was taken before the one that is live.
type Older struct{}

func (*Older) Name() string { return "older" }

func (*Older) Bounds() []Bound { return nil }

func (l *Older) Trips(c *Case, _ float64) (trips []schema.Trip) {
	for _, f := range c.Files {
		if f.Live != nil && f.Live.Snapshot > c.Snapshot {
			trips = append(trips, tripOf(l.Name(), "file "+f.Kind,
				"snapshot %d is older than snapshot %d, which is live", c.Snapshot, f.Live.Snapshot))
		}
	}
	return trips
}

package guard

import "github.com/schoolinks-sync/schoolinks-sync/schema"

// Vanished trips when a tag, a school or a tag in a school that had rows has none,
// and at least this many of them are gone rather than moved elsewhere.
type Vanished struct {
	Tag         int64 `json:"tag" yaml:"tag"`
	School      int64 `json:"school" yaml:"school"`
	TagInSchool int64 `json:"tag_in_school" yaml:"tag_in_school"`
}

// newVanished returns the limit with its default settings.
func newVanished() *Vanished {
	return &Vanished{
		Tag:         3,
		School:      10,
		TagInSchool: 5,
	}
}

func (*Vanished) Name() string { return "vanished" }

func (l *Vanished) Bounds() []Bound {
	return []Bound{
		{Key: "tag", Value: l.Tag, Least: 1, Most: maxRows},
		{Key: "school", Value: l.School, Least: 1, Most: maxRows},
		{Key: "tag_in_school", Value: l.TagInSchool, Least: 1, Most: maxRows},
	}
}

func (l *Vanished) Trips(c *Case, part float64) (trips []schema.Trip) {
	// The tags that nobody has; the schools without them need not be listed.
	gone := map[string]bool{}
	for _, t := range c.Tallies {
		if t.By == schema.ByTag {
			gone[t.Value] = t.Rows == 0
		}
	}

	for _, t := range c.Tallies {
		floor, counts := l.floor(t, gone)
		if !counts || t.Rows > 0 {
			continue
		}

		takenAway := float64(t.Lost + t.Left) // what moved elsewhere is not
		if takenAway >= part*float64(floor) {
			vanished := trip(l.Name(), t, "none of %d rows remain", t.Before)
			trips = append(trips, vanished)
		}
	}
	return trips
}

// floor returns how many rows must be gone from what a tally counts, and whether
// the limit watches it at all. gone are the tags that nobody has.
func (l *Vanished) floor(t schema.Tally, gone map[string]bool) (rows int64, counts bool) {
	switch t.By {
	case schema.ByTag:
		return l.Tag, true
	case schema.BySchool:
		return l.School, t.Value != ""
	case schema.ByTagInSchool:
		knownSchool := t.School != ""
		return l.TagInSchool, knownSchool && !gone[t.Value]
	}
	return 0, false
}

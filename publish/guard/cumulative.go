package guard

import "github.com/schoolinks-sync/schoolinks-sync/schema"

// Cumulative trips when a tag or a file has fewer rows than the most that it had
// in the last Deliveries: by more than Percent of that, and by more rows than the
// limit Lost (for a tag) or Left (for a file) allows. After an approval, or
// adopted files, the count starts over.
type Cumulative struct {
	Percent    Percent `json:"percent" yaml:"percent"`
	Deliveries int64   `json:"deliveries" yaml:"deliveries"`
}

// newCumulative returns the limit with its default settings.
func newCumulative() *Cumulative {
	return &Cumulative{
		Percent:    15,
		Deliveries: 7,
	}
}

func (*Cumulative) Name() string { return "cumulative" }

func (l *Cumulative) Bounds() []Bound {
	return []Bound{{
		Key:   "deliveries",
		Value: l.Deliveries,
		Least: 1,
		Most:  366,
	}}
}

func (l *Cumulative) Trips(c *Case, part float64) (trips []schema.Trip) {
	floors := map[schema.TallyBy]int64{}
	if lost := limitOf[*Lost](c.limits); lost != nil {
		floors[schema.ByTag] = lost.Rows
	}
	if left := limitOf[*Left](c.limits); left != nil {
		floors[schema.ByFile] = left.Rows
	}

	for _, t := range c.Tallies {
		floor, counts := floors[t.By]
		if !counts {
			continue
		}

		limit := share{l.Percent, floor}
		most := mostOf(c.Past, t)
		fewer := most - t.Rows
		if !limit.exceeded(fewer, most, part) {
			continue
		}

		percent := percentText(fewer, most, l.Percent)
		trips = append(trips, trip(l.Name(), t,
			"%d rows are %d fewer than the most in the last %d deliveries, %d (%s%%); the limit is %g%%",
			t.Rows, fewer, len(c.Past), most, percent, l.Percent))
	}
	return trips
}

// mostOf returns the most rows that a tally had in the past.
func mostOf(past []schema.Past, t schema.Tally) (most int64) {
	for _, p := range past {
		for _, was := range p.Tallies {
			sameColumn := was.File == t.File && was.By == t.By
			if sameColumn && was.Value == t.Value {
				most = max(most, was.Rows)
			}
		}
	}
	return most
}

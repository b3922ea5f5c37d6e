package guard

import "github.com/schoolinks-sync/schoolinks-sync/schema"

// Left trips when rows are removed of students who are not in the snapshot any
// more: of a tag, a file, a school.
type Left struct {
	Percent Percent `json:"percent" yaml:"percent"`
	Rows    int64   `json:"rows" yaml:"rows"`
}

func (*Left) Name() string { return "left" }

func (l *Left) Bounds() []Bound { return []Bound{{"rows", l.Rows, 0, maxRows}} }

func (l *Left) Trips(c *Case, part float64) (trips []schema.Trip) {
	for _, t := range c.Tallies {
		known := t.By == schema.BySchool && t.Value != ""
		if t.By == schema.ByTag || t.By == schema.ByFile || known {
			trips = append(trips, share{l.Percent, l.Rows}.trip(l.Name(), t, t.Left, "gone with students who left", part)...)
		}
	}
	return trips
}

package report

import (
	"maps"
	"slices"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Chart is how many rows a tag had in the last publications, the oldest first.
type Chart struct {
	Tag    string  `json:"tag"`
	Points []Point `json:"points"`
}

// Point is one publication of a Chart.
type Point struct {
	Publication int64     `json:"publication"`
	PlannedAt   time.Time `json:"planned_at"`
	Rows        int64     `json:"rows"`
}

// ChartPoints is the most publications that a chart shows.
const ChartPoints = 30

// history returns a chart of each tag of a publication and of those before it;
// none when the filter leaves only some of the students.
func (r *Report) history(s *Story, past []schema.Past) []Chart {
	if r.Filter.School != "" || r.Filter.Grade != "" {
		return nil
	}

	nights := until(s, past)
	tags := map[string]bool{}
	for _, night := range nights {
		for tag := range r.tagRows(night) {
			tags[tag] = r.Filter.Tag == "" || r.Filter.Tag == tag
		}
	}

	var charts []Chart
	for _, tag := range slices.SortedFunc(maps.Keys(tags), schema.CompareNumbers) {
		if tags[tag] {
			charts = append(charts, r.chart(tag, nights))
		}
	}
	return charts
}

// chart returns the chart of a tag. A night without a file of tags is not a
// point on it.
func (r *Report) chart(tag string, nights []schema.Past) Chart {
	c := Chart{Tag: tag}
	for _, night := range nights {
		rows := r.tagRows(night)
		if rows == nil {
			continue
		}

		c.Points = append(c.Points, Point{
			Publication: night.Publication,
			PlannedAt:   night.PlannedAt.UTC(),
			Rows:        rows[tag],
		})
	}
	return c
}

// until returns what was delivered before a publication, and the publication
// itself last.
func until(s *Story, past []schema.Past) []schema.Past {
	nights := []schema.Past{{
		Publication: s.Number,
		PlannedAt:   s.PlannedAt,
		Tallies:     s.Tallies,
	}}

	for _, night := range past {
		hasRoom := len(nights) < ChartPoints
		if hasRoom && night.Publication < s.Number {
			nights = append(nights, night)
		}
	}

	slices.Reverse(nights)
	return nights
}

// tagRows returns the rows by tag; nil when there was no file of tags.
func (r *Report) tagRows(night schema.Past) map[string]int64 {
	var rows map[string]int64
	for _, t := range night.Tallies {
		if !r.hasKeys(t.File) {
			continue
		}
		if rows == nil {
			rows = map[string]int64{}
		}

		if t.By == schema.ByTag {
			rows[t.Value] += t.Rows
		}
	}
	return rows
}

// sharedCharts rounds the charts to tens. It leaves out those that have a count
// under ten, and those whose last count is not shown. It also leaves out what
// the publication was compared with, and what came after that: together with
// the rows of today it would tell what changed.
func (r *Report) sharedCharts(s *Story) []Chart {
	baseline := r.tagBaseline(s)

	var charts []Chart
	for _, c := range r.History {
		points := c.shared(s.Number, baseline)
		if points != nil && r.showsRows(c.Tag) {
			charts = append(charts, Chart{c.Tag, points})
		}
	}
	return charts
}

// tagBaseline returns the publication that the tags were compared with: the
// oldest when there are several, 0 when there is none.
func (r *Report) tagBaseline(s *Story) (oldest int64) {
	for _, f := range s.Files {
		if f.BaselineOf == 0 || !r.hasKeys(f.Kind) {
			continue
		}

		if oldest == 0 || f.BaselineOf < oldest {
			oldest = f.BaselineOf
		}
	}
	return oldest
}

// shared returns the points that may be shown; nil when one is too small.
func (c Chart) shared(number, baseline int64) (points []Point) {
	for _, p := range c.Points {
		sinceBaseline := baseline != 0 && p.Publication >= baseline
		if sinceBaseline && p.Publication != number {
			continue
		}
		if p.Rows < tooFew {
			return nil
		}

		p.Rows = (p.Rows + 5) / 10 * 10
		points = append(points, p)
	}
	return points
}

// showsRows reports whether the rows of a tag are shown.
func (r *Report) showsRows(tag string) bool {
	for _, f := range r.Files {
		for _, c := range f.Causes {
			for _, t := range c.Tables {
				if t.By == schema.ByTag && t.showsRows(tag) {
					return true
				}
			}
		}
	}
	return false
}

// showsRows reports whether a line of the table shows how many rows a value has.
func (t Table) showsRows(value string) bool {
	return slices.ContainsFunc(t.Lines, func(l Line) bool {
		return l.Value == value && l.Rows.hidden == shown
	})
}

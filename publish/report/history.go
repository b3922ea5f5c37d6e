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

// Nights is of how many publications a chart tells.
const Nights = 30

// history returns the charts of the tags of a publication, and of those before
// it; none where only some of the students are looked at.
func history(p *Publication, past []schema.Past, filter Filter) []Chart {
	if filter.School != "" || filter.Grade != "" {
		return nil
	}
	nights := until(p, past)
	tags := map[string]bool{}
	for _, night := range nights {
		for tag := range tagRows(night) {
			tags[tag] = filter.Tag == "" || filter.Tag == tag
		}
	}
	var charts []Chart
	for _, tag := range slices.SortedFunc(maps.Keys(tags), schema.CompareNumbers) {
		if !tags[tag] {
			continue
		}
		c := Chart{Tag: tag}
		for _, night := range nights {
			if rows := tagRows(night); rows != nil {
				c.Points = append(c.Points, Point{night.Publication, night.PlannedAt.UTC(), rows[tag]})
			}
		}
		charts = append(charts, c)
	}
	return charts
}

// until returns what was delivered up to a publication, and that itself last.
func until(p *Publication, past []schema.Past) []schema.Past {
	nights := []schema.Past{{Publication: p.Number, PlannedAt: p.PlannedAt, Tallies: p.Tallies}}
	for _, night := range past {
		if night.Publication < p.Number && len(nights) < Nights {
			nights = append(nights, night)
		}
	}
	slices.Reverse(nights)
	return nights
}

// tagRows returns the rows by tag; nil where there was no file of tags.
func tagRows(night schema.Past) map[string]int64 {
	var rows map[string]int64
	for _, t := range night.Tallies {
		if t.File != "tags" {
			continue
		}
		if rows == nil {
			rows = map[string]int64{}
		}
		if t.By == schema.ByTag {
			rows[t.Value] = t.Rows
		}
	}
	return rows
}

// sharedCharts rounds the charts to tens and leaves those out that have a count
// under ten, or whose last count is not shown. What the publication was
// compared with, and what came after that, is left out: together with the rows
// of today it would tell what changed.
func (r *Report) sharedCharts(p *Publication) []Chart {
	var baseline int64
	for _, f := range p.Files {
		if f.Kind == "tags" {
			baseline = f.BaselineOf
		}
	}
	var charts []Chart
	for _, c := range r.History {
		if points := c.shared(p.Number, baseline); points != nil && r.showsRows(c.Tag) {
			charts = append(charts, Chart{c.Tag, points})
		}
	}
	return charts
}

// shared returns the points that may be shown; nil where one is too small.
func (c Chart) shared(number, baseline int64) (points []Point) {
	for _, p := range c.Points {
		switch {
		case p.Publication != number && baseline != 0 && p.Publication >= baseline:
		case p.Rows < tooFew:
			return nil
		default:
			p.Rows = (p.Rows + 5) / 10 * 10
			points = append(points, p)
		}
	}
	return points
}

// showsRows reports whether the rows of a tag are shown.
func (r *Report) showsRows(tag string) bool {
	for _, f := range r.Files {
		for _, step := range f.Steps {
			for _, t := range step.Tables {
				if t.By == schema.ByTag && slices.ContainsFunc(t.Lines, func(l Line) bool { return l.Value == tag && l.Rows.hidden == shown }) {
					return true
				}
			}
		}
	}
	return false
}

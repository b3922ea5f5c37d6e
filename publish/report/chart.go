package report

import (
	"fmt"
	"strings"
)

// drawing is a chart on a field of width × height.
type drawing struct {
	Tag                 string
	Line, Area          string // points of SVG
	X, Y                string // of the last one
	First, Last         string // the days
	Most, Now           int64
	Says                string
	About               string // before a count that is rounded
	Width, Height, Base int
}

const (
	width  = 240
	height = 56
	edge   = 4
)

// draw draws a chart from nought up, so that what falls is seen to fall.
func draw(c Chart, shared bool) drawing {
	d := drawing{Tag: visible(c.Tag), Width: width, Height: height, Base: height - edge}
	for _, p := range c.Points {
		d.Most = max(d.Most, p.Rows)
	}
	var line []string
	for i, p := range c.Points {
		x := float64(width - edge)
		if n := len(c.Points) - 1; n > 0 {
			x = edge + float64(i)*(width-2*edge)/float64(n)
		}
		y := float64(height - edge)
		if d.Most > 0 {
			y -= float64(p.Rows) * (height - 2*edge) / float64(d.Most)
		}
		d.X, d.Y = fmt.Sprintf("%.1f", x), fmt.Sprintf("%.1f", y)
		line = append(line, d.X+","+d.Y)
	}
	d.Line = strings.Join(line, " ")
	first, last := c.Points[0], c.Points[len(c.Points)-1]
	begin, _, _ := strings.Cut(line[0], ",")
	d.Area = fmt.Sprintf("%s,%d %s %s,%d", begin, height-edge, d.Line, d.X, height-edge)
	d.First, d.Last, d.Now = first.PlannedAt.Format("2 Jan"), last.PlannedAt.Format("2 Jan"), last.Rows
	if shared {
		d.About = "about "
	}
	d.Says = fmt.Sprintf("Rows of the tag %s in %d publications, from %s to %s: %s%d at first, %d now, %d at most",
		d.Tag, len(c.Points), d.First, d.Last, d.About, first.Rows, last.Rows, d.Most)
	return d
}

package report

import (
	"fmt"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
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

// draw draws a chart from zero up, so that a fall looks as large as it is.
func draw(c Chart, shared bool) drawing {
	first := c.Points[0]
	last := c.Points[len(c.Points)-1]
	d := drawing{
		Tag:    schema.Visible(c.Tag),
		First:  first.PlannedAt.Format("2 Jan"),
		Last:   last.PlannedAt.Format("2 Jan"),
		Now:    last.Rows,
		Width:  width,
		Height: height,
		Base:   height - edge,
	}
	if shared {
		d.About = "about "
	}

	for _, p := range c.Points {
		d.Most = max(d.Most, p.Rows)
	}
	d.drawLine(c)

	d.Says = fmt.Sprintf("Rows of the tag %s in %d publications, from %s to %s: %s%d at first, %d now, %d at most",
		d.Tag, len(c.Points), d.First, d.Last, d.About, first.Rows, d.Now, d.Most)
	return d
}

// drawLine draws the line through the points, and the area under it.
func (d *drawing) drawLine(c Chart) {
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

		d.X = fmt.Sprintf("%.1f", x)
		d.Y = fmt.Sprintf("%.1f", y)
		line = append(line, d.X+","+d.Y)
	}

	d.Line = strings.Join(line, " ")
	begin, _, _ := strings.Cut(line[0], ",")
	d.Area = fmt.Sprintf("%s,%d %s %s,%d", begin, d.Base, d.Line, d.X, d.Base)
}

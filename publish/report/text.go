package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// text writes lines for a terminal, and the parts that a publication and a
// report have in common. The first error stays, and ends the writing.
type text struct {
	w      io.Writer
	colors bool
	err    error
}

func (t *text) line(format string, args ...any) {
	if t.err == nil {
		t.err = schema.Fprintf(t.w, format+"\n", args...)
	}
}

const (
	bold   = "1"
	red    = "31"
	green  = "32"
	yellow = "33"
)

// paint writes text in a color (SGR of ECMA-48), when the terminal shows colors
// and there is one.
func (t *text) paint(color, text string) schema.Inert {
	text = schema.Visible(text)
	if !t.colors || color == "" {
		return schema.Inert(text)
	}
	return schema.Inert("\033[" + color + "m" + text + "\033[0m")
}

// table writes rows with their cells in columns, aligned to the right.
func (t *text) table(rows [][]string) {
	if t.err != nil {
		return
	}

	w := tabwriter.NewWriter(t.w, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, cells := range rows {
		for _, cell := range cells {
			fmt.Fprint(w, schema.Visible(cell), "\t") // an error comes back from Flush
		}
		fmt.Fprintln(w)
	}
	t.err = w.Flush()
}

// countsHeader begins a table of counts.
func countsHeader() [][]string {
	header := []string{""} // above the labels
	header = append(header, columnNames...)
	return [][]string{header}
}

// countsRow returns a row of a table of counts.
func countsRow(label string, l Line) []string {
	cells := []string{label}
	for _, c := range l.Counts() {
		cells = append(cells, c.String())
	}
	return cells
}

// trips writes the limits that a publication exceeds.
func (t *text) trips(p *Publication) {
	for _, trip := range p.Trips {
		held := "held by " + trip.Limit + ": " + sentence(trip)
		t.line("%s", t.paint(red, held))
	}
}

func (t *text) findings(p *Publication) {
	for _, f := range p.Findings {
		t.line("finding: %s", f)
	}
}

func (t *text) decision(d Decision) {
	at := d.At.Format(time.RFC3339)
	t.line("%s: %s%s", at, d.Decision, said(d))
}

func (t *text) delivery(d Delivery) {
	at := d.StartedAt.Format(time.RFC3339)
	t.line("%s: delivery %d %s", at, d.Delivery, d.Outcome)
}

// sentence says what a limit found; in a report that is shared, only where.
func sentence(t schema.Trip) string {
	if t.Says == "" {
		return schema.Visible(t.Unit)
	}
	return schema.Visible(t.Says)
}

// said is who decided, and why; "" in a report that is shared.
func said(d Decision) string {
	if d.By == "" {
		return ""
	}
	by := oneLine(d.By)
	reason := oneLine(d.Reason)
	return schema.Visible(" by " + by + ": " + reason)
}

// exceeded names the limits, once each.
func exceeded(trips []schema.Trip) string {
	var limits []string
	for _, t := range trips {
		if !slices.Contains(limits, t.Limit) {
			limits = append(limits, t.Limit)
		}
	}
	return strings.Join(limits, ", ")
}

func oneLine(s string) string {
	words := strings.Fields(s)
	return strings.Join(words, " ")
}

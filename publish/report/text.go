package report

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Text writes a publication for a terminal: what it is, what it changes by
// file and by tag, what held it, what was decided and what was sent.
func Text(w io.Writer, p Publication) error {
	var b bytes.Buffer
	if p.Kind == schema.Adopt {
		adopted(&b, p)
		_, err := b.WriteTo(w)
		return err
	}
	fmt.Fprintf(&b, "publication %d of snapshot %d: %s\nfor %s, planned %s\n\n",
		p.Number, p.Snapshot, p.State, p.Destination, p.PlannedAt.UTC().Format(time.RFC3339))
	changes(&b, p)
	for _, t := range p.Trips {
		fmt.Fprintf(&b, "held by %s: %s\n", t.Limit, t.Says)
	}
	for _, f := range p.Findings.Names() {
		fmt.Fprintf(&b, "finding: %s %d\n", f, p.Findings[f])
	}
	for _, d := range p.Decisions {
		fmt.Fprintf(&b, "%s: %s by %s: %s\n", d.At.UTC().Format(time.RFC3339), d.Kind, oneLine(d.By), oneLine(d.Reason))
		if d.Kind == schema.Approve && len(p.Trips) > 0 {
			fmt.Fprintf(&b, "  although it exceeds %s\n", exceeded(p.Trips))
		}
	}
	for _, d := range p.Deliveries {
		deliveryText(&b, d)
	}
	_, err := b.WriteTo(w)
	return err
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

// adopted writes what another program had delivered.
func adopted(w io.Writer, p Publication) {
	fmt.Fprintf(w, "publication %d: adopted, that is delivered before by another program\nfor %s, adopted %s\n\n",
		p.Number, p.Destination, p.PlannedAt.UTC().Format(time.RFC3339))
	for _, f := range p.Files {
		fmt.Fprintf(w, "%s: %d rows, sha256 %x\n", f.Name, f.Rows, f.Sum)
	}
	if p.Snapshot == 0 {
		fmt.Fprintln(w, "schools and grades are not known: there was no snapshot yet")
		return
	}
	fmt.Fprintf(w, "schools and grades are those of snapshot %d\n", p.Snapshot)
}

// changes writes the tallies of the files and of the tags as one table.
func changes(w io.Writer, p Publication) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\trows\tlive\tadded\tlost\tleft\tchanged\t")
	for _, tally := range p.Tallies {
		name := tally.File
		switch tally.By {
		case schema.ByTag:
			name = "tag " + tally.Value
		case schema.ByFile:
		default:
			continue
		}
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%d\t%d\t%d\t\n", oneLine(name), tally.Rows, tally.Before, tally.Added, tally.Lost, tally.Left, tally.Changed)
	}
	t.Flush() // to memory: it cannot fail
	fmt.Fprintln(w)
}

func deliveryText(w io.Writer, d schema.Delivery) {
	fmt.Fprintf(w, "%s: delivery %d %s\n", d.StartedAt.UTC().Format(time.RFC3339), d.Number, d.Outcome)
	for _, f := range d.Files {
		if f.SentAt != nil {
			fmt.Fprintf(w, "  sent %s, verified by %s\n", f.Name, f.Verified)
		} else {
			fmt.Fprintf(w, "  not sent: %s\n", f.Name)
		}
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

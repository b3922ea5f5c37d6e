package report

import (
	"io"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// WritePublication writes a publication for a terminal: what it is, what it
// changes by file and by tag, what held it, what was decided and what was sent.
func WritePublication(w io.Writer, p *Publication) error {
	t := &text{w: w}
	if p.Origin == schema.Adopt {
		t.adopted(p)
		return t.err
	}

	t.line("publication %d of snapshot %d: %s", p.Publication, p.Snapshot, p.State)
	t.line("for %s, planned %s\n", p.Destination, p.PlannedAt.Format(time.RFC3339))
	t.tallies(p)
	t.line("")

	if p.Unreadable != "" {
		t.line("cannot be read: %s", p.Unreadable)
	}
	t.trips(p)
	t.findings(p)
	for _, d := range p.Decisions {
		t.decision(d)
		if d.DBUser != "" {
			t.line("  recorded %s as %s", d.RecordedAt.Format(time.RFC3339), oneLine(d.DBUser))
		}
		if d.Decision == schema.Approve && len(p.Trips) > 0 {
			t.line("  although it exceeds %s", exceeded(p.Trips))
		}
	}

	for _, d := range p.Deliveries {
		t.delivery(d)
		t.sent(d)
	}
	return t.err
}

// adopted writes what another program had delivered.
func (t *text) adopted(p *Publication) {
	t.line("publication %d: adopted: another program delivered it before", p.Publication)
	t.line("for %s, adopted %s\n", p.Destination, p.PlannedAt.Format(time.RFC3339))
	for _, f := range p.Files {
		t.line("%s: %d rows, sha256 %s", f.Name, f.Rows, f.SHA256)
	}

	if p.Snapshot == 0 {
		t.line("schools and grades are not known: there was no snapshot yet")
		return
	}
	t.line("schools and grades are those of snapshot %d", p.Snapshot)
}

// tallies writes the counts of the files and of the tags as one table.
func (t *text) tallies(p *Publication) {
	table := countsHeader()
	for _, tally := range p.Tallies {
		switch tally.By {
		case schema.ByFile:
			row := countsRow(tally.File, tally.Line)
			table = append(table, row)
		case schema.ByTag:
			row := countsRow("tag "+oneLine(tally.Value), tally.Line)
			table = append(table, row)
		}
	}
	t.table(table)
}

// verifiedText says how it is known that the server has a file.
func verifiedText(how string) string {
	switch how {
	case schema.Unseen:
		return "not verified: the account may not look at it"
	case schema.Consumed:
		return "taken away before it could be verified"
	}
	return "verified by " + how
}

// sent writes what was sent of each file of a delivery.
func (t *text) sent(d Delivery) {
	for _, f := range d.Files {
		switch f.Fate {
		case fateSent:
			t.line("  sent %s, %s", f.Name, verifiedText(f.Verified))
		case fateNotSent:
			t.line("  not sent: %s", f.Name)
		default:
			t.line("  not known whether it was sent: %s", f.Name)
		}
	}
}

package report

import (
	"context"
	"io"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// WriteText writes a report for a terminal, with colors where it shows them:
// the verdict, the settings that changed, each file by cause and tag, and then
// the rows, one a line.
func WriteText(ctx context.Context, w io.Writer, r *Report, colors bool) error {
	t := &reportText{text: text{w: w, colors: colors}, report: r, unlisted: map[string]int64{}}
	t.head()
	t.settings()
	for _, f := range r.Files {
		t.file(f)
	}

	if err := r.changes(ctx, t.row); err != nil {
		return err
	}
	for _, f := range r.Files {
		if n := t.unlisted[f.File]; n > 0 {
			t.line("%s", unlisted(f.File, n))
		}
	}
	return t.err
}

// reportText writes a Report as text.
type reportText struct {
	text
	report   *Report
	section  string           // the file, and the cause, whose rows are being listed
	unlisted map[string]int64 // rows by file
}

// head writes what is reported on.
func (t *reportText) head() {
	r, p := t.report, t.report.Publication
	title := t.paint(bold, strings.ToLower(r.Title()[:1])+r.Title()[1:])
	if p == nil {
		t.line("%s: %s", title, r.Says())
		t.note()
		return
	}

	toneColors := map[string]string{"good": green, "bad": red}
	t.line("%s: %s", title, t.paint(toneColors[p.Tone()], r.Says()))
	if p.Destination != "" {
		t.line("for %s", visible(p.Destination))
	}
	if p.Resends != 0 {
		t.line("the files of publication %d, sent again", p.Resends)
	}
	t.line("planned %s, compared with %s", p.PlannedAt.Format(time.RFC3339), r.From)
	t.note()

	t.trips(p)
	for _, trip := range p.Warnings {
		t.line("%s", t.paint(yellow, "halfway to "+trip.Limit+": "+sentence(trip)))
	}
	t.findings(p)
	for _, d := range p.Decisions {
		t.decision(d)
	}
	for _, d := range p.Deliveries {
		t.delivery(d)
	}
}

// note says what a report that is shared lacks.
func (t *reportText) note() {
	if t.report.Shared {
		t.line("%s", sharedNote)
	}
}

func (t *reportText) settings() {
	if len(t.report.Settings) == 0 {
		return
	}

	t.line("\n%s", t.paint(yellow, "settings that changed: rows that change because of them are not changes of students"))
	for _, s := range t.report.Settings {
		t.line("  %s %s: %s → %s", s.Part, visible(s.Key), visible(string(s.From)), visible(string(s.To)))
	}
}

func (t *reportText) file(f FileChanges) {
	name := t.paint(bold, f.File)
	t.line("")
	if f.Note != "" {
		t.line("%s: %s", name, visible(f.Note))
	}

	for _, c := range f.Causes {
		t.line("%s: %s", name, causeTexts[c.Cause])
		t.counts(c)
		for _, reason := range c.Reasons {
			t.line("  %6s  %s", reason.Rows, reason.Says)
		}
	}

	if f.Duplicates.Some() {
		t.line("  %6s  rows whose student and tag the file has already", f.Duplicates)
	}
	for _, d := range f.twice {
		t.line("    twice in %s: %s", visible(t.report.side(d)), visible(strings.TrimSpace(d.Number+" "+d.Tag)))
	}
}

// counts writes the file's line, and those of its tags and columns.
func (t *reportText) counts(c CauseChanges) {
	table := countsHeader()
	for _, of := range c.Tables {
		for _, l := range of.Lines {
			switch of.By {
			case schema.ByFile:
				table = append(table, countsRow("all", l))
			case schema.ByTag:
				table = append(table, countsRow("tag "+visible(l.Value), l))
			case schema.ByColumn:
				table = append(table, countsRow(visible(l.Value), l))
			}
		}
	}
	t.table(table)
}

// signs and signColors show what became of a row.
var (
	signs      = map[effect]string{rowAdded: "+", rowRemoved: "-", rowChanged: "~"}
	signColors = map[effect]string{rowAdded: green, rowRemoved: red, rowChanged: yellow}
)

// row writes one row. Unless it was asked for, one that nobody reads through
// is only counted.
func (t *reportText) row(c diff.Change) error {
	if t.report.Filter == (Filter{}) && !t.report.listed(c) {
		t.unlisted[c.File]++
		return t.err
	}

	if section := c.File + string(c.Cause); t.section != section {
		t.section = section
		t.line("\n%s: %s, row by row", t.paint(bold, c.File), causeTexts[c.Cause])
	}

	sign := t.paint(signColors[effectOf(c)], signs[effectOf(c)])
	words := []string{sign, visible(c.Number), name(c), visible(c.Tag), move(c)}
	if at := t.report.place(c); at != "" {
		words = append(words, "("+at+")")
	}
	words = append(words, "· "+visible(c.Reason.Says))
	t.line("  %s", oneLine(strings.Join(words, " ")))
	return t.err
}

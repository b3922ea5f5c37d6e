package report

import (
	"context"
	"io"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// WriteText writes a report for a terminal, with colors when it shows them: the
// verdict, the settings that changed, each file by cause and tag, and then one
// line for each row.
func WriteText(ctx context.Context, w io.Writer, r *Report, colors bool) error {
	t := &reportText{
		text:     text{w: w, colors: colors},
		report:   r,
		unlisted: map[string]int64{},
	}
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

// toneColors are the colors of verdicts; a plain one has none.
var toneColors = map[string]string{
	"good": green,
	"bad":  red,
}

// head writes what is reported on.
func (t *reportText) head() {
	r := t.report
	title := r.Title()
	title = strings.ToLower(title[:1]) + title[1:]
	painted := t.paint(bold, title)

	if r.Publication == nil {
		t.line("%s: %s", painted, r.Says())
		t.note()
		return
	}

	p := r.Publication
	says := t.paint(toneColors[p.Tone()], r.Says())
	t.line("%s: %s", painted, says)
	if p.Destination != "" {
		t.line("for %s", p.Destination)
	}
	if p.Resends != 0 {
		t.line("the files of publication %d, sent again", p.Resends)
	}
	t.line("planned %s, compared with %s", p.PlannedAt.Format(time.RFC3339), r.From)
	t.note()
	t.story(p)
}

// story writes what became of the publication that is reported on.
func (t *reportText) story(p *Publication) {
	t.trips(p)
	for _, trip := range p.Warnings {
		halfway := "halfway to " + trip.Limit + ": " + sentence(trip)
		t.line("%s", t.paint(yellow, halfway))
	}
	t.findings(p)
	for _, d := range p.Decisions {
		t.decision(d)
	}
	for _, d := range p.Deliveries {
		t.delivery(d)
	}
}

// note says what a shared report leaves out.
func (t *reportText) note() {
	if t.report.Shared {
		t.line("%s", sharedNote)
	}
}

func (t *reportText) settings() {
	if len(t.report.Settings) == 0 {
		return
	}

	const title = "settings that changed: rows that change because of them are not changes of students"
	t.line("\n%s", t.paint(yellow, title))

	for _, s := range t.report.Settings {
		t.line("  %s %s: %s → %s", s.Part, s.Key, string(s.From), string(s.To))
	}
}

func (t *reportText) file(f FileChanges) {
	name := t.paint(bold, f.File)
	t.line("")
	if f.Note != "" {
		t.line("%s: %s", name, f.Note)
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
		side := t.report.side(d)
		row := strings.TrimSpace(d.Number + " " + d.Tag)
		t.line("    twice in %s: %s", side, row)
	}
}

// counts writes the file's line, and those of its tags and columns.
func (t *reportText) counts(c CauseChanges) {
	table := countsHeader()
	for _, of := range c.Tables {
		for _, l := range of.Lines {
			if label := labelOf(of.By, l); label != "" {
				table = append(table, countsRow(label, l))
			}
		}
	}
	t.table(table)
}

// labelOf returns the label of a line of a table; "" where text does not show it.
func labelOf(by schema.TallyBy, l Line) string {
	switch by {
	case schema.ByFile:
		return "all"
	case schema.ByTag:
		return "tag " + l.Value
	case schema.ByColumn:
		return l.Value
	}
	return ""
}

// signs and signColors show what became of a row.
var (
	signs = map[effect]string{
		rowAdded:   "+",
		rowRemoved: "-",
		rowChanged: "~",
	}
	signColors = map[effect]string{
		rowAdded:   green,
		rowRemoved: red,
		rowChanged: yellow,
	}
)

// row writes one row. A row that nobody reads through is only counted, unless the
// filter asks for it.
func (t *reportText) row(c diff.Change) error {
	askedFor := t.report.Filter != Filter{}
	if !askedFor && !t.report.listed(c) {
		t.unlisted[c.File]++
		return t.err
	}

	section := c.File + string(c.Cause)
	if t.section != section {
		t.section = section
		file := t.paint(bold, c.File)
		t.line("\n%s: %s, row by row", file, causeTexts[c.Cause])
	}

	effect := effectOf(c)
	words := []string{
		schema.Visible(c.Number),
		name(c),
		schema.Visible(c.Tag),
		move(c),
	}
	if at := t.report.place(c); at != "" {
		words = append(words, "("+at+")")
	}
	words = append(words, "· "+schema.Visible(c.Reason.Says))
	sign := t.paint(signColors[effect], signs[effect])
	t.line("  %s %s", sign, oneLine(strings.Join(words, " ")))
	return t.err
}

package report

import (
	"context"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// WriteText writes a report for a terminal, in colours where it shows them:
// the verdict, the settings that changed, each file by cause and tag, and then
// the rows, one a line.
func WriteText(ctx context.Context, w io.Writer, r *Report, colours bool) error {
	t := &terminal{Report: r, w: w, colours: colours, unlisted: map[string]int64{}}
	t.head()
	t.settings()
	for _, f := range r.Files {
		t.fileChanges(f)
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

// terminal writes a Report as text. The first error stays.
type terminal struct {
	*Report
	w        io.Writer
	colours  bool
	err      error
	last     string           // the file whose rows are being listed
	unlisted map[string]int64 // rows by file
}

func (t *terminal) line(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.w, format+"\n", args...)
	}
}

const (
	bold   = "1"
	red    = "31"
	green  = "32"
	yellow = "33"
)

func (t *terminal) paint(colour, text string) string {
	if !t.colours {
		return text
	}
	return "\033[" + colour + "m" + text + "\033[0m"
}

func (t *terminal) head() {
	colour := map[string]string{"good": green, "bad": red}
	title := strings.ToLower(t.Title()[:1]) + t.Title()[1:]
	if t.Story == nil {
		t.line("%s: %s", t.paint(bold, title), t.Says())
		t.shared()
		return
	}
	s := t.Story
	t.line("%s: %s", t.paint(bold, title), t.paint(colour[s.Tone()], t.Says()))
	if s.Destination != "" {
		t.line("for %s", visible(s.Destination))
	}
	if s.Resends != 0 {
		t.line("the files of publication %d, sent again", s.Resends)
	}
	t.line("planned %s, compared with %s", s.PlannedAt.Format(time.RFC3339), t.From)
	t.shared()
	for _, trip := range s.Trips {
		t.line("%s", t.paint(red, "held by "+trip.Limit+": "+sentence(trip)))
	}
	for _, trip := range s.Warnings {
		t.line("%s", t.paint(yellow, "half way to "+trip.Limit+": "+sentence(trip)))
	}
	for _, f := range s.Findings {
		t.line("finding: %s %s", f.Finding, f.Count)
	}
	for _, d := range s.Decisions {
		t.line("%s: %s%s", d.At.Format(time.RFC3339), d.Decision, said(d))
	}
	for _, d := range s.Deliveries {
		t.line("%s: delivery %d %s", d.StartedAt.Format(time.RFC3339), d.Delivery, d.Outcome)
	}
}

func (t *terminal) shared() {
	if t.Shared {
		t.line("%s", sharedNote)
	}
}

// sharedNote says what a report lacks that may leave the office.
const sharedNote = "without students: counts under 10 are hidden, and those (–) that would tell them"

// sentence says what a limit found; of a report that is shared, only where.
func sentence(t schema.Trip) string {
	if t.Says == "" {
		return visible(t.Unit)
	}
	return visible(t.Says)
}

// said is who decided, and why, where that may be told.
func said(d Decision) string {
	if d.By == "" {
		return ""
	}
	return visible(" by " + d.By + ": " + oneLine(d.Reason))
}

func (t *terminal) settings() {
	if len(t.Settings) == 0 {
		return
	}
	t.line("\n%s", t.paint(yellow, "settings that changed: what follows from them is no change of students"))
	for _, s := range t.Settings {
		t.line("  %s %s: %s → %s", s.Part, visible(s.Key), visible(string(s.From)), visible(string(s.To)))
	}
}

func (t *terminal) fileChanges(f FileChanges) {
	t.line("")
	if f.Note != "" {
		t.line("%s: %s", t.paint(bold, f.File), visible(f.Note))
	}
	for _, s := range f.Steps {
		t.line("%s: %s", t.paint(bold, f.File), causeTexts[s.Cause])
		t.counts(s)
		for _, reason := range s.Reasons {
			t.line("  %6s  %s", reason.Rows, reason.Says)
		}
	}
	if f.Duplicates.Some() {
		t.line("  %6s  rows of a student, and tag, that the file has already", f.Duplicates)
	}
	for _, d := range f.twice {
		side := t.From
		if d.After {
			side = t.To
		}
		t.line("    twice in %s: %s", visible(side), visible(strings.TrimSpace(d.Number+" "+d.Tag)))
	}
}

// counts writes the file's line, and those of its tags and columns.
func (t *terminal) counts(s Step) {
	table := tabwriter.NewWriter(t.w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "\trows\tbefore\tadded\tlost\tleft\tchanged\t") // an error is that of Flush
	for _, by := range s.Tables {
		name := map[schema.TallyBy]string{schema.ByFile: "all", schema.ByTag: "tag ", schema.ByColumn: ""}
		prefix, ok := name[by.By]
		if !ok {
			continue
		}
		for _, l := range by.Lines {
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t\n", prefix+visible(l.Value), l.Rows, l.Before, l.Added, l.Lost, l.Left, l.Changed)
		}
	}
	if err := table.Flush(); t.err == nil {
		t.err = err
	}
}

var signs = map[string]string{"added": "+", "removed": "-", "changed": "~"}

// row writes one row. Unless it was asked for, one that nobody reads through
// is counted only.
func (t *terminal) row(c publish.Change) error {
	if t.Filter == (Filter{}) && !t.listed(c) {
		t.unlisted[c.File]++
		return t.err
	}
	if t.last != c.File+string(c.Cause) {
		t.last = c.File + string(c.Cause)
		t.line("\n%s: %s, row by row", t.paint(bold, c.File), causeTexts[c.Cause])
	}
	kind := kindOf(c)
	colour := map[string]string{"added": green, "removed": red, "changed": yellow}[kind]
	words := []string{t.paint(colour, signs[kind]), visible(c.Number), name(c), visible(c.Tag), move(c)}
	if at := t.place(c); at != "" {
		words = append(words, "("+at+")")
	}
	words = append(words, "· "+visible(c.Reason.Says))
	t.line("  %s", strings.Join(strings.Fields(strings.Join(words, " ")), " "))
	return t.err
}

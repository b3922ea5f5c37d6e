package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Timeline is a student's timeline as --format json shows it.
type Timeline struct {
	SchemaVersion int      `json:"schema_version"`
	Student       string   `json:"student"`
	Moments       []Moment `json:"moments"`
}

// Moment is one moment of a Timeline.
type Moment struct {
	At             time.Time    `json:"at"`
	Snapshot       int64        `json:"snapshot,omitempty"`
	Publication    int64        `json:"publication,omitempty"` // none was made of the snapshot, where it is not there
	Kind           string       `json:"kind,omitempty"`
	State          schema.State `json:"state,omitempty"`
	SentAt         *time.Time   `json:"sent_at,omitempty"`
	ApprovedBy     string       `json:"approved_by,omitempty"`
	ApprovedReason string       `json:"approved_reason,omitempty"`
	Changes        []Happening  `json:"changes"`
}

// Happening is one row that changed for the student.
type Happening struct {
	File   string        `json:"file"`
	Cause  publish.Cause `json:"cause"`
	Tag    string        `json:"tag,omitempty"`
	Before []string      `json:"before"` // null where there was no row
	After  []string      `json:"after"`  // null where there is none
	Code   publish.Code  `json:"code"`
	Reason string        `json:"reason"`
}

// NewTimeline returns the view of a timeline.
func NewTimeline(student string, moments []publish.Moment) Timeline {
	t := Timeline{SchemaVersion: 1, Student: student, Moments: []Moment{}}
	for _, m := range moments {
		v := Moment{At: m.At.UTC(), Snapshot: m.Snapshot, Publication: m.Publication, Kind: string(m.Kind), State: m.State,
			SentAt: m.Fate.SentAt, ApprovedBy: m.Fate.ApprovedBy, ApprovedReason: m.Fate.ApprovedReason}
		for _, c := range m.Changes {
			v.Changes = append(v.Changes, Happening{c.File, c.Cause, c.Tag, c.Before, c.After, c.Reason.Code, c.Reason.Says})
		}
		t.Moments = append(t.Moments, v)
	}
	return t
}

// TimelineText writes a timeline for a terminal.
func TimelineText(w io.Writer, student string, moments []publish.Moment) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "student %s\n", student)
	for _, m := range moments {
		fmt.Fprintf(&b, "\n%s  %s\n", m.At.UTC().Format(time.RFC3339), momentText(m))
		for _, c := range m.Changes {
			fmt.Fprintf(&b, "  %s (%s)\n", happeningText(c), oneLine(c.Reason.Says))
		}
	}
	_, err := b.WriteTo(w)
	return err
}

// momentText says what a moment was, when it was sent and who let it go.
func momentText(m publish.Moment) string {
	var parts []string
	if m.Snapshot != 0 {
		parts = append(parts, fmt.Sprintf("snapshot %d", m.Snapshot))
	}
	if m.Publication == 0 {
		return strings.Join(append(parts, "not published"), ", ")
	}
	what := fmt.Sprintf("publication %d %s", m.Publication, m.State)
	if m.Kind == schema.Adopt {
		what = fmt.Sprintf("publication %d adopted", m.Publication)
	}
	parts = append(parts, what)
	if m.Fate.SentAt != nil {
		parts = append(parts, "sent "+m.Fate.SentAt.UTC().Format(time.RFC3339))
	}
	if m.Fate.ApprovedBy != "" {
		parts = append(parts, fmt.Sprintf("approved by %s: %s", oneLine(m.Fate.ApprovedBy), oneLine(m.Fate.ApprovedReason)))
	}
	return strings.Join(parts, ", ")
}

// happeningText says what changed: + 504, - 504, attendance 0.97 → 0.96.
func happeningText(c publish.Change) string {
	what := c.File
	if c.Tag != "" {
		what = "tag " + oneLine(c.Tag)
	}
	before, after := valueText(c.Before), valueText(c.After)
	switch {
	case c.Before == nil && c.Tag != "":
		return "+ " + what
	case c.After == nil && c.Tag != "":
		return "- " + what
	case c.Before == nil:
		return "+ " + what + " " + after
	case c.After == nil:
		return "- " + what + " " + before
	}
	return fmt.Sprintf("~ %s %s → %s", what, before, after)
}

// valueText writes the values of a row, blank ones as a dash.
func valueText(values []string) string {
	shown := make([]string, len(values))
	for i, v := range values {
		if shown[i] = oneLine(v); shown[i] == "" {
			shown[i] = "–"
		}
	}
	return strings.Join(shown, ", ")
}

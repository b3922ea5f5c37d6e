package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
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
	At             time.Time      `json:"at"`
	Snapshot       int64          `json:"snapshot,omitempty"`
	Publication    int64          `json:"publication,omitempty"` // left out where none was made of the snapshot
	Origin         schema.Origin  `json:"kind,omitempty"`
	State          schema.State   `json:"state,omitempty"`
	ApprovedBy     string         `json:"approved_by,omitempty"`
	ApprovedReason string         `json:"approved_reason,omitempty"`
	Unreadable     []string       `json:"unreadable,omitempty"` // what could not be read
	Changes        []MomentChange `json:"changes"`
}

// MomentChange is one row that changed for the student.
type MomentChange struct {
	File   string     `json:"file"`
	Cause  diff.Cause `json:"cause"`
	Tag    string     `json:"tag,omitempty"`
	Before []string   `json:"before"`  // null where there was no row
	After  []string   `json:"after"`   // null where there is no row
	SentAt *time.Time `json:"sent_at"` // when the file with the row was sent; null when it was not, or nobody knows
	Code   diff.Code  `json:"code"`
	Reason string     `json:"reason"`
}

// NewTimeline returns the view of a timeline.
func NewTimeline(student string, moments []diff.Moment) Timeline {
	return Timeline{
		SchemaVersion: 1,
		Student:       student,
		Moments:       each(moments, momentOf),
	}
}

func momentOf(m diff.Moment) Moment {
	return Moment{
		At:             m.At.UTC(),
		Snapshot:       m.Snapshot,
		Publication:    m.Publication,
		Origin:         m.Origin,
		State:          m.State,
		ApprovedBy:     m.ApprovedBy,
		ApprovedReason: m.ApprovedReason,
		Unreadable:     m.Unreadable,
		Changes: each(m.Changes, func(c diff.Change) MomentChange {
			change := momentChangeOf(c)
			if at, ok := m.Sent[c.File]; ok {
				change.SentAt = &at
			}
			return change
		}),
	}
}

func momentChangeOf(c diff.Change) MomentChange {
	return MomentChange{
		File:   c.File,
		Cause:  c.Cause,
		Tag:    c.Tag,
		Before: c.Before,
		After:  c.After,
		Code:   c.Reason.Code,
		Reason: c.Reason.Says,
	}
}

// WriteTimeline writes a timeline for a terminal.
func WriteTimeline(w io.Writer, student string, moments []diff.Moment) error {
	t := &text{w: w}
	t.line("student %s", student)
	for _, m := range moments {
		at := m.At.UTC().Format(time.RFC3339)
		t.line("\n%s  %s", at, momentText(m))

		for _, says := range m.Unreadable {
			t.line("  cannot be read: %s", says)
		}
		for _, c := range m.Changes {
			t.line("  %s (%s)", changeText(c), oneLine(c.Reason.Says))
		}
	}
	return t.err
}

// momentText says what a moment was, when it was sent and who approved it.
func momentText(m diff.Moment) string {
	var parts []string
	if m.Snapshot != 0 {
		parts = append(parts, fmt.Sprintf("snapshot %d", m.Snapshot))
	}
	if m.Publication == 0 {
		parts = append(parts, "not published")
		return strings.Join(parts, ", ")
	}

	state := string(m.State)
	if m.Origin == schema.Adopt {
		state = "adopted"
	}
	parts = append(parts, fmt.Sprintf("publication %d %s", m.Publication, state))

	if sent := sentText(m); sent != "" {
		parts = append(parts, sent)
	}
	if m.ApprovedBy != "" {
		by := oneLine(m.ApprovedBy)
		reason := oneLine(m.ApprovedReason)
		parts = append(parts, "approved by "+by+": "+reason)
	}
	return strings.Join(parts, ", ")
}

// sentText says when the files that changed for the student were sent: all of them,
// or which of them; "" when none was.
func sentText(m diff.Moment) string {
	var last time.Time
	var sent, missing []string
	for _, c := range m.Changes {
		at, ok := m.Sent[c.File]
		names := &missing
		if ok {
			names = &sent
		}
		if !slices.Contains(*names, c.File) {
			*names = append(*names, c.File)
		}
		if at.After(last) {
			last = at
		}
	}

	when := "sent " + last.UTC().Format(time.RFC3339)
	switch {
	case len(sent) == 0:
		return ""
	case len(missing) == 0:
		return when
	}
	return when + ": " + strings.Join(sent, ", ") + "; not known to have been sent: " + strings.Join(missing, ", ")
}

// changeText says what changed: + tag 504, - tag 504, ~ attendance 0.97 → 0.96.
func changeText(c diff.Change) string {
	what := c.File
	if c.Tag != "" {
		what = "tag " + oneLine(c.Tag)
	}

	before := valueText(c.Before)
	after := valueText(c.After)

	effect := effectOf(c)
	says := signs[effect] + " " + what
	switch {
	case effect == rowChanged:
		return says + " " + before + " → " + after
	case c.Tag != "":
		return says
	case effect == rowAdded:
		return says + " " + after
	}
	return says + " " + before
}

// valueText writes the values of a row, blank ones as a dash.
func valueText(values []string) string {
	var shown []string
	for _, v := range values {
		v = oneLine(v)
		if v == "" {
			v = "–"
		}
		shown = append(shown, v)
	}
	return strings.Join(shown, ", ")
}

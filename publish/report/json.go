package report

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// change is one row as JSON has it.
type change struct {
	File       string     `json:"file"`
	Change     effect     `json:"change"`
	Cause      diff.Cause `json:"cause"`
	Number     string     `json:"number"`
	LastName   string     `json:"last_name,omitempty"`
	FirstName  string     `json:"first_name,omitempty"`
	School     string     `json:"school,omitempty"`
	SchoolName string     `json:"school_name,omitempty"`
	Grade      string     `json:"grade,omitempty"`
	Tag        string     `json:"tag,omitempty"`
	Before     []string   `json:"before"`
	After      []string   `json:"after"`
	Code       diff.Code  `json:"code"`
	Reason     string     `json:"reason"`
}

// WriteJSON writes a report as one object. The rows that differ come last, as
// "changes", each on its own line. A report that is shared has none.
func WriteJSON(ctx context.Context, w io.Writer, r *Report) error {
	head, err := encode(r, "  ")
	if err != nil {
		return err
	}
	head = bytes.TrimSuffix(head, []byte("\n}"))
	_, err = fmt.Fprintf(w, "%s,\n  \"changes\": [", head)
	if err != nil {
		return err
	}

	between := "\n    "
	err = r.changes(ctx, func(c diff.Change) error {
		row, err := encode(r.change(c), "")
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(w, "%s%s", between, row)
		between = ",\n    "
		return err
	})
	if err != nil {
		return err
	}

	_, err = io.WriteString(w, "\n  ]\n}\n")
	return err
}

func (r *Report) change(c diff.Change) change {
	return change{
		File:       c.File,
		Change:     effectOf(c),
		Cause:      c.Cause,
		Number:     c.Number,
		LastName:   c.LastName,
		FirstName:  c.FirstName,
		School:     c.School,
		SchoolName: r.school(c.School),
		Grade:      c.Grade,
		Tag:        c.Tag,
		Before:     c.Before,
		After:      c.After,
		Code:       c.Reason.Code,
		Reason:     c.Reason.Says,
	}
}

// encode writes JSON without HTML escapes, and without a line feed at the end. What
// would do something to a terminal is escaped.
func encode(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", indent)
	e.SetEscapeHTML(false)

	err := e.Encode(v)
	return schema.VisibleJSON(bytes.TrimSpace(b.Bytes())), err
}

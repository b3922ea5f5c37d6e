package report

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
)

// change is one row as JSON has it.
type change struct {
	File       string       `json:"file"`
	Change     string       `json:"change"` // added, removed or changed
	Cause      string       `json:"cause"`
	Number     string       `json:"number"`
	LastName   string       `json:"last_name,omitempty"`
	FirstName  string       `json:"first_name,omitempty"`
	School     string       `json:"school,omitempty"`
	SchoolName string       `json:"school_name,omitempty"`
	Grade      string       `json:"grade,omitempty"`
	Tag        string       `json:"tag,omitempty"`
	Before     []string     `json:"before"`
	After      []string     `json:"after"`
	Code       publish.Code `json:"code"`
	Reason     string       `json:"reason"`
}

// WriteJSON writes a report as one object. The rows that differ stand last, as
// "changes", one a line; a report that is shared has none.
func WriteJSON(ctx context.Context, w io.Writer, r *Report) error {
	head, err := encode(r, "  ")
	if err != nil {
		return err
	}
	head = bytes.TrimSuffix(bytes.TrimSpace(head), []byte("\n}"))
	if _, err := fmt.Fprintf(w, "%s,\n  \"changes\": [", head); err != nil {
		return err
	}
	between := "\n    "
	err = r.changes(ctx, func(c publish.Change) error {
		row, err := encode(change{c.File, kindOf(c), string(c.Cause), c.Number, c.LastName, c.FirstName, c.School, r.school(c.School), c.Grade,
			c.Tag, c.Before, c.After, c.Reason.Code, c.Reason.Says}, "")
		if err == nil {
			_, err = fmt.Fprintf(w, "%s%s", between, bytes.TrimSpace(row))
		}
		between = ",\n    "
		return err
	})
	if err == nil {
		_, err = io.WriteString(w, "\n  ]\n}\n")
	}
	return err
}

// encode writes JSON with text as it is: no HTML escapes.
func encode(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", indent)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b.Bytes(), err
}

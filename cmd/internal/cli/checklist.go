package cli

import (
	"errors"
	"fmt"
	"io"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Checklist is what a check command found: one line for each thing it checked.
type Checklist struct {
	lines []checkLine

	failed error // the first failure
}

type checkLine struct {
	Check  string `json:"check"`
	Status string `json:"status"` // ok, warn or fail
	Says   string `json:"says"`
	Next   string `json:"next,omitempty"` // the next step
}

// Check runs a check command: it writes what check put on the list as the
// command's result, and returns the list's first failure.
func Check(c *urfave.Context, w World, check func(list *Checklist)) error {
	var list Checklist
	check(&list)

	err := Output(c.String("o"), w.Stdout, func(w io.Writer) error {
		return list.Write(w, c.String("format"))
	})
	return errors.Join(err, list.Err())
}

// OK records that what was checked is as it should be.
func (l *Checklist) OK(check, format string, args ...any) {
	says := fmt.Sprintf(format, args...)
	l.lines = append(l.lines, checkLine{
		Check:  check,
		Status: "ok",
		Says:   OneLine(says),
	})
}

// Warn records something that works but should not stay, and the next step.
func (l *Checklist) Warn(check, next, format string, args ...any) {
	says := fmt.Sprintf(format, args...)
	l.lines = append(l.lines, checkLine{
		Check:  check,
		Status: "warn",
		Says:   OneLine(says),
		Next:   OneLine(next),
	})
}

// Fail records why something does not work, with the hint of the fault in err.
func (l *Checklist) Fail(check string, err error) {
	l.lines = append(l.lines, checkLine{
		Check:  check,
		Status: "fail",
		Says:   OneLine(err.Error()),
		Next:   OneLine(schema.HintOf(err)),
	})
	if l.failed == nil {
		l.failed = err
	}
}

// Err returns the first failure as a fault of its kind, nil without one.
func (l *Checklist) Err() error {
	if l.failed == nil {
		return nil
	}

	n := 0
	for _, line := range l.lines {
		if line.Status == "fail" {
			n++
		}
	}

	return &schema.Fault{
		Kind: schema.KindOf(l.failed),
		Err:  fmt.Errorf("check: %d of %d checks fail", n, len(l.lines)),
		Hint: "follow the next step of each line that says fail, the first one first",
	}
}

// Write writes the lines as text or json.
func (l *Checklist) Write(w io.Writer, format string) error {
	if format == "json" {
		return WriteJSON(w, l.lines)
	}

	for _, line := range l.lines {
		err := schema.Fprintf(w, "%-4s  %s: %s\n", line.Status, line.Check, line.Says)
		if err == nil && line.Next != "" {
			err = schema.Fprintf(w, "      next: %s\n", line.Next)
		}
		if err != nil {
			return err
		}
	}

	return nil
}

package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// exitCodes is what the help of every command says about exit codes.
const exitCodes = `0 done, or nothing to do · 1 failed · 2 usage or configuration ·
   3 held, a person must decide, nothing was sent · 4 another run holds the lock ·
   5 source, store or destination unreachable or timed out: try again later ·
   6 credentials or identity refused: do not retry ·
   7 data rejected, nothing was sent · 8 partly sent, the next run repairs it ·
   10 only with --exit-code: there are changes · 130 interrupted`

// ErrChanges ends a command with exit code 10 and prints nothing: the command was
// asked with --exit-code whether there are changes, and there are.
var ErrChanges = errors.New("there are changes")

// ExitCode returns the exit code that err stands for.
func ExitCode(err error) int {
	kind := schema.KindOf(err)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, ErrChanges):
		return 10
	case kind == schema.PartlySent: // even when interrupted: what is live now is a mix
		return 8
	case interrupted(err):
		return 130
	case kind == schema.Config:
		return 2
	case kind == schema.HeldBack:
		return 3
	case kind == schema.Locked:
		return 4
	case kind == schema.Unreachable:
		return 5
	case kind == schema.Refused:
		return 6
	case kind == schema.Rejected:
		return 7
	case errors.Is(err, context.DeadlineExceeded):
		return 5
	default:
		return 1
	}
}

func interrupted(err error) bool {
	return errors.Is(err, errInterrupted) || errors.Is(err, context.Canceled)
}

// Report prints err on one line, and its hint on the next when it has one, and
// returns the exit code. It prints nothing for nil and for ErrChanges.
func Report(stderr io.Writer, err error) int {
	code := ExitCode(err)
	if code == 0 || code == 10 {
		return code
	}

	text := "error: " + OneLine(err.Error()) + "\n"
	hint := schema.HintOf(err)
	if hint != "" && code != 130 {
		text += "hint: " + OneLine(hint) + "\n"
	}

	fmt.Fprint(stderr, text) // if this fails there is nobody left to tell
	return code
}

// OneLine writes text from elsewhere on one line, so that it can neither forge a
// line nor do anything to a terminal: line breaks and tabs become spaces, and all
// else is schema.Visible.
func OneLine(s string) string {
	breaks := func(r rune) bool { return strings.ContainsRune("\t\n\v\f\r", r) }
	parts := strings.FieldsFunc(s, breaks)
	line := strings.Join(parts, " ")
	return schema.Visible(line)
}

// usage returns a fault in how a program was called.
func usage(hint, format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	return schema.NewFault(schema.Config, err, hint)
}

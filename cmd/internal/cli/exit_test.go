package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func TestReport(t *testing.T) {
	fault := func(kind schema.Kind, err error) error {
		return fmt.Errorf("run: %w", schema.NewFault(kind, err, "do this"))
	}
	broken := errors.New("broken")
	for _, test := range []struct {
		err  error
		code int
		want string
	}{
		{nil, 0, ""},
		{broken, 1, "error: broken\n"},
		{fault(schema.Failure, broken), 1, "error: run: broken\nhint: do this\n"},
		{fault(schema.Config, broken), 2, "error: run: broken\nhint: do this\n"},
		{fault(schema.HeldBack, broken), 3, "error: run: broken\nhint: do this\n"},
		{fault(schema.Locked, broken), 4, "error: run: broken\nhint: do this\n"},
		{fault(schema.Unreachable, broken), 5, "error: run: broken\nhint: do this\n"},
		{fmt.Errorf("read: %w", context.DeadlineExceeded), 5, "error: read: context deadline exceeded\n"},
		{fault(schema.Refused, context.DeadlineExceeded), 6, "error: run: context deadline exceeded\nhint: do this\n"},
		{fault(schema.Rejected, broken), 7, "error: run: broken\nhint: do this\n"},
		{fault(schema.PartlySent, context.Canceled), 8, "error: run: context canceled\nhint: do this\n"},
		{ErrChanges, 10, ""},
		{fault(schema.Unreachable, context.Canceled), 130, "error: run: context canceled\n"},
		{fmt.Errorf("%w: %w", errInterrupted, broken), 130, "error: interrupted: broken\n"},
		{errors.Join(errors.New("a\r\nb"), errors.New("c\x1b[2J")), 1, "error: a b c[U+001B][2J\n"},
	} {
		var out bytes.Buffer
		if code := Report(&out, test.err); code != test.code || out.String() != test.want {
			t.Errorf("%v: got %d, %q, want %d, %q", test.err, code, out.String(), test.code, test.want)
		}
	}
}

func TestDidYouMean(t *testing.T) {
	known := []string{"grades", "names", "exclude_schools", "gpa"}
	for word, want := range map[string]string{
		"grade": `did you mean "grades"?`, "Names": `did you mean "names"?`, "nmaes": `did you mean "names"?`,
		"excludeschools": `did you mean "exclude_schools"?`,
		"timezone":       "use one of: grades, names, exclude_schools, gpa",
		"":               "use one of: grades, names, exclude_schools, gpa",
		"xyz":            "use one of: grades, names, exclude_schools, gpa",
	} {
		if got := DidYouMean(word, known); got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
}

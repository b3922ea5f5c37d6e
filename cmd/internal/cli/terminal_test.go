package cli

import (
	"bytes"
	"log/slog"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	urfave "github.com/urfave/cli/v2"
)

func at(t time.Time) func() time.Time { return func() time.Time { return t } }

func TestNewLogger(t *testing.T) {
	now := time.Date(2026, 11, 23, 4, 5, 6, 0, time.FixedZone("", -6*3600))
	for format, want := range map[string]string{
		"text": "time=2026-11-23T10:05:06.000Z level=ERROR msg=held run=r1 step=plan\n",
		"json": `{"time":"2026-11-23T10:05:06Z","level":"ERROR","msg":"held","run":"r1","step":"plan"}` + "\n",
	} {
		var out bytes.Buffer
		log, err := NewLogger(&out, format, "warn", "r1", at(now))
		if err != nil {
			t.Fatal(err)
		}

		log.Info("not written")
		log.Error("held", "step", "plan")
		if out.String() != want {
			t.Errorf("%s: got %s, want %s", format, out.String(), want)
		}
	}

	for _, bad := range [][2]string{{"xml", "info"}, {"text", "loud"}} {
		if _, err := NewLogger(nil, bad[0], bad[1], "", time.Now); ExitCode(err) != 2 {
			t.Errorf("%q: got %v, want a usage fault", bad, err)
		}
	}
}

func TestQuietAndNoTerminal(t *testing.T) {
	for args, want := range map[string]string{
		"run":                           "one two",
		"run --quiet":                   "two",
		"run --quiet --log-level debug": "two",
		"run --quiet --log-level error": "",
		"run --log-format json":         "one two",
	} {
		var out bytes.Buffer
		w := World{Args: strings.Fields(args), Stderr: &out, Now: at(time.Unix(0, 0))}
		action := func(c *urfave.Context) error {
			terminal, err := NewTerminal(c, w, "r1")
			if err != nil {
				return err
			}
			defer terminal.Close()

			terminal.Step("copy", "rows")(1, 2)
			terminal.Log.Info("one")
			terminal.Log.Warn("two")
			return nil
		}
		app := &urfave.App{Name: "x", Commands: []*urfave.Command{{Name: "run", Action: action}}}
		err := Run(t.Context(), w, app)

		got := strings.Join(regexp.MustCompile("one|two").FindAllString(out.String(), -1), " ")
		if err != nil || got != want || strings.Contains(out.String(), "copy") {
			t.Errorf("%q: got %v, %q, want %q and no bar", args, err, out.String(), want)
		}
	}
}

func TestProgressDoesNotRunIntoTheLog(t *testing.T) {
	var out bytes.Buffer
	terminal := &Terminal{stderr: &out, shows: true}
	terminal.Log = slog.New(slog.NewTextHandler(terminal, nil))
	show := terminal.Step("copy", "rows")
	show(10, 0)
	show(20, 100)
	terminal.Log.Info("first")
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for i := range int64(100) {
				show(i, 100)
				terminal.Log.Info("again")
			}
		})
	}

	group.Wait()
	terminal.Step("send", "bytes")(1, 2)
	show(99, 100) // of the step that ended
	terminal.Close()
	if !strings.Contains(out.String(), "copy") || !strings.Contains(out.String(), "send") {
		t.Errorf("got no bar in %q", out.String())
	}

	for line := range strings.Lines(out.String()) {
		shown := line[strings.LastIndexByte(line[:len(line)-1], '\r')+1:] // what is left after the bar was cleared
		if strings.HasSuffix(line, "\n") && !strings.HasPrefix(shown, "time=") {
			t.Fatalf("got the line %q, want the bar cleared before it", line)
		}
	}
	if end := out.String(); !strings.HasSuffix(end, "\r") {
		t.Errorf("got %q at the end, want the bar cleared", end[max(0, len(end)-100):])
	}
}

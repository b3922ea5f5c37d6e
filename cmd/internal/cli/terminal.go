package cli

import (
	"io"
	"log/slog"
	"os"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	urfave "github.com/urfave/cli/v2"
	"golang.org/x/term"
)

// Terminal is where a run talks to the person who watches. It keeps the log and
// the progress of the run's steps out of each other's way.
type Terminal struct {
	Log *slog.Logger

	mu     sync.Mutex
	stderr io.Writer
	shows  bool                     // whether a person watches
	step   int                      // counts the steps, so that a late call of an earlier one draws nothing
	bar    *progressbar.ProgressBar // of the running step, or nil
	total  int64                    // what bar counts to, or -1
}

// NewTerminal returns the terminal that the command's flags ask for. run is
// the id that every log line carries. With --quiet there is no progress, and
// nothing below a warning in the log.
func NewTerminal(c *urfave.Context, w World, run string) (*Terminal, error) {
	quiet := c.Bool("quiet")
	format := c.String("log-format")
	level := c.String("log-level")
	if quiet && level != "error" {
		level = "warn"
	}

	t := &Terminal{stderr: w.Stderr}
	if format == "text" && !quiet {
		t.shows = isTerminal(w.Stderr)
	}

	var err error
	t.Log, err = NewLogger(t, format, level, run, w.Now)
	return t, err
}

// ShowsColors reports whether a result may be written in colors: on a terminal,
// unless NO_COLOR is set.
func ShowsColors(w World) bool {
	no, _ := w.Env("NO_COLOR")
	return no == "" && isTerminal(w.Stdout)
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// Write writes log lines in place of the progress bar. The next progress draws
// the bar again.
func (t *Terminal) Write(line []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()

	t.clear()
	return t.stderr.Write(line)
}

// Step begins a step of a run and returns a function that shows how far the step
// is. total is 0 while nobody knows it. unit is what is counted: rows, bytes.
// The function draws on a terminal only; several goroutines may call it.
func (t *Terminal) Step(name, unit string) func(done, total int64) {
	t.Close()
	t.mu.Lock()
	defer t.mu.Unlock()

	step := t.step
	return func(done, total int64) {
		t.mu.Lock()
		defer t.mu.Unlock()

		if !t.shows || t.step != step {
			return
		}

		if total <= 0 {
			total = -1
		}
		if t.bar == nil || t.total != total { // a bar cannot learn its total
			t.clear()
			t.bar = newBar(t.stderr, name, unit, total)
			t.total = total
		}

		_ = t.bar.Set64(done) // a bar that cannot be drawn does not stop the step
	}
}

// Close ends the running step and clears its bar.
func (t *Terminal) Close() {
	t.mu.Lock()
	defer t.mu.Unlock()

	t.clear()
	t.bar = nil
	t.step++
}

func (t *Terminal) clear() {
	if t.bar != nil {
		_ = t.bar.Clear() // as in Step
	}
}

func newBar(w io.Writer, name, unit string, total int64) *progressbar.ProgressBar {
	return progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetDescription(name),
		progressbar.OptionSetWidth(30),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSetSpinnerChangeInterval(0), // only Step draws it, never a goroutine of its own
		progressbar.OptionShowCount(),
		progressbar.OptionShowBytes(unit == "bytes"),
		progressbar.OptionShowIts(),
		progressbar.OptionSetItsString(unit),
		progressbar.OptionClearOnFinish(),
	)
}

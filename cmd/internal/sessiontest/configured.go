package sessiontest

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
)

// Configured runs every command of a program in the forms of its examples, and
// proves that it says once which configuration it reads, or that there is none, and
// that it does nothing without one that was asked for. writes is the command that
// makes a configuration; "" when there is none.
func Configured(t *testing.T, app *urfave.App, writes string, run func(context.Context, cli.World) error) {
	if _, err := os.Stat("/etc/schoolinks/schoolinks.yaml"); err == nil {
		t.Skip("this machine has a configuration")
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("mine.yaml", []byte("csv: {quote: all}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	mine, err := filepath.Abs("mine.yaml")
	if err != nil {
		t.Fatal(err)
	}

	for _, command := range app.Commands {
		if command.Name == writes {
			continue
		}
		for _, example := range strings.Split(command.UsageText, "\n") {
			p := played{t: t, example: example, run: run}
			p.refuses("open nope.yaml", "", "--config", "nope.yaml")
			p.refuses("open nope.yaml", "nope.yaml")
			p.refuses("no file was found", "", "--require-config")
			p.says("no configuration file was found", "")
			p.says(mine, "", "--config", "mine.yaml", "--require-config")
			p.says(mine, "mine.yaml", "--require-config")
		}
	}
}

// played is an example that is run.
type played struct {
	t       *testing.T
	example string
	run     func(context.Context, cli.World) error
}

// refuses proves that the example, with more flags and a file that SCHOOLINKS_CONFIG
// names, ends with exit code 2 because of its configuration.
func (p played) refuses(text, variable string, flags ...string) {
	p.t.Helper()

	code := p.says(text, variable, flags...)
	if code != 2 {
		p.t.Errorf("%s %v: got exit code %d, want 2", p.example, flags, code)
	}
}

// says proves that all that is printed says text once, and returns the exit code.
func (p played) says(text, variable string, flags ...string) int {
	p.t.Helper()

	env := map[string]string{"SCHOOLINKS_CONFIG": variable}
	var printed bytes.Buffer
	err := p.run(p.t.Context(), cli.World{
		Args: append(words(p.example)[1:], flags...),
		Env: func(name string) (string, bool) {
			value, ok := env[name]
			return value, ok
		},
		Stdin:  strings.NewReader(""),
		Stdout: &printed,
		Stderr: &printed,
		Now:    time.Now,
		Local:  time.UTC,
	})
	code := cli.Report(&printed, err)

	if n := strings.Count(printed.String(), text); n != 1 {
		p.t.Errorf("%s %v, SCHOOLINKS_CONFIG=%s: got %q %d times, want it once, in\n%s",
			p.example, flags, variable, text, n, printed.String())
	}
	return code
}

// words takes a command apart as a shell does: quotes hold words together.
func words(command string) (all []string) {
	for i, part := range strings.Split(command, "'") {
		if quoted := i%2 == 1; quoted {
			all = append(all, part)
		} else {
			all = append(all, strings.Fields(part)...)
		}
	}
	return all
}

package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// try runs a program of three commands, which print what they were given.
func try(t *testing.T, args ...string) (stdout string, err error) {
	t.Helper()
	var out, log bytes.Buffer
	w := World{Args: args, Stdout: &out, Stderr: &log, Now: at(time.Unix(0, 0))}
	action := func(c *urfave.Context) error {
		fmt.Fprintf(c.App.Writer, "%s %q config=%s level=%s quiet=%t", c.Command.Name, c.Args().Slice(),
			c.String("config"), c.String("log-level"), c.Bool("quiet"))
		for _, flag := range []string{"format", "o", "reason"} {
			fmt.Fprintf(c.App.Writer, " %s=%s", flag, c.String(flag))
		}
		return nil
	}

	err = Run(t.Context(), w, &urfave.App{
		Name:      "publish",
		Usage:     "send files",
		Version:   "v1",
		UsageText: "publish run",
		Commands: []*urfave.Command{
			{
				Name:      "run",
				Usage:     "send the newest",
				UsageText: "publish run",
				Action:    action,
			},
			{
				Name:      "approve",
				Usage:     "say yes",
				ArgsUsage: "N",
				UsageText: "publish approve 7 --reason 'as planned'",
				Flags:     []urfave.Flag{&urfave.StringFlag{Name: "reason", Usage: "say `WHY`", Required: true}},
				Action:    action,
			},
			{
				Name:      "diff",
				Usage:     "compare",
				ArgsUsage: "[FROM [TO]]",
				Flags:     ResultFlags("text", "json", "csv"),
				Action:    action,
			},
		},
	})
	if log.Len() > 0 {
		t.Errorf("%q: got on stderr:\n%s", args, log.String())
	}

	return out.String(), err
}

func TestRun(t *testing.T) {
	for args, want := range map[string]string{
		"run":                            `run [] config= level=info quiet=false format= o= reason=`,
		"run --config a.yaml --quiet":    `run [] config=a.yaml level=info quiet=true format= o= reason=`,
		"--config=a.yaml run":            `run [] config=a.yaml level=info quiet=false format= o= reason=`,
		"--config a.yaml run --config b": `run [] config=b level=info quiet=false format= o= reason=`,
		"approve 7 --reason ok":          `approve ["7"] config= level=info quiet=false format= o= reason=ok`,
		"approve --reason ok 7":          `approve ["7"] config= level=info quiet=false format= o= reason=ok`,
		"approve -reason=ok --quiet 7":   `approve ["7"] config= level=info quiet=true format= o= reason=ok`,
		"approve --reason -- 7":          `approve ["7"] config= level=info quiet=false format= o= reason=--`,
		"diff":                           `diff [] config= level=info quiet=false format=text o= reason=`,
		"diff a --format json b -o -":    `diff ["a" "b"] config= level=info quiet=false format=json o=- reason=`,
		"diff -o=x - --log-level debug":  `diff ["-"] config= level=debug quiet=false format=text o=x reason=`,
		"diff -- --quiet -h":             `diff ["--quiet" "-h"] config= level=info quiet=false format=text o= reason=`,
		"diff a -- run":                  `diff ["a" "run"] config= level=info quiet=false format=text o= reason=`,
		"--version":                      "publish version v1\n",
	} {
		got, err := try(t, strings.Fields(args)...)
		if err != nil || got != want {
			t.Errorf("%q: got %q, %v, want %q", args, got, err, want)
		}
	}
}

func TestUsageFaults(t *testing.T) {
	for args, want := range map[string]string{
		"":                      "publish: no command; see publish --help",
		"--quiet":               "publish: no command; see publish --help",
		"rum":                   `publish: unknown command "rum"; did you mean "run"?`,
		"frobnicate --help":     `publish: unknown command "frobnicate"; use one of: run, approve, diff`,
		"help":                  `publish: unknown command "help"; use one of: run, approve, diff`,
		"--confg a run":         "publish: unknown flag --confg; did you mean \"--config\"?",
		"run --confg a":         "publish run: unknown flag --confg; did you mean \"--config\"?",
		"approve 7 --raeson ok": "publish approve: unknown flag --raeson; did you mean \"--reason\"?",
		"run -x": "publish run: unknown flag -x; " +
			"use one of: --help, --config, --require-config, --log-format, --log-level, --quiet",
		"run 7":                "publish run: too many arguments: got 1, takes at most 0; see publish run --help",
		"diff a b c":           "publish diff: too many arguments: got 3, takes at most 2; see publish diff --help",
		"approve --reason ok":  "publish approve: N is missing; see publish approve --help",
		"approve 7":            "publish approve: --reason is missing; see publish approve --help",
		"approve 7 --reason=":  "publish approve: --reason is missing; see publish approve --help",
		"approve 7 --reason":   "flag --reason has no value; write --reason and its value",
		"diff --format xml":    `flag --format: unknown value "xml"; use one of: text, json, csv`,
		"run --log-format jsn": `flag --log-format: unknown value "jsn"; did you mean "json"?`,
		"run --log-level loud": `flag --log-level: unknown value "loud"; use one of: debug, info, warn, error`,
		"run --quiet=yes":      `publish: invalid boolean value "yes" for -quiet: parse error; see publish --help`,
	} {
		got, err := try(t, strings.Fields(args)...)

		var f *schema.Fault
		if !errors.As(err, &f) || f.Kind != schema.Config {
			t.Errorf("%q: got %v, want a usage fault", args, err)
			continue
		}
		if says := err.Error() + "; " + f.Hint; says != want || got != "" {
			t.Errorf("%q: got %q, %q, want %q", args, got, says, want)
		}
	}
}

func TestHelp(t *testing.T) {
	for _, args := range []string{
		"--help",
		"-h",
		"run --help",
		"approve -h",
		"approve 7 --help",
		"--quiet diff --help a b c d",
		"diff --nonsense --help",
	} {
		got, err := try(t, strings.Fields(args)...)
		if err != nil {
			t.Errorf("%q: got error %v", args, err)
		}

		for _, want := range []string{
			"usage:\n   publish ",
			"--config FILE",
			"exit codes:\n   0 done",
			"130 interrupted\n",
		} {
			if !strings.Contains(got, want) {
				t.Errorf("%q: got no %q in:\n%s", args, want, got)
			}
		}
	}

	got, err := try(t, "approve", "--help")
	want := `publish approve - say yes

usage:
   publish approve [flags] N

flags:
   --reason WHY         say WHY
   --help, -h           show help
   --config FILE        read the configuration from FILE
   --require-config     do nothing when no configuration file is found, instead of using the defaults
   --log-format FORMAT  write the log as FORMAT: text or json (default: "text")
   --log-level LEVEL    log messages of LEVEL and above: debug, info, warn or error (default: "info")
   --quiet              show no progress, and log only warnings and errors

example:
   publish approve 7 --reason 'as planned'

exit codes:
   ` + exitCodes + "\n"
	if err != nil || got != want {
		t.Errorf("got %v, %s\nwant %s", err, got, want)
	}
}

func TestRunPassesItsContext(t *testing.T) {
	type key struct{}
	action := func(c *urfave.Context) error {
		if c.Context.Value(key{}) != 1 {
			t.Error("got another context")
		}
		return context.Canceled
	}
	app := &urfave.App{
		Name:     "publish",
		Commands: []*urfave.Command{{Name: "run", Action: action}},
	}

	err := Run(context.WithValue(t.Context(), key{}, 1), World{Args: []string{"run"}}, app)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the action's error", err)
	}
}

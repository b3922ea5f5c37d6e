package cli

import (
	"slices"

	urfave "github.com/urfave/cli/v2"
)

// commonFlags are the flags of every command.
func commonFlags() []urfave.Flag {
	return []urfave.Flag{
		&urfave.StringFlag{Name: "config", Usage: "read the configuration from `FILE`"},
		choice("log-format", "write the log as `FORMAT`: text or json", "text", logFormats),
		choice("log-level", "log messages of `LEVEL` and above: debug, info, warn or error", "info", logLevels),
		&urfave.BoolFlag{
			Name:               "quiet",
			Usage:              "show no progress, and log only warnings and errors",
			DisableDefaultText: true,
		},
	}
}

// ResultFlags are the flags of a command that has a result: --format, one of
// formats, the first of which is the default, and -o for Output.
func ResultFlags(formats ...string) []urfave.Flag {
	return []urfave.Flag{
		choice("format", "write the result as `FORMAT`: "+join(formats), formats[0], formats),
		&urfave.StringFlag{Name: "o", Usage: "write the result to `FILE`, whole or not at all"},
	}
}

func choice(name, text, value string, known []string) urfave.Flag {
	check := func(_ *urfave.Context, v string) error {
		if !slices.Contains(known, v) {
			return usage(DidYouMean(v, known), "flag --%s: unknown value %q", name, v)
		}
		return nil
	}
	return &urfave.StringFlag{Name: name, Usage: text, Value: value, Action: check}
}

// join writes a list as a sentence does: text, json or csv.
func join(words []string) string {
	switch n := len(words); n {
	case 1:
		return words[0]
	case 2:
		return words[0] + " or " + words[1]
	default:
		return words[0] + ", " + join(words[1:])
	}
}

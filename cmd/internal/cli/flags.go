package cli

import (
	"slices"

	urfave "github.com/urfave/cli/v2"
)

// commonFlags are the flags of every command.
func commonFlags() []urfave.Flag {
	return []urfave.Flag{
		&urfave.StringFlag{
			Name:  "config",
			Usage: "read the configuration from `FILE`",
		},
		&urfave.BoolFlag{
			Name:               "require-config",
			Usage:              "do nothing when no configuration file is found, instead of using the defaults",
			DisableDefaultText: true,
		},
		choice("log-format", "text", logFormats,
			"write the log as `FORMAT`: text or json"),
		choice("log-level", "info", logLevels,
			"log messages of `LEVEL` and above: debug, info, warn or error"),
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
		choice("format", formats[0], formats,
			"write the result as `FORMAT`: "+join(formats)),
		&urfave.StringFlag{
			Name:   "o",
			Usage:  "write the result to `FILE`, whole or not at all",
			Action: PathCheck("o"),
		},
	}
}

// choice is a flag whose value is one of known; value is its default.
func choice(name, value string, known []string, text string) urfave.Flag {
	check := func(_ *urfave.Context, v string) error {
		if !slices.Contains(known, v) {
			hint := DidYouMean(v, known)
			return usage(hint, "flag --%s: unknown value %q", name, v)
		}
		return nil
	}

	return &urfave.StringFlag{
		Name:   name,
		Usage:  text,
		Value:  value,
		Action: check,
	}
}

// join writes a list as a sentence does: text, json or csv.
func join(words []string) string {
	switch len(words) {
	case 1:
		return words[0]
	case 2:
		return words[0] + " or " + words[1]
	default:
		return words[0] + ", " + join(words[1:])
	}
}

package cli

import (
	"context"
	"slices"
	"strings"

	urfave "github.com/urfave/cli/v2"
)

// Run runs the command of app that the world's arguments name. It adds what all
// commands have in common: the common flags, before or after the command; help
// with an example and the exit codes; and, for anything mistyped, a
// schema.Config fault with the nearest name.
//
// A command gives Name, Usage, Flags and Action; ArgsUsage as "N" or "[FROM
// [TO]]", which says how many arguments it takes, or as "WORD…" for one or more;
// and UsageText, the examples in its help. A string flag that is Required must not
// be blank.
func Run(ctx context.Context, w World, app *urfave.App) error {
	app.Reader = w.Stdin
	app.Writer = w.Stdout
	app.ErrWriter = w.Stderr

	app.HideHelpCommand = true
	app.Flags = append(commonFlags(), app.Flags...)
	app.CustomAppHelpTemplate = appHelp
	app.ExitErrHandler = func(*urfave.Context, error) {} // only main exits
	app.OnUsageError = func(_ *urfave.Context, err error, _ bool) error {
		return flagFault(app.Name, err, app.Flags)
	}

	app.Action = func(c *urfave.Context) error {
		name := c.Args().First()
		return commandFault(app, name)
	}
	for _, command := range app.Commands {
		complete(app.Name+" "+command.Name, command, app.Flags)
	}

	args, err := arrange(app, w.Args)
	if err != nil {
		return err
	}

	args = append([]string{app.Name}, args...)
	return app.RunContext(ctx, args)
}

// complete adds to a command what Run promises. name is its full name.
func complete(name string, command *urfave.Command, common []urfave.Flag) {
	command.HideHelpCommand = true
	command.CustomHelpTemplate = commandHelp(common)
	command.OnUsageError = func(_ *urfave.Context, err error, _ bool) error {
		all := slices.Concat(command.Flags, common)
		return flagFault(name, err, all)
	}

	required := takeRequired(command.Flags)
	action := command.Action
	command.Action = func(c *urfave.Context) error {
		args := c.Args().Slice()
		if err := countArgs(name, command.ArgsUsage, args); err != nil {
			return err
		}

		for _, flag := range required {
			if strings.TrimSpace(c.String(flag)) == "" {
				return usage(helpHint(name), "%s: --%s is missing", name, flag)
			}
		}

		return action(c)
	}
}

// takeRequired makes required flags optional, because urfave/cli would print the
// help when one is missing, and returns their names.
func takeRequired(flags []urfave.Flag) (names []string) {
	for _, f := range flags {
		s, ok := f.(*urfave.StringFlag)
		if ok && s.Required {
			s.Required = false
			names = append(names, s.Name)
		}
	}

	return names
}

// countArgs checks args against the command's ArgsUsage: one argument a word,
// optional in brackets; more than one where … ends it.
func countArgs(name, argsUsage string, args []string) error {
	words := strings.Fields(argsUsage)
	for i, word := range words {
		optional := strings.HasPrefix(word, "[")
		if i >= len(args) && !optional {
			return usage(helpHint(name), "%s: %s is missing", name, word)
		}
	}

	anyNumber := strings.HasSuffix(argsUsage, "…")
	if len(args) > len(words) && !anyNumber {
		return usage(helpHint(name), "%s: too many arguments: got %d, takes at most %d",
			name, len(args), len(words))
	}

	return nil
}

func commandFault(app *urfave.App, name string) error {
	if name == "" {
		return usage(helpHint(app.Name), "%s: no command", app.Name)
	}

	var known []string
	for _, c := range app.Commands {
		known = append(known, c.Name)
	}

	hint := DidYouMean(name, known)
	return usage(hint, "%s: unknown command %q", app.Name, name)
}

func flagFault(name string, err error, flags []urfave.Flag) error {
	mistyped, unknown := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !unknown {
		return usage(helpHint(name), "%s: %w", name, err)
	}

	var known []string
	for _, f := range flags {
		flag := f.Names()[0]
		known = append(known, dashed(flag))
	}

	mistyped = strings.TrimLeft(mistyped, "-")
	mistyped = dashed(mistyped)
	hint := DidYouMean(mistyped, known)
	return usage(hint, "%s: unknown flag %s", name, mistyped)
}

func dashed(flag string) string {
	if len(flag) == 1 {
		return "-" + flag
	}
	return "--" + flag
}

func helpHint(name string) string {
	return "see " + name + " --help"
}

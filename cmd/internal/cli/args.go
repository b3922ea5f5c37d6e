package cli

import (
	"slices"
	"strings"

	urfave "github.com/urfave/cli/v2"
)

// arrange puts arguments into the one order that urfave/cli reads, because it
// stops looking for flags at the first argument: the common flags, the command,
// its flags, "--", its arguments. Everything after the caller's own "--" is an
// argument. An unknown flag goes among the flags, so that the parser names it. A
// command that is asked for help gets nothing else.
func arrange(app *urfave.App, args []string) ([]string, error) {
	var common, path, flags, rest []string
	command := &urfave.Command{}
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]

		switch {
		case arg == "--":
			rest = append(rest, args...)
			args = nil
		case !isFlag(arg) && path == nil:
			command = app.Command(arg)
			if command == nil {
				return append(common, "--", arg), nil
			}
			path = []string{arg}
		case !isFlag(arg):
			rest = append(rest, arg)
		case isHelp(arg):
			return append(path, "--help"), nil
		default:
			known := slices.Concat(app.Flags, command.Flags)
			n, err := flagLength(known, arg, args)
			if err != nil {
				return nil, err
			}

			taken := append([]string{arg}, args[:n]...)
			args = args[n:]
			isCommon := findFlag(app.Flags, arg) != nil
			if path == nil || isCommon {
				common = append(common, taken...)
			} else {
				flags = append(flags, taken...)
			}
		}
	}

	end := []string{"--"}
	return slices.Concat(common, path, flags, end, rest), nil
}

// flagLength returns how many of the following arguments are arg's value: one or none.
func flagLength(flags []urfave.Flag, arg string, following []string) (int, error) {
	f, ok := findFlag(flags, arg).(urfave.DocGenerationFlag)
	takesValue := ok && f.TakesValue()
	if !takesValue || strings.Contains(arg, "=") {
		return 0, nil
	}
	if len(following) == 0 {
		return 0, usage("write "+arg+" and its value", "flag %s has no value", arg)
	}

	return 1, nil
}

func findFlag(flags []urfave.Flag, arg string) urfave.Flag {
	name := flagName(arg)
	for _, f := range flags {
		if slices.Contains(f.Names(), name) {
			return f
		}
	}
	return nil
}

// isFlag tells flags from arguments; "-" alone is an argument.
func isFlag(arg string) bool {
	return len(arg) > 1 && arg[0] == '-'
}

func isHelp(arg string) bool {
	names := urfave.HelpFlag.Names()
	return slices.Contains(names, flagName(arg))
}

func flagName(arg string) string {
	undashed := strings.TrimLeft(arg, "-")
	name, _, _ := strings.Cut(undashed, "=")
	return name
}

package cli

import (
	"strings"

	urfave "github.com/urfave/cli/v2"
)

// appHelp is the help of a program, a template of urfave/cli.
const appHelp = `{{.HelpName}} - {{.Usage}}

usage:
   {{.HelpName}} COMMAND [flags] [arguments]
{{if .Description}}
{{.Description}}
{{end}}
commands:{{range .VisibleCommands}}
   {{.Name}}{{"\t"}}{{.Usage}}{{end}}

flags:{{range .VisibleFlags}}
   {{.}}{{end}}
{{if .UsageText}}
example:
   {{wrap .UsageText 3}}
{{end}}
exit codes:
   ` + exitCodes + `
`

// commandHelp is the help of a command.
func commandHelp(common []urfave.Flag) string {
	var lines strings.Builder
	for _, f := range common {
		lines.WriteString("\n   " + f.String())
	}

	return `{{.HelpName}} - {{.Usage}}

usage:
   {{.HelpName}} [flags]{{if .ArgsUsage}} {{.ArgsUsage}}{{end}}
{{if .Description}}
{{.Description}}
{{end}}
flags:{{range .VisibleFlags}}
   {{.}}{{end}}` + lines.String() + `
{{if .UsageText}}
example:
   {{wrap .UsageText 3}}
{{end}}
exit codes:
   ` + exitCodes + `
`
}

package config

import (
	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
)

// Checked loads the configuration for a check command, as Read does, and puts on
// the list what Read logs. It returns nil when the file is wrong.
func Checked(list *cli.Checklist, c *urfave.Context, env Env) *Config {
	conf, path, err := load(c, env)

	switch {
	case err != nil:
		list.Fail("configuration", err)
		return nil
	case path == "":
		list.Warn("configuration", nameOne, "%s; looked for %s", noFile, places())
	default:
		list.OK("configuration", "%s", absolute(path))
	}

	return conf
}

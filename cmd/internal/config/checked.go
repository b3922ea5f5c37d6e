package config

import "github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"

// Checked loads the configuration for a check command, as Load does, and puts
// the result on the list. It returns nil when the file is wrong.
func Checked(list *cli.Checklist, flag string, env Env) *Config {
	conf, path, err := Load(flag, env)

	switch {
	case err != nil:
		list.Fail("configuration", err)
		return nil
	case path == "":
		list.OK("configuration", "no file, so the defaults apply; extract init writes a file that lists them")
	default:
		list.OK("configuration", "%s", path)
	}

	return conf
}

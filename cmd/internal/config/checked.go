package config

import "github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"

// Checked loads the configuration for a check command and puts on the list what
// became of that. It returns nil when the file is wrong.
func Checked(list *cli.Checklist, path string) *Config {
	conf, err := Load(path)
	switch {
	case err != nil:
		list.Fail("configuration", err)
		return nil
	case path == "":
		list.OK("configuration", "no file, so the defaults apply; extract init writes them down")
	default:
		list.OK("configuration", "%s", path)
	}
	return conf
}

package config

import (
	"errors"
	"log/slog"
	"path/filepath"
	"strings"

	urfave "github.com/urfave/cli/v2"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Read loads the configuration for a command, as Load does, and logs which file
// that is. It warns when there is none: a job that is started in another folder
// would otherwise use another district's tables and tags, and say nothing. With
// --require-config that is a fault.
func Read(c *urfave.Context, log *slog.Logger, env Env) (*Config, error) {
	conf, path, err := load(c, env)

	switch {
	case err != nil:
		return nil, err
	case path == "":
		log.Warn(noFile, "looked", places(), "hint", nameOne)
	default:
		log.Info("the configuration is read", "file", absolute(path))
	}
	return conf, nil
}

const (
	noFile  = "no configuration file was found, so the defaults apply: District 118's, for Illinois"
	nameOne = "name the file with --config or SCHOOLINKS_CONFIG, or write one: extract init"
)

// load loads the configuration that a command's flags ask for.
func load(c *urfave.Context, env Env) (conf *Config, path string, err error) {
	conf, path, err = Load(c.String("config"), env)

	if err == nil && path == "" && c.Bool("require-config") {
		err := errors.New("read configuration: no file was found; looked for " + places())
		return nil, "", schema.NewFault(schema.Config, err, nameOne)
	}
	return conf, path, err
}

// places says where a file was looked for that nobody named.
func places() string {
	var all []string
	for _, path := range defaultPaths {
		all = append(all, absolute(path))
	}
	return strings.Join(all, " and ")
}

// absolute returns a path that means the same in any folder. It is the path as it is
// when nobody knows which folder this one is.
func absolute(path string) string {
	whole, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	return whole
}

package config

import (
	"log/slog"
	"path/filepath"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// secrets are the variables that hold a secret, or may.
var secrets = []string{
	"DATABASE_URL",
	"POWERSCHOOL_PROD_DB",
	"POWERSCHOOL_DB_PASSWORD",
	"SCHOOLINKS_SFTP_PASSWORD",
	"SCHOOLINKS_SFTP_KEY",
	"SCHOOLINKS_SFTP_KEY_PASSPHRASE",
}

// openFiles returns the files of secrets that every user of this machine may read,
// by the variable. One that they may change is not read at all.
func openFiles(env Env) map[string]string {
	v := &variables{env: env}
	open := map[string]string{}
	for _, name := range secrets {
		file := v.lookup(name + "_FILE")
		if credentials := v.lookup("CREDENTIALS_DIRECTORY"); file == "" && credentials != "" {
			file = filepath.Join(credentials, name)
		}
		if readable, _ := schema.Access(file); readable {
			open[name] = file
		}
	}
	return open
}

// WarnOfOpenFiles logs which secrets every user of this machine may read.
func WarnOfOpenFiles(log *slog.Logger, env Env) {
	open := openFiles(env)
	for _, name := range sortedKeys(open) {
		log.Warn("every user of this machine may read the file of "+name, "hint", "run: chmod 600 "+open[name])
	}
}

// CheckFiles puts on the list which secrets every user of this machine may read.
func CheckFiles(list *cli.Checklist, env Env) {
	open := openFiles(env)
	for _, name := range sortedKeys(open) {
		list.Warn("secrets", "run: chmod 600 "+open[name], "every user of this machine may read the file of %s", name)
	}
}

package main

import (
	"fmt"
	"strings"
)

const (
	module       = "github.com/schoolinks-sync/schoolinks-sync"
	sftpUser     = "district"
	sftpPassword = "only-for-the-demo"
)

// url returns the URL of a database as a user. The server trusts everybody on
// this machine.
func (s *stage) url(user, database string) string {
	return fmt.Sprintf("postgres://%s@127.0.0.1:%d/%s?sslmode=disable", user, s.ports.Postgres, database)
}

// The environments of the owner of the store, and of the two programs.
func (s *stage) ownerEnv() []string {
	return []string{"DATABASE_URL=" + s.url("sync_owner", "schoolinks")}
}

func (s *stage) extractEnv() []string {
	return []string{
		"DATABASE_URL=" + s.url("sync_extract", "schoolinks"),
		"POWERSCHOOL_DRIVER=pgx",
		fmt.Sprintf("POWERSCHOOL_PROD_DB=127.0.0.1:%d/powerschool", s.ports.Postgres),
		"POWERSCHOOL_READ_USER=psnavigator",
		"POWERSCHOOL_DB_PASSWORD=only-for-the-demo",
		"POWERSCHOOL_TIMEZONE=America/Chicago",
	}
}

func (s *stage) publishEnv() []string {
	return []string{
		"DATABASE_URL=" + s.url("sync_publish", "schoolinks"),
		fmt.Sprintf("SCHOOLINKS_SFTP_ADDRESS=127.0.0.1:%d", s.ports.SFTP),
		"SCHOOLINKS_SFTP_USERNAME=" + sftpUser,
		"SCHOOLINKS_SFTP_PASSWORD=" + sftpPassword,
	}
}

// shell writes an environment as lines of a file that a shell reads.
func shell(env []string) string {
	var b strings.Builder
	for _, e := range env {
		name, value, _ := strings.Cut(e, "=")
		fmt.Fprintf(&b, "export %s='%s'\n", name, value)
	}
	return b.String()
}

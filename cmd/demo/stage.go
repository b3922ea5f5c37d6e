package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"golang.org/x/crypto/ssh"

	sftpserver "github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	pgserver "github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest/server"
)

// stage is the folder that everything is in, and the servers.
type stage struct {
	dir      string
	postgres *pgserver.Server
	sftp     *sftpserver.Server
}

const (
	sftpUser     = "district"
	sftpPassword = "only-for-the-demo"
)

// open makes a folder, or uses that of an earlier demo, and starts the servers.
func open(ctx context.Context, dir string) (s *stage, err error) {
	s = &stage{dir: dir}
	if dir == "" {
		if s.dir, err = os.MkdirTemp("", "schoolinks-demo-"); err != nil {
			return s, err
		}
		// PostgreSQL refuses to run as root and then runs as another user.
		if err := os.Chmod(s.dir, 0o711); err != nil {
			return s, err
		}
	}
	if s.dir, err = filepath.Abs(s.dir); err != nil {
		return s, err
	}
	fmt.Println("Starting PostgreSQL and an SFTP server on this machine, in", s.dir)
	if s.postgres, err = pgserver.Start(ctx, filepath.Join(s.dir, "postgres"), pgserver.Options{}); err != nil {
		return s, err
	}
	return s, s.startSFTP()
}

func (s *stage) startSFTP() error {
	root := filepath.Join(s.dir, "sftp")
	if err := os.MkdirAll(filepath.Join(root, "automated"), 0o700); err != nil {
		return err
	}
	key, err := sftpserver.HostKey(filepath.Join(s.dir, "sftp_host_key"))
	if err != nil {
		return err
	}
	s.sftp, err = sftpserver.Start(sftpserver.Options{Root: root, User: sftpUser, Password: sftpPassword, HostKeys: []ssh.Signer{key}})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(s.dir, "known_hosts"), []byte(s.sftp.KnownHosts()), 0o600)
}

// close stops the servers, and removes the folder where that is wanted.
func (s *stage) close(remove bool) error {
	var errs []error
	if s.sftp != nil {
		errs = append(errs, s.sftp.Close())
	}
	if s.postgres != nil {
		errs = append(errs, s.postgres.Stop())
	}
	if remove {
		fmt.Println("\nStopped; removing", s.dir)
		errs = append(errs, os.RemoveAll(s.dir))
	}
	return errors.Join(errs...)
}

// url returns the URL of a database as a user.
func (s *stage) url(user, database string) string {
	u := strings.Replace(s.postgres.URL, "postgres@", user+"@", 1)
	return strings.Replace(u, "/postgres?", "/"+database+"?", 1)
}

// sql runs statements as the superuser of a database.
func (s *stage) sql(ctx context.Context, database, statements string) (err error) {
	db, err := pgx.Connect(ctx, s.url("postgres", database))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close(context.WithoutCancel(ctx))) }()
	for statement := range strings.SplitSeq(statements, ";") {
		if _, err := db.Exec(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// The environments of the people and programs in the story.
func (s *stage) ownerEnv() []string {
	return []string{"DATABASE_URL=" + s.url("sync_owner", "schoolinks")}
}

func (s *stage) extractEnv() []string {
	return []string{
		"DATABASE_URL=" + s.url("sync_extract", "schoolinks"),
		"POWERSCHOOL_DRIVER=pgx",
		"POWERSCHOOL_PROD_DB=" + s.url("psnavigator", "powerschool"),
		"POWERSCHOOL_TIMEZONE=America/Chicago",
	}
}

func (s *stage) publishEnv() []string {
	return []string{
		"DATABASE_URL=" + s.url("sync_publish", "schoolinks"),
		"SCHOOLINKS_SFTP_ADDRESS=127.0.0.1:" + strconv.Itoa(s.sftp.Addr().Port),
		"SCHOOLINKS_SFTP_USERNAME=" + sftpUser,
		"SCHOOLINKS_SFTP_PASSWORD=" + sftpPassword,
	}
}

// lastDay is the newest school day of the invented district as the story
// begins: a week ago, so that the next ones are past as well.
func lastDay() time.Time {
	return time.Now().UTC().Truncate(24*time.Hour).AddDate(0, 0, -7)
}

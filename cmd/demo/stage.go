package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/district"
	sftpserver "github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	pgserver "github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest/server"
)

// stage is the folder that everything is in, and the servers.
type stage struct {
	dir      string
	ports    ports
	postgres *pgserver.Server
	sftp     *sftpserver.Server
}

// ports are kept in the folder, so that a destination stays the same when its
// server starts again.
type ports struct{ Postgres, SFTP int }

// newStage makes a folder, or uses that of an earlier demo.
func newStage(dir string) (s *stage, err error) {
	if dir == "" {
		if dir, err = os.MkdirTemp("", "schoolinks-demo-"); err != nil {
			return nil, err
		}
		// PostgreSQL refuses to run as root and then runs as another user.
		if err := os.Chmod(dir, 0o711); err != nil {
			return nil, err
		}
	}

	dir, err = filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	s = &stage{dir: dir}
	return s, s.readPorts()
}

// readPorts reads the ports of an earlier demo, if there was one.
func (s *stage) readPorts() error {
	text, err := os.ReadFile(s.path("ports.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}

	if err := json.Unmarshal(text, &s.ports); err != nil {
		return fmt.Errorf("read ports.json: %w", err)
	}
	return nil
}

func (s *stage) path(names ...string) string {
	return filepath.Join(append([]string{s.dir}, names...)...)
}

// start starts both servers.
func (s *stage) start(ctx context.Context) (err error) {
	s.postgres, err = pgserver.Start(ctx, s.path("postgres"), pgserver.Options{Port: s.ports.Postgres})
	if err != nil {
		return err
	}
	if err := s.startSFTP(); err != nil {
		return err
	}

	config, err := pgx.ParseConfig(s.postgres.URL)
	if err != nil {
		return err
	}

	s.ports = ports{int(config.Port), s.sftp.Addr().Port}
	text, err := json.Marshal(s.ports)
	if err != nil {
		return err
	}
	return os.WriteFile(s.path("ports.json"), text, 0o600)
}

func (s *stage) startSFTP() error {
	if err := os.MkdirAll(s.path("sftp", "automated"), 0o700); err != nil {
		return err
	}
	key, err := sftpserver.HostKey(s.path("sftp_host_key"))
	if err != nil {
		return err
	}

	s.sftp, err = sftpserver.Start(sftpserver.Options{
		Addr:     fmt.Sprintf("127.0.0.1:%d", s.ports.SFTP),
		Root:     s.path("sftp"),
		User:     sftpUser,
		Password: sftpPassword,
		HostKeys: []ssh.Signer{key},
	})
	return err
}

// fingerprint is what the operator of the SFTP server would say on the phone.
func (s *stage) fingerprint() (string, error) {
	key, err := sftpserver.HostKey(s.path("sftp_host_key"))
	if err != nil {
		return "", err
	}
	return ssh.FingerprintSHA256(key.PublicKey()), nil
}

// close stops the servers.
func (s *stage) close() error {
	var errs []error
	if s.sftp != nil {
		errs = append(errs, s.sftp.Close())
	}
	if s.postgres != nil {
		errs = append(errs, s.postgres.Stop())
	}

	return errors.Join(errs...)
}

// prepare builds the programs, and makes the databases, the roles and the
// district.
func (s *stage) prepare(ctx context.Context, d district.District) error {
	fmt.Println("Building extract and publish")
	build := exec.CommandContext(ctx, "go", "build", "-o", s.path("bin")+"/",
		module+"/cmd/extract", module+"/cmd/publish", module+"/cmd/demo")
	// PowerSchool's tables are in PostgreSQL here, so Oracle's driver, which needs
	// cgo, is left out.
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	build.Stdout, build.Stderr = os.Stdout, os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("build the programs: %w", err)
	}

	err := s.sql(ctx, "postgres", `
		create role sync_owner login;
		create role sync_extract login;
		create role sync_publish login;
		create role psnavigator login;
		create database schoolinks owner sync_owner;
		create database powerschool`)
	if err != nil {
		return err
	}

	fmt.Println("Inventing a district: 10,000 students and 180 days of attendance")
	if err := d.Load(ctx, s.url("postgres", "powerschool")); err != nil {
		return err
	}
	return s.sql(ctx, "powerschool", "grant select on all tables in schema public to psnavigator")
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

// lastDay is the newest school day of the invented district when the story
// begins: a week ago, so that the days that follow are past as well.
func lastDay() time.Time {
	return time.Now().UTC().Truncate(24*time.Hour).AddDate(0, 0, -7)
}

// Package migrations is the shape of the store: numbered SQL files, applied in
// order and never edited, and what the roles of the two programs may do.
//
// No table is qualified. The search_path in the database's URL chooses the
// schema, so that one database can hold a schema a district.
package migrations

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/pgfault"
)

//go:embed *.sql
var files embed.FS

// lockSeconds is how long Up waits for another one on the same schema.
const lockSeconds = 60

// Up brings the schema at url to the newest version, creating it where the
// search_path names one that does not exist. Two at once take turns.
func Up(ctx context.Context, url string) error {
	conn, err := connect(ctx, url)
	if err != nil {
		return err
	}
	id, err := createSchema(ctx, conn)
	if err := errors.Join(err, conn.Close(ctx)); err != nil {
		return ownersFault("create the schema", err)
	}
	db := stdlib.OpenDB(*conn.Config())
	defer db.Close() // nothing is pending: every migration was committed or not
	// The default lock would make the districts of one database wait for one another.
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockID(id), lock.WithLockTimeout(1, lockSeconds))
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	provider, err := goose.NewProvider(goose.DialectPostgres, db, files,
		goose.WithSessionLocker(locker), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	_, err = provider.Up(ctx)
	return ownersFault("migrate", err)
}

// ownersFault is pgfault.Of for what only the owner of the store may do.
func ownersFault(doing string, err error) error {
	var pg *pgconn.PgError
	if errors.As(err, &pg) && pg.Code == "42501" { // insufficient_privilege
		return schema.NewFault(schema.Refused, fmt.Errorf("%s: this role may not (PostgreSQL error %s)", doing, pg.Code),
			"set DATABASE_URL to that of the store's owner, for this command only")
	}
	return pgfault.Of(doing, err)
}

// createSchema creates the schema that the search_path names, where it names
// one, and returns the id of its lock.
func createSchema(ctx context.Context, conn *pgx.Conn) (lockID int64, err error) {
	err = pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
		name, exists, err := where(ctx, tx)
		if err != nil {
			return err
		}
		const lock = `select hashtextextended('migrations of ' || $1, 0)`
		if err := tx.QueryRow(ctx, lock, name).Scan(&lockID); err != nil || exists {
			return err
		}
		if _, err := tx.Exec(ctx, `select pg_advisory_xact_lock($1)`, lockID); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `create schema if not exists `+pgx.Identifier{name}.Sanitize())
		return err
	})
	return lockID, err
}

// Version returns the newest migration that the schema at conn has, and the
// newest that this program has. It is a schema.Config fault when they differ.
func Version(ctx context.Context, conn *pgx.Conn) (current, newest int64, err error) {
	newest, err = newestFile()
	if err != nil {
		return 0, 0, err
	}
	_, exists, err := where(ctx, conn)
	if err != nil {
		return 0, newest, pgfault.Of("read the database's version", err)
	}
	if exists {
		err = conn.QueryRow(ctx, `select coalesce(max(version_id), 0) from goose_db_version`).Scan(&current)
	}
	var pg *pgconn.PgError
	switch {
	case errors.As(err, &pg) && pg.Code == "42P01": // undefined_table
		err = nil
	case errors.As(err, &pg) && pg.Code == "42501": // insufficient_privilege
		return 0, newest, schema.NewFault(schema.Refused, errors.New("this role may not use the database's schema"),
			"as the owner of the store, run: extract migrate --grant-extract ROLE --grant-publish ROLE")
	case err != nil:
		return 0, newest, pgfault.Of("read the database's version", err)
	}
	switch {
	case current == 0:
		err = schema.NewFault(schema.Config, errors.New("the database has no tables of this program"), "run: extract migrate")
	case current < newest:
		err = schema.NewFault(schema.Config, fmt.Errorf("the database has version %d, this program needs %d", current, newest), "run: extract migrate")
	case current > newest:
		err = schema.NewFault(schema.Config, fmt.Errorf("the database has version %d, this program knows %d", current, newest), "update the program")
	}
	return current, newest, err
}

func newestFile() (newest int64, err error) {
	names, err := fs.Glob(files, "*.sql")
	if err != nil {
		return 0, err
	}
	for _, name := range names {
		version, err := goose.NumericComponent(name)
		if err != nil {
			return 0, err
		}
		newest = max(newest, version)
	}
	return newest, nil
}

type querier interface {
	QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
}

// where returns the schema in which unqualified names belong and whether it
// exists. It looks at the first name of the search_path: where that schema
// does not exist, PostgreSQL would go on to the next one, another district's
// or public.
func where(ctx context.Context, q querier) (name string, exists bool, err error) {
	var path, current string
	const look = `select current_setting('search_path'), coalesce(current_schema(), '')`
	if err := q.QueryRow(ctx, look).Scan(&path, &current); err != nil {
		return "", false, err
	}
	first, _, _ := strings.Cut(path, ",")
	switch first = strings.Trim(strings.TrimSpace(first), `"`); first {
	case "$user", "":
		if current == "" {
			return "", false, schema.NewFault(schema.Config, errors.New("the database's search_path names no schema"),
				"add ?search_path=NAME to DATABASE_URL")
		}
		return current, true, nil
	}
	err = q.QueryRow(ctx, `select exists (select from pg_namespace where nspname = $1)`, first).Scan(&exists)
	return first, exists, err
}

// connectSeconds bounds the way to the server, unless connect_timeout is set.
const connectSeconds = 10

func connect(ctx context.Context, url string) (*pgx.Conn, error) {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, pgfault.Of("read DATABASE_URL", err)
	}
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = connectSeconds * time.Second
	}
	if config.RuntimeParams["application_name"] == "" {
		config.RuntimeParams["application_name"] = "extract migrate"
	}
	config.RuntimeParams["lock_timeout"] = "60s"
	conn, err := pgx.ConnectConfig(ctx, config)
	return conn, pgfault.Of("connect to the database", err)
}

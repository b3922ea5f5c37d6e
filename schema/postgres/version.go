package postgres

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/pressly/goose/v3"

	"github.com/schoolinks-sync/schoolinks-sync/migrations"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// checkVersion returns the newest migration that the schema at conn has. It is
// a schema.Config fault if that is not the newest one of this program.
func checkVersion(ctx context.Context, conn *pgx.Conn) (current int64, err error) {
	newest, err := newestMigration()
	if err != nil {
		return 0, err
	}

	current, err = currentVersion(ctx, conn)
	if err != nil {
		return 0, err
	}

	switch {
	case current == 0:
		err = errors.New("the database does not have this program's tables")
		return current, schema.NewFault(schema.Config, err, "run: extract migrate")
	case current < newest:
		err = fmt.Errorf("the database has version %d, but this program needs %d", current, newest)
		return current, schema.NewFault(schema.Config, err, "run: extract migrate")
	case current > newest:
		err = fmt.Errorf("the database has version %d, but this program only knows %d", current, newest)
		return current, schema.NewFault(schema.Config, err, "update the program")
	}

	return current, nil
}

// currentVersion returns the newest migration that the schema at conn has, 0
// where it has none.
func currentVersion(ctx context.Context, conn *pgx.Conn) (current int64, err error) {
	_, exists, err := currentSchema(ctx, conn)
	if err != nil {
		return 0, fault("read the database's version", err)
	}
	if exists {
		const newest = `select coalesce(pg_catalog.max(version_id), 0) from goose_db_version`
		row := conn.QueryRow(ctx, newest)
		err = row.Scan(&current)
	}

	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		switch pg.Code {
		case undefinedTable:
			return 0, nil
		case insufficientPrivilege:
			err = errors.New("this role may not use the database's schema")
			return 0, schema.NewFault(schema.Refused, err, runGrants)
		}
	}

	return current, fault("read the database's version", err)
}

func newestMigration() (newest int64, err error) {
	names, err := fs.Glob(migrations.Files, "*.sql")
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

type rowQuerier interface {
	QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
}

package postgres

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

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
		const newest = `select coalesce(max(version_id), 0) from goose_db_version`
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

// currentSchema returns the schema to which unqualified names belong and whether
// it exists. It looks at the first name of the search_path: if that schema does
// not exist, PostgreSQL would go on to the next one, which may be another
// district's or public.
func currentSchema(ctx context.Context, q rowQuerier) (name string, exists bool, err error) {
	const look = `select current_setting('search_path'), coalesce(current_schema(), '')`

	var path, current string
	row := q.QueryRow(ctx, look)
	if err := row.Scan(&path, &current); err != nil {
		return "", false, err
	}

	first, _, _ := strings.Cut(path, ",")
	first = strings.Trim(strings.TrimSpace(first), `"`)

	switch {
	case first != "$user" && first != "":
		const there = `select exists (select from pg_namespace where nspname = $1)`
		row := q.QueryRow(ctx, there, first)
		err = row.Scan(&exists)
		return first, exists, err
	case current == "":
		err = errors.New("the database's search_path does not name a schema")
		return "", false, schema.NewFault(schema.Config, err,
			"add ?search_path=NAME to DATABASE_URL")
	}

	return current, true, nil
}

package postgres

import (
	"context"
	"errors"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// What is called is PostgreSQL's own, whoever may create something in the schema or
// in a temporary one: every session looks in pg_catalog first, then in the schema of
// the store, and in pg_temp last. PostgreSQL still prefers a function of a later
// schema whose argument types fit better. So the SQL of this package names the
// schema of every function that it calls, and compares and joins values of one type.

// fixPath makes the sessions of config keep to the first schema of their
// search_path. Whatever else is done after connecting comes before it.
func fixPath(config *pgconn.Config) {
	before := config.AfterConnect
	config.AfterConnect = func(ctx context.Context, conn *pgconn.PgConn) error {
		if before != nil {
			if err := before(ctx, conn); err != nil {
				return err
			}
		}
		return setPath(ctx, conn)
	}
}

func setPath(ctx context.Context, conn *pgconn.PgConn) error {
	const look = `select pg_catalog.current_setting('search_path'), coalesce(pg_catalog.current_schema(), '')`
	result := conn.ExecParams(ctx, look, nil, nil, nil, nil).Read()
	if result.Err != nil {
		return result.Err
	}

	path, current := string(result.Rows[0][0]), string(result.Rows[0][1])
	name := schemaOf(path, current)
	if name == "" {
		return nil // currentSchema says so
	}

	const set = `select pg_catalog.set_config('search_path', $1, false)`
	fixed := [][]byte{[]byte(quoted(name) + ", pg_temp")}
	return conn.ExecParams(ctx, set, fixed, nil, nil, nil).Read().Err
}

// currentSchema returns the schema to which unqualified names belong and whether
// it exists. It looks at the first name of the search_path: if that schema does
// not exist, PostgreSQL would go on to the next one, which may be another
// district's or public.
func currentSchema(ctx context.Context, q rowQuerier) (name string, exists bool, err error) {
	const look = `select pg_catalog.current_setting('search_path'), coalesce(pg_catalog.current_schema(), '')`

	var path, current string
	row := q.QueryRow(ctx, look)
	if err := row.Scan(&path, &current); err != nil {
		return "", false, err
	}

	name = schemaOf(path, current)
	if name == "" {
		err = errors.New("the database's search_path does not name a schema")
		return "", false, schema.NewFault(schema.Config, err,
			"add ?search_path=NAME to DATABASE_URL")
	}

	const there = `select exists (select from pg_catalog.pg_namespace where nspname = $1)`
	row = q.QueryRow(ctx, there, name)
	err = row.Scan(&exists)
	return name, exists, err
}

// schemaOf returns the first name of a search_path or, where that is the user's or
// there is none, the current schema.
func schemaOf(path, current string) string {
	first := firstName(path)
	if first == "" || first == "$user" {
		return current
	}
	return first
}

// firstName returns the first name in a list of identifiers, as PostgreSQL reads
// it: what is not in quotes is folded to lower case.
func firstName(list string) string {
	list = strings.TrimSpace(list)
	if strings.HasPrefix(list, `"`) {
		return identifier(list)
	}
	first, _, _ := strings.Cut(list, ",")
	return identifier(first)
}

// identifier returns one identifier as PostgreSQL reads it.
func identifier(text string) string {
	text = strings.TrimSpace(text)
	inQuotes, isQuoted := strings.CutPrefix(text, `"`)
	if !isQuoted {
		return strings.Map(lower, text)
	}

	var name strings.Builder
	for {
		part, rest, _ := strings.Cut(inQuotes, `"`)
		name.WriteString(part)
		if !strings.HasPrefix(rest, `"`) {
			return name.String()
		}
		name.WriteByte('"') // two of them stand for one
		inQuotes = rest[1:]
	}
}

// lower folds a letter as PostgreSQL does in a UTF-8 database.
func lower(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}

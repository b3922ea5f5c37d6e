package migrations

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/pgfault"
)

//go:embed grants/extract.sql
var extractGrants string

//go:embed grants/publish.sql
var publishGrants string

// Grant gives the roles that the two programs run as what they need, and takes
// from them what they do not; either name may be empty. The owner of the
// schema runs it, as often as they like. A role that does not exist is a
// schema.Config fault.
func Grant(ctx context.Context, url, extractRole, publishRole string) error {
	conn, err := connect(ctx, url)
	if err != nil {
		return err
	}
	err = pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
		if err := grant(ctx, tx, extractRole, extractGrants); err != nil {
			return err
		}
		return grant(ctx, tx, publishRole, publishGrants)
	})
	return pgfault.Of("grant", errors.Join(err, conn.Close(ctx)))
}

func grant(ctx context.Context, tx pgx.Tx, role, sql string) error {
	if role == "" {
		return nil
	}
	var exists bool
	var in string
	const look = `select exists (select from pg_roles where rolname = $1), coalesce(current_schema(), '')`
	if err := tx.QueryRow(ctx, look, role).Scan(&exists, &in); err != nil {
		return err
	}
	if !exists {
		return schema.NewFault(schema.Config, fmt.Errorf("grant: role %q does not exist", role),
			fmt.Sprintf("create role %s login password '…'", pgx.Identifier{role}.Sanitize()))
	}
	sql += `grant usage on schema ` + pgx.Identifier{in}.Sanitize() + ` to :role;`
	_, err := tx.Exec(ctx, strings.ReplaceAll(sql, ":role", pgx.Identifier{role}.Sanitize()))
	return err
}

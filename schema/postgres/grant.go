package postgres

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/migrations"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Grant gives the roles that the two programs run as the rights they need, and
// takes all others from them; either name may be empty. The owner of the schema
// runs it, as often as they like. A role that does not exist is a schema.Config
// fault.
func Grant(ctx context.Context, url, extractRole, publishRole string) error {
	extractRole, publishRole = identifier(extractRole), identifier(publishRole)
	if err := differ(extractRole, publishRole); err != nil {
		return err
	}

	conn, err := connectOwner(ctx, url)
	if err != nil {
		return err
	}

	err = pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
		if err := takeTurns(ctx, tx); err != nil {
			return err
		}
		err := grant(ctx, tx, extractRole, migrations.ExtractGrants)
		if err != nil {
			return err
		}
		return grant(ctx, tx, publishRole, migrations.PublishGrants)
	})

	err = errors.Join(err, conn.Close(ctx))
	return ownersFault("grant", err)
}

// takeTurns waits for the lock of the migrations: PostgreSQL fails when two sessions
// grant on one table at the same time.
func takeTurns(ctx context.Context, tx pgx.Tx) error {
	name, _, err := currentSchema(ctx, tx)
	if err != nil {
		return err
	}
	id, err := lockOf(ctx, tx, name)
	if err != nil {
		return err
	}
	return waitForLock(ctx, tx, id)
}

// differ refuses one role for both programs: it could do what neither may.
func differ(extractRole, publishRole string) error {
	if extractRole != publishRole || extractRole == "" {
		return nil
	}

	err := fmt.Errorf("grant: role %q is given for both programs", extractRole)
	return schema.NewFault(schema.Config, err,
		"create two roles, such as sync_extract and sync_publish, and name a different one for each program")
}

// CheckRoles reports whether the roles of the two programs exist and are two; if
// not, it is a schema.Config fault. A name may be empty, and is read as in SQL:
// without double quotes it is folded to lower case.
func CheckRoles(ctx context.Context, url, extractRole, publishRole string) error {
	roles := []string{identifier(extractRole), identifier(publishRole)}
	if err := differ(roles[0], roles[1]); err != nil {
		return err
	}

	conn, err := connectOwner(ctx, url)
	if err != nil {
		return err
	}

	for _, role := range roles {
		roleErr := roleExists(ctx, conn, role)
		err = errors.Join(err, roleErr)
	}

	err = errors.Join(err, conn.Close(ctx))
	return fault("look for the roles", err)
}

func roleExists(ctx context.Context, q rowQuerier, role string) error {
	const look = `select $1 = '' or exists (select from pg_catalog.pg_roles where rolname = $1)`

	var exists bool
	row := q.QueryRow(ctx, look, role)
	err := row.Scan(&exists)
	if err != nil || exists {
		return err
	}

	err = fmt.Errorf("grant: role %q does not exist", role)
	hint := fmt.Sprintf("create it: create role %s login password '…'", quoted(role))
	return schema.NewFault(schema.Config, err, hint)
}

func grant(ctx context.Context, tx pgx.Tx, role, sql string) error {
	if role == "" {
		return nil
	}
	if err := roleExists(ctx, tx, role); err != nil {
		return err
	}

	var in string
	row := tx.QueryRow(ctx, `select coalesce(pg_catalog.current_schema(), '')`)
	if err := row.Scan(&in); err != nil {
		return err
	}

	sql += `grant usage on schema ` + quoted(in) + ` to :role;`
	sql = strings.ReplaceAll(sql, ":role", quoted(role))
	_, err := tx.Exec(ctx, sql)
	return err
}

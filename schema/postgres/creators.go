package postgres

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// refuseCreators is a schema.Refused fault where anyone but the owner of the schema
// or of the tables may create something in the schema: a function there could run
// in place of another, with the rights of whoever calls it. Superusers may do
// anything anyhow. owner is SQL for the oid of the tables' owner.
func refuseCreators(ctx context.Context, conn *pgx.Conn, owner string) error {
	query := `
		select n.nspname, case when a.grantee = 0::pg_catalog.oid then '' else r.rolname end
		from pg_catalog.pg_namespace n
		cross join lateral pg_catalog.aclexplode(
			coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner))) a
		left join pg_catalog.pg_roles r on r.oid = a.grantee
		where n.nspname = pg_catalog.current_schema()
		and a.privilege_type = 'CREATE'
		and a.grantee <> n.nspowner
		and a.grantee is distinct from ` + owner + `
		and r.rolsuper is not true
		order by r.rolname nulls first`

	var in, role string
	var says, from []string
	scan := func(row pgx.CollectableRow) (string, error) {
		err := row.Scan(&in, &role)
		if role == "" {
			says, from = append(says, "PUBLIC"), append(from, "public")
		} else {
			says, from = append(says, "role "+role), append(from, quoted(role))
		}
		return role, err
	}

	roles, err := collect(ctx, conn, scan, query)
	if err != nil || len(roles) == 0 {
		return fault("look who may create objects in the schema", err)
	}

	err = fmt.Errorf("schema %s: %s may create objects in it, and so run SQL as others",
		in, strings.Join(says, " and "))
	hint := fmt.Sprintf("as the owner of the schema, run: revoke create on schema %s from %s",
		quoted(in), strings.Join(from, ", "))
	return schema.NewFault(schema.Refused, err, hint)
}

// Who owns the tables: the owner of one of them or, for Migrate, who creates them.
const (
	tablesOwner = `(
		select c.relowner from pg_catalog.pg_class c
		where c.oid = pg_catalog.to_regclass('snapshot')::pg_catalog.oid)`
	currentOwner = `(
		select u.oid from pg_catalog.pg_roles u
		where u.rolname = current_user)`
)

// refuseForeign is a schema.Refused fault where a role other than the owners has a
// function or an operator in a schema whose tables are older than the migrations
// that name the schema of what they call.
func refuseForeign(ctx context.Context, conn *pgx.Conn) error {
	const query = `
		select n.nspname, pg_catalog.count(*)
		from pg_catalog.pg_namespace n
		join (
			select pronamespace, proowner from pg_catalog.pg_proc
			union all
			select oprnamespace, oprowner from pg_catalog.pg_operator
		) made (namespace, owner) on made.namespace = n.oid
		join pg_catalog.pg_roles r on r.oid = made.owner
		where n.nspname = pg_catalog.current_schema()
		and made.owner <> n.nspowner
		and made.owner <> ` + currentOwner + `
		and not r.rolsuper
		group by n.nspname`

	var in string
	scan := func(row pgx.CollectableRow) (count int64, err error) {
		err = row.Scan(&in, &count)
		return count, err
	}

	found, err := collect(ctx, conn, scan, query)
	if err != nil || len(found) == 0 {
		return fault("look for functions of others in the schema", err)
	}

	err = fmt.Errorf("schema %s: it has %d functions or operators of other roles, which could run as its owner",
		in, found[0])
	return schema.NewFault(schema.Refused, err,
		"drop them, or use a schema of its own: ?search_path=NAME in DATABASE_URL")
}

// qualifiedSince is the first migration after which the functions and triggers of
// the store name the schema of what they call.
const qualifiedSince = 6

// refuseUnsafe refuses to migrate a schema in which somebody else's function could
// run as the owner.
func refuseUnsafe(ctx context.Context, conn *pgx.Conn) error {
	if err := refuseCreators(ctx, conn, currentOwner); err != nil {
		return err
	}

	version, err := currentVersion(ctx, conn)
	if err != nil || version >= qualifiedSince {
		return err
	}
	return refuseForeign(ctx, conn)
}

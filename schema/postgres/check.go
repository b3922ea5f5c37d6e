package postgres

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Checklist receives what Check finds, one result per call; next is the next step.
type Checklist interface {
	OK(check, format string, args ...any)
	Warn(check, next, format string, args ...any)
	Fail(check string, err error)
}

// oldest is the oldest PostgreSQL that the store is tested with.
const oldest = 14

// Check looks at the store as o.Program finds it: the connection, the version
// of PostgreSQL, the tables and the role. It returns the open store, or nil
// when that cannot be used. It writes nothing.
func Check(ctx context.Context, url string, o Options, list Checklist) *DB {
	db, err := connect(ctx, url, o)
	if err != nil {
		list.Fail("store", err)
		return nil
	}

	err = db.checkPooler(ctx)
	if err == nil {
		err = db.checkServer(ctx, list)
	}
	if err != nil {
		db.Close()
		list.Fail("store", err)
		return nil
	}
	if err := db.checkRole(ctx, list, o.Program); err != nil {
		db.Close()
		return nil
	}

	db.checkSize(ctx, list)

	return db
}

// checkSize says how large the database is. No role can ask how much room is
// left on the server.
func (db *DB) checkSize(ctx context.Context, list Checklist) {
	const query = `select pg_catalog.pg_size_pretty(pg_catalog.pg_database_size(pg_catalog.current_database()))`

	var size string
	row := db.pool.QueryRow(ctx, query)
	if err := row.Scan(&size); err != nil {
		err = fault("ask for the size of the database", err)
		list.Warn("size", "nothing needs to be done", "%s", err)
		return
	}
	list.OK("size", "the database uses %s; make sure its server has room for more", size)
}

// checkServer asks the server who it is.
func (db *DB) checkServer(ctx context.Context, list Checklist) error {
	const query = `
		select
			pg_catalog.current_setting('server_version'),
			pg_catalog.current_setting('server_version_num')::int,
			pg_catalog.current_database()`

	var version, database string
	var number int
	row := db.pool.QueryRow(ctx, query)
	if err := row.Scan(&version, &number, &database); err != nil {
		return fault("connect to the database", err)
	}

	if number/10000 < oldest {
		next := fmt.Sprintf("update PostgreSQL to %d or newer", oldest)
		list.Warn("store", next,
			"connected to database %s; PostgreSQL %s is older than the versions this program is tested with",
			database, version)
		return nil
	}

	list.OK("store", "connected to database %s, PostgreSQL %s", database, version)

	return nil
}

// checkRole looks at the tables and at what the role may do with them. Its
// error has been told to list.
func (db *DB) checkRole(ctx context.Context, list Checklist, program string) error {
	return db.pool.AcquireFunc(ctx, func(conn *pgxpool.Conn) error {
		version, err := checkVersion(ctx, conn.Conn())
		if err != nil {
			list.Fail("tables", err)
			return err
		}

		list.OK("tables", "version %d, as this program needs", version)

		if err := refuseCreators(ctx, conn.Conn(), tablesOwner); err != nil {
			list.Fail("schema", err)
			return err
		}

		err = checkRights(ctx, conn.Conn(), program)
		if err == nil {
			err = warnOfPower(ctx, conn.Conn(), list, program)
		}
		if err != nil {
			list.Fail("role", err)
		}

		return err
	})
}

// checkRights looks whether the role has every right that a program needs.
func checkRights(ctx context.Context, conn *pgx.Conn, program string) error {
	missing, err := lacking(ctx, conn, program)
	if err != nil || len(missing) == 0 {
		return err
	}

	err = errors.New("this role may not " + strings.Join(missing, ", "))
	hint := fmt.Sprintf("as the owner of the store, run: extract migrate --grant-%s ROLE", program)
	return schema.NewFault(schema.Refused, err, hint)
}

// warnOfPower says which role the program runs as. It should not be a role that
// can change what was sealed.
func warnOfPower(
	ctx context.Context,
	conn *pgx.Conn,
	list Checklist,
	program string,
) error {
	const query = `
		select r.rolname, r.rolsuper, pg_catalog.pg_has_role(c.relowner, 'usage')
		from pg_catalog.pg_roles r, pg_catalog.pg_class c
		where r.rolname = current_user
		and c.oid = pg_catalog.to_regclass('snapshot')::pg_catalog.oid`

	var role string
	var super, owner bool
	row := conn.QueryRow(ctx, query)
	if err := row.Scan(&role, &super, &owner); err != nil {
		return fault("ask for the role", err)
	}

	var power string
	switch {
	case super:
		power = "is a superuser"
	case owner:
		power = "owns the tables"
	default:
		list.OK("role", "%s, which has what %s needs and does not own the tables", role, program)
		return nil
	}

	next := fmt.Sprintf("create a separate role for %[1]s, and run: extract migrate --grant-%[1]s ROLE", program)
	list.Warn("role", next, "%s %s, and could change what was sealed", role, power)

	return nil
}

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

// Checklist is told what Check finds, one thing a call; next is the next step.
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
	if err == nil {
		err = db.checkServer(ctx, list)
	}
	if err != nil {
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

// checkSize says how much the database takes. How much room there is no role
// can ask.
func (db *DB) checkSize(ctx context.Context, list Checklist) {
	var size string
	if err := db.pool.QueryRow(ctx, "select pg_size_pretty(pg_database_size(current_database()))").Scan(&size); err != nil {
		list.Warn("size", "nothing needs to be done", "%s", fault("ask for the size of the database", err))
		return
	}
	list.OK("size", "the database takes %s; see that its server has room for more", size)
}

// checkServer asks the server who it is.
func (db *DB) checkServer(ctx context.Context, list Checklist) error {
	var version, database string
	var number int
	const query = `select current_setting('server_version'), current_setting('server_version_num')::int, current_database()`
	if err := db.pool.QueryRow(ctx, query).Scan(&version, &number, &database); err != nil {
		db.Close()
		return fault("connect to the database", err)
	}
	if number/10000 < oldest {
		list.Warn("store", fmt.Sprintf("update PostgreSQL to %d or newer", oldest),
			"connected to database %s; PostgreSQL %s is older than what this program is tested with", database, version)
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
		missing, err := lacking(ctx, conn.Conn(), program)
		if err == nil && len(missing) > 0 {
			err = schema.NewFault(schema.Refused, errors.New("this role may not "+strings.Join(missing, ", ")),
				fmt.Sprintf("as the owner of the store, run: extract migrate --grant-%s ROLE", program))
		}
		if err == nil {
			err = warnOfPower(ctx, conn.Conn(), list, program)
		}
		if err != nil {
			list.Fail("role", err)
		}
		return err
	})
}

// warnOfPower says as whom the program runs: it should not be somebody who can
// change what was sealed.
func warnOfPower(ctx context.Context, conn *pgx.Conn, list Checklist, program string) error {
	var role string
	var super, owner bool
	const query = `
		select r.rolname, r.rolsuper, pg_has_role(c.relowner, 'usage')
		from pg_roles r, pg_class c
		where r.rolname = current_user and c.oid = to_regclass('snapshot')`
	if err := conn.QueryRow(ctx, query).Scan(&role, &super, &owner); err != nil {
		return fault("ask for the role", err)
	}
	is := ""
	switch {
	case super:
		is = "is a superuser"
	case owner:
		is = "owns the tables"
	default:
		list.OK("role", "%s, which has what %s needs and does not own the tables", role, program)
		return nil
	}
	list.Warn("role", fmt.Sprintf("create a role of its own for %[1]s, and run: extract migrate --grant-%[1]s ROLE", program),
		"%s %s, and could change what is sealed", role, is)
	return nil
}

package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"strconv"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"github.com/schoolinks-sync/schoolinks-sync/migrations"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// lockSeconds is how long Migrate waits for another one on the same schema.
const lockSeconds = 60

// Migrate brings the schema at url to the newest version. It creates the schema
// if the search_path names one that does not exist. Two at once take turns.
func Migrate(ctx context.Context, url string) error {
	conn, err := connectOwner(ctx, url)
	if err != nil {
		return err
	}

	id, err := createSchema(ctx, conn)
	if err == nil {
		err = refuseUnsafe(ctx, conn)
	}
	err = errors.Join(err, conn.Close(ctx))
	if err != nil {
		return ownersFault("create the schema", err)
	}

	db := stdlib.OpenDB(*conn.Config())
	defer db.Close() // nothing is pending: every migration was committed or not

	// The default lock would make the districts of one database wait for one another.
	locker := advisory(id)
	provider, err := goose.NewProvider(
		goose.DialectPostgres,
		db,
		migrations.Files,
		goose.WithSessionLocker(locker),
		goose.WithDisableGlobalRegistry(true),
	)
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}

	_, err = provider.Up(ctx)
	return ownersFault("migrate", err)
}

// advisory is the lock of the migrations of one schema. goose's own would call
// functions without naming their schema.
type advisory int64

// SessionLock waits for the lock, at most as long as for a table.
func (id advisory) SessionLock(ctx context.Context, conn *sql.Conn) error {
	_, err := conn.ExecContext(ctx, `select pg_catalog.pg_advisory_lock($1::bigint)`, int64(id))
	return err
}

// SessionUnlock gives it back.
func (id advisory) SessionUnlock(ctx context.Context, conn *sql.Conn) error {
	_, err := conn.ExecContext(ctx, `select pg_catalog.pg_advisory_unlock($1::bigint)`, int64(id))
	return err
}

// quoted is a name as SQL takes it, whatever characters it has.
func quoted(name string) string {
	return pgx.Identifier{name}.Sanitize()
}

// ownersFault is fault for what only the owner of the store may do.
func ownersFault(doing string, err error) error {
	var pg *pgconn.PgError
	if errors.As(err, &pg) && pg.Code == insufficientPrivilege {
		err = fmt.Errorf("%s: this role may not (PostgreSQL error %s)", doing, pg.Code)
		return schema.NewFault(schema.Refused, err,
			"for this command only, set DATABASE_URL to the URL of the store's owner")
	}
	return fault(doing, err)
}

// createSchema creates the schema that the search_path names, if it does not
// exist, and returns the id of its lock.
func createSchema(ctx context.Context, conn *pgx.Conn) (lockID int64, err error) {
	err = pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
		name, exists, err := currentSchema(ctx, tx)
		if err != nil {
			return err
		}

		lockID, err = lockOf(ctx, tx, name)
		if err != nil || exists {
			return err
		}
		if err := waitForLock(ctx, tx, lockID); err != nil {
			return err
		}

		create := `create schema if not exists ` + quoted(name)
		_, err = tx.Exec(ctx, create)
		return err
	})

	return lockID, err
}

// lockOf returns the id of the lock under which the owner changes a schema.
func lockOf(ctx context.Context, tx pgx.Tx, schemaName string) (id int64, err error) {
	const hash = `select pg_catalog.hashtextextended(pg_catalog.concat('migrations of ', $1::text), 0::bigint)`
	row := tx.QueryRow(ctx, hash, schemaName)
	err = row.Scan(&id)
	return id, err
}

// waitForLock takes that lock until the end of tx.
func waitForLock(ctx context.Context, tx pgx.Tx, id int64) error {
	_, err := tx.Exec(ctx, `select pg_catalog.pg_advisory_xact_lock($1::bigint)`, id)
	return err
}

// connectOwner connects as the owner of the store, who may wait longer for a
// table than the programs do.
func connectOwner(ctx context.Context, url string) (*pgx.Conn, error) {
	const doing = "connect to the database"
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, fault("read DATABASE_URL", err)
	}

	settings := maps.Clone(limits)
	settings["lock_timeout"] = strconv.Itoa(lockSeconds) + "s"
	settings["statement_timeout"] = "15min" // a migration may write whole tables anew
	Settle(&config.Config, "extract migrate", settings)

	if err := refusePooler(ctx, &config.Config); err != nil {
		return nil, fault(doing, err)
	}

	fixPath(&config.Config)
	conn, err := connectAgain(ctx, config)
	return conn, fault(doing, err)
}

// Package postgres is the store: snapshots, publications, what was decided
// about them and what was sent, in PostgreSQL 14 or newer.
//
// extract begins a Draft, copies the students of one night into it and seals
// it. publish takes the Lock of its destination, reads a snapshot in the order
// of its files, records a publication and, file by file, its delivery. Each
// exported method is a transaction of its own.
//
// Migrate makes the tables, as their owner, and Grant gives the two programs'
// roles the rights they need; the SQL is in package migrations.
//
// Errors are schema.Faults that hold no value of a row (fault.go).
package postgres

import (
	"cmp"
	"context"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// DB is an open store.
type DB struct {
	pool    *pgxpool.Pool
	now     func() time.Time
	timeout time.Duration
}

// Options say who opens the store.
type Options struct {
	Program string           // extract or publish
	Run     string           // the run's id, shown in pg_stat_activity; may be empty
	Now     func() time.Time // the clock for what is recorded
	Timeout time.Duration    // of the whole run, which bounds a draft; 0 is an hour
}

const (
	connectTimeout = 10 * time.Second
	maxConns       = 4
)

// Open opens the store at url, a postgres:// URL. It is a schema.Config fault when
// the store does not have the version that this program knows, and when a pooler in
// transaction mode is in between.
func Open(ctx context.Context, url string, o Options) (*DB, error) {
	db, err := connect(ctx, url, o)
	if err != nil {
		return nil, err
	}

	err = db.checkPooler(ctx)
	if err == nil {
		err = db.checkVersion(ctx)
	}
	if err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

// connect prepares to use the store; its first use connects.
func connect(ctx context.Context, url string, o Options) (*DB, error) {
	config, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, fault("read DATABASE_URL", err)
	}

	config.MaxConns = maxConns
	name := strings.TrimSpace(o.Program + " " + o.Run)
	Settle(&config.ConnConfig.Config, name, limits)
	fixPath(&config.ConnConfig.Config)

	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fault("open the database", err)
	}

	db := &DB{
		pool:    pool,
		now:     o.Now,
		timeout: cmp.Or(o.Timeout, time.Hour),
	}
	return db, nil
}

// Close closes the store. Everything that uses it must have ended.
func (db *DB) Close() { db.pool.Close() }

func (db *DB) checkPooler(ctx context.Context) error {
	config := db.pool.Config().ConnConfig
	return fault("connect to the database", refusePooler(ctx, &config.Config))
}

func (db *DB) checkVersion(ctx context.Context) error {
	err := again(ctx, func() error {
		return db.pool.AcquireFunc(ctx, func(conn *pgxpool.Conn) error {
			_, err := checkVersion(ctx, conn.Conn())
			if err != nil {
				return err
			}
			return refuseCreators(ctx, conn.Conn(), tablesOwner)
		})
	})
	return fault("connect to the database", err)
}

// connect opens a connection that the pool does not know.
func (db *DB) connect(ctx context.Context) (*pgx.Conn, error) {
	config := db.pool.Config().ConnConfig
	return connectAgain(ctx, config)
}

// connectAgain connects, and tries again when the server takes no connection now.
func connectAgain(ctx context.Context, config *pgx.ConnConfig) (conn *pgx.Conn, err error) {
	err = again(ctx, func() (err error) {
		conn, err = pgx.ConnectConfig(ctx, config)
		return err
	})
	return conn, err
}

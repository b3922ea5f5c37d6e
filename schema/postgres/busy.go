package postgres

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// pauses are how long to wait before each new try.
var pauses = []time.Duration{100 * time.Millisecond, time.Second, 5 * time.Second}

// again does f, and does it again while the server says that something is in the
// way that passes. After such an answer nothing of f's transaction is left.
func again(ctx context.Context, f func() error) error {
	for _, pause := range pauses {
		err := f()
		if _, passes := inTheWay[code(err)]; !passes {
			return err
		}

		select {
		case <-ctx.Done():
			return err
		case <-time.After(pause):
		}
	}

	return f()
}

// inTheWay are the codes of what passes, each with the next step when it does not.
var inTheWay = map[string]string{
	"40001": "other work on the database was in the way: run it again",
	"40P01": "other work on the database was in the way: run it again",
	"53100": "the disk of the database's server is full: make room there, then run it again",
	"53300": "the database has too many connections: end some, or raise max_connections, then run it again",
	"55P03": "another session kept something locked for too long: " +
		"look for it in pg_stat_activity, then run it again",
}

// code returns the code of the server's error in err, or "".
func code(err error) string {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code
	}
	return ""
}

// begin begins a transaction.
func (db *DB) begin(ctx context.Context) (tx pgx.Tx, err error) {
	err = again(ctx, func() error {
		tx, err = db.pool.Begin(ctx)
		return err
	})
	return tx, err
}

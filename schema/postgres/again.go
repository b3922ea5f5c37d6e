package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
)

// pauses are how long to wait before each new try.
var pauses = []time.Duration{
	100 * time.Millisecond,
	500 * time.Millisecond,
	2 * time.Second,
}

// again does what f does, and tries a few times more while PostgreSQL says that it
// did nothing and may do it later. What f does outside of the database must stand
// being done twice.
func again(ctx context.Context, f func() error) error {
	err := f()
	for _, pause := range pauses {
		switch codeOf(err) {
		case serializationFailure, deadlockDetected, lockNotAvailable, tooManyConnections, cannotConnectNow:
		default:
			return err
		}

		select {
		case <-ctx.Done():
			return err
		case <-time.After(pause):
		}
		err = f()
	}
	return err
}

// begin begins a transaction.
func (db *DB) begin(ctx context.Context) (tx pgx.Tx, err error) {
	err = again(ctx, func() (err error) {
		tx, err = db.pool.Begin(ctx)
		return err
	})
	return tx, err
}

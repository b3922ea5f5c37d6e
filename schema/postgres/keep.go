package postgres

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/pgfault"
)

// Pin keeps a snapshot for good; its time is that of the store's clock, not
// pin.At. A snapshot that is pinned already keeps its first reason.
func (db *DB) Pin(ctx context.Context, snapshot int64, pin schema.Pin) error {
	return db.inTx(ctx, "pin the snapshot", func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `insert into pin (snapshot, reason, by, at) values ($1, $2, $3, $4) on conflict do nothing`,
			snapshot, pin.Reason, pin.By, db.now())
		return err
	})
}

// Unpin lets a snapshot go again.
func (db *DB) Unpin(ctx context.Context, snapshot int64) error {
	return db.inTx(ctx, "unpin the snapshot", func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `delete from pin where snapshot = $1`, snapshot)
		return err
	})
}

// LiveSnapshots returns the numbers of the snapshots that live files came from.
func (db *DB) LiveSnapshots(ctx context.Context) ([]int64, error) {
	numbers, err := collect(ctx, db.pool, pgx.RowTo[int64], `select distinct snapshot from live where snapshot is not null order by snapshot`)
	return numbers, pgfault.Of("read what is live", err)
}

// Drop deletes a snapshot. The store refuses to drop one that is pinned, the
// newest, or where live files came from.
func (db *DB) Drop(ctx context.Context, snapshot int64) error {
	return db.inTx(ctx, fmt.Sprintf("drop snapshot %d", snapshot), func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `select drop_snapshot($1)`, snapshot)
		return err
	})
}

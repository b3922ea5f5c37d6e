package postgres

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Pin keeps a snapshot for good. Its time is the store's clock, not pin.At. A
// snapshot that is pinned already keeps its first reason, and Pin returns false.
func (db *DB) Pin(ctx context.Context, snapshot int64, pin schema.Pin) (pinned bool, err error) {
	const insert = `
		insert into pin (snapshot, reason, by, at)
		values ($1, $2, $3, $4)
		on conflict do nothing`

	return db.change(ctx, "pin the snapshot", insert,
		snapshot,
		pin.Reason,
		pin.By,
		db.now())
}

// Unpin lets a snapshot go again, and returns whether it was pinned.
func (db *DB) Unpin(ctx context.Context, snapshot int64) (unpinned bool, err error) {
	const remove = `delete from pin where snapshot = $1`
	return db.change(ctx, "unpin the snapshot", remove, snapshot)
}

// change returns whether sql changed a row.
func (db *DB) change(
	ctx context.Context,
	doing, sql string,
	args ...any,
) (changed bool, err error) {
	err = db.inTx(ctx, doing, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, sql, args...)
		changed = tag.RowsAffected() > 0
		return err
	})

	return changed && err == nil, err
}

// Uses returns the publications because of which snapshots must stay, the
// newest first.
func (db *DB) Uses(ctx context.Context) ([]schema.Use, error) {
	const query = `
		select snapshot, publication, destination, state, live, waiting
		from snapshot_use
		order by publication desc`

	uses, err := collect(ctx, db.pool, scanUse, query)
	return uses, fault("read what snapshots are used for", err)
}

func scanUse(row pgx.CollectableRow) (u schema.Use, err error) {
	err = row.Scan(
		&u.Snapshot,
		&u.Publication,
		&u.Destination,
		(*string)(&u.State),
		&u.Live,
		&u.Waiting,
	)
	return u, err
}

// Drop deletes a snapshot with all of it, or nothing. The store refuses to drop
// one that is pinned, the newest, or in use.
func (db *DB) Drop(ctx context.Context, snapshot int64) error {
	doing := fmt.Sprintf("drop snapshot %d", snapshot)
	return db.inTx(ctx, doing, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `select drop_snapshot($1)`, snapshot)
		return err
	})
}

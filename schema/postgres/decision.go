package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/pgfault"
)

// Decide records a decision; its time is that of the store's clock, not d.At.
func (db *DB) Decide(ctx context.Context, d schema.Decision) error {
	return db.inTx(ctx, "record the decision", func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `insert into decision (publication, kind, by, reason, at) values ($1, $2, $3, $4, $5)`,
			d.Publication, string(d.Kind), d.By, d.Reason, db.now())
		return err
	})
}

// Decisions returns what was decided about a publication, in that order.
func (db *DB) Decisions(ctx context.Context, publication int64) ([]schema.Decision, error) {
	const query = `select publication, kind, by, reason, at from decision where publication = $1 order by number`
	decisions, err := collect(ctx, db.pool, func(row pgx.CollectableRow) (d schema.Decision, err error) {
		return d, row.Scan(&d.Publication, (*string)(&d.Kind), &d.By, &d.Reason, &d.At)
	}, query, publication)
	return decisions, pgfault.Of("read the decisions", err)
}

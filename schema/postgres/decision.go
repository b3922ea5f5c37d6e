package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Decide records a decision. Its time is the store's clock, not d.At.
func (db *DB) Decide(ctx context.Context, d schema.Decision) error {
	return db.inTx(ctx, "record the decision", func(tx pgx.Tx) error {
		return db.decide(ctx, tx, d)
	})
}

func (db *DB) decide(ctx context.Context, tx pgx.Tx, d schema.Decision) error {
	const insert = `
		insert into decision (publication, kind, by, reason, at)
		values ($1, $2, $3, $4, $5)`

	_, err := tx.Exec(ctx, insert,
		d.Publication,
		string(d.Kind),
		d.By,
		d.Reason,
		db.now(),
	)
	return err
}

// Fates returns, for each publication to a destination, when it was sent and who
// approved it.
func (db *DB) Fates(ctx context.Context, destination string) (map[int64]schema.Fate, error) {
	const query = `
		select p.number, max(f.sent_at), coalesce(max(c.by), ''), coalesce(max(c.reason), '')
		from publication p
		join delivery d on d.publication = p.number
		join delivery_file f on f.delivery = d.number
		left join decision c on c.number = d.decision
		where p.destination = $1
		group by p.number`

	fates := map[int64]schema.Fate{}
	scan := func(row pgx.CollectableRow) (publication int64, err error) {
		var fate schema.Fate
		err = row.Scan(
			&publication,
			&fate.SentAt,
			&fate.ApprovedBy,
			&fate.ApprovedReason,
		)
		fates[publication] = fate
		return publication, err
	}

	_, err := collect(ctx, db.pool, scan, query, destination)
	return fates, fault("read what became of the publications", err)
}

// Decisions returns what was decided about a publication, in that order.
func (db *DB) Decisions(ctx context.Context, publication int64) ([]schema.Decision, error) {
	const query = `
		select publication, kind, by, reason, at
		from decision
		where publication = $1
		order by number`

	decisions, err := collect(ctx, db.pool, scanDecision, query, publication)
	return decisions, fault("read the decisions", err)
}

func scanDecision(row pgx.CollectableRow) (d schema.Decision, err error) {
	err = row.Scan(
		&d.Publication,
		(*string)(&d.Kind),
		&d.By,
		&d.Reason,
		&d.At,
	)
	return d, err
}

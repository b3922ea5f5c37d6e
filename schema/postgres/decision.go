package postgres

import (
	"context"
	"encoding/json"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Decide records a decision. Its time is the store's clock, not d.At. An approval
// says until when it can be used, and a hold what was met.
func (db *DB) Decide(ctx context.Context, d schema.Decision) error {
	return db.inTx(ctx, "record the decision", func(tx pgx.Tx) error {
		return db.decide(ctx, tx, d)
	})
}

func (db *DB) decide(ctx context.Context, tx pgx.Tx, d schema.Decision) error {
	const insert = `
		insert into decision (publication, kind, by, reason, at, expires_at, met)
		values ($1, $2, $3, $4, $5, $6, $7)`

	var expires *time.Time
	if !d.ExpiresAt.IsZero() {
		expires = &d.ExpiresAt
	}
	var met *string
	if len(d.Met) > 0 {
		text, err := json.Marshal(d.Met)
		if err != nil {
			return err
		}
		met = new(string(text))
	}

	_, err := tx.Exec(ctx, insert,
		d.Publication,
		string(d.Kind),
		d.By,
		d.Reason,
		db.now(),
		expires,
		met,
	)
	return err
}

// Fates returns what became of each publication to a destination that a run tried
// to deliver: when which of its files was sent, and who approved the delivery that
// sent the last of them.
func (db *DB) Fates(ctx context.Context, destination string) (map[int64]schema.Fate, error) {
	const query = `
		select p.number, coalesce(f.name, ''), f.sent_at, coalesce(c.by, ''), coalesce(c.reason, '')
		from publication p
		join delivery d on d.publication = p.number
		left join delivery_file f on f.delivery = d.number and f.sent_at is not null
		left join decision c on c.number = d.decision
		where p.destination = $1
		order by d.number, f.sent_at`

	fates := map[int64]schema.Fate{}
	scan := func(row pgx.CollectableRow) (publication int64, err error) {
		var name, by, reason string
		var sentAt *time.Time
		err = row.Scan(
			&publication,
			&name,
			&sentAt,
			&by,
			&reason,
		)

		fate := fates[publication]
		if sentAt != nil {
			if fate.Sent == nil {
				fate.Sent = map[string]time.Time{}
			}
			fate.Sent[name] = *sentAt
			fate.ApprovedBy = by
			fate.ApprovedReason = reason
		}
		fates[publication] = fate
		return publication, err
	}

	_, err := collect(ctx, db.pool, scan, query, destination)
	return fates, fault("read what became of the publications", err)
}

// Decisions returns what was decided about a publication, in that order.
func (db *DB) Decisions(ctx context.Context, publication int64) ([]schema.Decision, error) {
	const query = `
		select publication, kind, by, reason, at, expires_at, met::text, recorded_at, coalesce(db_user, '')
		from decision
		where publication = $1
		order by number`

	decisions, err := collect(ctx, db.pool, scanDecision, query, publication)
	return decisions, fault("read the decisions", err)
}

func scanDecision(row pgx.CollectableRow) (d schema.Decision, err error) {
	var expires, recordedAt *time.Time
	var met []byte
	var dbUser string
	err = row.Scan(
		&d.Publication,
		(*string)(&d.Kind),
		&d.By,
		&d.Reason,
		&d.At,
		&expires,
		&met,
		&recordedAt,
		&dbUser,
	)
	if err != nil {
		return d, err
	}

	d.Recorded = recorded(recordedAt, dbUser)
	if expires != nil {
		d.ExpiresAt = *expires
	}
	if met != nil {
		err = json.Unmarshal(met, &d.Met)
	}
	return d, err
}

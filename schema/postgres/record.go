package postgres

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Record stores a publication with those of its files' contents that are not
// stored yet, and supersedes the older publications of its destination that are
// still open. asked is who asked for it, and why, or nil. It sets p's Number and
// State.
func (db *DB) Record(
	ctx context.Context,
	p *schema.Publication,
	contents []schema.Content,
	asked *schema.Decision,
) error {
	var number int64
	err := db.inTx(ctx, "record the publication", func(tx pgx.Tx) (err error) {
		number, err = db.insert(ctx, tx, p, contents)
		if err != nil || asked == nil {
			return err
		}

		decision := *asked
		decision.Publication = number
		return db.decide(ctx, tx, decision)
	})
	if err != nil {
		return err
	}

	p.Number = number
	p.State = map[schema.Verdict]schema.State{
		schema.Pass:  schema.Planned,
		schema.Hold:  schema.Held,
		schema.Pause: schema.Paused,
	}[p.Verdict]

	return nil
}

// Adopt records a publication as Record does, together with a delivery of all
// its files that ended well, so that they are live. It sets p's Number and State.
// It is a schema.Locked fault when a later run has taken the lock.
func (db *DB) Adopt(
	ctx context.Context,
	fence int64,
	p *schema.Publication,
	contents []schema.Content,
) error {
	const doing = "record the adopted files"
	const deliver = `
		with d as (
			insert into delivery (run, publication, fence, started_at, released_at, ended_at, swept_at)
			select $3, $1, $2, $4, $4, $4, $4
			where ` + newestFence + `
			returning number
		)
		insert into delivery_file (delivery, position, name, sha256, staged_as, staged_at, sent_at, verified)
		select d.number, f.position, f.name, f.sha256, f.name, $4, $4, 'adopted'
		from d, publication_file f
		where f.publication = $1`

	var number int64
	err := db.inTx(ctx, doing, func(tx pgx.Tx) (err error) {
		number, err = db.insert(ctx, tx, p, contents)
		if err != nil {
			return err
		}

		tag, err := tx.Exec(ctx, deliver,
			number,
			fence,
			p.Run,
			db.now(),
		)
		if err == nil && tag.RowsAffected() == 0 {
			return overtaken(doing)
		}
		return err
	})
	if err != nil {
		return err
	}

	p.Number = number
	p.State = schema.Delivered

	return nil
}

// insert adds a publication, which supersedes older ones, and returns its number.
func (db *DB) insert(
	ctx context.Context,
	tx pgx.Tx,
	p *schema.Publication,
	contents []schema.Content,
) (number int64, err error) {
	number, err = nextPublication(ctx, tx)
	if err != nil {
		return 0, err
	}

	if err := insertContents(ctx, tx, contents); err != nil {
		return 0, err
	}
	if err := insertPublication(ctx, tx, number, p); err != nil {
		return 0, err
	}

	err = db.supersede(ctx, tx, number, p.Destination)
	return number, err
}

// nextPublication draws numbers without gaps: the next caller waits for the
// commit of this one.
func nextPublication(ctx context.Context, tx pgx.Tx) (number int64, err error) {
	const lock = `select from publish_turn where name = 'publication' for update`
	if _, err := tx.Exec(ctx, lock); err != nil {
		return 0, err
	}

	const next = `select coalesce(pg_catalog.max(number), 0) + 1 from publication`
	row := tx.QueryRow(ctx, next)
	err = row.Scan(&number)
	return number, err
}

func insertContents(ctx context.Context, tx pgx.Tx, contents []schema.Content) error {
	const insert = `
		insert into content (sha256, zstd, size, rows)
		values ($1, $2, $3, $4)
		on conflict do nothing`

	for i := range contents {
		c := &contents[i]
		_, err := tx.Exec(ctx, insert,
			c.Sum[:],
			c.Zstd,
			c.Size,
			c.Rows,
		)
		if err != nil {
			return err
		}
	}

	return nil
}

func insertPublication(
	ctx context.Context,
	tx pgx.Tx,
	number int64,
	p *schema.Publication,
) error {
	findings, err1 := json.Marshal(p.Findings)
	trips, err2 := json.Marshal(p.Trips)
	warnings, err3 := json.Marshal(p.Warnings)
	err := errors.Join(err1, err2, err3)
	if err != nil {
		return err
	}

	var batch pgx.Batch
	batch.Queue(`
		insert into publication (
			number, run, origin, resends, snapshot,
			settings, rules, version, destination, roster,
			findings, guard, verdict, trips, warnings, planned_at)
		values (
			$1, $2, $3, nullif($4::bigint, 0), nullif($5::bigint, 0),
			$6, $7, $8, $9, $10,
			$11, $12, $13, $14, $15, $16)`,
		number, p.Run, string(p.Origin), p.Resends, p.Snapshot,
		p.Settings.Text(), string(p.Rules), p.Version, p.Destination, p.Roster[:],
		string(findings), string(p.Guard), string(p.Verdict),
		string(trips), string(warnings), p.PlannedAt)

	queueFiles(&batch, number, p.Files)
	for _, t := range p.Tallies {
		if err := queueTally(&batch, number, t); err != nil {
			return err
		}
	}

	return tx.SendBatch(ctx, &batch).Close()
}

func queueFiles(batch *pgx.Batch, publication int64, files []schema.File) {
	const insert = `
		insert into publication_file (publication, position, kind, name, sha256, baseline, baseline_of)
		values ($1, $2, $3, $4, $5, $6, nullif($7::bigint, 0))`

	for i, f := range files {
		batch.Queue(insert,
			publication,
			i+1,
			f.Kind,
			f.Name,
			f.Sum[:],
			bytesOrNull(f.Baseline),
			f.BaselineOf)
	}
}

func queueTally(batch *pgx.Batch, publication int64, t schema.Tally) error {
	figures := []byte(`{}`)
	if len(t.Figures) > 0 {
		var err error
		figures, err = json.Marshal(t.Figures)
		if err != nil {
			return err
		}
	}

	batch.Queue(`
		insert into tally (
			publication, file, by, value, school,
			rows, before, added, lost, "left", changed, figures)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
		publication, t.File, t.By, t.Value, t.School,
		t.Rows, t.Before, t.Added, t.Lost, t.Left, t.Changed, string(figures))

	return nil
}

// supersede records that a newer publication takes the place of the older ones
// of its destination that wait and were not let go.
func (db *DB) supersede(
	ctx context.Context,
	tx pgx.Tx,
	number int64,
	destination string,
) error {
	const insert = `
		insert into decision (publication, kind, by, reason, at)
		select p.number, 'supersede', 'publish', pg_catalog.concat('publication ', $1::bigint), $3
		from publication p
		join publication_state s on s.publication = p.number
		where p.destination = $2
		and p.number < $1
		and (
			s.state in ('planned', 'held', 'paused', 'failed')
			or s.state = 'approved' and s.expires_at < $3)`

	_, err := tx.Exec(ctx, insert,
		number,
		destination,
		db.now(),
	)
	return err
}

func bytesOrNull(sum *schema.Sum) []byte {
	if sum == nil {
		return nil
	}
	return sum[:]
}

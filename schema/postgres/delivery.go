package postgres

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// BeginDelivery records that d.Files of d.Publication are about to be staged,
// before anything is; fence is that of the Lock. The newest approval that no
// released delivery has used is its approval, if there is one. It sets d's Number
// and StartedAt, and each file's StagedAs to what stagedAs makes of a tag, which no
// other delivery of any store has, and the file's name. It is a schema.Locked fault
// when a later run has taken the lock.
func (db *DB) BeginDelivery(
	ctx context.Context,
	fence int64,
	d *schema.Delivery,
	stagedAs func(tag, name string) string,
) error {
	const doing = "begin the delivery"
	const insert = `
		insert into delivery (run, publication, decision, fence, started_at, stage_directory)
		select $3, $1, pg_catalog.max(number), $2, $4, $5
		from decision
		where publication = $1
		and kind = 'approve'
		and number > coalesce((
			select pg_catalog.max(decision)
			from delivery
			where publication = $1
			and released_at is not null), 0)
		having ` + newestFence + `
		returning number, (select id from store)`

	started := db.now()
	var number int64
	var store string

	err := db.inTx(ctx, doing, func(tx pgx.Tx) error {
		row := tx.QueryRow(ctx, insert, d.Publication, fence, d.Run, started, d.StageDirectory)
		err := row.Scan(&number, &store)
		if errors.Is(err, pgx.ErrNoRows) {
			return overtaken(doing)
		}
		if err != nil {
			return err
		}

		tag := fmt.Sprintf("%s-%d", store, number)
		for i := range d.Files {
			d.Files[i].StagedAs = stagedAs(tag, d.Files[i].Name)
		}
		return insertDeliveryFiles(ctx, tx, number, d.Files)
	})
	if err != nil {
		return err
	}

	d.Number = number
	d.StartedAt = started

	return nil
}

func insertDeliveryFiles(
	ctx context.Context,
	tx pgx.Tx,
	delivery int64,
	files []schema.DeliveredFile,
) error {
	const insert = `
		insert into delivery_file (delivery, position, name, sha256, staged_as)
		values ($1, $2, $3, $4, $5)`

	var batch pgx.Batch
	for i, f := range files {
		batch.Queue(insert,
			delivery,
			i+1,
			f.Name,
			f.Sum[:],
			f.StagedAs,
		)
	}

	return tx.SendBatch(ctx, &batch).Close()
}

// newestFence says that no run has taken the lock after the one whose fence is $2:
// a run draws its fence right after it has taken the lock.
const newestFence = `(select last_value from fence) <= $2`

// overtaken is the fault of a run that has lost its lock to a later one.
func overtaken(doing string) error {
	err := fmt.Errorf("%s: another run has taken over", doing)
	return schema.NewFault(schema.Locked, err, "run: publish list")
}

// Staged records that all of a file is on the server under its StagedAs, and
// how that was verified.
func (db *DB) Staged(
	ctx context.Context,
	fence, delivery int64,
	name, verified string,
) error {
	const update = `
		update delivery_file
		set staged_at = $2, verified = $4
		where delivery = $1 and name = $3`

	return db.progress(ctx, fence, delivery, underWay, update,
		db.now(),
		name,
		verified)
}

// Release records that the files of a delivery can get their final names from now
// on.
func (db *DB) Release(ctx context.Context, fence, delivery int64) error {
	const update = `
		update delivery
		set released_at = $2
		where number = $1 and released_at is null`

	return db.progress(ctx, fence, delivery, underWay, update, db.now())
}

// Sent records that a file of a released delivery has its final name. An empty
// verified leaves what Staged said. The delivery may have ended: then the file was
// seen later.
func (db *DB) Sent(
	ctx context.Context,
	fence, delivery int64,
	name, verified string,
) error {
	const update = `
		update delivery_file
		set sent_at = $2, verified = coalesce(nullif($4, ''), verified)
		where delivery = $1 and name = $3 and sent_at is null and refused_at is null`

	return db.progress(ctx, fence, delivery, released, update,
		db.now(),
		name,
		verified)
}

// Refused records that files of a released delivery are known not to have been
// sent.
func (db *DB) Refused(
	ctx context.Context,
	fence, delivery int64,
	names []string,
) error {
	const update = `
		update delivery_file
		set refused_at = $2
		where delivery = $1 and name = any($3) and sent_at is null and refused_at is null`

	return db.progress(ctx, fence, delivery, releasedUnderWay, update, db.now(), names)
}

// EndDelivery records that a delivery has ended.
func (db *DB) EndDelivery(
	ctx context.Context,
	fence, delivery int64,
	hostKey string,
) error {
	const update = `
		update delivery
		set ended_at = $2, host_key = nullif($3, '')
		where number = $1`

	return db.progress(ctx, fence, delivery, underWay, update,
		db.now(),
		hostKey)
}

// Swept records that no staged file of a delivery is left on the server.
func (db *DB) Swept(ctx context.Context, fence, delivery int64) error {
	const update = `
		update delivery
		set swept_at = $2
		where number = $1 and swept_at is null`

	return db.progress(ctx, fence, delivery, over, update, db.now())
}

// EndOlder ends the deliveries to a destination that runs before the one with that
// fence have left open, and returns how many. They may have left staged files.
func (db *DB) EndOlder(ctx context.Context, fence int64, destination string) (ended int64, err error) {
	const doing = "end what earlier runs left open"
	const newest = `select ` + newestFence + ` and $1::text is not null`
	const end = `
		update delivery d
		set ended_at = $3
		from publication p
		where p.number = d.publication
		and p.destination = $1
		and d.fence < $2
		and d.ended_at is null`

	err = db.inTx(ctx, doing, func(tx pgx.Tx) error {
		var isNewest bool
		row := tx.QueryRow(ctx, newest, destination, fence)
		if err := row.Scan(&isNewest); err != nil {
			return err
		}
		if !isNewest {
			return overtaken(doing)
		}

		tag, err := tx.Exec(ctx, end, destination, fence, db.now())
		ended = tag.RowsAffected()
		return err
	})

	return ended, err
}

// The states of a delivery in which a step can be recorded.
const (
	underWay         = `ended_at is null`
	released         = `released_at is not null`
	releasedUnderWay = released + ` and ` + underWay
	over             = `ended_at is not null`
)

// progress runs an update of a delivery in a state, which must find a row, for the
// holder of the lock with that fence. The delivery may belong to an earlier run:
// a later run ends what an earlier one left open, and never the other way round.
func (db *DB) progress(
	ctx context.Context,
	fence, delivery int64,
	state, update string,
	args ...any,
) error {
	mine := `
		select from delivery
		where number = $1
		and fence <= $2
		and ` + state + `
		and ` + newestFence + `
		for update`

	doing := fmt.Sprintf("record delivery %d", delivery)

	return db.inTx(ctx, doing, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, mine, delivery, fence)
		if err == nil && tag.RowsAffected() == 1 {
			all := append([]any{delivery}, args...)
			tag, err = tx.Exec(ctx, update, all...)
		}

		if err == nil && tag.RowsAffected() == 0 {
			err = fmt.Errorf("%s: it is in another state, or another run has taken over", doing)
			return schema.NewFault(schema.Locked, err, "run: publish list")
		}

		return err
	})
}

// Deliveries returns the attempts to send a publication, the oldest first.
func (db *DB) Deliveries(ctx context.Context, publication int64) ([]schema.Delivery, error) {
	found, err := db.deliveries(ctx, `d.publication = $1`, publication)
	return found, fault("read the deliveries", err)
}

// Unswept returns the deliveries to a destination that have ended and may have left
// staged files on the server, the oldest first.
func (db *DB) Unswept(ctx context.Context, destination string) ([]schema.Delivery, error) {
	const unswept = `p.destination = $1 and d.ended_at is not null and d.swept_at is null`
	found, err := db.deliveries(ctx, unswept, destination)
	return found, fault("read the deliveries that left staged files", err)
}

func (db *DB) deliveries(ctx context.Context, where string, arg any) ([]schema.Delivery, error) {
	query := `
		select
			d.number, d.run, d.publication, d.started_at, d.released_at, d.ended_at,
			coalesce(d.host_key, ''), coalesce(d.stage_directory, ''),
			f.name, f.sha256, f.staged_as, f.staged_at, f.sent_at, f.refused_at, coalesce(f.verified, '')
		from delivery d
		join publication p on p.number = d.publication
		join delivery_file f on f.delivery = d.number
		where ` + where + `
		order by d.number, f.position`

	var found []schema.Delivery
	scan := func(row pgx.CollectableRow) (number int64, err error) {
		d, f, err := scanDelivery(row)
		if err != nil {
			return 0, err
		}

		n := len(found)
		isNew := n == 0 || found[n-1].Number != d.Number
		if isNew {
			found = append(found, d)
		}

		last := &found[len(found)-1]
		last.Files = append(last.Files, f)

		return d.Number, nil
	}

	_, err := collect(ctx, db.pool, scan, query, arg)
	return found, err
}

// scanDelivery reads a delivery without its files, and one file of it.
func scanDelivery(row pgx.CollectableRow) (d schema.Delivery, f schema.DeliveredFile, err error) {
	var sum []byte
	err = row.Scan(
		&d.Number, &d.Run, &d.Publication, &d.StartedAt, &d.ReleasedAt, &d.EndedAt,
		&d.HostKey, &d.StageDirectory,
		&f.Name, &sum, &f.StagedAs, &f.StagedAt, &f.SentAt, &f.RefusedAt, &f.Verified,
	)
	if err != nil {
		return d, f, err
	}

	f.Sum = schema.Sum(sum)

	return d, f, nil
}

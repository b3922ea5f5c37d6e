package postgres

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// BeginDelivery records that d.Files of d.Publication are about to be sent,
// before anything is; fence is that of the Lock. It uses up the newest approval
// that no delivery has used, if there is one. It sets d's Number and
// StartedAt, and each file's StagedAs to stagedAs of that number and the file's
// name. It is a schema.Locked fault when a later run has begun a delivery to
// the same destination: this one has lost its lock.
func (db *DB) BeginDelivery(
	ctx context.Context,
	fence int64,
	d *schema.Delivery,
	stagedAs func(delivery int64, name string) string,
) error {
	const doing = "begin the delivery"
	insert := `
		insert into delivery (run, publication, decision, fence, started_at)
		select $3, $1, max(number), $2, $4
		from decision
		where publication = $1
		and kind = 'approve'
		and number > coalesce((select max(decision) from delivery where publication = $1), 0)
		having not exists ` + laterThan("$1") + `
		returning number`

	started := db.now()
	var number int64

	err := db.inTx(ctx, doing, func(tx pgx.Tx) error {
		row := tx.QueryRow(ctx, insert, d.Publication, fence, d.Run, started)
		err := row.Scan(&number)
		if errors.Is(err, pgx.ErrNoRows) {
			return overtaken(doing)
		}
		if err != nil {
			return err
		}

		for i := range d.Files {
			f := &d.Files[i]
			f.StagedAs = stagedAs(number, f.Name)
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

// laterThan selects the deliveries of later runs to the destination of a
// publication: runs that took the lock after the one whose fence is $2.
func laterThan(publication string) string {
	return `(
		select from delivery later
		join publication theirs on theirs.number = later.publication
		join publication ours on ours.destination = theirs.destination
		where later.fence > $2
		and ours.number = ` + publication + `)`
}

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

	return db.progress(ctx, fence, delivery, update,
		db.now(),
		name,
		verified)
}

// Sent records that a file has its final name. An empty verified leaves what
// Staged said.
func (db *DB) Sent(
	ctx context.Context,
	fence, delivery int64,
	name, verified string,
) error {
	const update = `
		update delivery_file
		set sent_at = $2, verified = coalesce(nullif($4, ''), verified)
		where delivery = $1 and name = $3`

	return db.progress(ctx, fence, delivery, update,
		db.now(),
		name,
		verified)
}

// EndDelivery records how a delivery ended: delivered, partial, failed or
// unknown. One that ended unknown can end again, once its outcome is known.
func (db *DB) EndDelivery(
	ctx context.Context,
	fence, delivery int64,
	outcome schema.State,
	hostKey string,
) error {
	const update = `
		update delivery
		set ended_at = $2, outcome = $3, host_key = coalesce(nullif($4, ''), host_key)
		where number = $1`

	return db.progress(ctx, fence, delivery, update,
		db.now(),
		string(outcome),
		hostKey)
}

// progress runs an update of a delivery that must find its one row, for the
// holder of the lock with that fence. The delivery may belong to an earlier run:
// a later run ends what an earlier one left open, and never the other way round.
func (db *DB) progress(
	ctx context.Context,
	fence, delivery int64,
	update string,
	args ...any,
) error {
	mine := `
		select from delivery d
		where number = $1
		and fence <= $2
		and (ended_at is null or outcome = 'unknown')
		and not exists ` + laterThan("d.publication") + `
		for update`

	doing := fmt.Sprintf("record delivery %d", delivery)

	return db.inTx(ctx, doing, func(tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, mine, delivery, fence)
		if err == nil && tag.RowsAffected() == 1 {
			all := append([]any{delivery}, args...)
			tag, err = tx.Exec(ctx, update, all...)
		}

		if err == nil && tag.RowsAffected() != 1 {
			err = fmt.Errorf("%s: it has ended, or another run has taken over", doing)
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

// OpenDeliveries returns the deliveries to a destination that have not ended,
// or ended unknown, the oldest first.
func (db *DB) OpenDeliveries(ctx context.Context, destination string) ([]schema.Delivery, error) {
	const open = `p.destination = $1 and (d.ended_at is null or d.outcome = 'unknown')`
	found, err := db.deliveries(ctx, open, destination)
	return found, fault("read the open deliveries", err)
}

func (db *DB) deliveries(ctx context.Context, where string, arg any) ([]schema.Delivery, error) {
	query := `
		select
			d.number, d.run, d.publication, d.started_at, d.ended_at,
			coalesce(d.outcome, ''), coalesce(d.host_key, ''),
			f.name, f.sha256, f.staged_as, f.staged_at, f.sent_at, coalesce(f.verified, '')
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
		&d.Number, &d.Run, &d.Publication, &d.StartedAt, &d.EndedAt,
		(*string)(&d.Outcome), &d.HostKey,
		&f.Name, &sum, &f.StagedAs, &f.StagedAt, &f.SentAt, &f.Verified,
	)
	if err != nil {
		return d, f, err
	}

	f.Sum = schema.Sum(sum)

	return d, f, nil
}

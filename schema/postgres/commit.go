package postgres

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// How long, and how often, the server is asked what became of a commit.
const (
	resolveWithin = 30 * time.Second
	resolveEvery  = 200 * time.Millisecond
)

// inTx runs f in a transaction and commits it. When other transactions are in the
// way it does all of it again, so f must not add to what it did before.
func (db *DB) inTx(ctx context.Context, doing string, f func(pgx.Tx) error) error {
	err := again(ctx, func() error {
		tx, err := db.pool.Begin(ctx)
		if err != nil {
			return err
		}

		if err := f(tx); err != nil {
			rollback(ctx, tx)
			return err
		}

		return db.commit(ctx, tx, doing)
	})
	return fault(doing, err)
}

// rollback ends tx, even when ctx is done. An error closes the connection, which
// rolls back as well.
func rollback(ctx context.Context, tx pgx.Tx) {
	ctx = context.WithoutCancel(ctx)
	ctx, cancel := context.WithTimeout(ctx, connectTimeout)
	defer cancel()

	_ = tx.Rollback(ctx)
}

// commit commits tx. When the server's answer is lost, it asks over a new
// connection what became of the transaction. An error therefore means that
// nothing was stored, except for the one that says that the result is not known.
// The server's own answer comes back as it is.
//
// It trusts neither the driver's error nor pgconn.SafeToRetry: pgx 5.9 to 5.12
// report commits as safe to retry that have happened.
func (db *DB) commit(ctx context.Context, tx pgx.Tx, doing string) error {
	var xid string
	row := tx.QueryRow(ctx, `select pg_catalog.pg_current_xact_id()::text`)
	if err := row.Scan(&xid); err != nil {
		rollback(ctx, tx)
		return err
	}

	err := tx.Commit(ctx)
	if err == nil || isAnswer(err) {
		return err
	}

	rollback(ctx, tx) // closes the connection, if the commit has not
	status, resolveErr := db.resolve(context.WithoutCancel(ctx), xid)
	switch status {
	case "committed":
		return nil
	case "aborted":
		return fault(doing+" (rolled back)", err)
	}

	// The reason is a fault too, but to run it again at once is not the next step.
	return &schema.Fault{
		Kind: schema.Unreachable,
		Err: fmt.Errorf("%s: the connection was lost during the commit, and the result is not known (%w)",
			doing, resolveErr),
		Hint: "when the database can be reached, look at the output of list before you run it again",
	}
}

// isAnswer reports whether err is the server's answer that tx did not commit. A
// FATAL error is not one: it can follow a commit whose answer it overtook.
func isAnswer(err error) bool {
	if errors.Is(err, pgx.ErrTxCommitRollback) {
		return true
	}

	var pg *pgconn.PgError
	return errors.As(err, &pg) && pg.SeverityUnlocalized == "ERROR"
}

// resolve returns committed or aborted, or why that is not known.
func (db *DB) resolve(ctx context.Context, xid string) (status string, err error) {
	ctx, cancel := context.WithTimeout(ctx, resolveWithin)
	defer cancel()

	poll := time.NewTicker(resolveEvery)
	defer poll.Stop()

	for {
		status, err = db.askStatus(ctx, xid)
		if status == "committed" || status == "aborted" {
			return status, err
		}

		select {
		case <-ctx.Done():
			says := status
			if says == "" {
				says = "not known"
			}
			return status, errors.Join(err, errors.New("the transaction is "+says))
		case <-poll.C:
		}
	}
}

func (db *DB) askStatus(ctx context.Context, xid string) (status string, err error) {
	conn, err := db.connect(ctx)
	if err != nil {
		return "", fault("connect to the database", err)
	}
	defer conn.Close(ctx) // nothing was written

	const query = `select coalesce(pg_catalog.pg_xact_status($1::text::xid8), '')`
	row := conn.QueryRow(ctx, query, xid)
	err = row.Scan(&status)
	return status, fault("ask for the transaction", err)
}

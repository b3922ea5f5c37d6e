package postgres

import (
	"cmp"
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

// inTx runs f in a transaction and commits it.
func (db *DB) inTx(ctx context.Context, doing string, f func(pgx.Tx) error) error {
	tx, err := db.pool.Begin(ctx)
	if err != nil {
		return fault(doing, err)
	}
	if err := f(tx); err != nil {
		rollback(ctx, tx)
		return fault(doing, err)
	}
	return db.commit(ctx, tx, doing)
}

// rollback ends tx, also when ctx is done. Whatever goes wrong closes the
// connection, which rolls back as well.
func rollback(ctx context.Context, tx pgx.Tx) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), connectTimeout)
	defer cancel()
	_ = tx.Rollback(ctx)
}

// commit commits tx. When the answer of the server is lost it asks over a new
// connection what became of the transaction, so that an error means that
// nothing was stored, but for the one that says that nobody knows.
//
// No error of a driver is believed here, nor pgconn.SafeToRetry: pgx 5.9 to
// 5.12 say so of commits that have happened.
func (db *DB) commit(ctx context.Context, tx pgx.Tx, doing string) error {
	var xid string
	if err := tx.QueryRow(ctx, `select pg_current_xact_id()::text`).Scan(&xid); err != nil {
		rollback(ctx, tx)
		return fault(doing, err)
	}
	err := tx.Commit(ctx)
	if err == nil || isAnswer(err) {
		return fault(doing, err)
	}
	rollback(ctx, tx) // closes the connection, if the commit has not
	status, resolveErr := db.resolve(context.WithoutCancel(ctx), xid)
	switch status {
	case "committed":
		return nil
	case "aborted":
		return fault(doing+" (rolled back)", err)
	}
	return schema.NewFault(schema.Unreachable,
		fmt.Errorf("%s: the connection was lost during the commit, and what became of it is unknown (%w)", doing, resolveErr),
		"see what list says before running it again")
}

// isAnswer reports whether err is the server's word that tx did not commit. A
// FATAL one is not: it can follow a commit whose answer it overtook.
func isAnswer(err error) bool {
	var pg *pgconn.PgError
	return errors.Is(err, pgx.ErrTxCommitRollback) || errors.As(err, &pg) && pg.SeverityUnlocalized == "ERROR"
}

// resolve returns committed or aborted, or why that is not known.
func (db *DB) resolve(ctx context.Context, xid string) (status string, err error) {
	ctx, cancel := context.WithTimeout(ctx, resolveWithin)
	defer cancel()
	poll := time.NewTicker(resolveEvery)
	defer poll.Stop()
	for {
		status, err = db.ask(ctx, xid)
		if status == "committed" || status == "aborted" {
			return status, err
		}
		select {
		case <-ctx.Done():
			return status, errors.Join(err, fmt.Errorf("the transaction is %s", cmp.Or(status, "not known")))
		case <-poll.C:
		}
	}
}

func (db *DB) ask(ctx context.Context, xid string) (status string, err error) {
	conn, err := db.connect(ctx)
	if err != nil {
		return "", fault("connect to the database", err)
	}
	defer conn.Close(ctx) // nothing was written
	err = conn.QueryRow(ctx, `select coalesce(pg_xact_status($1::text::xid8), '')`, xid).Scan(&status)
	return status, fault("ask for the transaction", err)
}

package postgres

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const checkWithin = 10 * time.Second

// A holder that is frozen loses the lock: its heartbeat stops, and the server ends
// a session that does nothing in a transaction for longer than this setting says.
const (
	patience        = "idle_in_transaction_session_timeout"
	beatsInPatience = 6
	heartbeat       = 20 * time.Second // where the server waits forever
)

// Lock is the right to send, held by one process at a time.
type Lock struct {
	fence int64
	every time.Duration // between two heartbeats
	stop  context.CancelFunc
	beats sync.WaitGroup

	mu      sync.Mutex // guards the rest
	conn    *pgx.Conn  // a session of its own, in the transaction that holds the lock
	unknown error      // that the server did not say whether the lock is still held
}

// Lock takes the lock. It is a schema.Locked fault when another process has it.
func (db *DB) Lock(ctx context.Context) (*Lock, error) {
	const doing = "take the lock"

	conn, err := db.connect(ctx)
	if err != nil {
		return nil, fault(doing, err)
	}

	l := &Lock{conn: conn}
	if err := l.take(ctx); err != nil {
		_ = l.close(ctx) // the first error says more
		return nil, fault(doing, err)
	}

	beating, stop := context.WithCancel(context.WithoutCancel(ctx))
	l.stop = stop
	l.beats.Go(func() {
		l.beat(beating)
	})

	return l, nil
}

// take locks a row, in a transaction that lasts as long as the lock. Only who may
// publish here may lock that row, whereas any role of the database can take an
// advisory lock.
func (l *Lock) take(ctx context.Context) error {
	limit, err := setting(ctx, l.conn.PgConn(), patience)
	if err != nil {
		return err
	}
	l.every = heartbeat
	if limit > 0 {
		l.every = limit / beatsInPatience
	}

	if _, err := l.conn.Exec(ctx, `begin`); err != nil {
		return err
	}

	const try = `select from publish_turn where name = 'publish' for update skip locked`
	tag, err := l.conn.Exec(ctx, try)
	if err != nil {
		return err
	}
	if tag.RowsAffected() == 0 {
		err := errors.New("another publish is running")
		return schema.NewFault(schema.Locked, err, "wait until it has ended")
	}

	row := l.conn.QueryRow(ctx, `select pg_catalog.nextval('fence')`)
	return row.Scan(&l.fence)
}

// Fence returns a number that grows from lock to lock.
func (l *Lock) Fence() int64 {
	return l.fence
}

// beat keeps the session alive. A lost one is found by Check.
func (l *Lock) beat(ctx context.Context) {
	tick := time.NewTicker(l.every)
	defer tick.Stop()

	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if l.Check(ctx) != nil {
				return
			}
		}
	}
}

// Check asks the server whether the lock is still held, right before a step that
// cannot be undone. It is a schema.Locked fault when the lock is lost, and a
// schema.Unreachable one when the server does not say.
func (l *Lock) Check(ctx context.Context) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.unknown != nil {
		return l.unknown // the session has ended with that
	}

	ctx, cancel := context.WithTimeout(ctx, checkWithin)
	defer cancel()

	err := l.conn.Ping(ctx)
	reason := fault("ask the database", err)
	switch {
	case err == nil:
		return nil
	case timedOut(err):
		l.unknown = fmt.Errorf("the lock may be lost: %w", reason)
		return l.unknown
	}
	return lost(reason)
}

// lost is the fault of who has lost the lock; the next step is that of the reason.
func lost(reason error) error {
	return &schema.Fault{
		Kind: schema.Locked,
		Err:  fmt.Errorf("lost the lock: %w", reason),
		Hint: cmp.Or(schema.HintOf(reason), "run it again"),
	}
}

// Release gives the lock back.
func (l *Lock) Release() error {
	l.stop()
	l.beats.Wait()
	err := l.close(context.Background())
	return fault("release the lock", err)
}

// close gives the lock back and ends the session. Ending it alone would free the
// lock too, but a moment later, when the next run may have asked for it.
func (l *Lock) close(ctx context.Context) error {
	ctx = context.WithoutCancel(ctx)
	ctx, cancel := context.WithTimeout(ctx, checkWithin)
	defer cancel()

	// An error means that the session is lost, and with it the lock.
	_, _ = l.conn.Exec(ctx, `rollback`)

	return l.conn.Close(ctx)
}

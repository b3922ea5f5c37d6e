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

// A holder that is frozen loses the lock: its heartbeat stops, and the server
// ends its session.
const (
	heartbeat      = 20 * time.Second
	heartbeatLimit = "2min"
	checkWithin    = 10 * time.Second
)

// Lock is the right to send, held by one process at a time.
type Lock struct {
	fence int64
	stop  context.CancelFunc
	beats sync.WaitGroup

	mu   sync.Mutex // guards conn
	conn *pgx.Conn  // a session of its own, which holds the lock
}

// Lock takes the lock with that name. It is a schema.Locked fault when another
// process has it.
func (db *DB) Lock(ctx context.Context, name string) (*Lock, error) {
	const doing = "take the lock"

	conn, err := db.connect(ctx)
	if err != nil {
		return nil, fault(doing, err)
	}

	l := &Lock{conn: conn}
	if err := l.take(ctx, name); err != nil {
		err = errors.Join(err, l.close(ctx))
		return nil, fault(doing, err)
	}

	beating, stop := context.WithCancel(context.WithoutCancel(ctx))
	l.stop = stop
	l.beats.Go(func() {
		l.beat(beating)
	})

	return l, nil
}

func (l *Lock) take(ctx context.Context, name string) error {
	const limit = `set idle_session_timeout = '` + heartbeatLimit + `'`
	if _, err := l.conn.Exec(ctx, limit); err != nil {
		return err
	}

	const try = `select pg_try_advisory_lock(hashtextextended(current_schema() || ':lock:' || $1, 0))`
	var locked bool
	row := l.conn.QueryRow(ctx, try, name)
	if err := row.Scan(&locked); err != nil {
		return err
	}

	if !locked {
		err := errors.New("another publish is running")
		return schema.NewFault(schema.Locked, err, "wait until it has ended")
	}

	row = l.conn.QueryRow(ctx, `select nextval('fence')`)
	return row.Scan(&l.fence)
}

// Fence returns a number that grows from lock to lock.
func (l *Lock) Fence() int64 {
	return l.fence
}

// beat keeps the session alive. A lost one is found by Check.
func (l *Lock) beat(ctx context.Context) {
	tick := time.NewTicker(heartbeat)
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
// cannot be undone. It is a schema.Locked fault when the lock is lost.
func (l *Lock) Check(ctx context.Context) error {
	l.mu.Lock()
	defer l.mu.Unlock()

	ctx, cancel := context.WithTimeout(ctx, checkWithin)
	defer cancel()

	if err := l.conn.Ping(ctx); err != nil {
		cause := fault("ask the database", err)
		err = fmt.Errorf("lost the lock: %v", cause)
		return schema.NewFault(schema.Locked, err, cmp.Or(schema.HintOf(cause), "run it again"))
	}

	return nil
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
	_, _ = l.conn.Exec(ctx, `select pg_advisory_unlock_all()`)

	return l.conn.Close(ctx)
}

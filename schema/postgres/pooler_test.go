package postgres_test

import (
	"testing"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// A pooler that gives a session to others before its client has ended is refused,
// however many sessions it has, and whichever of them it gives.
func TestPooledTransactions(t *testing.T) {
	t.Parallel()
	for name, settings := range map[string][]string{
		"the last one used":  {"pool_mode = transaction"},
		"one after another":  {"pool_mode = transaction", "server_round_robin = 1"},
		"for each statement": {"pool_mode = statement"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			through := postgrestest.Bouncer(t, postgrestest.Database(t), settings...)
			wantPooled(t, openAndClose(t, through.Extract))
			wantPooled(t, postgres.Migrate(t.Context(), through.Owner))
			if settings[0] == "pool_mode = statement" {
				return // it takes no transaction, to have more sessions with
			}

			for sessions := 2; sessions <= 4; sessions++ {
				growPool(t, through.Extract, sessions)
				wantPooled(t, openAndClose(t, through.Extract))
			}
		})
	}
}

// Three that begin at once take sessions from one another.
func TestPooledTransactionsOfThree(t *testing.T) {
	t.Parallel()
	through := postgrestest.Bouncer(t, postgrestest.Database(t), "pool_mode = transaction")
	for _, sessions := range []int{1, 3, 6} {
		growPool(t, through.Publish, sessions)
		ends := make(chan error, 3)
		for range 3 {
			go func() {
				ends <- openAndClose(t, through.Publish)
			}()
		}
		for range 3 {
			wantPooled(t, <-ends)
		}
	}
}

// Whichever of its processes a connection gets, one pair of them gets the same.
func TestPooledTransactionsOfTwoProcesses(t *testing.T) {
	t.Parallel()
	through := postgrestest.Bouncer(t, postgrestest.Database(t), "pool_mode = transaction", "so_reuseport = 1")
	for range 10 {
		wantPooled(t, openAndClose(t, through.Publish))
	}
}

// growPool has a pooler keep some sessions.
func growPool(t *testing.T, url string, sessions int) {
	t.Helper()
	var all []*pgconn.PgConn
	for range sessions {
		conn, err := pgconn.Connect(t.Context(), url)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close(t.Context())
		all = append(all, conn)
	}

	for _, sql := range []string{"begin", "rollback"} {
		for _, conn := range all {
			if _, err := conn.Exec(t.Context(), sql).ReadAll(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func openAndClose(t *testing.T, url string) error {
	db, err := postgres.Open(t.Context(), url, postgres.Options{Program: "test", Now: now})
	if err == nil {
		db.Close()
	}
	return err
}

func wantPooled(t *testing.T, err error) {
	t.Helper()
	wantHint(t, err, schema.Config, "set pool_mode = session for this database in PgBouncer")
}

// A pooler that gives a session for as long as its client wants can be in between.
func TestPooledSessions(t *testing.T) {
	t.Parallel()
	test := postgrestest.Database(t)
	through := postgrestest.Bouncer(t, test, "pool_mode = session")
	if err := postgres.Migrate(t.Context(), through.Owner); err != nil {
		t.Fatal(err)
	}
	take(t, open(t, through.Extract), students(3)...)

	db, other := open(t, through.Publish), open(t, through.Publish)
	lock := takeLock(t, db)
	_, err := other.Lock(t.Context())
	wantKind(t, err, schema.Locked)
	p := publication(1)
	record(t, db, &p)
	beginDelivery(t, db, lock, p)

	endHolder(t, test)
	wantKind(t, lock.Check(t.Context()), schema.Locked)
	if err := takeLock(t, other).Release(); err != nil {
		t.Error(err)
	}
}

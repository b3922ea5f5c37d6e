package postgres_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// impatient makes the client give up within seconds.
const impatient = "&statement_timeout=1000&connect_timeout=2"

// wantTimedOut looks for an end with a reason: without a limit of its own the
// client would still be waiting.
func wantTimedOut(t *testing.T, err error) {
	t.Helper()
	wantKind(t, err, schema.Unreachable)
	if !strings.HasSuffix(err.Error(), ": timed out") {
		t.Errorf("got %q, want that it timed out", err)
	}
}

func TestSilentFromTheStart(t *testing.T) {
	t.Parallel()
	proxy, to := postgrestest.NewProxy(t, postgrestest.Database(t).Extract)
	proxy.Silence(true)

	_, err := postgres.Open(t.Context(), to+impatient, postgres.Options{Program: "test", Now: now})
	wantTimedOut(t, err)
	wantTimedOut(t, postgres.Migrate(t.Context(), to+impatient))
}

func TestSilentBetweenQueries(t *testing.T) {
	t.Parallel()
	proxy, to := postgrestest.NewProxy(t, postgrestest.Database(t).Extract)
	db := open(t, to+impatient)

	proxy.Silence(true)
	_, err := db.Snapshots(t.Context())
	wantTimedOut(t, err)

	proxy.Silence(false)
	if _, err := db.Snapshots(t.Context()); err != nil {
		t.Errorf("got %v when the server is back", err)
	}
}

// silentAt makes the proxy silent as soon as a client sends a text.
func silentAt(t *testing.T, proxy *postgrestest.Proxy, text string) {
	over := make(chan struct{})
	t.Cleanup(func() { close(over) })
	proxy.Lose(func(message []byte) bool {
		if bytes.Contains(message, []byte(text)) {
			<-over // the proxy forwards nothing in the meantime
		}
		return false
	})
}

func TestSilentInTheMiddle(t *testing.T) {
	for name, at := range map[string]string{
		"in a query":            "order by s.number",
		"when a row is changed": "insert into pin",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test := postgrestest.Database(t)
			take(t, open(t, test.Extract), students(1)...)
			proxy, to := postgrestest.NewProxy(t, test.Extract)
			db := open(t, to+impatient)

			silentAt(t, proxy, at)
			_, err := db.Snapshots(t.Context())
			if err == nil {
				_, err = db.Pin(t.Context(), 1, schema.Pin{Reason: "audit", By: "me"})
			}
			wantTimedOut(t, err)
		})
	}
}

// Many rows fill the buffers on the way, so that a write waits; few do not, so that
// the answer is waited for.
func TestSilentCopy(t *testing.T) {
	for name, n := range map[string]int{"few rows": 3, "many rows": 200_000} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			proxy, to := postgrestest.NewProxy(t, postgrestest.Database(t).Extract)
			db := open(t, to+impatient)
			draft := begin(t, db)
			if err := write(t.Context(), draft, students(1)); err != nil {
				t.Fatal(err)
			}

			proxy.Silence(true)
			defer proxy.Silence(false)
			var err error
			s := student(7, "7")
			for range n {
				if err = draft.Write(t.Context(), &s); err != nil {
					break
				}
			}
			if err == nil {
				_, err = draft.Close()
			}
			wantTimedOut(t, err)
		})
	}
}

// PowerSchool may be silent for longer than the store: nobody waits for the store.
func TestSilentSource(t *testing.T) {
	t.Parallel()
	test := postgrestest.Database(t)
	db := open(t, test.Extract+"&statement_timeout=500") // a read waits for 600 ms
	draft := begin(t, db)
	if err := write(t.Context(), draft, students(1)); err != nil {
		t.Fatal(err)
	}

	<-time.After(1500 * time.Millisecond)
	s := student(7, "7")
	if err := draft.Write(t.Context(), &s); err != nil {
		t.Fatal(err)
	}
	if n, err := draft.Close(); n != 2 || err != nil {
		t.Errorf("got %d students, %v, want 2", n, err)
	}
}

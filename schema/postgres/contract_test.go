package postgres_test

import (
	"context"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

// TestContract holds what publish is promised of a store, even where somebody planted
// functions, operators, types and tables.
func TestContract(t *testing.T) {
	publishtest.Contract(t, func(t *testing.T, now func() time.Time) publishtest.Store {
		test := planted(t)
		open := func(url string) *postgres.DB {
			db, err := postgres.Open(t.Context(), url, postgres.Options{Program: "test", Run: "run", Now: now})
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(db.Close)
			return db
		}

		s := &store{DB: open(test.Publish), extract: open(test.Extract)}
		t.Cleanup(s.release)
		return s
	})
}

// store is the store as publish opens it, and as extract fills it.
type store struct {
	*postgres.DB
	extract *postgres.DB
	lock    *postgres.Lock // the last one; nil before the first
}

func (s *store) Take(
	ctx context.Context, sealed *schema.Snapshot, students []schema.Student, leavers []schema.Leaver,
) error {
	draft, err := s.extract.Begin(ctx)
	if err != nil {
		return err
	}
	defer draft.Discard()
	if err := write(ctx, draft, students); err != nil {
		return err
	}
	if _, err := draft.Close(); err != nil {
		return err
	}

	sealed.Number = draft.Number()
	publishtest.Seal(sealed, students, leavers)
	return draft.Seal(ctx, sealed, leavers)
}

func (s *store) Drop(ctx context.Context, snapshot int64) error { return s.extract.Drop(ctx, snapshot) }

// TakeLock gives the lock of the run before back, as the server does when that
// one has gone quiet.
func (s *store) TakeLock(ctx context.Context) (publish.Lock, error) {
	s.release()
	lock, err := s.DB.Lock(ctx)
	s.lock = lock
	return lock, err
}

func (s *store) release() {
	if s.lock != nil {
		_ = s.lock.Release() // the test goes on without it
	}
	s.lock = nil
}

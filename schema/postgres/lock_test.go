package postgres_test

import (
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

func TestLock(t *testing.T) {
	test := postgrestest.Database(t)
	db, other := open(t, test.Publish), open(t, test.Publish)
	lock := takeLock(t, db)
	_, err := other.Lock(t.Context(), destination)
	wantKind(t, err, schema.Locked)

	elsewhere, err := other.Lock(t.Context(), "elsewhere")
	if err != nil {
		t.Fatal(err)
	}
	if err := elsewhere.Release(); err != nil {
		t.Error(err)
	}
	if err := lock.Check(t.Context()); err != nil {
		t.Error(err)
	}
	if err := lock.Release(); err != nil {
		t.Error(err)
	}

	takeLock(t, other)
}

func TestLostLock(t *testing.T) {
	test := postgrestest.Database(t)
	db := open(t, test.Publish)
	lock := takeLock(t, db)
	postgrestest.Exec(t, test.Publish, `
		select pg_terminate_backend(pid, 10000)
		from pg_locks
		where locktype = 'advisory'
		and database = (select oid from pg_database where datname = current_database())`)

	takeLock(t, db)
	wantKind(t, lock.Check(t.Context()), schema.Locked)
}

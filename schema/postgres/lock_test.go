package postgres_test

import (
	"crypto/rand"
	"errors"
	"net/url"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

func TestLock(t *testing.T) {
	test := postgrestest.Database(t)
	db, other := open(t, test.Publish), open(t, test.Publish)
	lock := takeLock(t, db)
	_, err := other.Lock(t.Context())
	wantKind(t, err, schema.Locked)

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
	endHolder(t, test)

	takeLock(t, db)
	wantKind(t, lock.Check(t.Context()), schema.Locked)
}

// endHolder ends the session that holds the lock.
func endHolder(t *testing.T, test postgrestest.DB) {
	t.Helper()
	const end = `
		select count(*) from (
			select pg_terminate_backend(pid, 10000)
			from pg_locks
			where database = (select oid from pg_database where datname = current_database())
			and relation = 'publish_turn'::regclass
			and mode = 'RowShareLock'
		) ended`
	if n := query[int](t, test.Publish, end); n != 1 {
		t.Fatalf("%d sessions held the lock, want 1", n)
	}
}

// No role but publish's can keep a publish from running, with an advisory lock or
// with any other; nor any but extract's an extract, be it another district's.
func TestNobodyElseCanLock(t *testing.T) {
	test := postgrestest.Database(t)
	district := otherRole(t, test)
	for _, c := range []struct{ who, url, table string }{
		{"extract", test.Extract, "publish_turn"},
		{"publish", test.Publish, "extract_turn"},
		{"another district", district, "publish_turn"},
		{"another district", district, "extract_turn"},
	} {
		ctx := t.Context()
		conn, err := pgx.Connect(ctx, c.url)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close(ctx)

		for _, sql := range []string{
			`select from ` + c.table + ` for key share`,
			`begin; lock table ` + c.table + ` in access share mode`,
			`rollback; select from ` + c.table + ` for update`,
			`update ` + c.table + ` set name = name`,
		} {
			_, err := conn.Exec(ctx, sql)
			var pg *pgconn.PgError
			if !errors.As(err, &pg) || pg.Code != "42501" {
				t.Errorf("%s may %s: got %v, want insufficient privilege", c.who, sql, err)
			}
		}

		const locks = `select pg_try_advisory_lock(hashtextextended(current_schema() || $1, 0))`
		for _, name := range []string{":lock:publish", ":extract", ":publication"} {
			if _, err := conn.Exec(ctx, locks, name); err != nil {
				t.Fatal(err)
			}
		}
	}

	db := open(t, test.Publish)
	takeLock(t, db)
	take(t, open(t, test.Extract), students(1)...)
	p := publication(1)
	record(t, db, &p)
	begin(t, open(t, test.Extract))
}

// otherRole returns the URL of a database for a role that has no rights in it.
func otherRole(t *testing.T, in postgrestest.DB) string {
	t.Helper()
	superuser, role := postgrestest.AsSuperuser(t, in.Owner), "other_"+strings.ToLower(rand.Text())
	postgrestest.Exec(t, superuser, "create role "+role+" login password '"+role+"'")
	t.Cleanup(func() { postgrestest.Exec(t, superuser, "drop role "+role) })

	return with(t, in.Owner, func(u *url.URL) {
		u.User = url.UserPassword(role, role)
	})
}

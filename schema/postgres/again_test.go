package postgres_test

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// What PostgreSQL gave up is done again; a full disk stays full.
func TestAgain(t *testing.T) {
	for _, c := range []struct {
		code   string
		fails  int
		tries  int
		hint   string
		pinned bool
	}{
		{"40001", 2, 3, "", true},
		{"40P01", 2, 3, "", true},
		{"55P03", 2, 3, "", true},
		{"40001", 99, 4, "other sessions change the same rows", false},
		{"55P03", 99, 4, "another session holds a lock", false},
		{"53100", 1, 1, "the disk of the database's server is full", false},
	} {
		t.Run(fmt.Sprint(c.code, " ", c.fails), func(t *testing.T) {
			t.Parallel()
			test := postgrestest.Database(t)
			db := open(t, test.Extract)
			take(t, db, students(1)...)
			postgrestest.Exec(t, test.Owner, fmt.Sprintf(`
				create sequence tries;
				create function fails() returns trigger language plpgsql security definer as $$ begin
					if nextval('tries') <= %d then raise exception using errcode = '%s'; end if;
					return new;
				end $$;
				create trigger fails before insert on pin for each row execute function fails()`,
				c.fails, c.code))

			pinned, err := db.Pin(t.Context(), 1, schema.Pin{Reason: "audit", By: "me"})
			if pinned != c.pinned || (err == nil) != c.pinned {
				t.Fatalf("got %v, %v, want %v", pinned, err, c.pinned)
			}
			if tries := query[int](t, test.Owner, `select last_value from tries`); tries != c.tries {
				t.Errorf("got %d tries, want %d", tries, c.tries)
			}
			if !c.pinned {
				wantHint(t, err, schema.Unreachable, c.hint)
			}
		})
	}
}

func wantHint(t *testing.T, err error, kind schema.Kind, hint string) {
	t.Helper()
	wantKind(t, err, kind)
	var fault *schema.Fault
	if errors.As(err, &fault); !strings.Contains(fault.Hint, hint) {
		t.Errorf("%v: got the hint %q, want %q", err, fault.Hint, hint)
	}
}

func TestTooManyConnections(t *testing.T) {
	t.Parallel()
	test := postgrestest.Database(t)
	u, err := url.Parse(test.Owner)
	if err != nil {
		t.Fatal(err)
	}
	name := pgx.Identifier{strings.TrimPrefix(u.Path, "/")}.Sanitize()
	postgrestest.Exec(t, test.Owner, `alter database `+name+` connection limit 0`)

	_, err = postgres.Open(t.Context(), test.Extract, postgres.Options{Program: "test", Now: now})
	wantHint(t, err, schema.Unreachable, "the database has no connection left")
}

// Five installations are updated at the same moment.
func TestMigrateAndGrantAtOnce(t *testing.T) {
	t.Parallel()
	test, empty := postgrestest.Database(t), postgrestest.Empty(t)
	role := func(of string) string {
		u, err := url.Parse(of)
		if err != nil {
			t.Fatal(err)
		}
		return u.User.Username()
	}

	var all sync.WaitGroup
	for range 5 {
		all.Go(func() {
			err := postgres.Migrate(t.Context(), empty)
			if err == nil {
				err = postgres.Grant(t.Context(), empty, role(test.Extract), role(test.Publish))
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}

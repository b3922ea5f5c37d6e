package postgres_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

func TestOpenRefuses(t *testing.T) {
	newer, older := postgrestest.Database(t), postgrestest.Database(t)
	postgrestest.Exec(t, newer.Owner, `insert into goose_db_version (version_id, is_applied) values (99999, true)`)
	postgrestest.Exec(t, older.Owner, `delete from goose_db_version where version_id > 1`)
	ungranted := postgrestest.Database(t)
	postgrestest.Exec(t, ungranted.Owner, `revoke select on goose_db_version from public`)
	other := postgrestest.Database(t)

	for name, c := range map[string]struct {
		url  string
		kind schema.Kind
		hint string
	}{
		"not a URL": {"postgres://me:SECRET@host:port:5/x", schema.Config, "set DATABASE_URL"},
		"no database": {
			with(t, newer.Extract, func(u *url.URL) { u.Path = "/nowhere" }),
			schema.Config,
			"create database",
		},
		"no server": {"postgres://me:SECRET@127.0.0.1:1/x?sslmode=disable", schema.Unreachable, "is up"},
		"no role": {
			with(t, newer.Extract, func(u *url.URL) {
				u.User = url.UserPassword("nobody", "SECRET")
			}),
			schema.Refused,
			"the user",
		},
		"not migrated": {postgrestest.Empty(t), schema.Config, "run: extract migrate"},
		"older":        {older.Extract, schema.Config, "run: extract migrate"},
		"newer":        {newer.Extract, schema.Config, "update the program"},
		"another's schema": {
			other.Extract + "&search_path=district17,public",
			schema.Config,
			"run: extract migrate",
		},
		"own schema": {other.Extract + "&search_path=district17", schema.Config, "run: extract migrate"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := postgres.Open(t.Context(), c.url, postgres.Options{Program: "test", Now: now})
			wantKind(t, err, c.kind)
			var fault *schema.Fault
			if errors.As(err, &fault); !strings.Contains(fault.Hint, c.hint) {
				t.Errorf("%v: got hint %q, want %q", err, fault.Hint, c.hint)
			}
			if strings.Contains(err.Error(), "SECRET") || strings.Contains(err.Error(), "127.0.0.1") {
				t.Errorf("%v tells too much", err)
			}
		})
	}
}

func with(t *testing.T, s string, change func(*url.URL)) string {
	u, err := url.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	change(u)
	return u.String()
}

// What there is not is answered with what there is.
func TestNoSnapshotHints(t *testing.T) {
	db := open(t, postgrestest.Database(t).Extract)
	var taken []schema.Snapshot
	for range 3 {
		taken = append(taken, take(t, db, students(1)...))
	}
	if _, err := db.Pin(t.Context(), 1, schema.Pin{Reason: "audit", By: "me"}); err != nil {
		t.Fatal(err)
	}
	if err := db.Drop(t.Context(), 2); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		ref  schema.Ref
		hint string
	}{
		{schema.Ref{Number: 2}, "the nearest are 1 and 3"},
		{schema.Ref{Number: 9}, "the nearest is 3"},
		{schema.Ref{Back: 2}, "the oldest is 1"},
		{schema.Ref{By: taken[0].TakenAt}, "the oldest is 1"},
	} {
		_, err := db.Snapshot(t.Context(), c.ref)
		var fault *schema.Fault
		if !errors.As(err, &fault) || fault.Hint != c.hint {
			t.Errorf("%+v: got %v, want the hint %q", c.ref, err, c.hint)
		}
	}

	wantKept(t, db)
}

// wantKept looks at the two snapshots that TestSnapshotRefs leaves.
func wantKept(t *testing.T, db *postgres.DB) {
	t.Helper()
	all, err := db.Snapshots(t.Context())
	if err != nil || len(all) != 2 {
		t.Fatalf("got %+v, %v, want two", all, err)
	}
	if all[0].Number != 3 || all[1].Pin == nil || all[1].Pin.Reason != "audit" {
		t.Errorf("got %+v", all)
	}
}

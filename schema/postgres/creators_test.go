package postgres_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// Where others may create in the schema, nothing runs in it.
func TestOthersMayCreate(t *testing.T) {
	for _, c := range []struct{ grant, hint string }{
		{
			`grant create on schema public to public`, // the default of PostgreSQL 14
			`as the owner of the schema, run: revoke create on schema "public" from public`,
		},
		{
			`grant create on schema public to public, schoolinks_test_publish`,
			`as the owner of the schema, run: revoke create on schema "public" from public, "schoolinks_test_publish"`,
		},
	} {
		test := postgrestest.Database(t)
		postgrestest.Exec(t, test.Owner, c.grant)

		_, err1 := postgres.Open(t.Context(), test.Extract, postgres.Options{Program: "extract", Now: now})
		_, err2 := postgres.Open(t.Context(), test.Publish, postgres.Options{Program: "publish", Now: now})
		err3 := postgres.Migrate(t.Context(), test.Owner)
		failed := failures{}
		postgres.Check(t.Context(), test.Publish, postgres.Options{Program: "publish", Now: now}, failed)
		for _, err := range []error{err1, err2, err3, failed["schema"]} {
			wantKind(t, err, schema.Refused)
			var fault *schema.Fault
			if errors.As(err, &fault); fault.Hint != c.hint {
				t.Errorf("%v: got hint %q, want %q", err, fault.Hint, c.hint)
			}
		}

		_, sql, _ := strings.Cut(c.hint, "run: ")
		postgrestest.Exec(t, test.Owner, sql)
		open(t, test.Publish)
	}
}

// A schema of the owner's own, and one in which the owner of the tables may create,
// are as safe as the defaults of PostgreSQL 15.
func TestOwnersMayCreate(t *testing.T) {
	url := postgrestest.Empty(t)
	for _, name := range []string{"public", "north"} {
		at := url + "&search_path=" + name
		if err := postgres.Migrate(t.Context(), at); err != nil {
			t.Fatal(err)
		}

		postgrestest.Exec(t, url, `grant create on schema `+name+` to schoolinks_test_owner`)
		open(t, at)
	}
}

// What somebody created before, while they could, would run in the old migrations.
func TestLeftByOthers(t *testing.T) {
	url := postgrestest.Empty(t)
	other := strings.Replace(url, "schoolinks_test_owner:schoolinks_test_owner",
		"schoolinks_test_publish:schoolinks_test_publish", 1)
	postgrestest.Exec(t, url, `grant create on schema public to public`)
	postgrestest.Exec(t, other, `create function currval(text) returns bigint language sql as 'select 1::bigint'`)
	postgrestest.Exec(t, url, `revoke create on schema public from public`)

	err := postgres.Migrate(t.Context(), url)
	wantKind(t, err, schema.Refused)
	if !strings.Contains(err.Error(), "1 functions or operators of other roles") {
		t.Errorf("got %v, want how many there are", err)
	}
}

// The search_path means what it means to PostgreSQL.
func TestSchemaNames(t *testing.T) {
	url := postgrestest.Empty(t)
	for path, want := range map[string]string{
		"North":                 "north",
		"%22North%22":           "North",
		"%22a%2Cb%22%2Cpublic":  "a,b",
		"%22say%20%22%22x%22":   `say "x`,
		"East%2Cpublic":         "east",
		"%20West%20%2C%20south": "west",
		"%C3%89cole":            "École",
	} {
		at := url + "&search_path=" + path
		err := postgres.Migrate(t.Context(), at)
		if err == nil {
			err = postgres.Grant(t.Context(), at, "schoolinks_test_extract", "schoolinks_test_publish")
		}
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}

		as := strings.Replace(at, "schoolinks_test_owner:schoolinks_test_owner",
			"schoolinks_test_extract:schoolinks_test_extract", 1)
		take(t, open(t, as), students(1)...)
		failed := failures{}
		postgres.Check(t.Context(), as, postgres.Options{Program: "extract", Now: now}, failed).Close()
		if len(failed) > 0 {
			t.Errorf("%s: check: %v", path, failed)
		}

		const has = `select count(*) from pg_class where relname = 'snapshot' and relnamespace = (
			select oid from pg_namespace where nspname = $1)`
		if n := query[int](t, url, has, want); n != 1 {
			t.Errorf("%s: the tables are not in schema %s", path, want)
		}
	}
}

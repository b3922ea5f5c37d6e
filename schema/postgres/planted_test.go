package postgres_test

import (
	"context"
	_ "embed"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/migrations"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// Somebody who can create in the schema plants functions, operators, types and
// tables there that fit better than PostgreSQL's, for whatever the programs' SQL
// names. TestContract runs in such a schema; these tests do the rest. Whoever calls
// a planted function gets an error: its body raises one, and only its owner may
// execute it.

// The names are read from the sources, so that a new call is covered at once.
var (
	called    = regexp.MustCompile(`(^|[^\w."])(pg_catalog\.)?([a-z_][a-z0-9_]*)\(`)
	relations = regexp.MustCompile(`\b(pg_[a-z_]+|information_schema)\b`)
	typed     = regexp.MustCompile(`(?:::|\bas )(?:pg_catalog\.)?([a-z_][a-z0-9_]*)`)
)

// sources returns every text in the package's Go files and in the migrations that
// can be SQL, by where it is.
func sources(t testing.TB) map[string]string {
	t.Helper()
	texts := map[string]string{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}

	set := token.NewFileSet()
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}

		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				text, _ := strconv.Unquote(literal.Value) // the parser has read it
				texts[set.Position(literal.Pos()).String()] = text
			}
			return true
		})
	}

	sqls, err := fs.Glob(migrations.Files, "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range sqls {
		text, err := fs.ReadFile(migrations.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = string(text)
	}

	texts["goose"] = gooseCalls
	return texts
}

// gooseCalls is what goose's own SQL names.
const gooseCalls = `now() current_schema() pg_tables pg_advisory_unlock() pg_try_advisory_lock() ::timestamp`

// Every function that the programs call is called with its schema. Older
// migrations, whose functions and triggers a later one replaces, are an exception.
func TestCallsNameTheirSchema(t *testing.T) {
	url := postgrestest.Database(t).Owner
	known := map[string]bool{}
	for _, name := range strings.Fields(query[string](t, url, `
		select string_agg(distinct proname, ' ') from pg_proc where pronamespace = 'pg_catalog'::regnamespace`)) {
		known[name] = true
	}

	for at, text := range sources(t) {
		if at < "006" || at == "goose" {
			continue
		}
		text = strings.ReplaceAll(text, " extract(\n", " ") // SQL's own syntax, not a call
		for _, call := range called.FindAllStringSubmatch(text, -1) {
			if known[call[3]] && call[2] == "" {
				t.Errorf("%s: %s is called without pg_catalog", at, call[3])
			}
		}
	}
}

// plant plants everything in the schema of its owner.
func plant(t testing.TB, url string) error {
	t.Helper()
	var functions, tables, types []string
	for _, text := range sources(t) {
		for _, call := range called.FindAllStringSubmatch(text, -1) {
			functions = append(functions, call[3])
		}
		tables = append(tables, relations.FindAllString(text, -1)...)
		for _, name := range typed.FindAllStringSubmatch(text, -1) {
			types = append(types, name[1])
		}
	}

	ctx := context.Background()
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)

	for _, name := range [][]string{functions, tables, types} {
		slices.Sort(name)
	}
	_, err = conn.Exec(ctx, planting)
	if err == nil {
		_, err = conn.Exec(ctx, `select planted.everything($1, $2, $3)`,
			slices.Compact(functions), slices.Compact(tables), slices.Compact(types))
	}
	if err == nil {
		_, err = conn.Exec(ctx, `drop function planted.everything`)
	}
	return err
}

func TestPlantedObjectsAreCalledElsewhere(t *testing.T) {
	test := planted(t)
	for _, call := range []string{
		`select hashtextextended('a', 0)`, // (text, integer) fits better than (text, bigint)
		`select 1 where 1::oid = 'snapshot'::regclass`,
		`select current_schema() || ':lock'`,
		`select concat(current_schema(), 'a')`,
	} {
		if got := code(t, test.Extract, call); got != denied {
			t.Errorf("%s: got %q; the plants do not work, they must be refused with %s", call, got, denied)
		}
	}
}

// planted returns a database whose schema is full of plants.
func planted(t testing.TB) postgrestest.DB {
	t.Helper()
	return postgrestest.Copy(t, "planted", func(owner string) error {
		return plant(t, owner)
	})
}

// Everything that both programs do to the store, beside the plants.
func TestExtractBesidePlants(t *testing.T) {
	test := planted(t)
	for program, url := range map[string]string{"extract": test.Extract, "publish": test.Publish} {
		failed := failures{}
		if db := postgres.Check(t.Context(), url, postgres.Options{Program: program, Now: now}, failed); db != nil {
			db.Close()
		}
		for check, err := range failed {
			t.Errorf("check of %s: %s: %v", program, check, err)
		}
	}

	extract := open(t, test.Extract)
	take(t, extract, students(3)...)
	take(t, extract, students(2)...)
	p := publication(2)
	publish := open(t, test.Publish)
	record(t, publish, &p)
	deliver(t, publish, p, len(p.Files))

	ctx := t.Context()
	draft := begin(t, extract)
	fill(t, draft, students(4))
	_, shared := draft.SharedNumbers(ctx)
	draft.Discard()

	_, pinned := extract.Pin(ctx, 1, schema.Pin{Reason: "audit", By: "me"})
	_, unpinned := extract.Unpin(ctx, 1)
	_, uses := extract.Uses(ctx)
	_, sightings := extract.Sightings(ctx, "100000")
	_, _, lengths := extract.NumberLengths(ctx, 1)
	_, listed := extract.Snapshots(ctx)
	dropped := extract.Drop(ctx, 1)
	if err := errors.Join(shared, pinned, unpinned, uses, sightings, lengths, listed, dropped); err != nil {
		t.Error(err)
	}
}

// An older store is migrated beside the plants, and nothing that was made depends
// on one of them.
func TestMigrateBesidePlants(t *testing.T) {
	url := postgrestest.Empty(t)
	migrateTo(t, url, 5)
	if err := plant(t, url); err != nil {
		t.Fatal(err)
	}

	err := postgres.Migrate(t.Context(), url)
	if err == nil {
		err = postgres.Grant(t.Context(), url, "schoolinks_test_extract", "schoolinks_test_publish")
	}
	if err != nil {
		t.Fatal(err)
	}

	const depends = `
		select coalesce(string_agg(pg_describe_object(d.classid, d.objid, 0), ', '), '')
		from pg_depend d
		where d.refclassid in ('pg_proc'::regclass, 'pg_operator'::regclass)
		and d.deptype = 'n'
		and pg_describe_object(d.refclassid, d.refobjid, 0) ~ ' public\.'
		and d.classid in ('pg_rewrite'::regclass, 'pg_trigger'::regclass, 'pg_attrdef'::regclass,
			'pg_constraint'::regclass)`
	if got := query[string](t, url, depends); got != "" {
		t.Errorf("these depend on plants: %s", got)
	}
}

// planting.sql makes the function that plants.
//
//go:embed testdata/planting.sql
var planting string

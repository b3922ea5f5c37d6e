package postgres_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"github.com/schoolinks-sync/schoolinks-sync/migrations"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// old is what a store of version 2 may hold.
const old = `
	select nextval('snapshot_number');
	insert into snapshot (number, run, attendance_through, taken_at, spec,
			source_rows, students, leavers, findings, digest)
		values (1, 'r', now(), now(), '{"b":1,  "names":true}', 1, 1, 0, '{}', sha256('x'));
	insert into content (sha256, zstd, size, rows) values (sha256('x'), 'x', 1, 1);
	insert into publication (number, run, kind, snapshot, spec, rules, version, destination, roster,
			findings, guard, verdict, trips, warnings, planned_at)
		values (1, 'r', 'plan', 1, '{"b":1,  "names":true}', '{}', 'v1', 'd', sha256('x'),
			'{}', '{}', 'pass', '[]', '[]', now());
	insert into publication_file (publication, position, kind, name, sha256)
		values (1, 1, 'gpa', 'gpa.csv', sha256('x'));
	insert into tally (publication, file, by, value, school, rows, before, added, lost, gone, changed,
			moved, measured, shift)
		values (1, 'a', 'file', '', '', 10, 9, 8, 7, 6, 5, 0, 0, 0),
			(1, 'b', 'column', 'x', '', 1, 1, 0, 0, 2, 0, 3, 0, 0),
			(1, 'c', 'column', 'x', '', 1, 1, 0, 0, 0, 0, 0, 300, 1.2),
			(1, 'd', 'column', 'x', '', 1, 1, 0, 0, 0, 0, 0, 1, '-Infinity')`

// An older store is brought to the newest version with everything that it holds.
func TestMigrateFromVersion2(t *testing.T) {
	url := postgrestest.Empty(t)
	migrateTo(t, url, 2)
	postgrestest.Exec(t, url, old)

	if err := postgres.Migrate(t.Context(), url); err != nil {
		t.Fatal(err)
	}

	db := open(t, url)
	want := settings(t, `{"b":1,  "names":true}`)
	s, err := db.Snapshot(t.Context(), schema.Latest)
	if diff := cmp.Diff(want, s.Settings); err != nil || diff != "" {
		t.Errorf("snapshot: %v, -want +got:\n%s", err, diff)
	}

	sightings, err := db.Sightings(t.Context(), "1")
	if err != nil || len(sightings) != 1 {
		t.Fatalf("sightings: got %+v, %v, want one", sightings, err)
	}
	if got := sightings[0].Settings; !got.Equal(want) || !got.Names {
		t.Errorf("sightings: got %+v, want %+v", got, want)
	}

	p, err := db.Publication(t.Context(), 1)
	if diff := cmp.Diff(want, p.Settings); err != nil || diff != "" {
		t.Errorf("publication: %v, -want +got:\n%s", err, diff)
	}

	if diff := cmp.Diff(upgraded, p.Tallies); diff != "" {
		t.Errorf("tallies: -want +got:\n%s", diff)
	}

	const second = `
		insert into publication (number, run, origin, snapshot, settings, rules, version, destination, roster,
			findings, guard, verdict, trips, warnings, planned_at)
		values (2, 's', 'plan', 1, '{}', '{}', 'v1', 'd', sha256('x'), '{}', '{}', 'pass', '[]', '[]', now());
		insert into publication_file (publication, position, kind, name, sha256)
		values (2, 1, 'another kind', 'x.csv', sha256('x'))`
	postgrestest.Exec(t, url, second)
}

// renamed are names of destinations, before version 7 and since.
var renamed = map[string]string{
	"d@sftp.example.org:22/automated":       "d@sftp.example.org:22/automated",
	"d@SFTP.Example.org:22//automated/./":   "d@sftp.example.org:22/automated",
	"d@sftp.example.org:22/a/b/":            "d@sftp.example.org:22/a/b",
	"d@sftp.example.org:22/":                "d@sftp.example.org:22/",
	"d@sftp.example.org:2222automated":      "d@sftp.example.org:2222/~/automated",
	"d@sftp.example.org:2222./automated/":   "d@sftp.example.org:2222/~/automated",
	"d@sftp.example.org:22.":                "d@sftp.example.org:22/~",
	"d@sftp.example.org:22.hidden":          "d@sftp.example.org:22/~/.hidden",
	"D@school@sftp.example.org:22/A@b:22/c": "D@school@sftp.example.org:22/A@b:22/c",
	"d@2001:db8::1:22/automated":            "d@[2001:db8::1]:22/automated",
	"d@::1:2222automated":                   "d@[::1]:2222/~/automated",
	"d@fe80::1%eth0:22/automated/":          "d@[fe80::1%eth0]:22/automated",
	"d@[2001:db8::1]:22/automated":          "d@[2001:db8::1]:22/automated",
	"d@sftp.example.org:22/~/automated":     "d@sftp.example.org:22/~/automated",
	"d@sftp.example.org:222026/automated":   "d@sftp.example.org:222026/automated", // where does the port end?
	"d":                                     "d",
}

// Migration 7 gives each destination its one name. What was live stays live: where
// several names become one, the newest.
func TestMigrateDestinations(t *testing.T) {
	url := postgrestest.Empty(t)
	migrateTo(t, url, 6)
	postgrestest.Exec(t, url, `insert into content (sha256, zstd, size, rows)
		select sha256(n::text::bytea), 'x', 1, 1 from generate_series(1, 100) n`)
	want := map[string]int64{} // the newest publication, by new name
	number := int64(0)
	for _, old := range slices.Sorted(maps.Keys(renamed)) {
		number++
		sent(t, url, number, old)
		want[renamed[old]] = number
	}

	for range 2 { // again: nothing more changes
		migrateTo(t, url, 7)
		postgrestest.Exec(t, url, `delete from goose_db_version where version_id = 7`)
	}
	if err := postgres.Migrate(t.Context(), url); err != nil {
		t.Fatal(err)
	}

	db := open(t, url)
	for destination, newest := range want {
		live, err := db.Live(t.Context(), destination, 0)
		if err != nil || len(live) != 1 || live[0].Publication != newest {
			t.Errorf("%s: got %+v, %v, want the file of publication %d", destination, live, err, newest)
		}
	}
	all, err := db.Publications(t.Context())
	if err != nil || len(all) != len(renamed) {
		t.Fatalf("got %d publications, %v, want %d", len(all), err, len(renamed))
	}
	for _, p := range all {
		if want[p.Destination] == 0 {
			t.Errorf("publication %d: got destination %s, want a new name", p.Number, p.Destination)
		}
	}
}

// sent records a publication that was sent to a destination.
func sent(t *testing.T, url string, number int64, destination string) {
	t.Helper()
	postgrestest.Exec(t, url, fmt.Sprintf(`
		insert into publication (number, run, origin, snapshot, settings, rules, version, destination, roster,
			findings, guard, verdict, trips, warnings, planned_at)
		values (%[1]d, 'p%[1]d', 'plan', 1, '{}', '{}', 'v1', '%[2]s', sha256('1'),
			'{}', '{}', 'pass', '[]', '[]', now());
		insert into publication_file (publication, position, kind, name, sha256)
		values (%[1]d, 1, 'gpa', 'gpa.csv', sha256('%[1]d'));
		insert into delivery (run, publication, fence, started_at, released_at, ended_at)
		values ('d%[1]d', %[1]d, 1, now(), now(), now());
		insert into delivery_file (delivery, position, name, sha256, staged_as, sent_at)
		values (currval('delivery_number_seq'), 1, 'gpa.csv', sha256('%[1]d'), 'x', now())`, number, destination))
}

func migrateTo(t *testing.T, url string, version int64) {
	t.Helper()
	config, err := pgx.ParseConfig(url)
	if err != nil {
		t.Fatal(err)
	}

	db := stdlib.OpenDB(*config)
	defer db.Close()

	provider, err := goose.NewProvider(goose.DialectPostgres, db, migrations.Files,
		goose.WithDisableGlobalRegistry(true))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := provider.UpTo(t.Context(), version); err != nil {
		t.Fatal(err)
	}
}

// Settings that cannot be read keep nobody from reading the rest, and name their
// owner.
func TestBrokenSettings(t *testing.T) {
	test := postgrestest.Database(t)
	db := open(t, test.Owner)
	take(t, db, students(1)...)
	take(t, db, students(1)...)
	p := publication(2)
	record(t, db, &p)
	postgrestest.Exec(t, test.Owner, `
		update snapshot set settings = '{"names":"yes"}' where number = 2;
		update publication set settings = 'null'`)

	latest, err1 := db.Snapshot(t.Context(), schema.Latest)
	snapshots, err2 := db.Snapshots(t.Context())
	sightings, err3 := db.Sightings(t.Context(), "100000")
	one, err4 := db.Publication(t.Context(), 1)
	publications, err5 := db.Publications(t.Context())
	if err := errors.Join(err1, err2, err3, err4, err5); err != nil {
		t.Fatal(err)
	}

	if err := snapshots[1].Settings.Err(); err != nil {
		t.Errorf("got %v, want those of snapshot 1 read", err)
	}
	const ofSnapshot, ofPublication = "settings of snapshot 2: ", "settings of publication 1: "
	for _, test := range []struct {
		schema.Settings
		want string
	}{
		{latest.Settings, ofSnapshot},
		{snapshots[0].Settings, ofSnapshot},
		{sightings[1].Settings, ofSnapshot},
		{one.Settings, ofPublication},
		{publications[0].Settings, ofPublication},
	} {
		err := test.Err()
		wantKind(t, err, schema.Rejected)
		if !strings.Contains(err.Error(), test.want) || test.Known() {
			t.Errorf("got %v, want %q in it", err, test.want)
		}
	}
	if got := latest.Settings.Text(); got != `{"names":"yes"}` {
		t.Errorf("got %s, want the text as it is sealed", got)
	}
}

// upgraded are the tallies of old.
var upgraded = []schema.Tally{
	{
		File: "a", By: schema.ByFile,
		Rows: 10, Before: 9, Added: 8, Lost: 7, Left: 6, Changed: 5,
	},
	{
		File: "b", By: schema.ByColumn, Value: "x", Rows: 1, Before: 1, Left: 2,
		Figures: map[string]float64{"moved": 3},
	},
	{
		File: "c", By: schema.ByColumn, Value: "x", Rows: 1, Before: 1,
		Figures: map[string]float64{"measured": 300, "shift": 1.2},
	},
	{
		File: "d", By: schema.ByColumn, Value: "x", Rows: 1, Before: 1,
		Figures: map[string]float64{"measured": 1, "shift": -1.7976931348623157e308},
	},
}

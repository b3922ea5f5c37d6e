package postgres_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

const addStudent = `
	insert into student (
		snapshot, dcid, id, enroll_status, grade_level, schoolid, days_unknown, facts, findings)
	values (%, 99, 99, 0, 9, 17, 0, '{}', '{}')`

const addSnapshot = `
	insert into snapshot (
		number, run, attendance_through, taken_at, settings,
		source_rows, students, leavers, findings, digest, digest_version)
	values (%, 'forged', now(), now(), '{}', 1, 1, 0, '{}', sha256('x'), 1)`

const denied, sealed = "42501", "55000"

// refused is what a role may not do, and the error it gets.
type refused struct{ sql, code string }

func TestForbiddenToExtract(t *testing.T) {
	test := postgrestest.Database(t)
	take(t, open(t, test.Extract), students(2)...)

	at := func(number, sql string) string { return strings.ReplaceAll(sql, "%", number) }
	drawn := func(sql string) string { // by a session that has drawn a number
		return `select nextval('snapshot_number'); ` + sql
	}

	const current = "currval('snapshot_number')"
	public := strings.Replace(addSnapshot, "into snapshot", "into public.snapshot", 1)
	shadow := `create temp table snapshot (number bigint); ` + at(current, public+`; `+addStudent)

	wantRefused(t, test.Extract, []refused{
		{at("1", addStudent), sealed},
		{drawn(at("1", addStudent)), sealed},
		{drawn(at("99", addStudent)), sealed},
		{drawn(`insert into leaver values (1, 99)`), sealed},
		{`insert into leaver values (1, 99)`, sealed},
		{drawn(at("99", addSnapshot)), sealed},
		{drawn(at(current, addSnapshot+`; `+addStudent)), sealed},
		{drawn(shadow), sealed},
		{`select setval('snapshot_number', 1)`, denied},
		{`update student set grade_level = 1`, denied},
		{`delete from student`, denied},
		{`truncate student`, denied},
		{`update snapshot set students = 1`, denied},
		{`delete from snapshot`, denied},
		{`delete from leaver`, denied},
		{`update pin set reason = 'x'`, denied},
		{`lock table extract_turn in exclusive mode`, denied},
		{`select from content`, denied},
		{`select from publication`, denied},
		{`select from publication_file`, denied},
		{`select from live`, denied},
		{`alter table student disable trigger all`, denied},
	})
}

func TestForbiddenToPublish(t *testing.T) {
	test := postgrestest.Database(t)
	take(t, open(t, test.Extract), students(2)...)

	wantRefused(t, test.Publish, []refused{
		{strings.ReplaceAll(addStudent, "%", "1"), denied},
		{`delete from student`, denied},
		{`insert into pin values (1, 'x', 'y', now())`, denied},
		{`select drop_snapshot(1)`, denied},
		{`update publication set verdict = 'pass'`, denied},
		{`delete from decision`, denied},
		{`update decision set kind = 'approve'`, denied},
		{`update content set zstd = ''`, denied},
		{`update delivery set fence = 1`, denied},
		{`update delivery_file set sha256 = ''`, denied},
		{`delete from delivery`, denied},
		{`truncate tally`, denied},
		{`lock table publish_turn in exclusive mode`, denied},
	})
}

// wantRefused tries each statement on a connection of its own.
func wantRefused(t *testing.T, url string, all []refused) {
	t.Helper()
	for _, r := range all {
		if got := code(t, url, r.sql); got != r.code {
			t.Errorf("%s: got %q, want %s", r.sql, got, r.code)
		}
	}
}

// code returns the SQLSTATE that sql fails with, in a transaction that is undone.
func code(t *testing.T, url, sql string) string {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())

	_, err = conn.PgConn().Exec(t.Context(), `begin; `+sql).ReadAll()
	var pg *pgconn.PgError
	if !errors.As(err, &pg) {
		return ""
	}

	return pg.Code
}

package postgres_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

const addStudent = `insert into student (snapshot, dcid, id, enroll_status, grade_level, schoolid, days_unknown, facts, findings)
	values (%, 99, 99, 0, 9, 17, 0, '{}', '{}')`

const addSnapshot = `insert into snapshot (number, run, attendance_through, taken_at, settings, source_rows, students, leavers, findings, digest)
	values (%, 'forged', now(), now(), '{}', 1, 1, 0, '{}', sha256('x'))`

// What neither role may do, each on its own connection, and with which error.
func TestForbidden(t *testing.T) {
	const denied, sealed = "42501", "55000"
	test := postgrestest.Database(t)
	take(t, open(t, test.Extract), students(2)...)
	drawn := func(sql string) string { // by a session that has drawn a number
		return `select nextval('snapshot_number'); ` + sql
	}
	for _, c := range []struct{ role, url, sql, code string }{
		{"extract", test.Extract, strings.ReplaceAll(addStudent, "%", "1"), sealed},
		{"extract", test.Extract, drawn(strings.ReplaceAll(addStudent, "%", "1")), sealed},
		{"extract", test.Extract, drawn(strings.ReplaceAll(addStudent, "%", "99")), sealed},
		{"extract", test.Extract, drawn(`insert into leaver values (1, 99)`), sealed},
		{"extract", test.Extract, `insert into leaver values (1, 99)`, sealed},
		{"extract", test.Extract, drawn(strings.ReplaceAll(addSnapshot, "%", "99")), sealed},
		{"extract", test.Extract, drawn(strings.ReplaceAll(addSnapshot+`; `+addStudent, "%", "currval('snapshot_number')")), sealed},
		{"extract", test.Extract, drawn(`create temp table snapshot (number bigint); ` +
			strings.ReplaceAll(strings.Replace(addSnapshot, "into snapshot", "into public.snapshot", 1)+`; `+addStudent, "%", "currval('snapshot_number')")), sealed},
		{"extract", test.Extract, `select setval('snapshot_number', 1)`, denied},
		{"extract", test.Extract, `update student set grade_level = 1`, denied},
		{"extract", test.Extract, `delete from student`, denied},
		{"extract", test.Extract, `truncate student`, denied},
		{"extract", test.Extract, `update snapshot set students = 1`, denied},
		{"extract", test.Extract, `delete from snapshot`, denied},
		{"extract", test.Extract, `delete from leaver`, denied},
		{"extract", test.Extract, `update pin set reason = 'x'`, denied},
		{"extract", test.Extract, `select from content`, denied},
		{"extract", test.Extract, `select from publication`, denied},
		{"extract", test.Extract, `select from publication_file`, denied},
		{"extract", test.Extract, `select from live`, denied},
		{"extract", test.Extract, `alter table student disable trigger all`, denied},
		{"publish", test.Publish, strings.ReplaceAll(addStudent, "%", "1"), denied},
		{"publish", test.Publish, `delete from student`, denied},
		{"publish", test.Publish, `insert into pin values (1, 'x', 'y', now())`, denied},
		{"publish", test.Publish, `select drop_snapshot(1)`, denied},
		{"publish", test.Publish, `update publication set verdict = 'pass'`, denied},
		{"publish", test.Publish, `delete from decision`, denied},
		{"publish", test.Publish, `update decision set kind = 'approve'`, denied},
		{"publish", test.Publish, `update content set zstd = ''`, denied},
		{"publish", test.Publish, `update delivery set fence = 1`, denied},
		{"publish", test.Publish, `update delivery_file set sha256 = ''`, denied},
		{"publish", test.Publish, `delete from delivery`, denied},
		{"publish", test.Publish, `truncate tally`, denied},
	} {
		if got := code(t, c.url, c.sql); got != c.code {
			t.Errorf("%s: %s: got %q, want %s", c.role, c.sql, got, c.code)
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

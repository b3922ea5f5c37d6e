//go:build unix

package postgres_test

import (
	"net/url"
	"syscall"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// A backend that is frozen keeps its connection.
func TestFrozenBackend(t *testing.T) {
	t.Parallel()
	test := postgrestest.Database(t)
	take(t, open(t, test.Extract), students(1)...)
	to := with(t, test.Extract+impatient, func(u *url.URL) {
		q := u.Query()
		q.Set("application_name", "frozen")
		u.RawQuery = q.Encode()
	})
	db := open(t, to)

	pid := query[int](t, test.Owner, `select pid from pg_stat_activity
		where application_name = 'frozen' and datname = current_database()`)
	if err := syscall.Kill(pid, syscall.SIGSTOP); err != nil {
		t.Skipf("the server's processes are not ours: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Kill(pid, syscall.SIGCONT) })

	_, err := db.Snapshots(t.Context())
	wantTimedOut(t, err)
}

package postgrestest

import (
	"net/url"
	"os"
	"slices"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest/server"
)

// Bouncer returns the URLs of the same database through a PgBouncer with these
// settings, such as pool_mode = transaction, which runs until the test ends; with
// so_reuseport = 1 that is two processes. Without PgBouncer the test is skipped,
// except where $CI is set: there it fails.
func Bouncer(tb testing.TB, of DB, settings ...string) DB {
	tb.Helper()
	started(tb)
	dir, err := os.MkdirTemp("", "pgbouncer") // its account can reach it, unlike tb.TempDir's
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { os.RemoveAll(dir) })

	to, err := url.Parse(serverURL)
	if err != nil {
		tb.Fatal(err)
	}
	o := server.BouncerOptions{Processes: 1, Settings: settings}
	if slices.Contains(settings, "so_reuseport = 1") {
		o.Processes = 2
	}
	for _, role := range []string{ownerRole, extractRole, publishRole} {
		o.Users = append(o.Users, url.UserPassword(role, role))
	}

	b, err := server.StartBouncer(tb.Context(), dir, to, o)
	switch {
	case err != nil && os.Getenv("CI") != "":
		tb.Fatalf("no PgBouncer: %v", err)
	case err != nil:
		tb.Skipf("no PgBouncer: %v", err)
	}
	tb.Cleanup(b.Stop)

	through := func(of string) string {
		u, err := url.Parse(of)
		if err != nil {
			tb.Fatal(err)
		}
		u.Host = b.Host
		return u.String()
	}
	return DB{Owner: through(of.Owner), Extract: through(of.Extract), Publish: through(of.Publish)}
}

// Package postgrestest gives each test a PostgreSQL database of its own.
//
// The server is the one at $TEST_DATABASE_URL, a superuser's, or, when that is
// not set, one started from the PostgreSQL programs installed here. Without
// either the test is skipped, except where $CI is set: there it fails.
//
// Databases are opened as the programs open them: as the owner, who migrates,
// and as the two roles that extract and publish run as.
package postgrestest

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest/server"
)

// The roles; each one's password is its name.
const (
	ownerRole   = "schoolinks_test_owner"
	extractRole = "schoolinks_test_extract"
	publishRole = "schoolinks_test_publish"
)

// DB is the URLs of one database, for the role that owns it and for those that
// the two programs run as.
type DB struct{ Owner, Extract, Publish string }

// Database returns a migrated database, dropped when the test passes and left
// to look at when it fails.
func Database(tb testing.TB) DB {
	tb.Helper()
	started(tb)
	template, err := templateOnce()
	if err != nil {
		tb.Fatal(err)
	}

	name := create(tb, "template "+template)
	return DB{Owner: as(ownerRole, name), Extract: as(extractRole, name), Publish: as(publishRole, name)}
}

// Copy returns a database like one of Database's, after prepare, which runs only for
// the first one of that name.
func Copy(tb testing.TB, name string, prepare func(owner string) error) DB {
	tb.Helper()
	started(tb)
	from, err := prepared(name, prepare)
	if err != nil {
		tb.Fatal(err)
	}

	database := create(tb, "template "+from)
	return DB{
		Owner:   as(ownerRole, database),
		Extract: as(extractRole, database),
		Publish: as(publishRole, database),
	}
}

// Empty returns the URL, for its owner, of a database that holds nothing yet.
func Empty(tb testing.TB) string {
	tb.Helper()
	started(tb)
	name := create(tb, "template template0")
	Exec(tb, admin(name), ownSchema)
	return as(ownerRole, name)
}

// Refused returns the URL of a database and of a role, new for each test,
// whose password is not the one in it. The test is skipped where the server was
// started by others, who may ask for no password.
func Refused(tb testing.TB) (url, role string) {
	tb.Helper()
	started(tb)
	if own == nil {
		tb.Skip("whether the server asks for passwords is not ours to say")
	}

	role = "refused_" + strings.ToLower(rand.Text())
	Exec(tb, serverURL, fmt.Sprintf("create role %s login password 'right' in role %s", role, server.PasswordRole))
	return as(role, "postgres"), role
}

// Exec runs SQL in the database at url.
func Exec(tb testing.TB, url, sql string, args ...any) {
	tb.Helper()
	if err := exec(url, sql, args...); err != nil {
		tb.Fatal(err)
	}
}

// AsSuperuser returns the URL of the database at another URL for the server's superuser.
func AsSuperuser(tb testing.TB, of string) string {
	tb.Helper()
	started(tb)
	u, err1 := url.Parse(serverURL)
	database, err2 := url.Parse(of)
	if err := errors.Join(err1, err2); err != nil {
		tb.Fatal(err)
	}
	u.Path = database.Path
	return u.String()
}

// In returns the URL of another database of the same server and user.
func In(of, database string) string {
	u, err := url.Parse(of)
	if err != nil {
		panic(err) // the server was reached with it
	}
	u.Path = "/" + database
	return u.String()
}

// Log returns the server's log so far, or skips the test where the server was
// started by others.
func Log(tb testing.TB) string {
	tb.Helper()
	started(tb)
	if own == nil {
		tb.Skip("the server's log is not ours to read")
	}

	log, err := os.ReadFile(own.Log())
	if err != nil {
		tb.Fatal(err)
	}
	return string(log)
}

// started starts the server, once, or ends the test.
func started(tb testing.TB) {
	tb.Helper()
	err := startOnce()
	switch {
	case err != nil && os.Getenv("CI") != "":
		tb.Fatalf("no PostgreSQL: %v", err)
	case err != nil:
		tb.Skipf("no PostgreSQL: %v", err)
	}
}

func create(tb testing.TB, with string) (name string) {
	tb.Helper()
	name = "test_" + strings.ToLower(rand.Text())
	Exec(tb, serverURL, "create database "+name+" owner "+ownerRole+" "+with)
	tb.Cleanup(func() {
		if tb.Failed() {
			tb.Logf("left behind: %s", as(ownerRole, name))
			return
		}
		Exec(tb, serverURL, "drop database "+name+" with (force)")
	})

	return name
}

// as returns the URL of a database on the server for one of the roles.
func as(role, database string) string {
	u, err := url.Parse(serverURL)
	if err != nil {
		panic(err) // the server was reached with it
	}
	u.User, u.Path = url.UserPassword(role, role), "/"+database
	return u.String()
}

// admin returns the URL of a database for the superuser.
func admin(database string) string {
	u, err := url.Parse(serverURL)
	if err != nil {
		panic(err) // the server was reached with it
	}
	u.Path = "/" + database
	return u.String()
}

func exec(url, sql string, args ...any) error {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	if _, err := conn.Exec(ctx, sql, args...); err != nil {
		conn.Close(ctx) // the first error says more
		return fmt.Errorf("%s: %w", sql, err)
	}

	return conn.Close(ctx)
}

package main

import (
	"context"
	"errors"
	"net"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgproto3"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// copyOf is the source that a PostgreSQL URL is, with its host and database
// given as districts give them.
func copyOf(t *testing.T, address string) source {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}

	password, _ := u.User.Password()
	return source{
		User:        u.User.Username(),
		Password:    func() string { return password },
		Database:    u.Host + u.Path,
		Timezone:    "America/Chicago",
		Timeout:     time.Minute,
		Application: "schoolinks extract",
	}
}

func TestPostgresConnectsAsToldAndReadsOnly(t *testing.T) {
	d, err := openPostgres(copyOf(t, postgrestest.Empty(t)))
	if err != nil {
		t.Fatal(err)
	}
	defer d.DB.Close()

	var application, zone string
	const settings = "select current_setting('application_name'), current_setting('timezone')"
	if err := d.DB.QueryRowContext(t.Context(), settings).Scan(&application, &zone); err != nil {
		t.Fatal(err)
	}
	if application != "schoolinks extract" || zone != "America/Chicago" {
		t.Errorf("got application %q, zone %q", application, zone)
	}

	if _, err := d.DB.ExecContext(t.Context(), "create table t (n int)"); err == nil {
		t.Error("a source can be written to")
	}
}

// The settings that a source is read with must not reach other clients of PgBouncer,
// nor theirs the source.
func TestPostgresThroughPooler(t *testing.T) {
	t.Parallel()
	const hint = "let POWERSCHOOL_PROD_DB lead to the database itself, or set pool_mode = session"
	for mode, refused := range map[string]bool{"session": false, "transaction": true, "statement": true} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			db := postgrestest.DB{Owner: postgrestest.Empty(t)}
			through := postgrestest.Bouncer(t, db, "pool_mode = "+mode)
			d, err := openPostgres(copyOf(t, through.Owner))
			if err != nil {
				t.Fatal(err)
			}
			defer d.DB.Close()

			var zone string
			const query = "select current_setting('timezone')"
			err = d.DB.QueryRowContext(t.Context(), query).Scan(&zone)
			if !refused {
				if err != nil || zone != "America/Chicago" {
					t.Errorf("got the time zone %q, %v", zone, err)
				}
				return
			}
			if err == nil {
				t.Fatal("it is not refused")
			}
			err = d.Fault(err)
			if schema.KindOf(err) != schema.Config || !strings.HasPrefix(schema.HintOf(err), hint) {
				t.Errorf("got %v (kind %d, hint %q)", err, schema.KindOf(err), schema.HintOf(err))
			}
		})
	}
}

func TestPostgresFaults(t *testing.T) {
	address := postgrestest.Empty(t)
	postgrestest.Exec(t, address, "create table texts (word text)")
	postgrestest.Exec(t, address, "insert into texts values ('SECRET')")

	there, elsewhere, nobody := copyOf(t, address), copyOf(t, address), copyOf(t, address)
	elsewhere.Database += "_of_another"
	nobody.Database = "127.0.0.1:1/x"

	for _, c := range []struct {
		source source
		query  string
		kind   schema.Kind
		absent bool
	}{
		{there, "select n from texts", schema.Config, true},
		{there, "select n from nowhere", schema.Config, true},
		{there, "select n from nowhere.nothing", schema.Config, true},
		{there, "select rolpassword from pg_authid", schema.Refused, false},
		{there, "select cast(word as numeric) from texts", schema.Failure, false},
		{elsewhere, "select 1", schema.Config, false},
		{nobody, "select 1", schema.Unreachable, false},
	} {
		d, err := openPostgres(c.source)
		if err != nil {
			t.Fatal(err)
		}
		_, err = d.DB.ExecContext(t.Context(), c.query)
		d.DB.Close()

		err = d.Fault(err)
		if schema.HintOf(err) == "" {
			t.Errorf("%s: got %v without a hint", c.query, err)
		}
		if schema.KindOf(err) != c.kind || errors.Is(err, powerschool.ErrAbsent) != c.absent {
			t.Errorf("%s: got %v (kind %d), want kind %d", c.query, err, schema.KindOf(err), c.kind)
		}
		if strings.Contains(err.Error(), "SECRET") {
			t.Errorf("%s: the error quotes a value: %v", c.query, err)
		}
	}
}

// TestSQLStates: what each code ends the program with, whether all is read again, and
// a word of the hint.
func TestSQLStates(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind  schema.Kind
		again bool
		hint  string
		codes []string
	}{
		{schema.Config, false, "extract check", []string{"42P01", "42703", "3F000"}},
		{schema.Config, false, "POWERSCHOOL_PROD_DB", []string{"3D000"}},
		{schema.Refused, false, "grant", []string{"42501"}},
		{schema.Refused, false, "POWERSCHOOL_DB_PASSWORD", []string{"28000", "28P01"}},

		{schema.Unreachable, true, "can be reached", []string{"08000", "08006", "08P01"}},
		{schema.Unreachable, true, "when it is open", []string{"57P01", "57P02", "57P03", "57P04", "57P05"}},
		{schema.Unreachable, true, "replica", []string{"40001", "40003", "40P01", "72000"}},
		{schema.Unreachable, true, "foreign servers", []string{"HV00N"}},

		{schema.Unreachable, false, "powerschool.timeout", []string{"57014", "25P03", "25P04"}},
		{schema.Unreachable, false, "another hour", []string{"55000", "55006", "55P03"}},
		{schema.Unreachable, false, "max_connections", []string{"53300"}},
		{schema.Unreachable, false, "disk, memory", []string{"53000", "53100", "53200", "53400"}},

		{schema.Failure, false, "maintains the view", []string{"22003", "22007", "22012", "22P02", "P0001"}},
		{schema.Failure, false, "server's log", []string{"58030", "58P01", "XX000", "XX001", "XX002"}},
		{schema.Failure, false, "errcodes", []string{"0A000", "25006", "42601", "42883", "54001", "HV000", "?"}},
	} {
		for _, code := range c.codes {
			err := postgresFault(&pgconn.PgError{Code: code, Message: "SECRET"})
			again := errors.Is(err, powerschool.ErrLost)
			if schema.KindOf(err) != c.kind || again != c.again || !strings.Contains(schema.HintOf(err), c.hint) {
				t.Errorf("%s: got kind %d, read again %t, hint %q; want %d, %t, %q",
					code, schema.KindOf(err), again, schema.HintOf(err), c.kind, c.again, c.hint)
			}
			if !strings.HasSuffix(err.Error(), "(SQLSTATE "+code+")") || strings.Contains(err.Error(), "SECRET") {
				t.Errorf("%s: got %q, want the code and not the message", code, err)
			}
		}
	}
}

func TestPostgresAddressKeepsItsPassword(t *testing.T) {
	_, err := openPostgres(source{
		Password: func() string { return "" },
		Database: "postgres://u:SECRET@h:port/d",
	})
	if schema.KindOf(err) != schema.Config || strings.Contains(err.Error(), "SECRET") {
		t.Errorf("got %v (kind %d)", err, schema.KindOf(err))
	}
}

// A server with PAM or LDAP answers 28000 to a wrong password. After it, pgx
// would try the next address, and the same address without TLS.
func TestPostgresGivesAWrongPasswordOnce(t *testing.T) {
	ask := &pgproto3.AuthenticationMD5Password{Salt: [4]byte{1, 2, 3, 4}}
	if n := givenTo(t, ask, pgproto3.AuthTypeMD5Password); n != 1 {
		t.Errorf("the password was given %d times, want once", n)
	}
}

// A server that does not prove who it is does not get the password itself.
func TestPostgresGivesNoPlainPassword(t *testing.T) {
	ask := &pgproto3.AuthenticationCleartextPassword{}
	if n := givenTo(t, ask, pgproto3.AuthTypeCleartextPassword); n != 0 {
		t.Errorf("the password was given %d times", n)
	}
}

// givenTo returns how often the password is given to a server, at two addresses,
// that asks for it in a way and refuses it.
func givenTo(t *testing.T, ask pgproto3.BackendMessage, way uint32) int32 {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()

	var given atomic.Int32
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			refuse(conn, ask, way, &given)
		}
	}()

	twice := l.Addr().String() + "," + l.Addr().String()
	d, err := openPostgres(source{
		User:     "u",
		Password: func() string { return "SECRET" },
		Database: twice + "/d",
	})
	if err != nil {
		t.Fatal(err)
	}
	defer d.DB.Close()

	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	err = d.Fault(d.DB.PingContext(ctx))

	if schema.KindOf(err) != schema.Refused || strings.Contains(err.Error(), "SECRET") {
		t.Errorf("got %v (kind %d), want it refused without the password", err, schema.KindOf(err))
	}
	return given.Load()
}

// refuse asks for a password, with or without having been asked for TLS, and
// refuses it.
func refuse(conn net.Conn, ask pgproto3.BackendMessage, way uint32, given *atomic.Int32) {
	defer conn.Close()
	b := pgproto3.NewBackend(conn, conn)
	m, err := b.ReceiveStartupMessage()
	if _, tls := m.(*pgproto3.SSLRequest); tls && err == nil {
		if _, err := conn.Write([]byte("N")); err != nil {
			return
		}
		_, err = b.ReceiveStartupMessage()
	}
	if err != nil {
		return
	}

	b.Send(ask)
	if b.SetAuthType(way) != nil || b.Flush() != nil {
		return
	}
	if _, err := b.Receive(); err != nil {
		return
	}

	given.Add(1)
	b.Send(&pgproto3.ErrorResponse{
		Severity: "FATAL",
		Code:     "28000",
		Message:  "SECRET",
	})
	b.Flush()
}

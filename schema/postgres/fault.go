package postgres

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// fault returns err, met while doing something, as a schema.Fault. It says what
// went wrong with PostgreSQL without repeating PostgreSQL's messages and details,
// which can hold values of students: it gives only the code and the names of the
// table, column and constraint. It does not wrap err, except for a canceled
// context, which is not a fault. An err that is already a fault stays as it is.
func fault(doing string, err error) error {
	var already *schema.Fault
	var pg *pgconn.PgError
	var config *pgconn.ParseConfigError

	switch {
	case err == nil, errors.As(err, &already):
		return err
	case errors.Is(err, context.Canceled):
		return fmt.Errorf("%s: %w", doing, context.Canceled)
	case errors.As(err, &pg):
		return ofServer(doing, pg)
	case errors.As(err, &config):
		err = fmt.Errorf("%s: not a PostgreSQL URL", doing)
		return schema.NewFault(schema.Config, err,
			"set DATABASE_URL to postgres://USER:PASSWORD@HOST:5432/DATABASE?search_path=SCHEMA")
	case CertificateFlaw(err) != "":
		err = fmt.Errorf("%s: the server's certificate %s", doing, CertificateFlaw(err))
		return schema.NewFault(schema.Refused, err,
			"check sslmode and sslrootcert in DATABASE_URL")
	case AskedPlainly(err):
		err = fmt.Errorf("%s: the server asks for the password itself, and may not be who it says", doing)
		return schema.NewFault(schema.Refused, err,
			"let its pg_hba.conf say scram-sha-256, or write sslmode=verify-full into DATABASE_URL")
	case timedOut(err):
		err = fmt.Errorf("%s: timed out", doing)
		return schema.NewFault(schema.Unreachable, err, unreachable)
	case noTLS(err):
		err = fmt.Errorf("%s: the server does not offer TLS, but sslmode requires it", doing)
		return schema.NewFault(schema.Refused, err,
			"turn TLS on at the server, or change sslmode in DATABASE_URL")
	}

	return ofNetwork(doing, err)
}

// timedOut reports whether an error is that nothing was answered in time.
func timedOut(err error) bool {
	if errors.Is(err, context.Canceled) {
		return false
	}
	return pgconn.Timeout(err) || errors.Is(err, context.DeadlineExceeded) || errors.Is(err, os.ErrDeadlineExceeded)
}

// CertificateFlaw returns what is wrong with a server's certificate, "" when err is
// about something else. With sslmode=verify-ca the driver checks for itself, so that
// its errors are x509's own.
func CertificateFlaw(err error) string {
	var certificate *tls.CertificateVerificationError
	var authority x509.UnknownAuthorityError
	var host x509.HostnameError
	var invalid x509.CertificateInvalidError

	switch {
	case errors.As(err, &authority):
		return "is of an authority that is not trusted here"
	case errors.As(err, &host):
		return "is for another host name"
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return "has expired, or is not valid yet"
	case errors.As(err, &invalid), errors.As(err, &certificate):
		return "is not valid"
	}
	return ""
}

// noTLS reports whether the server has no TLS and nothing else was tried. The
// driver has no error value for it, only this text.
func noTLS(err error) bool {
	var other *net.OpError
	refused := strings.Contains(err.Error(), "server refused TLS connection")
	return refused && !errors.As(err, &other)
}

const unreachable = "check that the database in DATABASE_URL is up and can be reached from here, then run it again"

func ofNetwork(doing string, err error) error {
	var connect *pgconn.ConnectError
	var op *net.OpError
	var dns *net.DNSError

	switch {
	case errors.As(err, &dns):
		err = errors.New("the host name is not known")
	case errors.As(err, &op):
		err = op.Err // the addresses stay out
	case errors.As(err, &connect):
		err = errors.New("no connection")
	case errors.Is(err, io.EOF),
		errors.Is(err, io.ErrUnexpectedEOF),
		errors.Is(err, pgconn.ErrConnClosed):
		err = errors.New("the connection was lost")
	default: // a value of another type than expected: only its kind may be told
		err = fmt.Errorf("%s: unexpected %T", doing, err)
		return schema.NewFault(schema.Failure, err, "")
	}

	err = fmt.Errorf("%s: %w", doing, err)
	return schema.NewFault(schema.Unreachable, err, unreachable)
}

// serverError is an error of PostgreSQL in our words.
type serverError struct{ text, code string }

func (e serverError) Error() string {
	return e.text
}

// codeOf returns the code of PostgreSQL's error in err, or "".
func codeOf(err error) string {
	var pg *pgconn.PgError
	var ours serverError
	switch {
	case errors.As(err, &pg):
		return pg.Code
	case errors.As(err, &ours):
		return ours.code
	}
	return ""
}

func ofServer(doing string, pg *pgconn.PgError) error {
	text := doing + ": PostgreSQL error " + pg.Code
	if pg.TableName != "" {
		text += ", table " + pg.TableName
	}
	if pg.ColumnName != "" {
		text += ", column " + pg.ColumnName
	}
	if pg.ConstraintName != "" {
		text += ", constraint " + pg.ConstraintName
	}

	if pg.Code == "55000" { // raised by our own functions, of numbers and states only
		text = doing + ": " + pg.Message
	}

	kind, hint := classify(pg.Code)
	err := serverError{text: text, code: pg.Code}
	return schema.NewFault(kind, err, hint)
}

// The codes for which the program has answers of its own.
const (
	insufficientPrivilege = "42501"
	undefinedTable        = "42P01"

	// After these nothing was done, and another try may succeed.
	serializationFailure = "40001"
	deadlockDetected     = "40P01"
	lockNotAvailable     = "55P03"
	tooManyConnections   = "53300"
	cannotConnectNow     = "57P03"
)

const runGrants = "as the owner of the store, run: extract migrate --grant-extract ROLE --grant-publish ROLE"

// classify follows https://www.postgresql.org/docs/current/errcodes-appendix.html.
func classify(code string) (kind schema.Kind, hint string) {
	switch code {
	case "3D000": // invalid_catalog_name
		return schema.Config, "the database in DATABASE_URL does not exist; create it: create database NAME"
	case "3F000", undefinedTable, "42703": // no such schema, table, column
		return schema.Config, "run: extract migrate"
	case insufficientPrivilege:
		return schema.Refused, runGrants
	case "53100": // disk_full
		return schema.Unreachable, "the disk of the database's server is full: make room there, then run it again"
	case tooManyConnections:
		return schema.Unreachable,
			"the database has no connection left: end sessions or raise max_connections, then run it again"
	case lockNotAvailable:
		return schema.Unreachable,
			"another session holds a lock: find it in pg_locks and pg_stat_activity, then run it again"
	case serializationFailure, deadlockDetected:
		return schema.Unreachable, "other sessions change the same rows: run it again when they have ended"
	case "25P03", "57014", "57P01", "57P02", cannotConnectNow, "57P05": // timeouts and shutdowns
		return schema.Unreachable, unreachable
	}

	class := code[:min(2, len(code))]
	switch class {
	case "08", "53": // connection, resources
		return schema.Unreachable, unreachable
	case "28": // authorization
		return schema.Refused, "check the user and the password in DATABASE_URL"
	case "22", "23": // data, integrity
		return schema.Rejected, ""
	}

	return schema.Failure, ""
}

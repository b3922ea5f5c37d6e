package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
)

// openPostgres prepares to read a PostgreSQL copy of PowerSchool. It does not
// connect yet.
func openPostgres(s source) (powerschool.Driver, error) {
	config, err := postgresConfig(s)
	if err != nil {
		return powerschool.Driver{}, err
	}
	if !s.Insecure && !postgres.Verified(&config.Config) {
		const says = "POWERSCHOOL_PROD_DB: it leads to another machine, and anybody on the way could read or answer"
		return powerschool.Driver{}, schema.NewFault(schema.Config, errors.New(says),
			"write postgres://host:port/database?sslmode=verify-full, or set insecure_database: true")
	}

	db := stdlib.OpenDB(*config, stdlib.OptionBeforeConnect(refusePooled))
	db.SetMaxOpenConns(1)
	return powerschool.Driver{
		DB: db,
		Bind: func(n int) string {
			return "$" + strconv.Itoa(n)
		},
		Timestamp: func(placeholder string) string {
			return "cast(" + placeholder + " as timestamp)"
		},
		About:      "select current_user, current_setting('server_version'), current_setting('server_encoding')",
		Dictionary: postgresDictionary,
		Timeout:    s.Timeout,
		Fault:      postgresFault,
	}, nil
}

// postgresConfig says how to connect.
func postgresConfig(s source) (*pgx.ConnConfig, error) {
	url := s.Database
	isURL := strings.HasPrefix(url, "postgres://") || strings.HasPrefix(url, "postgresql://")
	if !isURL {
		url = "postgres://" + url
	}

	config, err := pgx.ParseConfig(url)
	if err != nil { // err quotes the URL, and a password in it
		err = errors.New("POWERSCHOOL_PROD_DB: not the address of a PostgreSQL database")
		return nil, schema.NewFault(schema.Config, err,
			"write host:port/database, or postgres://host:port/database?sslmode=verify-full")
	}

	if s.User != "" {
		config.User = s.User
	}
	if password := s.Password(); password != "" {
		config.Password = password
	}
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = 30 * time.Second
	}
	refuseOnce(&config.Config)

	config.RuntimeParams["application_name"] = s.Application
	config.RuntimeParams["timezone"] = s.Timezone
	config.RuntimeParams["default_transaction_read_only"] = "on"
	if s.Timeout > 0 { // the server must not go on, and hold its locks, for a program that has ended
		limit := s.Timeout + time.Second
		milliseconds := strconv.FormatInt(limit.Milliseconds(), 10)
		config.RuntimeParams["statement_timeout"] = milliseconds
	}
	postgres.Settle(&config.Config, s.Application, nil)

	return config, nil
}

// refusePooled refuses a pooler that would give the settings of a session, such as
// that it only reads, to somebody else's.
func refusePooled(ctx context.Context, config *pgx.ConnConfig) error {
	pooled, err := postgres.Pooled(ctx, &config.Config)
	if err != nil || !pooled {
		return err
	}
	return schema.NewFault(schema.Config, postgres.ErrPooled,
		"let POWERSCHOOL_PROD_DB lead to the database itself, or set pool_mode = session for it in PgBouncer")
}

// refuseOnce keeps a refused password from being sent again, to the server's
// other addresses or without TLS: servers lock accounts after a few.
func refuseOnce(config *pgconn.Config) {
	var refused atomic.Bool

	onError := config.OnPgError
	config.OnPgError = func(c *pgconn.PgConn, err *pgconn.PgError) bool {
		if strings.HasPrefix(err.Code, "28") {
			refused.Store(true)
		}
		return onError(c, err)
	}

	dial := config.DialFunc
	config.DialFunc = func(ctx context.Context, network, address string) (net.Conn, error) {
		if refused.Load() {
			return nil, errors.New("refused before")
		}
		return dial(ctx, network, address)
	}
}

// postgresFault says what an error means by its class alone: the messages of
// PostgreSQL quote values. See
// https://www.postgresql.org/docs/current/errcodes-appendix.html.
func postgresFault(err error) error {
	var pg *pgconn.PgError
	var network *net.OpError
	var host *net.DNSError
	fault := schema.NewFault

	switch {
	case errors.Is(err, postgres.ErrPooled):
		return err
	case errors.As(err, &pg):
		return sqlstateFault(pg.Code)
	case postgres.CertificateFlaw(err) != "":
		return fault(schema.Refused,
			errors.New("the certificate of PowerSchool's database "+postgres.CertificateFlaw(err)),
			"check the host's name and sslrootcert in POWERSCHOOL_PROD_DB")
	case postgres.AskedPlainly(err):
		return fault(schema.Refused,
			errors.New("PowerSchool's database asks for the password itself, and may not be who it says"),
			"let its pg_hba.conf say scram-sha-256, or write sslmode=verify-full into POWERSCHOOL_PROD_DB")
	case errors.Is(err, os.ErrDeadlineExceeded): // of a connection that was there, and became silent
		return fault(schema.Unreachable, errLate, checkAddress)
	case errors.As(err, &host):
		err = fmt.Errorf("the host name of PowerSchool's database cannot be found: %w", host)
		return fault(schema.Unreachable, err, checkAddress)
	case errors.As(err, &network):
		err = fmt.Errorf("%w: %w", powerschool.ErrLost, network)
		return fault(schema.Unreachable, err, checkAddress)
	case errors.Is(err, context.DeadlineExceeded):
		return fault(schema.Unreachable, errLate, checkAddress)
	case strings.Contains(err.Error(), "server refused TLS connection"): // the driver has no value for it
		return fault(schema.Refused,
			errors.New("sslmode asks for TLS, which PowerSchool's database does not offer"),
			"turn TLS on there, or change sslmode in POWERSCHOOL_PROD_DB")
	}
	return fault(schema.Unreachable, powerschool.ErrLost, checkAddress)
}

func sqlstateFault(code string) error {
	m := postgresMeaning(code)
	err := fmt.Errorf("%w (SQLSTATE %s)", m.err, code)
	return schema.NewFault(m.kind, err, m.hint)
}

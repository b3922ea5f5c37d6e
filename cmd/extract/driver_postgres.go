package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// openPostgres prepares to read a PostgreSQL copy of PowerSchool. It does not
// connect yet.
func openPostgres(s source) (powerschool.Driver, error) {
	url := s.Database
	if !strings.HasPrefix(url, "postgres://") && !strings.HasPrefix(url, "postgresql://") {
		url = "postgres://" + url
	}
	config, err := pgx.ParseConfig(url)
	if err != nil { // which quotes the URL, and a password in it
		return powerschool.Driver{}, schema.NewFault(schema.Config, errors.New("POWERSCHOOL_PROD_DB: not the address of a PostgreSQL database"),
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
	config.RuntimeParams["application_name"] = s.Application
	config.RuntimeParams["timezone"] = s.Timezone
	config.RuntimeParams["default_transaction_read_only"] = "on"
	if s.Timeout > 0 { // the server must not go on, and hold its locks, for a program that has ended
		config.RuntimeParams["statement_timeout"] = strconv.FormatInt((s.Timeout + time.Second).Milliseconds(), 10)
	}
	refuseOnce(&config.Config)
	db := stdlib.OpenDB(*config)
	db.SetMaxOpenConns(1)
	return powerschool.Driver{
		DB:        db,
		Bind:      func(n int) string { return "$" + strconv.Itoa(n) },
		Timestamp: func(placeholder string) string { return "cast(" + placeholder + " as timestamp)" },
		About:     "select current_user, current_setting('server_version'), current_setting('server_encoding')",
		Timeout:   s.Timeout,
		Fault:     postgresFault,
	}, nil
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
	var certificate *tls.CertificateVerificationError
	var network *net.OpError
	var host *net.DNSError
	switch {
	case errors.As(err, &pg):
		return sqlstateFault(pg.Code)
	case errors.As(err, &certificate):
		return schema.NewFault(schema.Refused, errors.New("the certificate of PowerSchool's database does not hold"),
			"check the host's name and sslrootcert in POWERSCHOOL_PROD_DB")
	case errors.As(err, &host):
		return schema.NewFault(schema.Unreachable, fmt.Errorf("the name of PowerSchool's database is not known: %w", host), checkAddress)
	case errors.As(err, &network):
		return schema.NewFault(schema.Unreachable, fmt.Errorf("%w: %w", powerschool.ErrLost, network), checkAddress)
	case errors.Is(err, context.DeadlineExceeded):
		return schema.NewFault(schema.Unreachable, errLate, checkAddress)
	case strings.Contains(err.Error(), "server refused TLS connection"): // the driver has no value for it
		return schema.NewFault(schema.Refused, errors.New("PowerSchool's database offers no TLS, which sslmode asks for"),
			"turn TLS on there, or change sslmode in POWERSCHOOL_PROD_DB")
	}
	return schema.NewFault(schema.Unreachable, powerschool.ErrLost, checkAddress)
}

func sqlstateFault(code string) error {
	state := fmt.Errorf("SQLSTATE %s", code)
	switch {
	case code == "42P01", code == "42703", code == "3F000":
		return schema.NewFault(schema.Config, fmt.Errorf("%w (%w)", powerschool.ErrAbsent, state), "run extract check, which names it")
	case code == "42501":
		return schema.NewFault(schema.Refused, fmt.Errorf("the account may not read this (%w)", state), checkSelect)
	case code == "3D000":
		return schema.NewFault(schema.Config, fmt.Errorf("there is no such database (%w)", state), "check the database's name in POWERSCHOOL_PROD_DB")
	case strings.HasPrefix(code, "28"):
		return schema.NewFault(schema.Refused, fmt.Errorf("PowerSchool's database refused the account (%w)", state), checkAccount)
	case code == "40001", strings.HasPrefix(code, "57P"), strings.HasPrefix(code, "08"):
		return schema.NewFault(schema.Unreachable, fmt.Errorf("%w (%w)", powerschool.ErrLost, state), checkAddress)
	case code == "57014", strings.HasPrefix(code, "53"):
		return schema.NewFault(schema.Unreachable, fmt.Errorf("PowerSchool's database broke off or has no room (%w)", state), "try again later")
	}
	return schema.NewFault(schema.Failure, fmt.Errorf("PowerSchool's database could not answer (%w)", state), "")
}

//go:build cgo

package main

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/godror/godror"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// openOracle prepares to read PowerSchool's own database. It does not connect
// yet, and does not look for Oracle's client library.
//
// The connection is a standalone one, because godror's pools forget the time
// zone; the time zone is named, because godror otherwise asks the database.
func openOracle(s source) (powerschool.Driver, error) {
	zone, err := time.LoadLocation(s.Timezone)
	if err != nil || zone == time.Local {
		err = fmt.Errorf("powerschool.timezone: %q is not the name of a time zone", s.Timezone)
		return powerschool.Driver{}, schema.NewFault(schema.Config, err,
			"write a name such as America/Chicago")
	}

	var p godror.ConnectionParams
	p.Username = s.User
	p.Password = godror.NewPassword(s.Password())
	p.ConnectString = s.Database
	p.Timezone = zone
	p.NoTZCheck = true
	p.StandaloneConnection = godror.Bool(true)
	p.OnInit = nameSession(s)

	db := sql.OpenDB(godror.NewConnector(p))
	db.SetMaxOpenConns(1)
	return powerschool.Driver{
		DB: db,
		Bind: func(n int) string {
			return ":" + strconv.Itoa(n)
		},
		Timestamp: func(placeholder string) string {
			return "to_date(" + placeholder + ", 'YYYY-MM-DD HH24:MI:SS')"
		},
		About:      oracleAbout,
		Dictionary: oracleDictionary,
		Client: func(ctx context.Context) (string, error) {
			version, err := godror.ClientVersion(ctx, db)
			return version.String(), err
		},
		FetchOptions: func(rows int) []any {
			return []any{godror.FetchArraySize(rows), godror.PrefetchCount(rows)}
		},
		Timeout: s.Timeout,
		Fault: func(err error) error {
			return oracleFault(err, s.Database)
		},
	}, nil
}

// nameSession tells the database's list of sessions, V$SESSION, which program and
// which run this is. godror does so when it prepares a statement, and the names stay
// with the connection. The statement itself is never sent.
func nameSession(s source) func(context.Context, driver.ConnPrepareContext) error {
	program, _, _ := strings.Cut(s.Application, " ")
	tag := godror.TraceTag{Module: program, ClientInfo: s.Application}

	return func(ctx context.Context, conn driver.ConnPrepareContext) error {
		ctx = godror.ContextWithTraceTag(ctx, tag)
		statement, err := conn.PrepareContext(ctx, "select 1 from dual")
		if err != nil {
			return err
		}
		return statement.Close()
	}
}

// oracleAbout reads no V$ view, because PowerSchool's read-only accounts may not.
const oracleAbout = `select user,
       (select min(version) from product_component_version where product like 'Oracle%'),
       (select value from nls_database_parameters where parameter = 'NLS_CHARACTERSET')
from dual`

const installClient = "install Oracle Instant Client (Basic or Basic Light, 19 or newer, 64-bit) " +
	"and add its folder to LD_LIBRARY_PATH or ldconfig"

// oracleError is *godror.OraErr.
type oracleError interface {
	error
	Code() int
	Message() string
}

// oracleFault says what an error means by its code alone: the messages of
// Oracle can quote values, and godror's the connection's parameters.
func oracleFault(err error, database string) error {
	var ora oracleError
	if errors.As(err, &ora) {
		return oracleCodeFault(ora, database)
	}

	switch {
	case errors.Is(err, driver.ErrBadConn):
		return schema.NewFault(schema.Unreachable, powerschool.ErrLost, checkAddress)
	case errors.Is(err, context.DeadlineExceeded):
		return schema.NewFault(schema.Unreachable, errLate, raiseTimeout)
	}

	err = fmt.Errorf("PowerSchool's database: unexpected %T", err)
	return schema.NewFault(schema.Failure, err, reportCode)
}

// oracleCodeFault asks about a time limit before it asks about a lost
// connection, because an error of the first kind can have a code of the second.
func oracleCodeFault(ora oracleError, database string) error {
	code, codes := oracleCodes(ora)
	fault := func(kind schema.Kind, err error, hint string) error {
		err = fmt.Errorf("%w (%s)", err, code)
		return schema.NewFault(kind, err, hint)
	}
	ofDriver := func(codes ...string) bool {
		return slices.Contains(codes, driverCode.FindString(ora.Message()))
	}

	known, isKnown := oracleMeaning(codes)
	closed := ofDriver("DPI-1010", "DPI-1080") || godror.IsBadConn(ora)
	switch {
	case ofDriver("DPI-1047"): // its message says where it looked
		err := fmt.Errorf("%w: %s", errClient, ora.Message())
		return schema.NewFault(schema.Config, err, installClient)
	case ofDriver("DPI-1050", "DPI-1072"):
		return fault(schema.Config, errOldClient, installClient)
	case ofDriver("DPI-1067"):
		return fault(schema.Unreachable, errLate, raiseTimeout)
	case slices.Contains(codes, oracleNoHost) && !namesHost.MatchString(database):
		return fault(schema.Config, errAddress, writeService)
	case isKnown:
		return fault(known.kind, known.err, known.hint)
	case closed:
		return fault(schema.Unreachable, powerschool.ErrLost, checkAddress)
	}
	return fault(schema.Failure, errAnswer, reportCode)
}

// namesHost is an address with a host in it: host:port, host/service, or a
// descriptor. Of anything else, Oracle takes an alias that it does not know for a
// host name.
var namesHost = regexp.MustCompile(`[:/=]`)

// oracleCodes returns the error's code as it is told, ORA-nnnnn or, of the driver
// itself, DPI-nnnn; and its numbers, the one that says most first.
func oracleCodes(ora oracleError) (told string, numbers []int) {
	number := ora.Code()
	if of := driverCode.FindString(ora.Message()); number == 0 && of != "" {
		return of, nil
	}

	told = fmt.Sprintf("ORA-%05d", number)
	if !slices.Contains(oracleWrappers, number) {
		return told, []int{number}
	}

	for _, line := range innerCode.FindAllStringSubmatch(ora.Message(), -1) {
		inner, _ := strconv.Atoi(line[1])
		if _, known := oracleMeaning([]int{inner}); known {
			told += ", " + line[0]
			numbers = append(numbers, inner)
		}
	}
	return told, append(numbers, number)
}

var (
	driverCode = regexp.MustCompile(`DPI-\d+`)
	innerCode  = regexp.MustCompile(`(?m)^ORA-(\d{5})`)
)

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
		About: oracleAbout,
		Client: func(ctx context.Context) (string, error) {
			version, err := godror.ClientVersion(ctx, db)
			return version.String(), err
		},
		FetchOptions: func(rows int) []any {
			return []any{godror.FetchArraySize(rows), godror.PrefetchCount(rows)}
		},
		Timeout: s.Timeout,
		Fault:   oracleFault,
	}, nil
}

// oracleAbout reads no V$ view, because PowerSchool's read-only accounts may not.
const oracleAbout = `select user,
       (select min(version) from product_component_version where product like 'Oracle%'),
       (select value from nls_database_parameters where parameter = 'NLS_CHARACTERSET')
from dual`

// What Oracle's codes mean, see https://docs.oracle.com/error-help/db/.
var (
	oracleAbsent  = []int{904, 942, 4043}
	oracleAddress = []int{12154, 12262}
	oracleRefused = []int{1005, 1017, 1045, 28000, 28001, 28009}
	oracleLost    = []int{ // besides those that godror.IsBadConn knows
		1090, 1555, // sessions
		12152, 12505, 12514, 12516, 12518, 12519, 12520, 12541, 12543, 12571, // network
	}
	oracleLate = []int{1013, 3156} // ended by a cancel or a time limit, also our own
)

// oraclePrivileges is "insufficient privileges".
const oraclePrivileges = 1031

const installClient = "install Oracle Instant Client (Basic or Basic Light, 19 or newer, 64-bit) " +
	"and add its folder to LD_LIBRARY_PATH or ldconfig"

// oracleFault says what an error means by its code alone: the messages of
// Oracle can quote values, and godror's the connection's parameters.
func oracleFault(err error) error {
	if ora, ok := godror.AsOraErr(err); ok {
		return oracleCodeFault(ora)
	}

	switch {
	case errors.Is(err, driver.ErrBadConn):
		return schema.NewFault(schema.Unreachable, powerschool.ErrLost, checkAddress)
	case errors.Is(err, context.DeadlineExceeded):
		return schema.NewFault(schema.Unreachable, errLate, raiseTimeout)
	}

	err = fmt.Errorf("PowerSchool's database: unexpected %T", err)
	return schema.NewFault(schema.Failure, err, "")
}

// oracleCodeFault asks about a time limit before it asks about a lost
// connection, because an error of the first kind can have a code of the second.
func oracleCodeFault(ora *godror.OraErr) error {
	number := ora.Code()
	code := oracleCode(ora)
	fault := func(kind schema.Kind, err error, hint string) error {
		err = fmt.Errorf("%w (%w)", err, code)
		return schema.NewFault(kind, err, hint)
	}
	ofDriver := func(code string) bool {
		return strings.Contains(ora.Message(), code)
	}

	late := ofDriver("DPI-1067") || slices.Contains(oracleLate, number)
	closed := ofDriver("DPI-1080") || godror.IsBadConn(ora)
	lost := closed || slices.Contains(oracleLost, number)

	switch {
	case ofDriver("DPI-1047"): // its message says where it looked
		err := fmt.Errorf("%w: %s", errClient, ora.Message())
		return schema.NewFault(schema.Config, err, installClient)
	case late:
		return fault(schema.Unreachable, errLate, raiseTimeout)
	case lost:
		return fault(schema.Unreachable, powerschool.ErrLost, checkAddress)
	case slices.Contains(oracleAbsent, number):
		return fault(schema.Config, powerschool.ErrAbsent, nameAbsent)
	case slices.Contains(oracleRefused, number):
		return fault(schema.Refused, errAccount, checkAccount)
	case number == oraclePrivileges:
		return fault(schema.Refused, errSelect, grantSelect)
	case slices.Contains(oracleAddress, number):
		err := errors.New("POWERSCHOOL_PROD_DB is not an address")
		return fault(schema.Config, err, "write host:port/service")
	}
	return fault(schema.Failure, errAnswer, "")
}

// oracleCode is ORA-nnnnn, or DPI-nnnn for an error of the driver itself.
func oracleCode(ora *godror.OraErr) error {
	code := driverCode.FindString(ora.Message())
	if ora.Code() == 0 && code != "" {
		return errors.New(code)
	}
	return fmt.Errorf("ORA-%05d", ora.Code())
}

var driverCode = regexp.MustCompile(`DPI-\d+`)

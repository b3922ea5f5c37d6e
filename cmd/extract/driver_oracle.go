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

// openOracle prepares to read PowerSchool's own database. It does not connect,
// nor look for Oracle's client library, yet.
//
// The connection is a standalone one, because godror's pools forget the time
// zone; the time zone is named, because godror otherwise asks the database.
func openOracle(s source) (powerschool.Driver, error) {
	zone, err := time.LoadLocation(s.Timezone)
	if err != nil || zone == time.Local {
		return powerschool.Driver{}, schema.NewFault(schema.Config, fmt.Errorf("powerschool.timezone: %q is not the name of a time zone", s.Timezone),
			"write a name such as America/Chicago")
	}
	var p godror.ConnectionParams
	p.Username, p.Password, p.ConnectString = s.User, godror.NewPassword(s.Password()), s.Database
	p.Timezone, p.NoTZCheck = zone, true
	p.StandaloneConnection = godror.Bool(true)
	db := sql.OpenDB(godror.NewConnector(p))
	db.SetMaxOpenConns(1)
	return powerschool.Driver{
		DB:        db,
		Bind:      func(n int) string { return ":" + strconv.Itoa(n) },
		Timestamp: func(placeholder string) string { return "to_date(" + placeholder + ", 'YYYY-MM-DD HH24:MI:SS')" },
		About:     oracleAbout,
		Client: func(ctx context.Context) (string, error) {
			version, err := godror.ClientVersion(ctx, db)
			return version.String(), err
		},
		QueryOptions: []any{godror.FetchArraySize(1000), godror.PrefetchCount(1000)},
		Timeout:      s.Timeout,
		Fault:        oracleFault,
	}, nil
}

// oracleAbout reads no V$ view: PowerSchool's read-only accounts may not.
const oracleAbout = `select user,
       (select min(version) from product_component_version where product like 'Oracle%'),
       (select value from nls_database_parameters where parameter = 'NLS_CHARACTERSET')
from dual`

// What Oracle's codes mean, see https://docs.oracle.com/error-help/db/.
var (
	oracleAbsent  = []int{904, 942, 4043}
	oracleRefused = []int{1005, 1017, 1045, 28000, 28001, 28009}
	oracleLost    = []int{ // besides those that godror.IsBadConn knows
		1090, 1555, // sessions
		12152, 12505, 12514, 12516, 12518, 12519, 12520, 12541, 12543, 12571, // network
	}
	oracleLate = []int{1013, 3156} // ended by a cancel or a time limit, also our own
)

// oracleFault says what an error means by its code alone: the messages of
// Oracle can quote values, and godror's the connection's parameters.
func oracleFault(err error) error {
	ora, ok := godror.AsOraErr(err)
	if !ok {
		switch {
		case errors.Is(err, driver.ErrBadConn):
			return schema.NewFault(schema.Unreachable, powerschool.ErrLost, checkAddress)
		case errors.Is(err, context.DeadlineExceeded):
			return schema.NewFault(schema.Unreachable, errLate, raiseTimeout)
		}
		return schema.NewFault(schema.Failure, fmt.Errorf("PowerSchool's database: unexpected %T", err), "")
	}
	code := oracleCode(ora)
	switch {
	case strings.Contains(ora.Message(), "DPI-1047"): // it says where it looked
		return schema.NewFault(schema.Config, fmt.Errorf("%w: %s", errClient, ora.Message()),
			"install Oracle Instant Client (Basic or Basic Light, 19 or newer, 64 bit) and put its folder into LD_LIBRARY_PATH or ldconfig")
	case strings.Contains(ora.Message(), "DPI-1067"), slices.Contains(oracleLate, ora.Code()): // before those lost, one of whose codes it can have
		return schema.NewFault(schema.Unreachable, fmt.Errorf("%w (%w)", errLate, code), raiseTimeout)
	case strings.Contains(ora.Message(), "DPI-1080"), godror.IsBadConn(ora), slices.Contains(oracleLost, ora.Code()):
		return schema.NewFault(schema.Unreachable, fmt.Errorf("%w (%w)", powerschool.ErrLost, code), checkAddress)
	case slices.Contains(oracleAbsent, ora.Code()):
		return schema.NewFault(schema.Config, fmt.Errorf("%w (%w)", powerschool.ErrAbsent, code), "run extract check, which names it")
	case slices.Contains(oracleRefused, ora.Code()):
		return schema.NewFault(schema.Refused, fmt.Errorf("PowerSchool's database refused the account (%w)", code), checkAccount)
	case ora.Code() == 1031:
		return schema.NewFault(schema.Refused, fmt.Errorf("the account may not read this (%w)", code), checkSelect)
	case ora.Code() == 12154 || ora.Code() == 12262:
		return schema.NewFault(schema.Config, fmt.Errorf("POWERSCHOOL_PROD_DB is not an address (%w)", code), "write host:port/service")
	}
	return schema.NewFault(schema.Failure, fmt.Errorf("PowerSchool's database could not answer (%w)", code), "")
}

// oracleCode is ORA-nnnnn, or for an error of the driver's own DPI-nnnn.
func oracleCode(ora *godror.OraErr) error {
	if code := driverCode.FindString(ora.Message()); ora.Code() == 0 && code != "" {
		return errors.New(code)
	}
	return fmt.Errorf("ORA-%05d", ora.Code())
}

var driverCode = regexp.MustCompile(`DPI-\d+`)

//go:build cgo

package main

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
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
	oracleLost    = []int{
		28, 1012, 1013, 1033, 1034, 1041, 1089, 1090, 1092, 1555, 2396, 3113, 3114, 3135, 3136, 3156, // sessions
		12152, 12170, 12505, 12514, 12516, 12518, 12519, 12520, 12528, 12537, 12541, 12543, 12545, 12547, 12570, 12571, 12583, // network
	}
)

// oracleFault says what an error means by its code alone: the messages of
// Oracle can quote values, and godror's the connection's parameters.
func oracleFault(err error) error {
	ora, ok := godror.AsOraErr(err)
	if !ok {
		if errors.Is(err, driver.ErrBadConn) || errors.Is(err, context.DeadlineExceeded) {
			return schema.NewFault(schema.Unreachable, errors.New("the connection to PowerSchool's database was lost"), checkAddress)
		}
		return schema.NewFault(schema.Failure, fmt.Errorf("PowerSchool's database: unexpected %T", err), "")
	}
	code := fmt.Errorf("ORA-%05d", ora.Code())
	switch {
	case strings.Contains(ora.Message(), "DPI-1047"): // it says where it looked
		return schema.NewFault(schema.Config, fmt.Errorf("%w: %s", errClient, ora.Message()),
			"install Oracle Instant Client (Basic or Basic Light, 19 or newer, 64 bit) and put its folder into LD_LIBRARY_PATH or ldconfig")
	case strings.Contains(ora.Message(), "DPI-1067"), strings.Contains(ora.Message(), "DPI-1080"), slices.Contains(oracleLost, ora.Code()):
		return schema.NewFault(schema.Unreachable, fmt.Errorf("PowerSchool's database cannot be reached or broke off (%w)", code), checkAddress)
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

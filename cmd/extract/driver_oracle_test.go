//go:build cgo

package main

import (
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/godror/godror"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/sessiontest"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func oracleSource(zone string) source {
	return source{
		User:     "u",
		Password: func() string { return "SECRET" },
		Database: "127.0.0.1:1/PSPRODDB",
		Timezone: zone,
		Timeout:  time.Minute,
	}
}

func TestSessionsWithoutOraclesClient(t *testing.T) {
	libraries, err := exec.Command("ldconfig", "-p").Output()
	if err == nil && strings.Contains(string(libraries), "libclntsh") {
		t.Skip("Oracle's client is installed here")
	}

	sessiontest.Run(t, "testdata/noclient")
}

func TestSessionsAtTheDriversBoundary(t *testing.T) { sessiontest.Run(t, "testdata/oracle") }

func TestOracleNeedsANamedZone(t *testing.T) {
	for _, zone := range []string{"Local", "Chicago"} {
		if _, err := openOracle(oracleSource(zone)); schema.KindOf(err) != schema.Config {
			t.Errorf("zone %s: got %v", zone, err)
		}
	}
}

// ora is an error as godror gives it.
type ora struct {
	code    int
	message string
}

func (o ora) Error() string   { return fmt.Sprintf("ORA-%05d: %s", o.code, o.message) }
func (o ora) Code() int       { return o.code }
func (o ora) Message() string { return o.message }

// TestOracleCodes: what each code ends the program with, whether all is read again,
// and a word of the hint.
func TestOracleCodes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind  schema.Kind
		again bool
		hint  string
		codes []int
	}{
		{schema.Config, false, "extract check", []int{904, 942}},
		{schema.Config, false, "host:port/service", []int{12154, 12162, 12261, 12263, 12533, 12538}},
		{schema.Config, false, "WALLET_LOCATION", []int{28759, 29106}},

		{schema.Refused, false, "POWERSCHOOL_DB_PASSWORD", []int{1005, 1017, 1045, 28000, 28001, 28002, 28009}},
		{schema.Refused, false, "grant", []int{1031, 1039, 41900}},
		{schema.Refused, false, "Instant Client", []int{3134, 28040}},
		{schema.Refused, false, "certificate", []int{28750, 28791, 28860, 28862, 28864, 28868, 28885, 29002, 29024}},
		{schema.Refused, false, "SQLNET.ENCRYPTION", []int{12268, 12269, 12631, 12638, 12650, 12660, 12699}},
		{schema.Refused, false, "logon trigger", []int{20001, 20999, 47401}},

		{schema.Unreachable, true, "undo_retention", []int{1555, 8176, 8177, 22924}},
		{schema.Unreachable, true, "another hour", []int{1410, 1466, 4068, 8103}},
		{schema.Unreachable, true, "parallel", []int{12801, 12805}},
		{schema.Unreachable, true, "try again later", []int{60}},
		{schema.Unreachable, true, "when it is open", []int{1033, 1034, 1035, 1089, 1092, 1109, 12526, 12527, 12528}},
		{schema.Unreachable, true, "sessions or processes", []int{18, 19, 20, 2391, 12516, 12518, 12519, 12520}},
		{schema.Unreachable, true, "ends sessions", []int{28, 31, 1012, 2396, 2399}},
		{schema.Unreachable, true, "DNS or VPN", []int{12262, 12545}},
		{schema.Unreachable, true, "service in POWERSCHOOL_PROD_DB", []int{12502, 12504, 12505, 12514, 12521}},
		{schema.Unreachable, true, "DISABLE_OOB", []int{12592, 12599, 12636, 12637}},
		{schema.Unreachable, true, "can be reached", []int{3113, 3114, 3135, 12150, 12170, 12224, 12500, 12535,
			12536, 12537, 12541, 12543, 12547, 12560, 12564, 12570, 12571, 12583, 12606, 12609, 28547}},

		{schema.Unreachable, false, "powerschool.timeout", []int{1013, 3156}},
		{schema.Unreachable, false, "profile", []int{40, 2393, 7455, 56735}},
		{schema.Unreachable, false, "tablespace", []int{1536, 1652, 1653, 25153, 30036}},
		{schema.Unreachable, false, "memory", []int{1000, 4030, 4031, 4036, 27102}},
		{schema.Unreachable, false, "archive", []int{257, 19809}},

		{schema.Failure, false, "recompile", []int{980, 1775, 4063}},
		{schema.Failure, false, "maintains the view", []int{1722, 1843, 1858, 29275}},
		{schema.Failure, false, "alert log", []int{600, 1110, 1578, 7445}},
		{schema.Failure, false, "error-help", []int{911, 933, 1795, 9999}},
	} {
		for _, code := range c.codes {
			err := oracleFault(ora{code, "Canary"}, "ps.example.org:1521/PSPRODDB")
			is(t, err, fmt.Sprintf("ORA-%05d", code), c.kind, c.again, c.hint)
		}
	}
}

// is checks what an error means, and that its text is the code without the message.
func is(t *testing.T, err error, code string, kind schema.Kind, again bool, hint string) {
	t.Helper()
	isAgain := errors.Is(err, powerschool.ErrLost)
	if schema.KindOf(err) != kind || isAgain != again || !strings.Contains(schema.HintOf(err), hint) {
		t.Errorf("%s: got kind %d, read again %t, hint %q; want %d, %t, %q",
			code, schema.KindOf(err), isAgain, schema.HintOf(err), kind, again, hint)
	}
	if !strings.HasSuffix(err.Error(), "("+code+")") || strings.Contains(err.Error(), "Canary") {
		t.Errorf("%s: got %q, want the code and not the message", code, err)
	}
}

// TestOracleMeanings: every code has one meaning, and every meaning a hint.
func TestOracleMeanings(t *testing.T) {
	t.Parallel()
	var seen []int
	for _, m := range oracleMeanings {
		if m.hint == "" || m.err == nil {
			t.Errorf("%v: got error %v, hint %q, want both", m.codes, m.err, m.hint)
		}
		if again := errors.Is(m.err, powerschool.ErrLost); again && m.kind != schema.Unreachable {
			t.Errorf("%v: read again, but of kind %d", m.codes, m.kind)
		}
		seen = append(seen, m.codes...)
	}

	slices.Sort(seen)
	for i := 1; i < len(seen); i++ {
		if seen[i] == seen[i-1] {
			t.Errorf("ORA-%05d has two meanings", seen[i])
		}
	}

	for code := range 60_000 {
		err := ora{code, ""}
		if godror.IsBadConn(err) && !errors.Is(oracleFault(err, ""), powerschool.ErrLost) {
			t.Errorf("%v: godror calls the connection lost, and it is not read again", err)
		}
	}
}

// TestOracleInnerCodes: what is wrong inside a parallel query, a trigger or another
// database is in a later line.
func TestOracleInnerCodes(t *testing.T) {
	t.Parallel()
	const query = "error signaled in parallel query server P003"
	const sql = "error occurred at recursive SQL level 1"
	for _, c := range []struct {
		err   ora
		code  string
		kind  schema.Kind
		again bool
		hint  string
	}{
		{ora{12801, query}, "ORA-12801", schema.Unreachable, true, "parallel"},
		{ora{12801, query + "\nORA-09999: Canary"}, "ORA-12801", schema.Unreachable, true, "parallel"},
		{ora{12801, query + "\nORA-01555: Canary"}, "ORA-12801, ORA-01555", schema.Unreachable, true, "undo"},
		{ora{12801, query + "\nORA-01652: Canary"}, "ORA-12801, ORA-01652", schema.Unreachable, false, "tablespace"},
		{ora{12801, query + "\nORA-01722: Canary"}, "ORA-12801, ORA-01722", schema.Failure, false, "view"},
		{ora{604, sql + "\nORA-20001: Canary\nORA-06512: at line 3"}, "ORA-00604, ORA-20001",
			schema.Refused, false, "logon trigger"},
		{ora{604, sql + "\nORA-01000: Canary"}, "ORA-00604, ORA-01000", schema.Unreachable, false, "cursors"},
		{ora{604, sql + " ORA-01017: Canary"}, "ORA-00604", schema.Failure, false, "error-help"},
		{ora{2068, "following severe error from PS\nORA-03113: Canary"}, "ORA-02068, ORA-03113",
			schema.Unreachable, true, "can be reached"},
		{ora{1722, "Canary\nORA-01017: Canary"}, "ORA-01722", schema.Failure, false, "view"},
	} {
		is(t, oracleFault(c.err, "ps:1521/PSPRODDB"), c.code, c.kind, c.again, c.hint)
	}
}

// TestDriversCodes are those of ODPI-C, inside godror.
func TestDriversCodes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		err   ora
		code  string
		kind  schema.Kind
		again bool
		hint  string
	}{
		{ora{0, "DPI-1050: Oracle Client library is at version 11.1"}, "DPI-1050",
			schema.Config, false, "Instant Client"},
		{ora{0, "DPI-1072: the Oracle Client library version is unsupported"}, "DPI-1072",
			schema.Config, false, "Instant Client"},
		{ora{0, "DPI-1010: not connected"}, "DPI-1010", schema.Unreachable, true, "can be reached"},
		{ora{0, "DPI-1080: connection was closed by"}, "DPI-1080", schema.Unreachable, true, "can be reached"},
		{ora{603, "DPI-1080: connection was closed by"}, "ORA-00603", schema.Unreachable, true, "can be reached"},
		{ora{3136, "DPI-1067: call timeout of 488 ms exceeded with"}, "ORA-03136",
			schema.Unreachable, false, "powerschool.timeout"},
		{ora{0, "DPI-1037: column at array position 0 fetched with error 1406"}, "DPI-1037",
			schema.Failure, false, "error-help"},
		{ora{0, ""}, "ORA-00000", schema.Failure, false, "error-help"},
	} {
		is(t, oracleFault(c.err, "ps:1521/PSPRODDB"), c.code, c.kind, c.again, c.hint)
	}

	err := oracleFault(errors.New("Canary"), "")
	if schema.HintOf(err) == "" || strings.Contains(err.Error(), "Canary") {
		t.Errorf("an error without a code: got %q, hint %q", err, schema.HintOf(err))
	}
}

// TestOraclesHostName: Oracle takes an alias that it does not know for a host name.
func TestOraclesHostName(t *testing.T) {
	t.Parallel()
	unknown := ora{12262, "Cannot connect to database. Could not resolve hostname Canary"}
	for database, kind := range map[string]schema.Kind{
		"PSPRODDB":                   schema.Config,
		"ps.example.org:1521/PSPROD": schema.Unreachable,
		"ps.example.org/PSPROD":      schema.Unreachable,
		"(description=(address=(protocol=tcp)(host=ps)(port=1521)))": schema.Unreachable,
	} {
		err := oracleFault(unknown, database)
		if schema.KindOf(err) != kind || schema.HintOf(err) == "" {
			t.Errorf("%s: got %v (kind %d), want kind %d and a hint", database, err, schema.KindOf(err), kind)
		}
	}
}

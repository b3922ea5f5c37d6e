package postgres

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// limits bound every wait on the server, unless DATABASE_URL sets them. A process
// or a machine that is gone must not hold locks.
var limits = map[string]string{
	"statement_timeout":                   "5min",
	"lock_timeout":                        "30s",
	"idle_in_transaction_session_timeout": "2min",
	"tcp_keepalives_idle":                 "30",
	"tcp_keepalives_interval":             "10",
	"tcp_keepalives_count":                "3",
	"work_mem":                            "64MB", // 100,000 students are sorted without a file
}

// checkInterval is a setting that a server on Windows refuses, and can do without.
const (
	checkInterval = "client_connection_check_interval"
	checkEvery    = "10s"
)

// Settle prepares the sessions of config. They are called name, and have the
// settings of its URL and, of defaults, those that the URL does not have. They set
// them after they have connected, because a pooler refuses most while connecting.
// A server that falls silent is given up a little after statement_timeout, and one
// that asks for the password itself gets it only below TLS that proves who it is.
func Settle(config *pgconn.Config, name string, defaults map[string]string) {
	settings := map[string]string{"application_name": name}
	maps.Copy(settings, defaults)
	maps.Copy(settings, ofOptions(config.RuntimeParams["options"]))
	maps.Copy(settings, config.RuntimeParams)
	delete(settings, "options")

	// The server's log shows the name from the first line on.
	config.RuntimeParams = map[string]string{"application_name": settings["application_name"]}
	delete(settings, "application_name")

	refusePlain(config)
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = connectTimeout
	}
	within := config.ConnectTimeout
	LimitSilence(config, silenceAfter(settings["statement_timeout"]))

	config.AfterConnect = func(ctx context.Context, conn *pgconn.PgConn) error {
		ctx, cancel := context.WithTimeout(ctx, within)
		defer cancel()
		return set(ctx, conn, settings)
	}
}

// set sets the settings of a session.
func set(ctx context.Context, conn *pgconn.PgConn, settings map[string]string) error {
	var calls []string
	var args [][]byte
	for _, name := range slices.Sorted(maps.Keys(settings)) {
		args = append(args, []byte(name), []byte(settings[name]))
		n := len(args)
		call := fmt.Sprintf("pg_catalog.set_config($%d::text, $%d::text, false)", n-1, n)
		calls = append(calls, call)
	}
	if len(calls) > 0 {
		query := "select " + strings.Join(calls, ", ")
		if err := conn.ExecParams(ctx, query, args, nil, nil, nil).Read().Err; err != nil {
			return err
		}
	}

	if _, given := settings[checkInterval]; !given {
		const query = "set " + checkInterval + " = '" + checkEvery + "'"
		_, err := conn.Exec(ctx, query).ReadAll()

		var refused *pgconn.PgError
		if err != nil && !errors.As(err, &refused) {
			return err
		}
	}

	return nil
}

// setting returns a setting of the session that is a duration.
func setting(ctx context.Context, conn *pgconn.PgConn, name string) (time.Duration, error) {
	const query = `
		select (1000::numeric * extract(
			epoch from pg_catalog.current_setting($1::text)::pg_catalog.interval))::pg_catalog.int8`

	answer := conn.ExecParams(ctx, query, [][]byte{[]byte(name)}, nil, nil, nil).Read()
	if answer.Err != nil {
		return 0, answer.Err
	}

	milliseconds, err := strconv.ParseInt(string(answer.Rows[0][0]), 10, 64)
	return time.Duration(milliseconds) * time.Millisecond, err
}

// ofOptions returns the settings in the parameter options, which has them as a
// command line: -c name=value or --name=value, with a backslash before a space
// that does not end one.
func ofOptions(text string) map[string]string {
	settings := map[string]string{}
	isSetting := false
	for _, word := range words(text) {
		long, isLong := strings.CutPrefix(word, "--")
		short, isShort := strings.CutPrefix(word, "-c")

		switch {
		case isSetting:
			isSetting = false
		case isLong:
			word = long
		case isShort && short == "":
			isSetting = true
			continue
		case isShort:
			word = short
		}

		name, value, _ := strings.Cut(word, "=")
		settings[strings.ReplaceAll(name, "-", "_")] = value
	}

	return settings
}

// words splits text at spaces that have no backslash before them.
func words(text string) (all []string) {
	var word strings.Builder
	inWord := false
	escaped := false
	for _, r := range text {
		switch {
		case escaped:
			word.WriteRune(r)
			escaped = false
		case r == '\\':
			escaped = true
			inWord = true
		case strings.ContainsRune(" \t\n\r\v\f", r):
			if inWord {
				all = append(all, word.String())
			}
			word.Reset()
			inWord = false
		default:
			word.WriteRune(r)
			inWord = true
		}
	}

	if inWord {
		all = append(all, word.String())
	}
	return all
}

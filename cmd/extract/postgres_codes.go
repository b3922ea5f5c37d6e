package main

import (
	"errors"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const reportState = "look the code up at https://www.postgresql.org/docs/current/errcodes-appendix.html, " +
	"and ask the database's administrator about it"

// postgresMeanings says what PostgreSQL's codes mean, each for itself or, of two
// characters, a class: see https://www.postgresql.org/docs/current/errcodes-appendix.html.
// The first one counts.
var postgresMeanings = []meaning[string]{
	{schema.Config, powerschool.ErrAbsent, nameAbsent, []string{"42P01", "42703", "3F000"}},
	{schema.Refused, errSelect, grantSelect, []string{"42501"}},
	{schema.Refused, errAccount, checkAccount, []string{"28"}},
	{
		schema.Config,
		errors.New("there is no such database"),
		"check the database's name in POWERSCHOOL_PROD_DB",
		[]string{"3D000"},
	},

	{schema.Unreachable, powerschool.ErrLost, checkAddress, []string{"08"}},
	{
		schema.Unreachable,
		lost("PowerSchool's database is starting, stopping or in maintenance"),
		askWhenOpen,
		[]string{"57P"},
	},
	{
		schema.Unreachable,
		lost("PowerSchool's data changed too much while it was read"), // also on a replica that must go on
		"run it at another hour, or ask the database's administrator to raise max_standby_streaming_delay on a replica",
		[]string{"40", "72000"},
	},
	{
		schema.Unreachable,
		lost("the database behind PowerSchool's copy cannot be reached"),
		"ask the copy's administrator to look at its foreign servers, then try again",
		[]string{"HV00N"},
	},

	{
		schema.Unreachable,
		errors.New("PowerSchool's database canceled the query"),
		raiseTimeout,
		[]string{"57014", "25P03", "25P04"},
	},
	{
		schema.Unreachable,
		errors.New("a table of PowerSchool is locked, or not filled yet"),
		"run it at another hour than the jobs that refresh or rebuild PowerSchool's tables",
		[]string{"55"},
	},
	{
		schema.Unreachable,
		errors.New("PowerSchool's database has no connection left for this account"),
		"try again later, or ask the database's administrator to raise max_connections or the account's limit",
		[]string{"53300"},
	},
	{
		schema.Unreachable,
		errors.New("PowerSchool's database is out of disk space or memory"),
		"try again later, or ask the database's administrator to look at its disk, memory and temp_file_limit",
		[]string{"53"},
	},

	{schema.Failure, errAnswer, askMaintainer, []string{"22", "P0"}},
	{
		schema.Failure,
		errors.New("PowerSchool's database has a fault of its own"),
		"run it again, because a table may have been rebuilt meanwhile; " +
			"if it stays, ask the database's administrator to look at the server's log",
		[]string{"58", "XX"},
	},
}

// postgresMeaning returns what a code means.
func postgresMeaning(code string) meaning[string] {
	for _, m := range postgresMeanings {
		for _, prefix := range m.codes {
			if strings.HasPrefix(code, prefix) {
				return m
			}
		}
	}
	return meaning[string]{kind: schema.Failure, err: errAnswer, hint: reportState}
}

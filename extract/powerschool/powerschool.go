// Package powerschool reads PowerSchool: who is in scope, and what its tables
// say about them, in one SELECT that is consistent by itself. It speaks
// database/sql and SQL that Oracle and PostgreSQL both understand; what differs
// between the two comes in a Driver.
//
// The settings of a snapshot become a statement (statement.go) over the columns
// that they name (columns.go). Check tries out these columns, and whether extension
// tables have one row per student (single.go), before anything is written. fact.go,
// gpa.go and attendance.go hold what facts, GPAs and attendance add to the statement.
// Students streams the joined rows (rows.go, as many at a time as fetch.go says) and
// makes one student of all the rows about the same student (student.go, gpa_value.go,
// days.go), with what is to be known about them. Leavers asks about the students who
// are gone.
//
// The rest is for a person who wonders whether these are the right tables: how
// attendance is taken (modes.go), the values of facts (survey.go), and where a district
// keeps what (find.go, over the database's dictionary.go).
package powerschool

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Driver is what differs between the databases that can hold PowerSchool's tables.
type Driver struct {
	DB *sql.DB

	// Bind writes the n-th placeholder, counted from 1: ":1" or "$1".
	Bind func(n int) string

	// Timestamp converts a placeholder for text such as 2026-11-20 23:59:59 to
	// the type of PowerSchool's dates. A bound time.Time would carry a zone,
	// and cost the index.
	Timestamp func(placeholder string) string

	// About is a query for one row: as whom it asks, and the database's version
	// and character set. Any account may ask it.
	About string

	// Dictionary is a query without binds for the columns of a schema's tables, or "" of
	// all tables that an unqualified name means: TABLE_NAME, COLUMN_NAME and TYPE_NAME,
	// in upper case. A schema is a plain name.
	Dictionary func(schema string) string

	// Client returns the version of the client library that the driver has
	// loaded; nil if it has none.
	Client func(context.Context) (string, error)

	// FetchOptions are given with every query before its binds. They ask for so many
	// rows at a time; nil if the driver needs no memory for rows in advance.
	FetchOptions func(rows int) []any

	// Timeout limits each query, from asking to the last row. 0 means ten minutes.
	Timeout time.Duration

	// Fault says what an error of the driver means, as a schema.Fault. Its text
	// holds no value of any row, though the databases' messages quote them. It
	// wraps ErrAbsent if a table or a column does not exist, and ErrLost if the
	// database was lost.
	Fault func(error) error

	// Stuck is told the fault of a query that has not come back some seconds after
	// its time limit, or after its caller's context ended; if nil, the query is
	// waited for. A fetch of Oracle's driver ignores a canceled context, and a
	// driver in C cannot be made to come back at all.
	Stuck func(error)
}

// ErrLost means that the database is not available now. Reading it again, from the
// beginning, may work.
var ErrLost = errors.New("PowerSchool's database cannot be reached, or the connection was lost")

// ErrAbsent means that a table or a column does not exist or is hidden from the
// account: databases do not tell the two apart.
var ErrAbsent = errors.New("a table or column does not exist, or this account may not see it")

// Source is PowerSchool, asked one query.
type Source struct {
	driver Driver
	query  query
	dates  map[string]bool // the columns that hold dates, once Check has looked at them
	widths map[string]int  // of the tables that were looked at, see width
}

// New returns the source that asks through d what the settings say. An invalid name
// and a list that must not be empty are schema.Config faults that name their key.
func New(d Driver, settings schema.Settings) (*Source, error) {
	q := query{settings}
	if err := q.validate(); err != nil {
		return nil, err
	}

	if d.Timeout == 0 {
		d.Timeout = 10 * time.Minute
	}

	s := &Source{
		driver: d,
		query:  q,
		dates:  map[string]bool{},
		widths: map[string]int{},
	}
	return s, nil
}

// Asking returns a source that asks through the same driver for less: the settings are
// those of this source without some facts or GPAs.
func (s *Source) Asking(less schema.Settings) *Source {
	return &Source{
		driver: s.driver,
		query:  query{less},
		dates:  s.dates,
		widths: s.widths,
	}
}

// grace is how long a query is waited for after its context has ended.
const grace = 3 * time.Second

// watch tells Driver.Stuck if a query goes on after the end of its context; stop
// ends the watch.
func (s *Source) watch(ctx context.Context, doing string) (stop func()) {
	if s.driver.Stuck == nil {
		return func() {}
	}

	ended := make(chan struct{})
	context.AfterFunc(ctx, func() {
		select {
		case <-ended:
		case <-time.After(grace):
			err := s.fault(ctx, doing, ctx.Err())
			s.driver.Stuck(err)
		}
	})

	return sync.OnceFunc(func() {
		close(ended)
	})
}

// errTimeout is why the context of a query ends at its time limit.
var errTimeout = errors.New("time limit")

// fault says what an error of a query means: the time limit, the end of the
// caller's context, or what the driver makes of it. doing is what was being done.
func (s *Source) fault(ctx context.Context, doing string, err error) error {
	switch {
	case err == nil:
		return nil
	case context.Cause(ctx) == errTimeout:
		err = fmt.Errorf("%s: not done within %s", doing, s.driver.Timeout)
		return schema.NewFault(schema.Unreachable, err,
			"try again later, or raise powerschool.timeout")
	case ctx.Err() != nil:
		return fmt.Errorf("%s: %w", doing, ctx.Err())
	}

	err = s.driver.Fault(err)
	return fmt.Errorf("%s: %w", doing, err)
}

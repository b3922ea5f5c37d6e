package powerschool_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// scripted is a database whose driver ends as real ones rarely do. It sends sent
// rows of the counted ones, each about another student, and then end.
type scripted struct {
	counted, sent int64
	end           error
	blocks        bool   // until its context ends
	first         string // everybody's first name; the last name is SECRET
}

func (s scripted) Connect(context.Context) (driver.Conn, error) {
	return scriptedConn{s}, nil
}
func (s scripted) Driver() driver.Driver {
	return nil
}

type scriptedConn struct{ script scripted }

func (scriptedConn) Prepare(string) (driver.Stmt, error) {
	return nil, errors.ErrUnsupported
}
func (scriptedConn) Begin() (driver.Tx, error) {
	return nil, errors.ErrUnsupported
}
func (scriptedConn) Close() error {
	return nil
}

func (c scriptedConn) QueryContext(ctx context.Context, _ string, _ []driver.NamedValue) (driver.Rows, error) {
	return &scriptedRows{scripted: c.script, ctx: ctx}, nil
}

type scriptedRows struct {
	scripted
	ctx context.Context
	n   int64
}

func (r *scriptedRows) Columns() []string {
	return make([]string, 23) // with names
}
func (r *scriptedRows) Close() error { return nil }

func (r *scriptedRows) Next(row []driver.Value) error {
	if r.n == r.sent {
		if r.blocks {
			<-r.ctx.Done()
			return r.ctx.Err()
		}
		return r.end
	}

	r.n++
	copy(row, []driver.Value{
		r.n, r.n, "7", "0", "9", "17",
		nil, nil, nil, nil, nil, nil, nil,
		r.counted, "0", "0", "0",
		"SECRET", "", nil, nil, r.first, "SECRET",
	})

	return nil
}

func scriptedSource(tb testing.TB, s scripted, timeout time.Duration) *powerschool.Source {
	q := d118()
	q.Facts = nil
	q.Names = s.first != ""
	d := oracle()
	d.DB, d.Timeout = sql.OpenDB(s), timeout
	d.Fault = func(error) error {
		return schema.NewFault(schema.Unreachable, errors.New("lost"), "")
	}
	tb.Cleanup(func() { d.DB.Close() })

	return source(tb, d, q)
}

func TestEarlyEndIsAnError(t *testing.T) {
	for name, c := range map[string]struct {
		script scripted
		kind   schema.Kind
	}{
		"end without an error": {
			scripted{counted: 1000, sent: 400, end: io.EOF},
			schema.Rejected,
		},
		"end after a student": {
			scripted{counted: 2, sent: 1, end: io.EOF},
			schema.Rejected,
		},
		"more than counted": {
			scripted{counted: 1, sent: 2, end: io.EOF},
			schema.Rejected,
		},
		"lost on the way": {
			scripted{counted: 1000, sent: 400, end: errors.New("ORA-03113")},
			schema.Unreachable,
		},
		"lost with ErrBadConn": {
			scripted{counted: 1000, sent: 400, end: driver.ErrBadConn},
			schema.Unreachable,
		},
		"lost before a first row": {
			scripted{end: errors.New("ORA-01555")},
			schema.Unreachable,
		},
		"out of time": {
			scripted{counted: 2, sent: 1, blocks: true},
			schema.Unreachable,
		},
	} {
		s := scriptedSource(t, c.script, 100*time.Millisecond)
		_, err := exhaust(t.Context(), s)
		if schema.KindOf(err) != c.kind || strings.Contains(err.Error(), "SECRET") {
			t.Errorf("%s: got %v (kind %d), want kind %d", name, err, schema.KindOf(err), c.kind)
		}
	}
}

func TestNoStudentIsNotAnError(t *testing.T) {
	read, err := exhaust(t.Context(), scriptedSource(t, scripted{end: io.EOF}, 0))
	if err != nil || read.Rows != 0 {
		t.Errorf("got %+v, %v", read, err)
	}
}

// An interrupted run is not a fault of the source.
func TestCancelIsNotAFault(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	s := scriptedSource(t, scripted{counted: 3, sent: 2, blocks: true}, time.Hour)

	var last error
	for _, err := range s.Students(ctx, at(through), new(schema.Read)) {
		cancel()
		last = err
	}

	if !errors.Is(last, context.Canceled) || schema.KindOf(last) != schema.Failure {
		t.Errorf("got %v, want %v", last, context.Canceled)
	}
}

func BenchmarkStudents(b *testing.B) {
	n := int64(b.N)
	s := scriptedSource(b, scripted{counted: n, sent: n, end: io.EOF}, time.Hour)
	b.ReportAllocs()
	if _, err := exhaust(b.Context(), s); err != nil {
		b.Fatal(err)
	}
}

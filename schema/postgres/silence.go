package postgres

import (
	"context"
	"crypto/tls"
	"net"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// A server that is frozen, or a network that swallows everything, ends no
// connection. So the client has a limit of its own on each read and each write. It
// is longer than statement_timeout by a fifth: a server that lives speaks first.
const defaultSilence = 6 * time.Minute

// silenceAfter returns the limit that goes with a statement_timeout: a number of
// milliseconds, or one with a unit.
func silenceAfter(statementTimeout string) time.Duration {
	text := strings.ReplaceAll(statementTimeout, " ", "")
	if _, err := strconv.Atoi(text); err == nil {
		text += "ms"
	}
	text = strings.Replace(text, "min", "m", 1)

	limit, err := time.ParseDuration(text)
	if err != nil || limit <= 0 {
		return defaultSilence
	}
	return limit + limit/5
}

// LimitSilence bounds each read and each write of the connections that config
// makes. A connection that is not asked anything may be silent for as long as it
// likes.
func LimitSilence(config *pgconn.Config, limit time.Duration) {
	dial := config.DialFunc
	config.DialFunc = func(ctx context.Context, network, address string) (net.Conn, error) {
		conn, err := dial(ctx, network, address)
		if err != nil {
			return nil, err
		}
		return &limited{Conn: conn, limit: limit}, nil
	}
}

// limited is a connection with a limit on each read and each write, beside the
// deadlines that its user sets: the earlier one counts.
type limited struct {
	net.Conn
	limit time.Duration

	mu          sync.Mutex
	patient     bool // reads may wait
	read, write wait
	late        error // the write that was given up; the connection is of no use after it
}

// wait is until when one direction may wait: by its user, and by its limit.
type wait struct{ user, limit time.Time }

func (w wait) deadline() time.Time {
	limited := !w.limit.IsZero()
	if w.user.IsZero() || limited && w.limit.Before(w.user) {
		return w.limit
	}
	return w.user
}

func (l *limited) Read(p []byte) (int, error) {
	if err := l.begin(&l.read, l.Conn.SetReadDeadline); err != nil {
		return 0, err
	}

	n, err := l.Conn.Read(p)
	if err != nil {
		err = l.orLate(err)
	}
	return n, err
}

func (l *limited) Write(p []byte) (int, error) {
	if err := l.begin(&l.write, l.Conn.SetWriteDeadline); err != nil {
		return 0, err
	}

	n, err := l.Conn.Write(p)
	if os.IsTimeout(err) {
		l.mu.Lock()
		l.late = err
		l.mu.Unlock()
	}
	return n, err
}

// begin starts the limit of a read or a write.
func (l *limited) begin(w *wait, set func(time.Time) error) error {
	l.mu.Lock()
	defer l.mu.Unlock()

	if l.late != nil {
		return l.late
	}
	w.limit = time.Now().Add(l.limit)
	if w == &l.read && l.patient {
		w.limit = time.Time{}
	}
	return set(w.deadline())
}

// orLate returns the write that was given up instead of what followed from it: the
// driver closes the connection then.
func (l *limited) orLate(err error) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.late != nil {
		return l.late
	}
	return err
}

// wait lets reads wait without a limit, or no longer. The read that waits already
// is meant too.
func (l *limited) wait(patient bool) {
	l.mu.Lock()
	defer l.mu.Unlock()

	l.patient = patient
	l.read.limit = time.Time{}
	if !patient {
		l.read.limit = time.Now().Add(l.limit)
	}
	_ = l.Conn.SetReadDeadline(l.read.deadline()) // of a closed connection, which says so itself
}

func (l *limited) SetDeadline(t time.Time) error {
	err := l.SetReadDeadline(t)
	if err == nil {
		err = l.SetWriteDeadline(t)
	}
	return err
}

func (l *limited) SetReadDeadline(t time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.read.user = t
	return l.Conn.SetReadDeadline(l.read.deadline())
}

func (l *limited) SetWriteDeadline(t time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.write.user = t
	return l.Conn.SetWriteDeadline(l.write.deadline())
}

// waitForRows tells a connection that the server has nothing to say for now: the
// rows that it was promised come from elsewhere.
func waitForRows(conn *pgx.Conn, patient bool) {
	c := conn.PgConn().Conn()
	if secured, ok := c.(*tls.Conn); ok {
		c = secured.NetConn()
	}
	if l, ok := c.(*limited); ok {
		l.wait(patient)
	}
}

package postgres

import (
	"context"
	"errors"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// ErrPooled is that a pooler gives each transaction, or each statement, to any session.
var ErrPooled = errors.New("a connection pooler that shares sessions stands between this program and PostgreSQL")

// refusePooler refuses a pooler that shares sessions: one district would read with
// the search_path of another.
func refusePooler(ctx context.Context, config *pgconn.Config) error {
	pooled, err := Pooled(ctx, config)
	if err != nil || !pooled {
		return err
	}
	return schema.NewFault(schema.Config, ErrPooled,
		"let DATABASE_URL lead to PostgreSQL itself, or set pool_mode = session for this database in PgBouncer")
}

// rounds are enough for a pooler that gives out several sessions in turns.
const rounds = 3

// Pooled reports whether a pooler that shares sessions is what config leads to. It
// sets nothing, so as to leave nothing in sessions that others use too.
func Pooled(ctx context.Context, config *pgconn.Config) (bool, error) {
	config = config.Copy()
	config.AfterConnect = nil

	one, err := connectBare(ctx, config)
	if err != nil {
		return false, err
	}
	defer one.Close(ctx) // nothing was written

	other, err := connectBare(ctx, config)
	if err != nil {
		return false, err
	}
	defer other.Close(ctx) // the same

	for range rounds {
		shared, err := shareSessions(ctx, one, other)
		if err != nil || shared {
			return shared, err
		}
	}
	return false, nil
}

func connectBare(ctx context.Context, config *pgconn.Config) (conn *pgconn.PgConn, err error) {
	err = again(ctx, func() error {
		conn, err = pgconn.ConnectConfig(ctx, config)
		return err
	})
	return conn, err
}

// shareSessions reports whether two connections are served by the same sessions of
// the database. One is idle when the other begins a transaction, so that its session
// is free to be given away. Asking it twice before, and once again while the other
// has a session, shows that too when sessions are given out in turns.
func shareSessions(ctx context.Context, one, other *pgconn.PgConn) (bool, error) {
	const session = "select pg_catalog.pg_backend_pid()"
	first, err := ask(ctx, one, session)
	if err != nil {
		return false, err
	}

	for _, step := range []struct {
		conn  *pgconn.PgConn
		query string
		same  bool // as the first one's session
	}{
		{one, session, true},
		{other, "begin; " + session, false},
		{one, session, true},
		{other, "rollback; " + session, false},
	} {
		now, err := ask(ctx, step.conn, step.query)
		if hasNoTransactions(err) {
			return true, nil
		}
		if err != nil {
			return false, err
		}
		if (now == first) != step.same {
			return true, nil
		}
	}

	return false, nil
}

// hasNoTransactions reports whether PgBouncer gives a session for one statement. Its
// code says no more than that something is wrong.
func hasNoTransactions(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && strings.Contains(pg.Message, "not allowed in statement pooling mode")
}

// ask returns the one value that the last statement of a query gives.
func ask(ctx context.Context, conn *pgconn.PgConn, query string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, connectTimeout)
	defer cancel()

	results, err := conn.Exec(ctx, query).ReadAll()
	if err != nil {
		return "", err
	}

	last := results[len(results)-1]
	return string(last.Rows[0][0]), nil
}

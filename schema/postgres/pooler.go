package postgres

import (
	"context"
	"errors"
	"strconv"
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

const (
	rounds = 3 // are enough for a pooler that gives out several sessions in turns

	// Of a pooler's processes behind one port, one gets two connections: for certain
	// when there are fewer than these, and else very likely in one of the tries.
	connections = 4
	tries       = 4
)

// Pooled reports whether a pooler that shares sessions is what config leads to. It
// sets nothing, so as to leave nothing in sessions that others use too.
func Pooled(ctx context.Context, config *pgconn.Config) (bool, error) {
	config = config.Copy()
	config.AfterConnect = nil

	for range tries {
		shared, direct, err := probe(ctx, config)
		if err != nil || shared || direct {
			return shared, err
		}
	}
	return false, nil
}

// probe reports whether new connections share sessions. If not, direct says that the
// server itself answered, and not a pooler, which makes up the process numbers that
// it gives.
func probe(ctx context.Context, config *pgconn.Config) (shared, direct bool, err error) {
	var open []*pgconn.PgConn
	for range connections {
		conn, err := connectBare(ctx, config)
		if err != nil {
			return false, false, err
		}
		defer conn.Close(ctx) // nothing was written

		for _, other := range open {
			shared, err := share(ctx, other, conn)
			if err != nil || shared {
				return shared, false, err
			}
		}

		open = append(open, conn)
		if len(open) == 2 {
			pid, err := ask(ctx, conn, session)
			if err != nil || pid == strconv.FormatUint(uint64(conn.PID()), 10) {
				return false, true, err
			}
		}
	}
	return false, false, nil
}

// session asks which of the server's processes answers.
const session = "select pg_catalog.pg_backend_pid()"

func connectBare(ctx context.Context, config *pgconn.Config) (conn *pgconn.PgConn, err error) {
	err = again(ctx, func() error {
		conn, err = pgconn.ConnectConfig(ctx, config)
		return err
	})
	return conn, err
}

// share reports whether two connections share sessions.
func share(ctx context.Context, one, other *pgconn.PgConn) (shared bool, err error) {
	for range rounds {
		shared, err = shareSessions(ctx, one, other)
		if err != nil || shared {
			break
		}
	}
	return shared, err
}

// shareSessions reports whether two connections are served by the same sessions of
// the database. One is idle when the other begins a transaction, so that its session
// is free to be given away. Asking it twice before, and once again while the other
// has a session, shows that too when sessions are given out in turns.
func shareSessions(ctx context.Context, one, other *pgconn.PgConn) (bool, error) {
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

package postgres

import (
	"bufio"
	"context"
	"errors"
	"io"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// These two texts hold nothing about a student: errCopyGivenUp reaches the
// server's log.
var (
	errCopyGivenUp = errors.New("given up by the client")
	errCopyEnded   = errors.New("the copy has ended")
)

// copyBuffer is as much as pgconn sends in one message.
const copyBuffer = 64<<10 - 5

// copying is a COPY whose rows are written one after the other, while the
// connection sends the earlier ones.
type copying struct {
	doing string
	conn  *pgx.Conn
	pipe  *io.PipeWriter
	to    *bufio.Writer
	line  line
	done  chan copied
}

type copied struct {
	tag pgconn.CommandTag
	err error
}

// startCopy starts a COPY; whoever starts it must end it.
func startCopy(ctx context.Context, tx pgx.Tx, doing, sql string) *copying {
	r, w := io.Pipe()
	c := &copying{
		doing: doing,
		conn:  tx.Conn(),
		pipe:  w,
		to:    bufio.NewWriterSize(w, copyBuffer),
		done:  make(chan copied, 1),
	}

	waitForRows(c.conn, true)
	go func() {
		tag, err := c.conn.PgConn().CopyFrom(ctx, r, sql)
		_ = r.CloseWithError(errCopyEnded) // wakes the writer; always nil
		c.done <- copied{tag, err}
	}()

	return c
}

// send writes the row that c.line holds.
func (c *copying) send() error {
	text, err := c.line.end()
	if err != nil {
		return err
	}
	_, err = c.to.Write(text)
	return err
}

// end ends the COPY and returns how many rows the server took. err is why the
// rows ended early, if they did; it comes back unchanged, and the server is not
// told it.
func (c *copying) end(err error) (rows int64, _ error) {
	waitForRows(c.conn, false)
	if err == nil {
		err = c.to.Flush()
	}
	if err == nil {
		err = c.pipe.Close()
	} else {
		_ = c.pipe.CloseWithError(errCopyGivenUp) // always nil
	}

	result := <-c.done
	switch {
	case err != nil && !errors.Is(err, errCopyEnded):
		return 0, err
	case result.err != nil:
		return 0, fault(c.doing, result.err)
	}

	return result.tag.RowsAffected(), err
}

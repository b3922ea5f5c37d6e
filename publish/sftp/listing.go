package sftp

import (
	"context"
	"errors"
	"io/fs"
	"sync/atomic"

	"github.com/pkg/sftp"
)

// listingLimit is how many bytes a server may send for one listing: some 50,000
// names. A listing without an end would fill the memory.
const listingLimit = 8 << 20

// ErrTooLong is the error for a folder with so many entries that its listing is not read.
var ErrTooLong = errors.New("the folder's listing is longer than this program reads")

// list lists a folder.
func (s *Session) list(ctx context.Context, folder string) ([]fs.FileInfo, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	done := s.conn.allow(listingLimit, func() {
		cancel(ErrTooLong)
	})
	defer done()

	entries, err := s.client.ReadDirContext(ctx, folder)
	if errors.Is(context.Cause(ctx), ErrTooLong) {
		err = ErrTooLong
	}
	return entries, err
}

// tellsType reports whether a file's attributes say what kind of thing it is. A server
// that leaves that out shows a folder like a file.
func tellsType(info fs.FileInfo) bool {
	const kinds = 0o170000
	attributes, ok := info.Sys().(*sftp.FileStat)
	return ok && attributes.Mode&kinds != 0
}

// allowance is how many bytes a connection may still receive for one answer.
type allowance struct {
	left     atomic.Int64
	exceeded func()
}

// allow calls exceeded when the server sends more than that many bytes before done
// is called.
func (c *conn) allow(bytes int64, exceeded func()) (done func()) {
	a := &allowance{exceeded: exceeded}
	a.left.Store(bytes)
	c.allowance.Store(a)
	return func() { c.allowance.Store(nil) }
}

// received counts what the server sent.
func (c *conn) received(n int) {
	a := c.allowance.Load()
	if a != nil && a.left.Add(-int64(n)) < 0 {
		a.exceeded()
	}
}

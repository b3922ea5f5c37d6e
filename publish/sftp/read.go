package sftp

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/pkg/sftp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// largest is how many bytes a file with a final name may have that is read: far more than
// a district's have. It bounds the memory and the time for one that never ends.
const largest = 256 << 20

// Read copies the file that has a final name. It returns false when there is none,
// or when the server does not let the account read it. A file of more than 256 MiB is
// a schema.Failure fault.
func (s *Session) Read(ctx context.Context, name string, into io.Writer) (found bool, err error) {
	if err := checkNames(name); err != nil {
		return false, err
	}
	stop, err := s.watch(ctx)
	if err != nil {
		return false, err
	}
	defer stop()

	reader := s
	if s.unreadable {
		once := *s // the same connection
		once.config.Settle = 0
		reader = &once
	}
	err = reader.read(ctx, s.config.final(name), largest, into)
	s.unreadable = s.unreadable || busy(err)
	if errors.Is(err, errTooMuch) {
		err = fmt.Errorf("read %s: %w", name, err)
		return false, schema.NewFault(schema.Failure, err,
			"ask the server's operator what that file is, and to remove it")
	}
	if err != nil && answered(err) {
		return false, nil
	}
	return err == nil, s.failed("read "+name, s.config.Directory, err)
}

// errTooMuch is the error for a file that goes on after its last byte.
var errTooMuch = errors.New("there is more of it than this program reads")

// read copies a file of at most so many bytes. One that is there and cannot be opened
// may be busy. File.WriteTo, which io.Copy would use, loses what comes after a short read
// (https://github.com/pkg/sftp/issues/658). A lost connection can look like the end
// of the file; then Close returns an error.
func (s *Session) read(ctx context.Context, file string, most int64, into io.Writer) error {
	f, err := s.openToRead(ctx, file)
	if err != nil {
		return err
	}

	buf := make([]byte, chunk)
	for err == nil {
		var n int
		n, err = f.Read(buf)
		most -= int64(n)
		if most < 0 {
			err = errTooMuch
		} else if _, errWrite := into.Write(buf[:n]); errWrite != nil {
			err = errWrite
		}
	}

	closeErr := f.Close()
	if err == io.EOF {
		err = closeErr
	}
	return err
}

func (s *Session) openToRead(ctx context.Context, file string) (f *sftp.File, err error) {
	err = s.patiently(ctx, func() (again bool, err error) {
		f, err = s.client.Open(file)
		if !busy(err) {
			return false, err
		}
		seen, errLook := s.look(ctx, file)
		return errLook == nil && seen.there, err
	})
	return f, err
}

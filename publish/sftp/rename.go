package sftp

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// StageDirectory is the folder in which files are staged.
func (s *Session) StageDirectory() string { return s.config.StageDirectory }

// StagedName returns the name that a file has until it gets its final one: hidden,
// without the ending of a file that SchooLinks picks up, and with a tag that no
// other delivery has. With Direct it is the final name itself.
func (s *Session) StagedName(tag, name string) string {
	if s.config.Upload == Direct {
		return name
	}
	return "." + name + "." + tag + ".part"
}

// Rename gives a staged file its final name, and in the same instant replaces
// the file that has that name; with Direct there is nothing to do. A server
// without the posix-rename extension may refuse to replace. The error is a
// schema.ErrNotDone when the server refused. When the answer was lost, the rename
// may have happened or may still happen.
func (s *Session) Rename(ctx context.Context, staged, name string) error {
	if s.config.Upload == Direct {
		return nil
	}
	if err := checkNames(staged, name); err != nil {
		return schema.NotDone(err)
	}

	stop, err := s.watch(ctx)
	if err != nil {
		return schema.NotDone(err)
	}
	defer stop()

	if err := s.checkFinal(name); err != nil {
		return schema.NotDone(err)
	}

	replaces := s.Replaces()
	rename := s.client.Rename
	if replaces {
		rename = s.client.PosixRename
	}

	from := s.config.stage(staged)
	to := s.config.final(name)
	err = rename(from, to)
	switch {
	case err == nil:
		return nil
	case !answered(err):
		return fmt.Errorf("rename to %s: the answer was lost: %w", name, s.conn.lost(err))
	case !replaces:
		err = fmt.Errorf("rename to %s: %w", name, err)
		err = schema.NewFault(schema.Failure, err,
			"the server cannot replace a file in one step (posix-rename); "+
				"if it refuses for that reason, set sftp.upload: direct")
	}
	return schema.NotDone(s.failed("rename to "+name, s.config.Directory, err))
}

// checkFinal refuses to replace, or to write through, something that is not a
// file.
func (s *Session) checkFinal(name string) error {
	stat, err := s.client.Lstat(s.config.final(name))
	if err != nil && answered(err) {
		return nil // there is nothing, or nothing that we may know
	}
	if err != nil {
		return s.failed("stat "+name, s.config.Directory, err)
	}

	if stat.Mode().IsRegular() {
		return nil
	}
	err = fmt.Errorf("%s in folder %q on the server is not a file", name, s.config.Directory)
	return schema.NewFault(schema.Failure, err, "ask the server's operator to remove it")
}

// Arrived looks at a renamed file: it is there with its whole size, or the server
// does not let anybody look (""), or it was taken away already, as SchooLinks does
// ("consumed"). A server may count late: the error says that the file goes on
// having another size.
func (s *Session) Arrived(ctx context.Context, name string, size int64) (how string, err error) {
	if err := checkNames(name); err != nil {
		return "", err
	}
	stop, err := s.watch(ctx)
	if err != nil {
		return "", err
	}
	defer stop()

	settled := time.Now().Add(s.config.Settle)
	for {
		stat, err := s.client.Stat(s.config.final(name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return "consumed", nil
		case err != nil && answered(err):
			return "", nil
		case err != nil:
			return "", s.failed("stat "+name, s.config.Directory, err)
		case stat.Size() == size:
			return "", nil
		case time.Now().After(settled):
			return "", fmt.Errorf("%s on the server has %d bytes, not the %d that were sent",
				name, stat.Size(), size)
		}

		select {
		case <-ctx.Done():
			return "", ctx.Err()
		case <-time.After(s.config.Settle / 30):
		}
	}
}

// Read copies the file that has a final name. It returns false when there is none,
// or when the server does not let the account read it.
func (s *Session) Read(ctx context.Context, name string, into io.Writer) (found bool, err error) {
	if err := checkNames(name); err != nil {
		return false, err
	}
	stop, err := s.watch(ctx)
	if err != nil {
		return false, err
	}
	defer stop()

	err = s.copyTo(into, s.config.final(name))
	if err != nil && answered(err) {
		return false, nil
	}
	return err == nil, s.failed("read "+name, s.config.Directory, err)
}

// Unstage removes a staged file from a folder. A file that is not there counts as
// removed.
func (s *Session) Unstage(ctx context.Context, directory, staged string) error {
	if err := checkNames(staged); err != nil {
		return err
	}
	there := *s // the same connection
	there.config.StageDirectory = directory
	return there.remove(ctx, staged)
}

// remove removes a staged file. A file that is not there counts as removed.
func (s *Session) remove(ctx context.Context, staged string) error {
	stop, err := s.watch(ctx)
	if err != nil {
		return err
	}
	defer stop()

	err = s.client.Remove(s.config.stage(staged))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return s.failed("remove "+staged, s.config.StageDirectory, err)
}

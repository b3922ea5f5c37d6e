package sftp

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pkg/sftp"

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
// schema.ErrNotDone when the server refused. When the answer was lost, or the staged
// file does not stand where the answer says, the rename may have happened or may
// still happen.
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

	if err := s.checkFinal(ctx, name); err != nil {
		return schema.NotDone(err)
	}

	from := s.config.stage(staged)
	err = s.rename(ctx, from, s.config.final(name))
	switch {
	case err == nil:
		return s.isRenamed(ctx, from, name)
	case errors.Is(err, errMoved):
		return fmt.Errorf("rename to %s: %w", name, err)
	case !answered(err):
		return fmt.Errorf("rename to %s: the answer was lost: %w", name, s.lost(err))
	case busy(err):
		err = fmt.Errorf("rename to %s: %w", name, s.told(err))
		return schema.NotDone(schema.NewFault(schema.Failure, err,
			"if the server cannot replace a file in one step (posix-rename), set sftp.upload: direct"))
	}
	return schema.NotDone(s.failed("rename to "+name, s.config.Directory, err))
}

// errMoved says that a server refused a rename, and the file is not there any more.
var errMoved = errors.New("the server refused, and its staged file is gone")

// rename asks for a rename until the server is not busy. A refusal after which the file
// is gone may not be true.
func (s *Session) rename(ctx context.Context, from, to string) error {
	rename := s.client.Rename
	if s.Replaces() {
		rename = s.client.PosixRename
	}

	denied := false
	return s.patiently(ctx, func() (again bool, err error) {
		err = rename(from, to)
		if isUnsupported(err) && s.Replaces() { // offered, and not meant
			rename = s.client.Rename
			err = rename(from, to)
		}
		if errors.Is(err, fs.ErrPermission) && !denied { // Windows calls a file in use that
			denied = true
			return true, err
		}
		if !busy(err) {
			return false, err
		}

		seen, errLook := s.look(ctx, from)
		if errLook == nil && seen.gone {
			return false, fmt.Errorf("%w: %w", errMoved, s.told(err))
		}
		return errLook == nil, err
	})
}

// isRenamed looks whether a rename that was answered with yes has taken the staged file
// away. Some servers copy, and need a while. What is not seen does not contradict.
func (s *Session) isRenamed(ctx context.Context, from, name string) error {
	var seen sight
	err := s.patiently(ctx, func() (again bool, err error) {
		seen, err = s.look(ctx, from)
		return seen.there, err
	})
	if err != nil || !seen.there {
		return nil
	}

	err = fmt.Errorf("rename to %s: the server said yes, and the file still has its staged name", name)
	return schema.NewFault(schema.Failure, err,
		"ask the server's operator whether the account may rename files")
}

func isUnsupported(err error) bool {
	var status *sftp.StatusError
	return errors.As(err, &status) && status.FxCode() == sftp.ErrSSHFxOpUnsupported
}

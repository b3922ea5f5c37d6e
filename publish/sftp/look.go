package sftp

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"time"

	"github.com/pkg/sftp"
)

// sight is what a server shows of a file. When it is neither there nor gone, the
// server does not let the account look.
type sight struct {
	there, gone bool
	size        int64 // bytes; -1 when the server does not say
}

// unlike reports whether the file is known to have another size.
func (seen sight) unlike(size int64) bool { return seen.there && seen.size >= 0 && seen.size != size }

// look looks at a file. Servers answer all kinds of things about a name that is
// missing, so anything but "no such file" leaves it to the folder's listing.
func (s *Session) look(ctx context.Context, file string) (sight, error) {
	stat, err := s.client.Stat(file)
	switch {
	case err == nil:
		return sight{there: true, size: stat.Size()}, nil
	case errors.Is(err, fs.ErrNotExist):
		return sight{gone: true}, nil
	case !answered(err):
		return sight{}, err
	}
	return s.lookInFolder(ctx, file)
}

// lookInFolder looks for a file in the listing of its folder. There a size of 0 can
// also mean that the server does not tell sizes.
func (s *Session) lookInFolder(ctx context.Context, file string) (sight, error) {
	entries, err := s.list(ctx, path.Dir(file))
	switch {
	case err == nil:
	case answered(err), errors.Is(err, ErrTooLong):
		return sight{}, nil
	default:
		return sight{}, err
	}

	for _, entry := range entries {
		if entry.Name() != path.Base(file) {
			continue
		}
		seen := sight{there: true, size: entry.Size()}
		if seen.size == 0 {
			seen.size = -1
		}
		return seen, nil
	}
	return sight{gone: true}, nil
}

// busy reports whether a refusal may pass: virus scanners hold a file that was just
// written, and servers call that a failure. That something is missing, not allowed
// or not supported does not pass.
func busy(err error) bool {
	if err == nil || !answered(err) || errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return false
	}

	var status *sftp.StatusError
	if !errors.As(err, &status) {
		return false
	}
	code := status.FxCode()
	return code != sftp.ErrSSHFxOpUnsupported && code != sftp.ErrSSHFxBadMessage
}

// patiently tries something until it says that it need not be tried again, with
// growing pauses, for as long as a server may be busy (Config.Settle). It returns what
// came of the last try.
func (s *Session) patiently(ctx context.Context, try func() (again bool, err error)) error {
	end := time.Now().Add(s.config.Settle)
	pause := s.config.Settle / 300
	longest := s.config.Settle / 6

	for {
		again, err := try()
		if !again || time.Now().After(end) {
			return err
		}

		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
		pause = min(2*pause, longest)
	}
}

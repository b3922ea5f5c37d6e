package sftp

import (
	"context"
	"errors"
	"io/fs"
	"time"

	"github.com/pkg/sftp"
)

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

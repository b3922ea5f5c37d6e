package sftp

import (
	"context"
	"errors"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

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

	file := s.config.stage(staged)
	err = s.client.Remove(file)
	if err != nil && answered(err) {
		seen, errLook := s.look(ctx, file)
		if errLook == nil && seen.gone {
			return nil
		}
	}
	return s.failed("remove "+staged, s.config.StageDirectory, err)
}

const cleanUpLimit = 15 * time.Second

// discard removes a staged file, over a new connection when this one has ended,
// and reports whether the file is gone. The context that ended the work does not
// end the cleaning up.
func (s *Session) discard(ctx context.Context, staged string) bool {
	uninterrupted := context.WithoutCancel(ctx)
	ctx, cancel := context.WithTimeout(uninterrupted, cleanUpLimit)
	defer cancel()

	err := s.remove(ctx, staged)
	var fault *schema.Fault
	refused := errors.As(err, &fault) && fault.Kind == schema.Failure
	if err == nil || refused {
		return err == nil
	}

	_ = s.Close() // it has ended, and some servers let an account in once
	fresh, err := s.dialer.Dial(ctx)
	if err != nil {
		return false
	}
	defer fresh.Close() // the removal was answered, or not

	there := *fresh // the same connection
	there.config = s.config
	return there.remove(ctx, staged) == nil
}

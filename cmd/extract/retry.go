package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// pauses are how long to wait before each new try.
var pauses = []time.Duration{time.Second, 5 * time.Second}

// retry takes a snapshot again, from its first student, when PowerSchool's
// database was lost while it was read. The answer holds for one moment, so a new
// try cannot continue where the last one ended. Any other error would come again
// or, like a refused password, do harm.
type retry struct {
	log    *slog.Logger
	pauses []time.Duration
	after  func(time.Duration) <-chan time.Time // time.After, but for tests
}

func (r retry) take(
	ctx context.Context,
	once func() (*schema.Snapshot, error),
) (*schema.Snapshot, error) {
	for n, pause := range r.pauses {
		snapshot, err := once()
		if !errors.Is(err, powerschool.ErrLost) {
			return snapshot, err
		}

		r.log.Warn("PowerSchool was lost while it was read: all of it is read again",
			"step", "retry",
			"again", n+1,
			"after", pause,
			"error", err)
		select {
		case <-ctx.Done():
			return nil, err
		case <-r.after(pause):
		}
	}
	return once()
}

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func TestRetryOnlyWhatWasLost(t *testing.T) {
	lost := schema.NewFault(schema.Unreachable, fmt.Errorf("%w (ORA-01555)", powerschool.ErrLost), "")
	refused := schema.NewFault(schema.Refused, errors.ErrUnsupported, "")
	both := []time.Duration{time.Second, 5 * time.Second}

	for name, c := range map[string]struct {
		ends   []error // of each try
		pauses []time.Duration
		want   error
	}{
		"at once":     {[]error{nil}, nil, nil},
		"lost once":   {[]error{lost, nil}, both[:1], nil},
		"lost twice":  {[]error{lost, lost, nil}, both, nil},
		"always lost": {[]error{lost, lost, lost}, both, lost},
		"refused":     {[]error{lost, refused}, both[:1], errors.ErrUnsupported},
		"out of time": {[]error{context.DeadlineExceeded}, nil, context.DeadlineExceeded},
		"interrupted": {[]error{context.Canceled}, nil, context.Canceled},
	} {
		var log bytes.Buffer
		var waited []time.Duration
		r := retry{
			log:    slog.New(slog.NewTextHandler(&log, nil)),
			pauses: both,
			after: func(d time.Duration) <-chan time.Time {
				waited = append(waited, d)
				return time.After(0)
			},
		}

		tries := 0
		_, err := r.take(t.Context(), func() (*schema.Snapshot, error) {
			tries++
			return nil, c.ends[tries-1]
		})

		asOften := tries == len(c.ends) && slices.Equal(waited, c.pauses)
		if !errors.Is(err, c.want) || !asOften {
			t.Errorf("%s: got %v after %d tries and %v, want %v after %d and %v",
				name, err, tries, waited, c.want, len(c.ends), c.pauses)
		}
		if strings.Count(log.String(), " step=retry ") != len(waited) {
			t.Errorf("%s: got a log without every retry:\n%s", name, &log)
		}
	}
}

// TestRetryCanBeInterrupted while it waits.
func TestRetryCanBeInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	r := retry{
		log:    slog.New(slog.DiscardHandler),
		pauses: []time.Duration{time.Hour},
		after: func(time.Duration) <-chan time.Time {
			cancel()
			return nil
		},
	}

	lost := func() (*schema.Snapshot, error) { return nil, powerschool.ErrLost }
	if _, err := r.take(ctx, lost); !errors.Is(err, powerschool.ErrLost) {
		t.Errorf("got %v, want %v", err, powerschool.ErrLost)
	}
}

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
	for name, c := range map[string]struct {
		ends   []error // of each try
		pauses []time.Duration
		want   error
	}{
		"at once":     {[]error{nil}, nil, nil},
		"lost once":   {[]error{lost, nil}, []time.Duration{time.Second}, nil},
		"lost twice":  {[]error{lost, lost, nil}, []time.Duration{time.Second, 5 * time.Second}, nil},
		"always lost": {[]error{lost, lost, lost}, []time.Duration{time.Second, 5 * time.Second}, lost},
		"refused": {[]error{lost, schema.NewFault(schema.Refused, errors.ErrUnsupported, "")}, []time.Duration{time.Second},
			errors.ErrUnsupported},
		"out of time": {[]error{context.DeadlineExceeded}, nil, context.DeadlineExceeded},
		"interrupted": {[]error{context.Canceled}, nil, context.Canceled},
	} {
		var log bytes.Buffer
		var waited []time.Duration
		tries := 0
		r := retry{slog.New(slog.NewTextHandler(&log, nil)), []time.Duration{time.Second, 5 * time.Second}, func(d time.Duration) <-chan time.Time {
			waited = append(waited, d)
			return time.After(0)
		}}
		_, err := r.take(t.Context(), func() (*schema.Snapshot, error) {
			tries++
			return nil, c.ends[tries-1]
		})
		if !errors.Is(err, c.want) || tries != len(c.ends) || !slices.Equal(waited, c.pauses) || strings.Count(log.String(), " step=retry ") != len(waited) {
			t.Errorf("%s: got %v after %d tries and %v, want %v after %d and %v\n%s", name, err, tries, waited, c.want, len(c.ends), c.pauses, &log)
		}
	}
}

// TestRetryCanBeInterrupted while it waits.
func TestRetryCanBeInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	r := retry{slog.New(slog.DiscardHandler), []time.Duration{time.Hour}, func(time.Duration) <-chan time.Time {
		cancel()
		return nil
	}}
	if _, err := r.take(ctx, func() (*schema.Snapshot, error) { return nil, powerschool.ErrLost }); !errors.Is(err, powerschool.ErrLost) {
		t.Errorf("got %v, want %v", err, powerschool.ErrLost)
	}
}

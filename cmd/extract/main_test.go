package main

import (
	"context"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/sessiontest"
)

func TestMain(m *testing.M) {
	sessiontest.Main(m, "extract", func(ctx context.Context, w cli.World) error {
		pauses = []time.Duration{time.Millisecond, time.Millisecond}
		return run(ctx, w)
	})
}

func TestSessions(t *testing.T) { sessiontest.Run(t, "testdata") }

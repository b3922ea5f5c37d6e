package main

import (
	"context"
	"sync"
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

// inProcess runs the program in this process, one at a time: the library of the
// command line has flags in variables of its own.
func inProcess(ctx context.Context, w cli.World) error {
	oneAtATime.Lock()
	defer oneAtATime.Unlock()
	return run(ctx, w)
}

var oneAtATime sync.Mutex

func TestSessions(t *testing.T) { sessiontest.Run(t, "testdata") }

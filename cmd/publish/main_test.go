package main

import (
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/sessiontest"
)

func TestMain(m *testing.M) { sessiontest.Main(m, "publish", run) }

func TestSessions(t *testing.T) { sessiontest.Run(t, "testdata") }

package main

import (
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/sessiontest"
)

func TestEveryCommandSaysItsConfiguration(t *testing.T) {
	sessiontest.Configured(t, (&program{}).app(), "", run)
}

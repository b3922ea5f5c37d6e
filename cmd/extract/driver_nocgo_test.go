//go:build !cgo

package main

import (
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// TestWithoutC: a build without C reads PostgreSQL, and says that it cannot read
// Oracle.
func TestWithoutC(t *testing.T) {
	_, err := openOracle(source{})
	if schema.KindOf(err) != schema.Config || !strings.Contains(err.Error(), "this build has no Oracle driver") {
		t.Errorf("got %v", err)
	}
}

//go:build cgo && linux

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSessionsAreNamed: an administrator sees which program and which run it is.
func TestSessionsAreNamed(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.oracle()
	p.env["OCISHIM_TRACE"] = filepath.Join(p.dir, "trace")
	p.take()

	trace, err := os.ReadFile(p.env["OCISHIM_TRACE"])
	if err != nil {
		t.Fatal(err)
	}

	run := p.table(`select run from snapshot where number = 1`)[0]
	logins := strings.Count(string(trace), "login\n")
	for _, line := range []string{"module extract", "client info extract " + run} {
		if n := strings.Count(string(trace), line+"\n"); n != logins {
			t.Errorf("%q: %d times for %d logins\n%s", line, n, logins, trace)
		}
	}
}

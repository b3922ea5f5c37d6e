// Package cmd_test tests the two programs together, as they are built: that
// they make the files that districts know (golden_test.go), that nothing needs
// repair when one is killed (crash_test.go, crash_loop_test.go) or interrupted
// (interrupt_test.go), or when PostgreSQL fails (postgres_fault_test.go), that the
// store of an earlier version can be used (upgrade_test.go), that no secret and no
// student is in what they say (quiet_test.go), that each promise has a test
// (promises_test.go), and that the packages import what they may (layout_test.go).
package cmd_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/sessiontest"
)

func TestMain(m *testing.M) { sessiontest.Main(m, "", nil) }

// place is a folder to run the programs in, with databases and a server of its
// own.
type place struct {
	testing.TB
	dir    string
	env    map[string]string
	server *sessiontest.Server
}

func newPlace(t testing.TB) *place {
	p := &place{TB: t, dir: t.TempDir(), env: map[string]string{}}
	p.server = sessiontest.Setup(t, func(name, value string) { p.env[name] = value })
	return p
}

// configure writes the configuration file.
func (p *place) configure(text string) {
	p.Helper()
	text += "\nsftp: {known_hosts: " + p.env["known_hosts"] + "}\n"
	if err := os.WriteFile(filepath.Join(p.dir, "schoolinks.yaml"), []byte(text), 0o600); err != nil {
		p.Fatal(err)
	}
}

// program returns a program ready to start, under its own role.
func (p *place) program(name string, args ...string) *exec.Cmd {
	c := exec.Command(filepath.Join(p.env["BUILT"], name), args...)
	c.Dir = p.dir

	for name, value := range p.env {
		c.Env = append(c.Env, name+"="+value)
	}
	c.Env = append(c.Env, "DATABASE_URL="+p.env[name+"_url"])
	return c
}

// run runs a program, which must end with the exit code, and returns everything
// that it said.
func (p *place) run(exit int, name string, args ...string) string {
	p.Helper()
	var said bytes.Buffer
	c := p.program(name, args...)
	c.Stdout, c.Stderr = &said, &said

	if err := c.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		p.Fatal(err)
	}
	if got := c.ProcessState.ExitCode(); got != exit {
		p.Fatalf("%s %q: exit code %d, want %d\n%s", name, args, got, exit, &said)
	}
	return said.String()
}

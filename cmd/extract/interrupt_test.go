package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/sessiontest"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/district"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// place is a folder to run the built program in, with databases of its own.
type place struct {
	testing.TB
	dir string
	env map[string]string
}

func newEmptyPlace(t *testing.T) *place {
	p := &place{
		TB:  t,
		dir: t.TempDir(),
		env: map[string]string{},
	}
	sessiontest.Setup(t, func(name, value string) { p.env[name] = value })
	p.env["DATABASE_URL"] = p.env["extract_url"]
	return p
}

// newPlace returns one with a district of fifty students.
func newPlace(t *testing.T) *place {
	p := newEmptyPlace(t)
	d := district.District{
		Students: 50,
		Days:     5,
		Seed:     1,
		LastDay:  sessiontest.LastDay,
	}
	if err := d.Load(t.Context(), p.env["powerschool_url"]); err != nil {
		t.Fatal(err)
	}
	return p
}

// slow makes PowerSchool think about every answer for ten minutes.
func (p *place) slow() {
	postgrestest.Exec(p, p.env["powerschool_url"], `alter table ps_adaadm_daily_ctod rename to days`)
	postgrestest.Exec(p, p.env["powerschool_url"], `create view ps_adaadm_daily_ctod as
		select days.* from days, (select pg_sleep(600) offset 0) thinks`)
}

// start starts extract, whose standard error is read from the reader.
func (p *place) start(args ...string) (*exec.Cmd, io.Reader) {
	p.Helper()
	c := exec.Command(filepath.Join(p.env["BUILT"], "extract"), args...)
	c.Dir = p.dir
	for name, value := range p.env {
		c.Env = append(c.Env, name+"="+value)
	}

	stderr, err := c.StderrPipe()
	if err != nil {
		p.Fatal(err)
	}
	if err := c.Start(); err != nil {
		p.Fatal(err)
	}
	return c, stderr
}

// interrupt sends SIGINT and returns what the program said after it, and its
// exit code.
func (p *place) interrupt(c *exec.Cmd, stderr io.Reader) (said string, code int) {
	p.Helper()
	if err := c.Process.Signal(os.Interrupt); err != nil && !errors.Is(err, os.ErrProcessDone) {
		p.Fatal(err)
	}
	return p.end(c, stderr)
}

func (p *place) end(c *exec.Cmd, stderr io.Reader) (said string, code int) {
	p.Helper()
	var rest bytes.Buffer
	if _, err := rest.ReadFrom(stderr); err != nil {
		p.Fatal(err)
	}
	if err := c.Wait(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		p.Fatal(err)
	}
	return rest.String(), c.ProcessState.ExitCode()
}

// until reads lines up to the n-th that has a step, counted from 0, or up to the
// one with the step of that name. It returns the step, or "" at the end.
func until(stderr *bufio.Reader, n int, name string) (step string) {
	for {
		line, err := stderr.ReadString('\n')
		if err != nil {
			return ""
		}

		_, rest, ok := strings.Cut(line, " step=")
		if !ok {
			continue
		}
		step, _, _ = strings.Cut(strings.TrimSpace(rest), " ")
		isLast := name == "" && n == 0
		if step == name || isLast {
			return step
		}
		n--
	}
}

// configure writes the configuration file.
func (p *place) configure(text string) {
	p.Helper()
	name := filepath.Join(p.dir, "schoolinks.yaml")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		p.Fatal(err)
	}
}

// snapshots counts the snapshots in the store.
func (p *place) snapshots() (n int) {
	p.Helper()
	db, err := pgx.Connect(p.Context(), p.env["owner_url"])
	if err != nil {
		p.Fatal(err)
	}
	defer db.Close(p.Context())

	if err := db.QueryRow(p.Context(), `select count(*) from snapshot`).Scan(&n); err != nil {
		p.Fatal(err)
	}
	return n
}

// TestInterruptedAtEachStep: 130 and nothing stored, or all of it.
func TestInterruptedAtEachStep(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	for n := 0; ; n++ {
		before := p.snapshots()
		c, stderr := p.start("run")
		lines := bufio.NewReader(stderr)
		step := until(lines, n, "")
		said, code := p.interrupt(c, lines)
		stored := p.snapshots() - before

		interrupted := code == 130 && stored == 0
		done := code == 0 && stored == 1
		if !interrupted && !done {
			t.Errorf("interrupted at %s: exit code %d, %d snapshots stored\n%s", step, code, stored, said)
		}

		if step == "" {
			if n < 4 {
				t.Errorf("only %d steps were seen", n)
			}
			return
		}
	}
}

// TestInterruptedWhileConnecting: PowerSchool does not say its first word.
func TestInterruptedWhileConnecting(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	p.env["POWERSCHOOL_PROD_DB"] = "postgres://" + l.Addr().String() + "/ps"

	c, stderr := p.start("run")
	conn, err := l.Accept()
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	said, code := p.interrupt(c, stderr)

	if code != 130 || !strings.Contains(said, "error: interrupted: connect to PowerSchool: context canceled\n") {
		t.Errorf("exit code %d, want 130\n%s", code, said)
	}
	if n := p.snapshots(); n > 0 {
		t.Errorf("%d snapshots were stored", n)
	}
}

// TestInterruptedWhileReading: PowerSchool does not answer the query.
func TestInterruptedWhileReading(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.slow()

	c, stderr := p.start("run")
	lines := bufio.NewReader(stderr)
	until(lines, 0, "read")
	said, code := p.interrupt(c, lines)

	if code != 130 || !strings.Contains(said, "error: interrupted: ") {
		t.Errorf("exit code %d, want 130\n%s", code, said)
	}
	if n := p.snapshots(); n > 0 {
		t.Errorf("%d snapshots were stored", n)
	}
}

// TestInterruptedPrune: every snapshot is there whole, or gone.
func TestInterruptedPrune(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	for range 4 {
		if said, code := p.end(p.start("run")); code != 0 {
			t.Fatalf("run: exit code %d\n%s", code, said)
		}
	}
	p.configure("keep: {last: 0, daily: 0, weekly: 0, monthly: 0}")

	reader, err := pgx.Connect(t.Context(), p.env["owner_url"])
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close(t.Context())
	const lock = `begin; select from snapshot where number = 2 for update`
	if _, err := reader.Exec(t.Context(), lock); err != nil {
		t.Fatal(err)
	}

	c, stderr := p.start("prune", "--apply")
	lines := bufio.NewReader(stderr)
	until(lines, 0, "drop") // 1 is dropped; the drop of 2 waits for the reader
	said, code := p.interrupt(c, lines)

	gaveUp := code == 5 // when the signal comes late
	if code != 130 && !gaveUp {
		t.Errorf("exit code %d, want 130\n%s", code, said)
	}
	if !strings.Contains(said, "(1 of 3 were dropped before)\n") {
		t.Errorf("it does not say how many were dropped:\n%s", said)
	}
	if _, err := reader.Exec(t.Context(), `rollback`); err != nil {
		t.Fatal(err)
	}
	if n := p.snapshots(); n != 3 {
		t.Errorf("%d snapshots are left, want 3", n)
	}

	for _, command := range [][]string{{"verify", "--all"}, {"prune", "--apply"}} {
		if said, code := p.end(p.start(command...)); code != 0 {
			t.Errorf("%s: exit code %d, want 0\n%s", command, code, said)
		}
	}
	if n := p.snapshots(); n != 1 {
		t.Errorf("%d snapshots are left, want 1", n)
	}
}

// TestTwoAtOnce: the second one does not wait.
func TestTwoAtOnce(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.slow()

	first, stderr := p.start("run")
	lines := bufio.NewReader(stderr)
	until(lines, 0, "read")

	said, code := p.end(p.start("run"))
	if code != 4 || !strings.Contains(said, "error: another extract is running\nhint: wait until it has ended\n") {
		t.Errorf("exit code %d, want 4\n%s", code, said)
	}

	if said, code := p.interrupt(first, lines); code != 130 {
		t.Errorf("the first: exit code %d, want 130\n%s", code, said)
	}
}

// TestWrongPasswordIsGivenOnce: databases lock accounts after a few.
func TestWrongPasswordIsGivenOnce(t *testing.T) {
	t.Parallel()
	for _, variable := range []string{"POWERSCHOOL_PROD_DB", "DATABASE_URL"} {
		for _, command := range []string{"run", "check"} {
			p := newPlace(t)
			url, role := postgrestest.Refused(t)
			p.env[variable] = url

			said, code := p.end(p.start(command))
			if given := refusals(t, role); code != 6 || given != 1 {
				t.Errorf("%s of %s: exit code %d, want 6; given %d times, want once\n%s",
					variable, command, code, given, said)
			}
		}
	}
}

// refusals counts the passwords that the server refused a role.
func refusals(t *testing.T, role string) int {
	return strings.Count(postgrestest.Log(t), `password authentication failed for user "`+role+`"`)
}

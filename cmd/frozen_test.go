//go:build unix

package cmd_test

import (
	"bytes"
	"fmt"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
	"github.com/schoolinks-sync/schoolinks-sync/schema/soaktest"
)

// TestFrozen stops a program at some step, as a suspended machine does, ends its
// sessions in the store, and lets it continue.
func TestFrozen(t *testing.T) {
	t.Parallel()
	r := soaktest.Rand(t)
	n := inFirstNight(t)
	freeze := func(c *exec.Cmd) {
		if err := c.Process.Signal(syscall.SIGSTOP); err != nil {
			return // it has ended
		}
		if r.IntN(2) == 0 {
			n.endBackends(c)
		}
		_ = c.Process.Signal(syscall.SIGCONT) // it is stopped
	}
	for range soaktest.Times(2, 100) {
		n.night(freeze, r.IntN(extractSteps), r.IntN(publishSteps), 0, 1, 4, 5, 8)
	}

	n.mustCatch("a snapshot is not what was sealed", func() {
		postgrestest.Exec(t, n.env["owner_url"], `
			delete from student
			where (snapshot, dcid) = (select snapshot, min(dcid) from student group by snapshot limit 1)`)
	})
}

// TestFrozenHolder stops a run for longer than PostgreSQL lets it hold the lock and
// say nothing. A second run delivers as soon as the lock is free. When the first one
// goes on, it sends nothing and leaves nothing.
func TestFrozenHolder(t *testing.T) {
	for name, at := range map[string]string{
		"before it connects":  "connect",
		"while it stages":     "write",
		"at its first rename": "rename",
		"behind PgBouncer":    "connect",
	} {
		t.Run(name, func(t *testing.T) {
			p := beforeSecondNight(t)
			if name == "behind PgBouncer" {
				p.behindBouncer("pool_mode = session")
			}
			reached, goOn := p.waitsAt(at)
			frozen, said := p.impatient("publish", "run", "--quiet")

			<-reached
			p.signal(frozen, syscall.SIGSTOP)
			p.untilFree()
			p.run(0, "publish", "run")
			p.newestFiles("the second run")

			goOn()
			p.signal(frozen, syscall.SIGCONT)
			_ = frozen.Wait() // the exit code tells
			exit := frozen.ProcessState.ExitCode()
			inDoubt := at == "rename" && exit == 8 // its answer came too late
			// It may have asked for the lock right before it was stopped.
			silent := exit == 5 && strings.Contains(said.String(), "the lock may be lost: ")
			if exit != 4 && !inDoubt && !silent {
				t.Errorf("exit code %d, want 4; it says %s", exit, said)
			}
			p.newestFiles("the frozen run")

			p.run(0, "extract", "run")
			p.run(0, "publish", "run")
			p.newestFiles("the next run")
			if open := p.one(`select count(*) from delivery where ended_at is null`); open != 0 {
				t.Errorf("%d deliveries have not ended", open)
			}
		})
	}
}

// behindBouncer has the programs reach the store through PgBouncer.
func (p *place) behindBouncer(settings ...string) {
	p.Helper()
	db := postgrestest.DB{Extract: p.env["extract_url"], Publish: p.env["publish_url"]}
	through := postgrestest.Bouncer(p, db, settings...)
	p.env["extract_url"], p.env["publish_url"] = through.Extract, through.Publish
}

// impatient starts a program that PostgreSQL lets hold the lock, and say nothing, for
// seconds. In make soak it is the default: the SFTP server's answers are late then too.
func (p *place) impatient(name string, args ...string) (c *exec.Cmd, said *bytes.Buffer) {
	p.Helper()
	said = new(bytes.Buffer)
	c = p.program(name, args...)
	limit := fmt.Sprintf("&idle_in_transaction_session_timeout=%ds", soaktest.Times(2, 120))
	c.Env = append(c.Env, "DATABASE_URL="+p.env[name+"_url"]+limit)
	c.Stdout, c.Stderr = said, said
	if err := c.Start(); err != nil {
		p.Fatal(err)
	}

	p.Cleanup(func() { _ = c.Process.Kill() }) // it has ended, unless the test fails
	return c, said
}

func (p *place) signal(c *exec.Cmd, s syscall.Signal) {
	p.Helper()
	if err := c.Process.Signal(s); err != nil {
		p.Fatal(err)
	}
}

// untilFree waits until nobody holds publish's lock.
func (p *place) untilFree() {
	p.Helper()
	const holders = `
		select count(*) from pg_locks
		where database = (select oid from pg_database where datname = current_database())
		and relation = 'publish_turn'::regclass and mode = 'RowShareLock'`

	poll := time.NewTicker(20 * time.Millisecond)
	defer poll.Stop()
	hangs := time.After(4 * time.Minute)
	for p.one(holders) > 0 {
		select {
		case <-hangs:
			p.Fatal("the frozen run keeps the lock")
		case <-poll.C:
		}
	}
}

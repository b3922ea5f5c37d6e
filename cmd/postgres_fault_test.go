package cmd_test

import (
	"bytes"
	"os/exec"
	"sync/atomic"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
	"github.com/schoolinks-sync/schoolinks-sync/schema/soaktest"
)

// How many steps the programs log in an ordinary night.
const (
	extractSteps = 6
	publishSteps = 21
)

// TestBackendsEnd ends all sessions of a program at some step.
func TestBackendsEnd(t *testing.T) {
	t.Parallel()
	r := soaktest.Rand(t)
	n := inFirstNight(t)
	for range soaktest.Times(2, 100) {
		n.night(n.endBackends, r.IntN(extractSteps), r.IntN(publishSteps), 0, 1, 4, 5, 8)
	}

	n.mustCatch("student_tags.csv is not the newest", n.cutFile)
}

// endBackends ends the sessions of both programs in the store.
func (n *nights) endBackends(*exec.Cmd) {
	const end = `
		select pg_terminate_backend(pid) from pg_stat_activity
		where datname = current_database() and pid <> pg_backend_pid() and usename in ($1, $2)`
	postgrestest.Exec(n, postgrestest.AsSuperuser(n, n.env["owner_url"]), end, n.role("extract"), n.role("publish"))
}

// TestRepliesLost has a proxy lose the answer to one message of each program to
// PostgreSQL: a COMMIT, or any.
func TestRepliesLost(t *testing.T) {
	t.Parallel()
	r := soaktest.Rand(t)
	n := inFirstNight(t)
	proxies := map[string]*postgrestest.Proxy{}
	for _, name := range []string{"extract", "publish"} {
		proxies[name], n.env[name+"_url"] = postgrestest.NewProxy(t, n.env[name+"_url"])
	}

	for i := range soaktest.Times(4, 150) {
		var asked, lost atomic.Int64
		at := 4 + r.Int64N(60)
		lose := func(message []byte) bool {
			commit := bytes.HasPrefix(bytes.ToLower(message), []byte("q\x00\x00\x00\x0bcommit"))
			struck := i%2 == 0 && commit || i%2 == 1 && asked.Add(1) == at
			if struck {
				lost.Add(1)
			}
			return struck
		}
		for _, proxy := range proxies {
			proxy.Lose(lose)
		}

		n.lostNight(proxies)
		if i%2 == 0 && lost.Load() == 0 {
			t.Error("no COMMIT was seen")
		}
	}

	n.mustCatch("the newest publication is delivering", func() {
		n.run(0, "extract", "run")
		n.killAt(8, "publish", "run")
	})
}

// lostNight is a night in which the proxies lose something, once.
func (n *nights) lostNight(proxies map[string]*postgrestest.Proxy) {
	n.Helper()
	if err := n.NextDay(n.Context(), n.env["powerschool_url"]); err != nil {
		n.Fatal(err)
	}

	before := n.one(`select count(*) from snapshot`)
	exit, said := n.end("extract", "run")
	n.allowed("extract", exit, said, []int{0, 1, 4, 5})
	if taken := n.one(`select count(*) from snapshot`) - before; exit == 0 && taken != 1 || taken > 1 {
		n.Errorf("extract: exit code %d, %d new snapshots\n%s", exit, taken, said)
	}
	proxies["extract"].Lose(nil)
	n.run(0, "extract", "run")

	exit, said = n.end("publish", "run")
	n.allowed("publish", exit, said, []int{0, 1, 4, 5, 8})
	n.wholeFiles("lost")
	proxies["publish"].Lose(nil)
	n.converges("an answer was lost")
}

// TestTwoAtOnce starts two runs of each program at the same time: there is one
// effect, and the other run, if it did not come later, says that it was locked out.
func TestTwoAtOnce(t *testing.T) {
	t.Parallel()
	n := inFirstNight(t)
	for range soaktest.Times(5, 100) {
		if err := n.NextDay(t.Context(), n.env["powerschool_url"]); err != nil {
			t.Fatal(err)
		}
		before := n.one(`select count(*) from snapshot`)
		if done, taken := n.twice("extract"), n.one(`select count(*) from snapshot`)-before; int64(done) != taken {
			t.Errorf("%d runs took %d snapshots", done, taken)
		}

		n.twice("publish")
		n.converges("two at once")
	}

	n.mustCatch("the server has 4 files", func() {
		if err := exec.Command("cp", n.env["live"]+"/gpa.csv", n.env["live"]+"/.gpa.csv.99.part").Run(); err != nil {
			t.Fatal(err)
		}
	})
}

// twice runs a program twice at once, and returns how many have done their work.
func (n *nights) twice(name string) (done int) {
	n.Helper()
	ends := make(chan int, 2)
	for range 2 {
		go func() {
			c := n.program(name, "run", "--quiet")
			_ = c.Run() // the exit code tells
			ends <- c.ProcessState.ExitCode()
		}()
	}

	locked := 0
	for range 2 {
		switch exit := <-ends; exit {
		case 0, 3:
			done++
		case 4:
			locked++
		default:
			n.Errorf("%s: exit code %d, want 0, 3 or 4", name, exit)
		}
	}
	if done == 0 || done+locked != 2 {
		n.Errorf("%s: %d runs are done, %d were locked out", name, done, locked)
	}
	return done
}

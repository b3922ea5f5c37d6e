package cmd_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema/soaktest"
)

// TestCrashLoop kills the programs at every step that they log, at any request to the
// server and at any moment, while SchooLinks takes away each file soon after it has its
// name. Each time the next run needs nobody, and then what is live, what is recorded and
// what SchooLinks took last are the same.
func TestCrashLoop(t *testing.T) {
	t.Parallel()
	c := newCrashes(t)
	for kills, n := 0, 0; kills < soaktest.Times(30, 300) && !t.Failed(); n++ {
		kills += c.night(n)
	}
	if c.loses = true; !strings.Contains(c.lossy(), "SchooLinks took another ") {
		t.Error("a server that loses what it has renamed was not caught")
	}
}

// everyStep are the steps that publish logs in an ordinary night: of several with a name,
// the number tells which one.
const everyStep = `build diff planned connect intent stage staged stage:1 staged:1 stage:2 staged:2
	released rename sent rename:1 sent:1 rename:2 sent:2 done`

// crashes is a district whose programs are killed.
type crashes struct {
	*nights
	r     *rand.Rand
	db    *pgx.Conn     // the store's owner
	takes time.Duration // a run of publish that is not killed
	steps []string      // at which it is still to be killed

	atOnce bool // SchooLinks takes a file before the rename is answered
	loses  bool // the server loses what it has renamed
	taking sync.WaitGroup
	mu     sync.Mutex
	took   map[string]string // the SHA-256 of what SchooLinks took last, by name
}

func newCrashes(t *testing.T) *crashes {
	p, d := inDistrict(t)
	c := &crashes{
		nights: &nights{p, d},
		r:      soaktest.Rand(t),
		steps:  strings.Fields(everyStep),
		took:   map[string]string{},
	}
	p.server.After(c.renamed)

	begun := time.Now()
	firstNight(p, d)
	c.takes = time.Since(begun) / 3

	var err error
	c.db, err = pgx.Connect(t.Context(), p.env["owner_url"])
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.db.Close(context.Background()) }) // it only reads
	return c
}

// renamed is SchooLinks, which takes a file when it has its name.
func (c *crashes) renamed(op, name string) {
	if op != "rename" {
		return
	}
	name = path.Base(name)
	switch {
	case c.loses:
		_ = os.Remove(filepath.Join(c.env["live"], name)) // it is there now
	case c.atOnce:
		c.take(name)
	default:
		c.taking.Go(func() { c.take(name) })
	}
}

// take takes a file away, unless an earlier one took it along.
func (c *crashes) take(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	aside := filepath.Join(c.dir, "taken")
	if err := os.Rename(filepath.Join(c.env["live"], name), aside); err != nil {
		return
	}

	text, err := os.ReadFile(aside)
	if err != nil {
		c.Error(err)
	}
	sum := sha256.Sum256(text)
	c.took[name] = hex.EncodeToString(sum[:])
}

// night is a night in which programs are killed. It returns how often one was.
func (c *crashes) night(n int) (kills int) {
	c.Helper()
	c.atOnce = n%3 == 0
	if err := c.NextDay(c.Context(), c.env["powerschool_url"]); err != nil {
		c.Fatal(err)
	}

	var killed []string
	strike := func(what string, exit int, said string) {
		c.allowed(what, exit, said, []int{0, 3, -1})
		killed = append(killed, what)
		kills -= min(exit, 0)
	}
	if n%6 == 5 {
		step, exit, said := c.atStep(n/6%extractSteps, kill, "extract", "run")
		strike("extract at "+step, exit, said)
	}
	c.run(0, "extract", "run", "--quiet")
	times := 1
	if len(c.steps) == 0 {
		times += c.r.IntN(3) // the run that repairs is killed too
	}
	for range times {
		strike(c.kill())
	}

	c.next(fmt.Sprintf("killed: %q", killed))
	c.taking.Wait()
	for _, wrong := range c.disagree() {
		c.Errorf("killed: %q: %s", killed, wrong)
	}
	return kills
}

func kill(c *exec.Cmd) { _ = c.Process.Kill() } // it may have ended

// kill runs publish and kills it: first at each of its steps, then at any request to the
// server, or at any moment.
func (c *crashes) kill() (what string, exit int, said string) {
	c.Helper()
	if len(c.steps) > 0 {
		step, time, _ := strings.Cut(c.steps[0], ":")
		c.steps = c.steps[1:]
		n, _ := strconv.Atoi(time) // 0 where there is none
		_, exit, said := c.atNamed(step, n, kill, "publish", "run")
		if exit >= 0 && step != "done" {
			c.Errorf("it has no step %s %s\n%s", step, time, said)
		}
		return "publish at " + step + " " + time, exit, said
	}

	var out strings.Builder
	run := c.program("publish", "run")
	run.Stdout, run.Stderr = &out, &out
	if c.r.IntN(2) == 0 {
		return c.killAtRequest(run, 1+c.r.Int64N(80)), run.ProcessState.ExitCode(), out.String()
	}

	after := time.Duration(c.r.Int64N(int64(c.takes)))
	if err := run.Start(); err != nil {
		c.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { kill(run) })
	defer timer.Stop()
	_ = run.Wait() // the exit code tells
	return fmt.Sprint("publish after ", after), run.ProcessState.ExitCode(), out.String()
}

// killAtRequest kills a program at some request to the server, which does it.
func (c *crashes) killAtRequest(run *exec.Cmd, at int64) (what string) {
	c.Helper()
	var asked atomic.Int64
	started := make(chan struct{})
	c.server.Before(func(string, string, int) error {
		if asked.Add(1) == at {
			<-started
			kill(run)
		}
		return nil
	})
	defer c.server.Before(nil)

	if err := run.Start(); err != nil {
		c.Fatal(err)
	}
	close(started)
	_ = run.Wait() // the exit code tells
	return fmt.Sprint("publish at request ", at)
}

// lossy is a night in which the server loses a file, and what is found then.
func (c *crashes) lossy() string {
	c.Helper()
	if err := c.NextDay(c.Context(), c.env["powerschool_url"]); err != nil {
		c.Fatal(err)
	}
	c.run(0, "extract", "run", "--quiet")
	c.next("nothing was killed")
	c.taking.Wait()
	return strings.Join(c.disagree(), "\n")
}

// disagree says where the record is not what SchooLinks took last, or not settled, or not
// of the newest snapshot.
func (c *crashes) disagree() (all []string) {
	c.Helper()
	rows, err := c.db.Query(c.Context(), `
		select distinct on (name) name, encode(sha256, 'hex'), sent_at is not null,
			snapshot = (select max(number) from snapshot)
		from released_file order by name, publication desc`)
	if err != nil {
		c.Fatal(err)
	}
	var name, sum string
	var isSent, isNewest bool
	tag, err := pgx.ForEachRow(rows, []any{&name, &sum, &isSent, &isNewest}, func() error {
		if !isSent || !isNewest {
			all = append(all, fmt.Sprintf("%s: sent %v, of the newest snapshot %v", name, isSent, isNewest))
		}
		if c.took[name] != sum {
			all = append(all, "SchooLinks took another "+name+" last")
		}
		return nil
	})
	if err != nil || tag.RowsAffected() != int64(len(goldenFiles)) {
		c.Fatalf("%d files are live, %v", tag.RowsAffected(), err)
	}

	for left := range c.live() {
		all = append(all, left+" is left on the server")
	}
	return append(all, c.unsettled()...)
}

// unsettled says what of the store is not settled or not whole.
func (c *crashes) unsettled() (all []string) {
	c.Helper()
	var publications, strays, incomplete int
	err := c.db.QueryRow(c.Context(), `
		select
			(select count(*) from publication_state where state not in ('delivered', 'superseded')),
			(select count(*) from student where snapshot not in (select number from snapshot)),
			(select count(*) from snapshot s
				where students <> (select count(*) from student where snapshot = s.number))`,
	).Scan(&publications, &strays, &incomplete)
	if err != nil {
		c.Fatal(err)
	}
	if publications+strays+incomplete > 0 {
		all = append(all, fmt.Sprintf("%d publications are not settled, %d students without a snapshot, "+
			"%d snapshots are not whole", publications, strays, incomplete))
	}
	return all
}

package cmd_test

import (
	"bytes"
	"cmp"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema/soaktest"
)

// unseen is how a file is recorded that was sent and that nobody could look at.
const unseen = "unseen"

// delivery is one night at one server: what the server does, and what has to come of it.
type delivery struct {
	name     string                           // what the server does
	faults   func(*servedNight) server.Faults // nil is none; the next run meets none
	prepare  func(*servedNight)               // before the night; may be nil
	restore  func(*servedNight)               // before the next run; may be nil
	start    func(testing.TB) *servedNight    // nil is the server in the process
	settings string                           // of sftp
	env      map[string]string                // variables besides the usual ones
	consumes bool                             // SchooLinks takes each file as soon as it has its name
	soak     bool                             // takes more than seconds
	exit     int
	says     []string      // parts of what the program says
	hint     string        // a part of its hint
	holds    string        // what the server has afterwards; "" is today's files
	record   string        // what the store says; "" is delivered, verified by hash
	secrets  int           // how often the password was offered, at most; 0 is once a connection
	limit    time.Duration // how long it may take; 0 is a minute
	after    func(*servedNight)
}

// noSecret is for deliveries in which the password must not be offered.
const noSecret = -1

// TestServers delivers a second night to servers as they are, and to ones with one fault
// each. Then the fault is gone, and the next run has to deliver everything.
func TestServers(t *testing.T) {
	t.Parallel()
	secondNight(t) // the first copy, so that no delivery has to make it
	doc := &serversDoc{}
	for _, group := range []struct {
		name string
		rows []delivery
	}{
		{wholeServers, whole()},
		{"connections", connectionFaults()},
		{"login", loginFaults()},
		{"names", nameFaults()},
		{"content", contentFaults()},
	} {
		for _, d := range group.rows {
			line := doc.line(group.name, d)
			if d.soak && !soaktest.Wanted() {
				continue // the document keeps what make soak wrote
			}
			t.Run(group.name+"/"+d.title(), func(t *testing.T) {
				t.Parallel()
				if got := d.night(t); !t.Failed() {
					line.is(got)
				}
			})
		}
	}
	t.Cleanup(func() { doc.check(t) }) // after all of them
}

// title is the name of a delivery's test.
func (d delivery) title() string {
	title := strings.TrimSuffix(d.name+" "+d.settings, " ")
	return strings.ReplaceAll(title, ",", "") // which the configuration would need quotes for
}

// longest is how long a delivery may take.
func (d delivery) longest() time.Duration { return cmp.Or(d.limit, time.Minute) }

// outcome is what came of a delivery.
type outcome struct {
	exit    int
	said    string // the line of the error
	holds   string
	record  string
	secrets int // -1 when nobody has counted
}

// night delivers the second night, and then once more without the fault.
func (d delivery) night(t *testing.T) outcome {
	n := d.arrange(t)
	begun := time.Now()
	exit, said := n.publish()
	took := time.Since(begun)

	got := outcome{
		exit:    exit,
		said:    errorLine(said),
		holds:   n.holds(),
		record:  n.record(),
		secrets: -1,
	}
	if n.Server != nil {
		got.secrets = n.Seen().Passwords
	}
	d.compare(n, got, said)
	if took > d.longest() {
		t.Errorf("it took %s, want no more than %s", took, d.longest())
	}
	if d.after != nil {
		d.after(n)
	}

	if t.Failed() {
		t.Logf("it said:\n%s", said)
	}
	d.again(n)
	return got
}

// arrange makes the place, and the server with its fault.
func (d delivery) arrange(t *testing.T) *servedNight {
	t.Helper()
	start := inProcess
	if d.start != nil {
		start = d.start
	}
	n := start(t)
	n.patience = d.longest() + 10*time.Second
	n.arrive(t)
	n.usual = maps.Clone(n.env)
	maps.Copy(n.env, d.env)
	n.settle(d.settings)

	if n.Server != nil {
		var f server.Faults
		if d.faults != nil {
			f = d.faults(n)
		}
		if d.consumes {
			f.After = n.consumed(f.After)
		}
		n.Behave(f)
	}
	if d.prepare != nil {
		d.prepare(n)
	}
	return n
}

// compare compares what came of a delivery with what has to.
func (d delivery) compare(n *servedNight, got outcome, said string) {
	n.Helper()
	if got.exit != d.exit {
		n.Errorf("got exit code %d, want %d", got.exit, d.exit)
	}
	for _, part := range d.says {
		if !strings.Contains(got.said, part) {
			n.Errorf("got error %q, want it to say %q", got.said, part)
		}
	}
	if hint := hintLine(said); !strings.Contains(hint, d.hint) {
		n.Errorf("got hint %q, want it to say %q", hint, d.hint)
	}
	if want := cmp.Or(d.holds, todays); got.holds != want {
		n.Errorf("got a server that holds %s, want %s", got.holds, want)
	}
	if want := cmp.Or(d.record, "delivered: hash"); got.record != want {
		n.Errorf("got the record %q, want %q", got.record, want)
	}
	if password := n.env["SCHOOLINKS_SFTP_PASSWORD"]; password != "" && strings.Contains(said, password) {
		n.Errorf("it said the password:\n%s", said)
	}
	if n.Server == nil {
		return
	}

	most := d.secrets
	switch most {
	case 0:
		most = n.Seen().Connections // each login offers it once
	case noSecret:
		most = 0
	}
	if got.secrets > most {
		n.Errorf("the password was offered %d times, want no more than %d", got.secrets, most)
	}
}

// again publishes to the server without its fault, with the usual variables.
func (d delivery) again(n *servedNight) {
	n.Helper()
	if d.restore != nil {
		d.restore(n)
	}
	if n.Server != nil {
		n.Behave(server.Faults{})
	}

	n.env = n.usual
	if exit, said := n.publish(); exit != 0 {
		n.Fatalf("the next run: got exit code %d, want 0\n%s", exit, said)
	}
	for name, text := range second.today {
		last, isThere := n.live()[name]
		if !isThere {
			last = n.taken[name]
		}
		if last != text {
			n.Errorf("after the next run SchooLinks has %s of %d bytes, want today's of %d", name, len(last), len(text))
		}
	}
	for name := range n.live() {
		if second.today[name] == "" {
			n.Errorf("after the next run %s is left on the server", name)
		}
	}
}

// publish runs publish run and returns how it ended.
func (n *servedNight) publish() (exit int, said string) {
	n.Helper()
	return n.anyhow("publish", "run")
}

// anyhow runs a program and returns how it ended. One that hangs is killed.
func (n *servedNight) anyhow(name string, args ...string) (exit int, said string) {
	n.Helper()
	var out bytes.Buffer
	c := n.program(name, args...)
	c.Stdout, c.Stderr = &out, &out
	if err := c.Start(); err != nil {
		n.Fatal(err)
	}
	hangs := time.AfterFunc(n.patience, func() { kill(c) })
	defer hangs.Stop()
	if err := c.Wait(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		n.Fatal(err)
	}
	return c.ProcessState.ExitCode(), out.String()
}

// errorLine is the line of what a program said that names its error, without "error: ".
func errorLine(said string) string { return lineOf(said, "error: ") }

// hintLine is the line with the next step.
func hintLine(said string) string { return lineOf(said, "hint: ") }

func lineOf(said, begin string) string {
	for line := range strings.Lines(said) {
		if text, ok := strings.CutPrefix(line, begin); ok {
			return strings.TrimSpace(text)
		}
	}
	return ""
}

// consumed has SchooLinks take each file as soon as it has its name.
func (n *servedNight) consumed(after func(op, name string) error) func(op, name string) error {
	return func(op, name string) error {
		if _, final := second.today[filepath.Base(name)]; final && (op == "rename" || op == "close") {
			n.take(filepath.Base(name))
		}
		if after != nil {
			return after(op, name)
		}
		return nil
	}
}

// take takes a file away.
func (n *servedNight) take(name string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	path := filepath.Join(n.env["live"], name)
	text, err := os.ReadFile(path)
	if err != nil {
		return // it was taken before
	}
	n.taken[name] = string(text)
	if err := os.Remove(path); err != nil {
		n.Error(err)
	}
}

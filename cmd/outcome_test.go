package cmd_test

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/district"
)

// manyNights is for a small district that changes for many nights.
const manyNights = "guard: {cumulative: {percent: 100%}}"

// nights is a place that takes faults in its nights.
type nights struct {
	*place
	district.District
}

// inFirstNight returns a place where the first files are live.
func inFirstNight(t *testing.T) *nights {
	p, d := inDistrict(t)
	return firstNight(p, d)
}

func firstNight(p *place, d district.District) *nights {
	p.Helper()
	p.configure(manyNights)
	p.run(0, "extract", "run")
	p.run(3, "publish", "run")
	p.run(0, "publish", "approve", "1", "--reason", "the first")
	return &nights{p, d}
}

// atStep runs a program and calls strike when it logs its n-th step, counted from
// 0. It returns that step and how the program ended; -1 is a signal.
func (p *place) atStep(n int, strike func(*exec.Cmd), name string, args ...string) (
	step string, exit int, said string,
) {
	p.Helper()
	return p.atNamed("", n, strike, name, args...)
}

// atNamed does the same at the n-th step of a name, or of any.
func (p *place) atNamed(named string, n int, strike func(*exec.Cmd), name string, args ...string) (
	step string, exit int, said string,
) {
	p.Helper()
	c := p.program(name, args...)
	stderr, err := c.StderrPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		p.Fatal(err)
	}

	step = "no step"
	for lines := bufio.NewScanner(stderr); lines.Scan(); {
		said += lines.Text() + "\n"
		_, rest, ok := strings.Cut(lines.Text(), " step=")
		this, _, _ := strings.Cut(rest, " ")
		if !ok || named != "" && this != named {
			continue
		}
		if n--; n == -1 {
			step = this
			strike(c)
		}
	}

	_ = c.Wait() // the exit code tells
	return step, c.ProcessState.ExitCode(), said
}

// end runs a program and returns how it ended.
func (p *place) end(name string, args ...string) (exit int, said string) {
	p.Helper()
	var out bytes.Buffer
	c := p.program(name, args...)
	c.Stdout, c.Stderr = &out, &out
	if err := c.Run(); c.ProcessState == nil {
		p.Fatal(err)
	}
	return c.ProcessState.ExitCode(), out.String()
}

// night is a night in which something strikes each program at a step. A program may
// end with any of the codes. Then both are run again, without a fault, and must
// need nobody.
func (n *nights) night(strike func(*exec.Cmd), extractStep, publishStep int, codes ...int) {
	n.Helper()
	if err := n.NextDay(n.Context(), n.env["powerschool_url"]); err != nil {
		n.Fatal(err)
	}

	before := n.one(`select count(*) from snapshot`)
	step, exit, said := n.atStep(extractStep, strike, "extract", "run")
	n.allowed("extract at "+step, exit, said, codes)
	taken := n.one(`select count(*) from snapshot`) - before
	if taken > 1 || exit == 0 && taken == 0 {
		n.Errorf("extract at %s: exit code %d, %d new snapshots", step, exit, taken)
	}
	n.run(0, "extract", "run")

	step, exit, said = n.atStep(publishStep, strike, "publish", "run")
	n.allowed("publish at "+step, exit, said, codes)
	n.wholeFiles(step)
	n.converges("publish at " + step)
}

func (n *nights) allowed(what string, exit int, said string, codes []int) {
	n.Helper()
	for _, code := range codes {
		if exit == code {
			return
		}
	}
	n.Errorf("%s: exit code %d, want one of %v\n%s", what, exit, codes, said)
}

// converges runs publish once more; then nothing is wrong.
func (n *nights) converges(after string) {
	n.Helper()
	n.next(after)
	for _, wrong := range n.wrong() {
		n.Errorf("%s: %s", after, wrong)
	}
}

// next is the next run, which needs nobody, or is held as documented and goes when it
// is approved.
func (n *nights) next(after string) {
	n.Helper()
	exit, said := n.end("publish", "run")
	if exit == 3 {
		exit, said = n.end("publish", "approve", newest(n.place), "--reason", "it is so")
	}
	if exit != 0 {
		n.Errorf("%s: the next run: exit code %d\n%s", after, exit, said)
	}
}

// wrong says what does not go together: snapshots with what was sealed, the newest
// publication with the newest snapshot, and both with what the server has.
func (p *place) wrong() (all []string) {
	p.Helper()
	const strays = `select count(*) from student where snapshot not in (select number from snapshot)`
	if n := p.one(strays); n > 0 {
		all = append(all, fmt.Sprintf("%d students without a snapshot", n))
	}
	if exit, said := p.end("extract", "verify", "--all"); exit != 0 {
		all = append(all, "a snapshot is not what was sealed: "+said)
	}
	return append(append(all, p.wrongPublications()...), p.wrongFiles()...)
}

func (p *place) wrongPublications() (all []string) {
	p.Helper()
	delivered := map[int64]int{}
	for i, publication := range p.publications() {
		switch state := publication.State; {
		case i == 0 && state != "delivered":
			all = append(all, fmt.Sprintf("the newest publication is %s", state))
		case state == "delivering", state == "unknown", state == "partial":
			all = append(all, fmt.Sprintf("publication %d is still %s", publication.Publication, state))
		case state == "delivered":
			delivered[publication.Snapshot]++
		}
	}

	for snapshot, times := range delivered {
		if times > 1 {
			all = append(all, fmt.Sprintf("snapshot %d was delivered by %d publications", snapshot, times))
		}
	}
	return all
}

func (p *place) wrongFiles() (all []string) {
	p.Helper()
	if exit, said := p.end("publish", "build", "--to", "newest"); exit != 0 {
		return []string{"the files cannot be built: " + said}
	}
	entries, err := os.ReadDir(p.env["live"])
	if err != nil || len(entries) != len(goldenFiles) {
		all = append(all, fmt.Sprintf("the server has %d files (%v)", len(entries), err))
	}

	for _, name := range goldenFiles {
		want, err1 := os.ReadFile(filepath.Join(p.dir, "newest", name))
		got, err2 := os.ReadFile(filepath.Join(p.env["live"], name))
		if err1 != nil || err2 != nil || !bytes.Equal(want, got) {
			all = append(all, fmt.Sprintf("%s is not the newest (%v, %v)", name, err1, err2))
		}
	}
	return all
}

// mustCatch plants a fault, which wrong must find by these words.
func (n *nights) mustCatch(words string, plant func()) {
	n.Helper()
	if before := n.wrong(); before != nil {
		n.Fatalf("before the planted fault: %q", before)
	}
	plant()
	if found := strings.Join(n.wrong(), "\n"); !strings.Contains(found, words) {
		n.Errorf("the planted fault was not caught: got %q, want %q in it", found, words)
	}
}

// cutFile plants a file that has only arrived in part.
func (n *nights) cutFile() {
	if err := os.Truncate(filepath.Join(n.env["live"], "student_tags.csv"), 100); err != nil {
		n.Fatal(err)
	}
}

package cmd_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/sessiontest"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/district"
)

// killAt runs a program and kills it when it logs its n-th step, counted from
// 0. It returns the step, or "" when the program ended before that.
func (p *place) killAt(n int, name string, args ...string) (step string) {
	p.Helper()
	c := p.program(name, args...)
	stderr, err := c.StderrPipe()
	if err != nil {
		p.Fatal(err)
	}
	if err := c.Start(); err != nil {
		p.Fatal(err)
	}

	for lines := bufio.NewScanner(stderr); lines.Scan(); {
		_, rest, ok := strings.Cut(lines.Text(), " step=")
		if !ok {
			continue
		}

		if n--; n < 0 {
			step, _, _ = strings.Cut(rest, " ")
			if err := c.Process.Kill(); err != nil {
				p.Fatal(err)
			}
			break
		}
	}

	_ = c.Wait() // killed, or held, or done
	return step
}

// one asks the store, as its owner, for one value.
func (p *place) one(query string) (n int64) {
	p.Helper()
	db, err := pgx.Connect(context.Background(), p.env["owner_url"])
	if err != nil {
		p.Fatal(err)
	}
	defer db.Close(context.Background())

	if err := db.QueryRow(context.Background(), query).Scan(&n); err != nil {
		p.Fatal(err)
	}
	return n
}

// inDistrict returns a place with a small school district.
func inDistrict(t *testing.T) (*place, district.District) {
	p := newPlace(t)
	d := district.District{Students: 300, Days: 5, Seed: 1, LastDay: sessiontest.LastDay}
	if err := d.Load(t.Context(), p.env["powerschool_url"]); err != nil {
		t.Fatal(err)
	}
	p.configure("")
	return p, d
}

// TestKilledExtract kills extract at each of its steps: a snapshot is there
// whole or not at all, and the next run needs no repair.
func TestKilledExtract(t *testing.T) {
	t.Parallel()
	p, _ := inDistrict(t)
	const strays = `
		select count(*) from student
		where snapshot not in (select number from snapshot)`
	const incomplete = `
		select count(*) from snapshot s
		where students <> (select count(*) from student where snapshot = s.number)`

	for n := 0; ; n++ {
		step := p.killAt(n, "extract", "run")
		if torn := p.one(strays); torn > 0 {
			t.Errorf("killed at %s: %d students without a snapshot", step, torn)
		}
		if torn := p.one(incomplete); torn > 0 {
			t.Errorf("killed at %s: %d snapshots that are not whole", step, torn)
		}

		p.run(0, "extract", "run", "--quiet")
		if step == "" {
			if n < 4 {
				t.Errorf("only %d steps were seen", n)
			}
			return
		}
	}
}

// TestKilledPublish kills publish at each of its steps: what SchooLinks can
// see is always a whole file that was recorded before, and after the next run
// the newest files are live and nothing is left behind.
func TestKilledPublish(t *testing.T) {
	t.Parallel()
	p, d := inDistrict(t)
	p.configure("guard: {cumulative: {percent: 100%}}") // in a few days such a small district loses too much
	p.run(0, "extract", "run")
	p.run(3, "publish", "run")
	p.run(0, "publish", "approve", "1", "--reason", "the first")

	const unsettled = `
		select count(*) from publication_state
		where state not in ('delivered', 'superseded')`
	for n := 0; ; n++ {
		if err := d.NextDay(t.Context(), p.env["powerschool_url"]); err != nil {
			t.Fatal(err)
		}
		p.run(0, "extract", "run")

		step := p.killAt(n, "publish", "run")
		p.wholeFiles(step)
		p.run(0, "publish", "run")
		p.newestFiles(step)
		if open := p.one(unsettled); open > 0 {
			t.Errorf("killed at %s: %d publications are unsettled", step, open)
		}

		if step == "" {
			if n < 15 {
				t.Errorf("only %d steps were seen", n)
			}
			return
		}
	}
}

// wholeFiles checks that the store has recorded the bytes of every file with a
// final name.
func (p *place) wholeFiles(step string) {
	p.Helper()
	for _, name := range goldenFiles {
		text, err := os.ReadFile(filepath.Join(p.env["live"], name))
		if err != nil {
			p.Errorf("killed at %s: %v", step, err)
		}

		recorded := fmt.Sprintf(`select count(*) from content where sha256 = '\x%x'`, sha256.Sum256(text))
		if p.one(recorded) != 1 {
			p.Errorf("killed at %s: %s has bytes that were not recorded", step, name)
		}
	}
}

// newestFiles checks that the server has the files of the newest snapshot, and
// nothing else.
func (p *place) newestFiles(step string) {
	p.Helper()
	p.run(0, "publish", "build", "--to", "newest")
	for _, name := range goldenFiles {
		want, err1 := os.ReadFile(filepath.Join(p.dir, "newest", name))
		got, err2 := os.ReadFile(filepath.Join(p.env["live"], name))
		if err1 != nil || err2 != nil || !bytes.Equal(want, got) {
			p.Errorf("killed at %s: %s is not the newest (%v, %v)", step, name, err1, err2)
		}
	}

	entries, err := os.ReadDir(p.env["live"])
	if err != nil || len(entries) != len(goldenFiles) {
		p.Errorf("killed at %s: the folder has %d entries, want %d (%v)", step, len(entries), len(goldenFiles), err)
	}
}

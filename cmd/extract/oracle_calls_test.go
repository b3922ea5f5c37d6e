//go:build cgo && linux

package main

import (
	"bufio"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/ocishim"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// TestWrongPasswordIsGivenToOracleOnce: Oracle's default profile locks an account
// after ten wrong passwords.
func TestWrongPasswordIsGivenToOracleOnce(t *testing.T) {
	t.Parallel()
	for _, command := range []string{"run", "check"} {
		p := newEmptyPlace(t)
		_, role := postgrestest.Refused(t)
		p.oracle()
		p.env["POWERSCHOOL_READ_USER"] = strings.ToUpper(role)
		p.env["POWERSCHOOL_DB_PASSWORD"] = "Canary"

		said, code := p.end(p.start(command))
		if given := refusals(t, role); code != 6 || given != 1 {
			t.Errorf("%s: exit code %d, want 6; given %d times, want once\n%s", command, code, given, said)
		}
		if strings.Contains(said, "Canary") {
			t.Errorf("%s: the password was told:\n%s", command, said)
		}
	}
}

// many makes more joined rows than one fetch has: two students are joined to 1,500
// equal rows.
func (p *place) many() {
	p.powerschool(`
		insert into s_il_stu_x select x.* from s_il_stu_x x, generate_series(1, 1500)
		where studentsdcid in (
			select dcid from students
			where enroll_status = 0 and grade_level > 8 and schoolid <> 901
			order by dcid desc limit 2)`)
}

// TestInterruptedWhileFetching: godror ignores the end of a context, and some
// fetches never come back.
func TestInterruptedWhileFetching(t *testing.T) {
	t.Parallel()
	for _, fetch := range []string{"slow", "stuck"} {
		p := newPlace(t)
		p.many()
		p.oracle()
		p.env["OCISHIM_FETCH"] = fetch
		fetching := p.trace(fetch)

		c, stderr := p.start("run")
		fetching()
		said, code := p.interrupt(c, stderr)

		if code != 130 || !strings.Contains(said, "error: interrupted: read students: context canceled\n") {
			t.Errorf("%s fetch: exit code %d, want 130\n%s", fetch, code, said)
		}
		if n := p.snapshots(); n > 0 {
			t.Errorf("%s fetch: %d snapshots were stored", fetch, n)
		}
	}
}

// trace returns a function that waits until the stand-in has written a line.
func (p *place) trace(line string) (wait func()) {
	p.Helper()
	name := filepath.Join(p.dir, "trace")
	p.env["OCISHIM_TRACE"] = name
	if err := syscall.Mkfifo(name, 0o600); err != nil {
		p.Fatal(err)
	}

	pipe, err := os.OpenFile(name, os.O_RDWR|syscall.O_NONBLOCK, 0)
	if err != nil {
		p.Fatal(err)
	}
	p.Cleanup(func() { pipe.Close() })

	return func() {
		p.Helper()
		if err := pipe.SetReadDeadline(time.Now().Add(time.Minute)); err != nil {
			p.Fatal(err)
		}

		for lines := bufio.NewScanner(pipe); lines.Scan(); {
			if lines.Text() == line {
				return
			}
		}
		p.Fatalf("the stand-in never wrote %q", line)
	}
}

// TestEveryCallHasADeadline, and students come a thousand at a time.
func TestEveryCallHasADeadline(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.many()
	p.oracle()
	p.env["OCISHIM_TRACE"] = filepath.Join(p.dir, "trace")
	p.take()

	trace, err := os.ReadFile(p.env["OCISHIM_TRACE"])
	if err != nil {
		t.Fatal(err)
	}

	for line, least := range map[string]int{
		`login`:                                  1,
		`ping timeout=\d{5,}`:                    1,
		`prefetch rows=\d{2,}`:                   6, // tables
		`prefetch rows=1000`:                     1, // the students
		`execute timeout=\d{5,}`:                 7,
		`fetch rows=\d{2,} timeout=\d{5,}`:       8,
		`fetch rows=1000 timeout=\d{5,}`:         2,
		`(ping|execute|fetch) .*timeout=\d{0,4}`: 0,
	} {
		n := len(regexp.MustCompile(`(?m)^`+line+`$`).FindAll(trace, -1))
		forbidden := least == 0 && n > 0
		if n < least || forbidden {
			t.Errorf("%q: %d times, want %d\n%s", line, n, least, trace)
		}
	}
}

// TestWideRowsAreFetchedInSmallNumbers: the driver takes memory for as many bytes as
// the columns may have.
func TestWideRowsAreFetchedInSmallNumbers(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.powerschool(`alter table s_stu_crdc_x alter giftedtalentedprograms_yn type varchar(4000);
		alter table u_def_ext_students0 alter simple_gpa type varchar(4000), alter weighted_gpa type varchar(4000)`)
	p.oracle()
	p.env["OCISHIM_TRACE"] = filepath.Join(p.dir, "trace")
	p.take()

	trace, err := os.ReadFile(p.env["OCISHIM_TRACE"])
	if err != nil {
		t.Fatal(err)
	}
	fetches := regexp.MustCompile(`(?m)^fetch rows=(\d+) `).FindAllSubmatch(trace, -1)
	last := string(fetches[len(fetches)-1][1])
	if rows, _ := strconv.Atoi(last); rows < 400 || rows > 700 {
		t.Errorf("%s rows at a time, want about 10 MiB of 20 KiB each\n%s", last, trace)
	}
}

// TestStandInMakesNoMistakeInMemory runs the stand-in's C code under the address
// and undefined behavior sanitizers, which must also find a planted mistake.
func TestStandInMakesNoMistakeInMemory(t *testing.T) {
	t.Parallel()
	p := newEmptyPlace(t)
	powerschooltest.Golden(t, p.env["powerschool_url"], "small")
	p.many()
	p.oracle()
	p.config("attendance: {bounded: false, stale_after: none}")

	p.env["ASAN_OPTIONS"] = "detect_leaks=0" // Go's and ODPI-C's are not ours
	p.env["LD_LIBRARY_PATH"], p.env["LD_PRELOAD"] = ocishim.Sanitized(t)
	p.take()

	p.env["OCISHIM_FETCH"] = "mistake"
	said, code := p.end(p.start("run"))
	if code == 0 || !strings.Contains(said, "AddressSanitizer: heap-buffer-overflow") {
		t.Errorf("the sanitizer missed a mistake: exit code %d\n%s", code, said)
	}
}

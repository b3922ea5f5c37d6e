//go:build linux

package cmd_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/sessiontest"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/district"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
	"github.com/schoolinks-sync/schoolinks-sync/schema/soaktest"
)

// most is how much memory each program may use, in MiB, for a district of any size,
// and mostLong how much extract may use for facts that are long texts.
var most = map[string]float64{"extract": 32, "publish": 64}

// Through Oracle's driver extract may use more: of the difference, the stand-in for
// Oracle's client library and what it loads are 6 MiB, and the rows of a fetch 5.
const (
	mostOracle = 44
	mostLong   = 64
)

// TestMemory runs a night of 100,000 students. Most of them are copies of the same
// 1,000.
func TestMemory(t *testing.T) {
	p := newPlace(t)
	d := district.District{Students: 1000, Days: 3, Seed: 1, LastDay: sessiontest.LastDay}
	if err := d.Load(t.Context(), p.env["powerschool_url"]); err != nil {
		t.Fatal(err)
	}
	multiply(t, p.env["powerschool_url"])
	p.configure("students: {names: true}\nreport: {dir: reports}")

	for _, step := range []struct {
		exit    int
		program string
		args    []string
	}{
		{0, "extract", []string{"run"}},
		{3, "publish", []string{"run"}},
		{0, "extract", []string{"run"}},
		{0, "extract", []string{"verify"}},
		{0, "publish", []string{"approve", "1", "--reason", "the first"}},
	} {
		c := p.program(step.program, append(step.args, "--quiet")...)
		if peak := p.peak(c, step.exit); peak > most[step.program] {
			t.Errorf("%s %s: %.0f MiB at its peak, want at most %.0f",
				step.program, step.args, peak, most[step.program])
		}
	}

	if _, err := os.Stat(filepath.Join(p.dir, "reports", "publication-1.html")); err != nil {
		t.Error(err)
	}

	p.oracle()
	p.extract("godror", mostOracle)
}

// TestMemoryOfLongFacts runs with 40 facts that are as long as Oracle's VARCHAR2 is
// wide, and different for every student.
func TestMemoryOfLongFacts(t *testing.T) {
	p := newPlace(t)
	d := district.District{Students: 1, Days: 1, Seed: 1, LastDay: sessiontest.LastDay}
	if err := d.Load(t.Context(), p.env["powerschool_url"]); err != nil {
		t.Fatal(err)
	}
	students := soaktest.Times(1000, 20_000)
	p.longFacts(students)

	p.extract("postgres", mostLong)
	p.oracle()
	p.extract("godror", mostLong)

	want := fmt.Sprintf("%d students (", students)
	if said := p.run(0, "extract", "show"); !strings.Contains(said, want) {
		t.Errorf("got %q, want %q in it", said, want)
	}
}

// longFacts makes students who have 40 facts of 4,000 bytes, half of them of two
// bytes each character, and configures these facts.
func (p *place) longFacts(students int) {
	p.Helper()
	config := "tags: [{name: Long, detailed_name: Long, description: Long, when: {fact: fact1, is: x}}]\nfacts:\n"
	var columns, values []string
	for i := range 40 {
		config += fmt.Sprintf("  fact%d: {table: u_def_ext_students0, column: fact%[1]d}\n", i)
		columns = append(columns, fmt.Sprintf("add fact%d varchar(4000)", i))
		values = append(values, fmt.Sprintf("rpad(dcid || '-%d ', 3950 / n, c)", i))
	}
	p.configure(config)

	for _, sql := range []string{
		"delete from u_def_ext_students0",
		"alter table u_def_ext_students0 " + strings.Join(columns, ", "),
		"delete from students",
		`insert into students (dcid, id, student_number, enroll_status, grade_level, schoolid, fteid)
			select n, n, n, 0, 9, 17, 1 from generate_series(1, ` + strconv.Itoa(students) + `) n`,
		"insert into u_def_ext_students0 select dcid, null, null, " + strings.Join(values, ", ") +
			" from students join (values (0, 1, 'x'), (1, 2, 'é')) as kind (rest, n, c) on dcid % 2 = rest",
	} {
		postgrestest.Exec(p, p.env["powerschool_url"], sql)
	}
}

// oracle has PowerSchool read through Oracle's driver from now on.
func (p *place) oracle() {
	p.Helper()
	get := func(name string) string { return p.env[name] }
	set := func(name, value string) { p.env[name] = value }
	sessiontest.Oracle(p, get, set)
}

// extract takes a snapshot with at most so many MiB.
func (p *place) extract(driver string, most float64) {
	p.Helper()
	peak := p.peak(p.program("extract", "run", "--quiet"), 0)
	p.Logf("extract run through %s: %.0f MiB at its peak", driver, peak)
	if peak > most {
		p.Errorf("extract run through %s: %.0f MiB at its peak, want at most %.0f", driver, peak, most)
	}
}

// multiply makes 99 copies of every student.
func multiply(t *testing.T, powerschool string) {
	for table, columns := range map[string]string{
		"students": `dcid + n * 1000000, id + n * 1000000, student_number + n * 1000000, enroll_status, grade_level,
			schoolid, fteid, first_name, last_name, dob, gender, entrydate, exitdate`,
		"u_def_ext_students0": `studentsdcid + n * 1000000, simple_gpa, weighted_gpa`,
		"s_il_stu_x":          `studentsdcid + n * 1000000, iep, lep, lii`,
		"s_il_stu_plan504_x":  `studentsdcid + n * 1000000, participant`,
		"s_stu_crdc_x":        `studentsdcid + n * 1000000, giftedtalentedprograms_yn`,
		"ps_adaadm_daily_ctod": `studentid + n * 1000000, schoolid, calendardate, fteid, grade_level,
			attendancevalue, membershipvalue, potential_attendancevalue`,
	} {
		postgrestest.Exec(t, powerschool,
			"insert into "+table+" select "+columns+" from "+table+", generate_series(1, 99) n")
	}
}

// peak runs a program, which must end with the exit code, and returns the most
// memory that was resident, in MiB. What wait reports would begin with the memory of
// this process, which is large under the race detector; so the program is looked at
// while it runs.
func (p *place) peak(c *exec.Cmd, exit int) (most float64) {
	p.Helper()
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	if err := c.Start(); err != nil {
		p.Fatal(err)
	}

	ended := make(chan error)
	go func() { ended <- c.Wait() }()
	look := time.NewTicker(2 * time.Millisecond)
	defer look.Stop()
	for {
		select {
		case <-look.C:
			most = max(most, resident(c.Process.Pid))
		case err := <-ended:
			if c.ProcessState.ExitCode() != exit {
				p.Fatalf("%q: %v, want exit code %d\n%s", c.Args, err, exit, &out)
			}
			return most
		}
	}
}

// resident returns the most memory that a process has had, in MiB; 0 when it has
// ended.
func resident(pid int) float64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}

	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	var kilobytes float64
	if _, err := fmt.Sscan(rest, &kilobytes); err != nil {
		return 0
	}
	return kilobytes / 1024
}

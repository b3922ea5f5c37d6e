//go:build linux

package cmd_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"syscall"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/sessiontest"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/district"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// most is how much memory either program may use, in MiB, for a district of any
// size.
const most = 128

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
		if peak := p.peak(c, step.exit); peak > most {
			t.Errorf("%s %s: %.0f MiB at its peak, want at most %d", step.program, step.args, peak, most)
		}
	}

	if _, err := os.Stat(filepath.Join(p.dir, "reports", "publication-1.html")); err != nil {
		t.Error(err)
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
// memory that was resident, in MiB. Linux starts counting before the program is
// loaded, with the memory of this process, so that is reduced first.
func (p *place) peak(c *exec.Cmd, exit int) float64 {
	p.Helper()
	debug.FreeOSMemory()
	if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0); err != nil {
		p.Fatal(err)
	}

	out, err := c.CombinedOutput()
	if c.ProcessState.ExitCode() != exit {
		p.Fatalf("%q: %v, want exit code %d\n%s", c.Args, err, exit, out)
	}
	return float64(c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) / 1024
}

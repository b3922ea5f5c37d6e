package cmd_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// The marks. Every value of a student that the source has, and every secret, is
// one; nothing else looks like them.
var (
	studentMarks = regexp.MustCompile(`\b7777\d{4}(\.\d+)?\b|\b7777-\d\d|Canary\w*`)
	secretMarks  = regexp.MustCompile(`hush-\w+|BEGIN OPENSSH|b3BlbnNzaC1rZXk`) // with which each key begins
)

const (
	storePassword  = "hush-store"
	sourcePassword = "hush-source"
	wrongPassword  = "hush-wrong"
	keyPassphrase  = "hush-passphrase"
	serverPassword = sftptest.Password
)

// markSource marks all columns of PowerSchool's tables that hold something of a
// student, except for those of a few letters: status, grade, school and gender.
const markSource = `
	update u_def_ext_students0 set studentsdcid = studentsdcid + 77771000;
	update s_il_stu_x set studentsdcid = studentsdcid + 77771000;
	update s_il_stu_plan504_x set studentsdcid = studentsdcid + 77771000;
	update s_stu_crdc_x set studentsdcid = studentsdcid + 77771000;
	update ps_adaadm_daily_ctod set studentid = studentid + 77772000;
	update students set dcid = dcid + 77771000, id = id + 77772000, student_number = 77773000 + id,
		first_name = 'CanaryFirst', last_name = 'CanaryLast', dob = '7777-12-12';
	update students set student_number = 77773900.5 where id = 77772007;
	update students set fteid = 77774001 where id = 77772008;
	update u_def_ext_students0 set simple_gpa = 'CanaryGPA' where studentsdcid < 77771201;
	update u_def_ext_students0 set weighted_gpa = '77774002' where studentsdcid = 77771251;
	update s_il_stu_x set iep = 77774003 where studentsdcid = 77771261;
	update s_il_stu_x set lep = 77774004, lii = 77774005 where studentsdcid = 77771263;
	update s_il_stu_plan504_x set participant = 77774006 where studentsdcid = 77771265;
	update s_stu_crdc_x set giftedtalentedprograms_yn = 'CanaryY' where studentsdcid < 77771201;
	update ps_adaadm_daily_ctod set attendancevalue = 77774007, membershipvalue = 77774008
		where studentid = 77772060`

// mayTell are the only commands whose standard output, or the files that they are
// asked to write, may hold values of students: these are their results. A report
// with --share is not one of them.
var mayTell = []string{"publish diff", "publish report", "publish timeline", "publish build"}

// factValues are the marks that extract check may show: it counts the students who
// have each value of a fact, but never says which.
var factValues = regexp.MustCompile(`CanaryY|\b7777400[3-6]\b`)

// commonValues are those that extract find may show too: a dozen students have them.
var commonValues = regexp.MustCompile(`CanaryY`)

// mayBeTyped are the commands that a person gives a student's number to. It is in
// the process list for as long as the command runs; nothing else of it is told.
var mayBeTyped = []string{"publish timeline"}

// told is something that a program said or left, and where.
type told struct{ where, text string }

// ear runs the programs in a place, and keeps what they say.
type ear struct {
	*place
	calls   int
	mu      sync.Mutex // of what follows: the SFTP server's requests look at the process list
	told    []told     // where there may be nothing of a student
	results []told     // where there may be
}

func (e *ear) add(to *[]told, where, text string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	*to = append(*to, told{where, text})
}

// hear runs a program, which must end with the exit code, with the log at its most
// talkative, in both formats by turns.
func (e *ear) hear(exit int, name string, args ...string) (stdout string) {
	e.Helper()
	e.calls++
	format := []string{"text", "json"}[e.calls%2]
	c := e.program(name, append(args, "--log-level", "debug", "--log-format", format)...)
	said := e.listen(c)
	if err := c.Start(); err != nil {
		e.Fatal(err)
	}
	e.processes(name + " " + args[0])
	_ = c.Wait() // the exit code tells

	e.note(name, args, said)
	if got := c.ProcessState.ExitCode(); got != exit {
		e.Errorf("%s %q: exit code %d, want %d\n%s", name, args, got, exit, said.stderr.String())
	}
	return said.stdout.String()
}

// speech is what a program writes.
type speech struct{ stdout, stderr bytes.Buffer }

func (e *ear) listen(c *exec.Cmd) *speech {
	said := &speech{}
	c.Stdout, c.Stderr = &said.stdout, &said.stderr
	c.Env = append(c.Env, "TMPDIR="+filepath.Join(e.dir, "tmp"))
	return said
}

func (e *ear) note(name string, args []string, said *speech) {
	command := name + " " + args[0]
	what := name + " " + strings.Join(args, " ")
	e.add(&e.told, "stderr of "+what, said.stderr.String())

	out := said.stdout.String()
	if slices.Contains(mayTell, command) && !slices.Contains(args, "--share") {
		e.add(&e.results, "stdout of "+what, out)
		return
	}
	switch command {
	case "extract check":
		out = factValues.ReplaceAllString(out, "")
	case "extract find":
		out = commonValues.ReplaceAllString(out, "")
	}
	e.add(&e.told, "stdout of "+what, out)
}

// processes notes the command lines of all processes on this machine, among them
// PostgreSQL's, which show what each one is doing.
func (e *ear) processes(during string) {
	to := &e.told
	if slices.Contains(mayBeTyped, during) {
		to = &e.results
	}
	e.add(to, "process list during "+during, processList())
}

// processList returns the command lines, or "" where there is no /proc.
func processList() string {
	files, _ := filepath.Glob("/proc/[0-9]*/cmdline") // the pattern is right
	var all strings.Builder
	for _, file := range files {
		line, err := os.ReadFile(file)
		if err == nil { // it may have ended
			fmt.Fprintf(&all, "%s\n", bytes.ReplaceAll(line, []byte{0}, []byte{' '}))
		}
	}
	return all.String()
}

// left notes what the programs have left in the folder for temporary files and in
// the one where they ran. expected are the files of their results. What the test
// itself has put into secrets and other is left out.
func (e *ear) left(expected ...string) {
	e.Helper()
	err := filepath.WalkDir(e.dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(e.dir, path)
		if err != nil {
			return err
		}

		text, err := os.ReadFile(path)
		to := &e.told
		top, _, _ := strings.Cut(filepath.ToSlash(name), "/")
		if top == "secrets" || top == "other" {
			return err
		}
		if slices.Contains(expected, top) {
			to = &e.results
		}
		e.add(to, "file "+name, name+"\n"+string(text))
		return err
	})
	if err != nil {
		e.Fatal(err)
	}
}

// found returns which marks are where none may be.
func (e *ear) found() (all []string) {
	search := func(in []told, marks *regexp.Regexp) {
		for _, t := range in {
			if mark := marks.FindString(t.text); mark != "" {
				all = append(all, mark+" in "+t.where)
			}
		}
	}

	search(e.told, studentMarks)
	search(e.told, secretMarks)
	search(e.results, secretMarks)
	return all
}

// interrupt signals a program once reached is closed, which happens while it does
// something.
func (e *ear) interrupt(signal syscall.Signal, reached <-chan struct{}, name string, args ...string) {
	e.Helper()
	c := e.program(name, append(args, "--log-level", "debug")...)
	said := e.listen(c)
	e.calls++
	if err := c.Start(); err != nil {
		e.Fatal(err)
	}

	select {
	case <-reached:
	case <-time.After(20 * time.Second): // it never comes there
		e.Errorf("%s %q was not interrupted", name, args)
	}
	e.processes(name + " " + args[0])
	_ = c.Process.Signal(signal) // unless it has ended
	_ = c.Wait()
	e.note(name, args, said)
}

// quietLog has PostgreSQL log what the README tells the store's administrator to
// log. PowerSchool's database has a log that is not ours to set up, and whose errors
// quote what they like: they stay out of the one log that both have here.
func (e *ear) quietLog() {
	e.Helper()
	for of, setting := range map[string]string{
		"owner_url":       "log_error_verbosity = terse",
		"powerschool_url": "log_min_messages = fatal",
	} {
		database := postgrestest.AsSuperuser(e, e.env[of])
		for _, set := range []string{setting, "log_min_error_statement = panic"} {
			postgrestest.Exec(e, database, `
				do $$ begin
					execute format('alter database %I set `+set+`', current_database());
				end $$`)
		}
	}
}

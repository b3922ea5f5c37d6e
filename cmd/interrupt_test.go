package cmd_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// beforeSecondNight returns a place where the first files are live and the
// second snapshot was taken.
func beforeSecondNight(t *testing.T) *place {
	t.Parallel()
	p, d := inDistrict(t)
	p.run(0, "extract", "run")
	p.run(3, "publish", "run")
	p.run(0, "publish", "approve", "1", "--reason", "the first")

	if err := d.NextDay(t.Context(), p.env["powerschool_url"]); err != nil {
		t.Fatal(err)
	}
	p.run(0, "extract", "run")
	return p
}

// live returns what the server has, by name.
func (p *place) live() map[string]string {
	p.Helper()
	entries, err := os.ReadDir(p.env["live"])
	if err != nil {
		p.Fatal(err)
	}

	files := map[string]string{}
	for _, entry := range entries {
		text, err := os.ReadFile(filepath.Join(p.env["live"], entry.Name()))
		if err != nil {
			p.Fatal(err)
		}
		files[entry.Name()] = string(text)
	}
	return files
}

// TestInterruptWhileSending presses Ctrl-C while the last file is on its way,
// and starts a second run before that: nothing that SchooLinks sees has
// changed, nothing is left behind, and the next run is clean.
func TestInterruptWhileSending(t *testing.T) {
	p := beforeSecondNight(t)
	before := p.live()
	sending, goOn := make(chan struct{}), make(chan struct{})
	p.server.Before(func(op, name string, _ int) error {
		if op == "write" && strings.Contains(name, "/.student_tags.csv.") {
			close(sending)
			<-goOn
		}
		return nil
	})

	var said bytes.Buffer
	c := p.program("publish", "run")
	c.Stdout, c.Stderr = &said, &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	<-sending

	const locked = "error: another publish is running\nhint: wait until it has ended\n"
	if second := p.run(4, "publish", "run", "--quiet"); second != locked {
		t.Errorf("the second run says %s", second)
	}
	if err := c.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	_ = c.Wait() // the exit code tells
	close(goOn)

	const interrupted = "\nerror: interrupted: nothing was sent: send student_tags.csv: "
	if exit := c.ProcessState.ExitCode(); exit != 130 || !strings.Contains(said.String(), interrupted) {
		t.Errorf("exit code %d, it says %s", exit, &said)
	}
	if after := p.live(); !maps.Equal(before, after) {
		t.Errorf("the server has other files than before")
	}

	p.server.Before(nil)
	p.run(0, "publish", "run")
	p.newestFiles("interrupt")
}

// rename gives the staged file its final name, as the server does.
func (p *place) rename(name string) {
	staged, err := filepath.Glob(filepath.Join(p.env["live"], "."+name+".*.part"))
	if err != nil || len(staged) != 1 {
		p.Errorf("%d staged files of %s (%v)", len(staged), name, err)
		return
	}
	if err := os.Rename(staged[0], filepath.Join(p.env["live"], name)); err != nil {
		p.Error(err)
	}
}

// TestKilledWhereNothingCanBeRead kills publish at its second rename, before
// and after the server has done it, for an account that may not read. Nobody
// knows which it was, so the next run sends what is not known to have been sent.
func TestKilledWhereNothingCanBeRead(t *testing.T) {
	const says = "delivery 2 unknown\n" +
		"  sent attendance_percentage.csv, verified by size\n" +
		"  not known whether it was sent: gpa.csv\n" +
		"  not known whether it was sent: student_tags.csv\n"
	const saysAfter = "delivery 3 delivered\n" +
		"  sent gpa.csv, verified by size\n" +
		"  sent student_tags.csv, verified by size\n"

	for name, renamed := range map[string]bool{"before the rename": false, "after the rename": true} {
		t.Run(name, func(t *testing.T) {
			p := beforeSecondNight(t)
			p.verifyBySize()
			p.killAtSecondRename(renamed)

			p.server.Before(mayNotRead)
			p.run(0, "publish", "run")
			said := p.run(0, "publish", "show", "2")
			if !strings.Contains(said, says) || !strings.Contains(said, saysAfter) {
				t.Errorf("got %s, want %s and %s", said, says, saysAfter)
			}
			p.newestFiles(name)
		})
	}
}

// verifyBySize configures publish for an account that may not read.
func (p *place) verifyBySize() {
	p.Helper()
	text := "sftp: {verify: size, known_hosts: " + p.env["known_hosts"] + "}\n"
	if err := os.WriteFile(filepath.Join(p.dir, "schoolinks.yaml"), []byte(text), 0o600); err != nil {
		p.Fatal(err)
	}
}

// mayNotRead is a server that opens no file.
func mayNotRead(op, _ string, _ int) error {
	if op == "open" {
		return syscall.EACCES
	}
	return nil
}

// killAtSecondRename runs publish with a server that kills it at its second
// rename. renamed says whether the server renames the file nevertheless.
func (p *place) killAtSecondRename(renamed bool) {
	p.Helper()
	c := p.program("publish", "run")
	started := make(chan struct{})
	p.server.Before(func(op, name string, time int) error {
		if op != "rename" || time != 2 {
			return mayNotRead(op, name, time)
		}

		<-started
		if renamed { // here, because the server would do it at some time after the kill
			p.rename("gpa.csv")
		}
		if err := c.Process.Kill(); err != nil {
			p.Error(err)
		}
		return syscall.EIO
	})

	if err := c.Start(); err != nil {
		p.Fatal(err)
	}
	close(started)
	if err := c.Wait(); err == nil {
		p.Fatal("it was not killed")
	}
}

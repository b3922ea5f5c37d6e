package cmd_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
)

// consume takes away what is on the server, as SchooLinks does, and whoever tidies
// the folder.
func (p *place) consume() {
	p.Helper()
	for name := range p.live() {
		if err := os.Remove(filepath.Join(p.env["live"], name)); err != nil {
			p.Fatal(err)
		}
	}
}

// purge removes the staged file of a name, as a server does that tidies up.
func (p *place) purge(name string) {
	staged, _ := filepath.Glob(filepath.Join(p.env["live"], "."+name+".*.part"))
	for _, file := range staged {
		_ = os.Remove(file) // the next one may have been quicker
	}
}

// upload puts a file under its final name, as another program does.
func (p *place) upload(name, text string) {
	p.Helper()
	if err := os.WriteFile(filepath.Join(p.env["live"], name), []byte(text), 0o644); err != nil {
		p.Fatal(err)
	}
}

// configureSFTP writes the configuration file with more settings of sftp.
func (p *place) configureSFTP(settings string) {
	p.Helper()
	text := "sftp: {" + settings + ", known_hosts: " + p.env["known_hosts"] + "}\n"
	if err := os.WriteFile(filepath.Join(p.dir, "schoolinks.yaml"), []byte(text), 0o600); err != nil {
		p.Fatal(err)
	}
}

// says checks that a text has all of these parts.
func (p *place) says(text string, parts ...string) {
	p.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			p.Errorf("got %s, want it to say %q", text, part)
		}
	}
}

// killedAtRename is a place whose second night was killed while the server was asked
// for the first rename, which it did not do.
func killedAtRename(t *testing.T) *place {
	t.Helper()
	p := beforeSecondNight(t)
	c, started := p.program("publish", "run"), make(chan struct{})
	p.server.Before(func(op, _ string, _ int) error {
		if op != "rename" {
			return nil
		}
		<-started
		if err := c.Process.Kill(); err != nil {
			p.Error(err)
		}
		return syscall.EIO
	})

	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	close(started)
	if err := c.Wait(); err == nil {
		t.Fatal("it was not killed")
	}
	p.server.Before(nil)
	return p
}

// TestPurgedAfterAKill tidies the folder after a kill: that a staged file is gone
// does not say that it was sent.
func TestPurgedAfterAKill(t *testing.T) {
	p := killedAtRename(t)
	p.consume()
	p.says(p.run(0, "publish", "status"), // nobody has ended it yet
		"gpa.csv: not known: that of publication 1 or 2",
		"publication 2: being delivered, or its run has died: the next run takes over")
	p.run(0, "publish", "run")
	p.newestFiles("purged")
	p.says(p.run(0, "publish", "show", "2"),
		"not known whether it was sent: gpa.csv", "  sent gpa.csv, verified by hash")
	p.run(0, "publish", "status")
}

// TestPurgedBeforeItsRename has a staged file vanish in the run itself.
func TestPurgedBeforeItsRename(t *testing.T) {
	p := beforeSecondNight(t)
	p.consume()
	p.server.Before(func(op, name string, _ int) error {
		if op == "rename" && strings.HasSuffix(name, "student_tags.csv") {
			p.purge("student_tags.csv")
		}
		return nil
	})
	p.says(p.run(8, "publish", "run"), "error: 2 of 3 files were sent: send student_tags.csv: ")
	p.server.Before(nil)
	p.says(p.run(0, "publish", "show", "2"), ": partial\n", "  not sent: student_tags.csv")
	p.says(p.run(8, "publish", "status"), "student_tags.csv: not known: that of publication 1 or 2")

	p.run(0, "publish", "run")
	p.newestFiles("purged")
}

// TestOtherUploadAfterAKill changes where and how files are uploaded after a kill:
// the staged files are removed where they were recorded.
func TestOtherUploadAfterAKill(t *testing.T) {
	for _, settings := range []string{"upload: direct", "stage_directory: /incoming"} {
		t.Run(settings, func(t *testing.T) {
			p := killedAtRename(t)
			incoming := filepath.Join(filepath.Dir(p.env["live"]), "incoming")
			if err := os.Mkdir(incoming, 0o755); err != nil {
				t.Fatal(err)
			}

			p.configureSFTP(settings)
			p.run(0, "publish", "run")
			p.newestFiles(settings)
		})
	}
}

// TestRecordedNamesAlone kills a run where the account may not list, with a file of
// another installation staged beside: the next run removes its own, and only those.
func TestRecordedNamesAlone(t *testing.T) {
	p := killedAtRename(t)
	const another = ".gpa.csv.0123abcd-1.part"
	p.upload(another, "of another store")
	p.server.Before(func(op, _ string, _ int) error {
		if op == "list" {
			return syscall.EACCES
		}
		return nil
	})

	p.run(0, "publish", "run")
	if live := p.live(); len(live) != 4 || live[another] == "" {
		t.Errorf("got %d files, want three and that of another store", len(live))
	}
}

// TestTornByTheServer has a rename that leaves a beginning of the file, and goes on
// doing so: nobody calls that delivered, and the next run sends it again.
func TestTornByTheServer(t *testing.T) {
	p := beforeSecondNight(t)
	p.configureSFTP("upload: direct")
	p.server.Before(func(op, name string, _ int) error {
		if op == "write" && strings.HasSuffix(name, "gpa.csv") {
			return syscall.ENOSPC
		}
		return nil
	})
	said := p.run(8, "publish", "run")
	p.says(said, "error: 1 of 3 files are known to have been sent: send gpa.csv: ", "hint: run it again")
	p.server.Before(nil)
	if got := p.live()["gpa.csv"]; got != "" {
		t.Errorf("got %d bytes, want the empty file that a full disk leaves", len(got))
	}

	p.run(0, "publish", "run")
	p.newestFiles("torn")
}

// TestForeignUpload has a person upload something: the night is held, and each of the
// two ways out works.
func TestForeignUpload(t *testing.T) {
	for name, way := range map[string]func(p *place){
		"approve": func(p *place) {
			p.run(0, "publish", "approve", "2", "--reason", "that was a test")
		},
		"adopt": func(p *place) {
			p.run(0, "publish", "adopt", "--from-server")
			p.says(p.run(0, "publish", "run"), "publication 4 of snapshot 2: delivered")
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := beforeSecondNight(t)
			p.upload("gpa.csv", "student_number,numerator_unweighted,numerator_weighted\n1,1.0,1.0\n")
			said := p.run(3, "publish", "run")
			p.says(said, "error: publication 2 is held; nothing was sent: file gpa: what is under the name gpa.csv ")
			p.says(p.run(3, "publish", "status"), "held by foreign: ")
			p.says(p.run(0, "publish", "check"), "warn  foreign files: ")
			p.says(p.run(0, "publish", "report", "2"), "held by foreign: ")

			way(p)
			p.newestFiles(name)
		})
	}
}

// TestSupersededInPart sends one file, and another publication after it: what was
// sent is told of each file.
func TestSupersededInPart(t *testing.T) {
	p := beforeSecondNight(t)
	p.server.Before(func(op, name string, _ int) error {
		if op == "rename" && strings.HasSuffix(name, "/gpa.csv") {
			return syscall.EACCES
		}
		return nil
	})
	p.run(8, "publish", "run")
	p.server.Before(nil)
	p.run(0, "extract", "run", "--attendance-through", "2026-11-18")
	p.run(0, "publish", "run")
	p.says(p.run(0, "publish", "report", "2"), "superseded", "sent: attendance_percentage.csv")
	p.newestFiles("superseded")
}

// TestApproverIsTheOneWhoseApprovalWasDelivered has an approval that sends nothing.
func TestApproverIsTheOneWhoseApprovalWasDelivered(t *testing.T) {
	t.Parallel()
	p, _ := inDistrict(t)
	p.run(0, "extract", "run")
	p.run(3, "publish", "run")
	p.server.Before(func(op, _ string, _ int) error {
		if op == "create" {
			return syscall.EACCES
		}
		return nil
	})
	p.run(1, "publish", "approve", "1", "--by", "Zoe", "--reason", "looked at the GPAs")
	p.server.Before(nil)
	p.run(0, "publish", "approve", "1", "--by", "Adam", "--reason", "looked at all of it")

	n := p.one(`select max(number::bigint) from student`)
	said := p.run(0, "publish", "timeline", strconv.FormatInt(n, 10))
	p.says(said, "approved by Adam: looked at all of it")
}

// TestSilentRename has the server say nothing more at the second rename: the look
// over another connection has a time of its own, and what is left goes there.
func TestSilentRename(t *testing.T) {
	p := beforeSecondNight(t)
	p.configureSFTP("timeout: 2s")
	p.server.Before(func(op, _ string, time int) error {
		if op == "rename" && time == 2 {
			return server.ErrSilent
		}
		return nil
	})
	p.run(0, "publish", "run")
	p.newestFiles("silent")
}

package cmd_test

import (
	"errors"
	"io"
	"io/fs"
	"strings"
	"sync"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
)

// contentFaults are what servers do to what is written.
func contentFaults() []delivery {
	torn := "torn gpa.csv; today's attendance_percentage.csv; yesterday's student_tags.csv"
	return []delivery{
		{name: "a file that was just closed cannot be opened or renamed for half a second",
			faults: having(server.Faults{Busy: server.Spell{For: 500 * time.Millisecond}})},
		{name: "a file that was just closed cannot be opened or renamed three times",
			faults: having(server.Faults{Busy: server.Spell{Times: 3}})},
		{name: "a file that was just closed cannot be opened or renamed for eight seconds", soak: true,
			faults: having(server.Faults{Busy: server.Spell{For: 8 * time.Second}}), limit: 90 * time.Second},
		{name: "a file that was closed cannot be opened or renamed for two minutes", soak: true,
			faults: having(server.Faults{Busy: server.Spell{For: 2 * time.Minute}}), limit: 2 * time.Minute,
			exit: 1, holds: yesterdays, record: "failed"},
		{name: "a file that was just closed has size 0 for half a second",
			faults: having(server.Faults{Small: server.Spell{For: 500 * time.Millisecond}})},
		{name: "a file that was just closed has size 0 for half a second", settings: "upload: direct",
			faults: having(server.Faults{Small: server.Spell{For: 500 * time.Millisecond}})},
		{name: "a file that was just closed is too small three times", settings: "verify: size",
			faults: having(server.Faults{Small: server.Spell{Times: 3}, Size: 1000}), record: "delivered: size"},
		{name: "fsync is offered and fails", faults: having(server.Faults{FailFsync: true})},
		{name: "a write is answered END OF FILE", faults: when("write", io.EOF, 2),
			exit: 5, holds: yesterdays, record: "failed"},
		{name: "a write is answered CONNECTION_LOST", faults: when("write", server.Status(7), 2),
			says: []string{`the server said "connection lost"`},
			exit: 5, holds: yesterdays, record: "failed"},
		{name: "a write is answered with a long text that has the password in it", faults: chatty,
			exit: 1, says: []string{`the server said "*** may not write`}, holds: yesterdays, record: "failed"},
		{name: "a read has no more than 1,000 bytes", faults: having(server.Faults{MaxRead: 1000})},
		{name: "a file that is read never ends", faults: noEnd("csv"),
			exit: 1, says: []string{"read attendance_percentage.csv: there is more of it than this program reads"},
			holds: yesterdays, record: "planned"},
		{name: "a staged file that is read never ends", faults: noEnd("part"),
			exit: 1, says: []string{"differs"}, holds: yesterdays, record: "failed"},
		{name: "reading is refused", faults: refuses("open"), exit: 1, holds: yesterdays, record: "failed",
			says: []string{"may not read"}, hint: "sftp.verify: size"},
		{name: "reading is refused", settings: "verify: size", faults: refuses("open"), record: "delivered: size"},
		{name: "opening a file to read it is answered FAILURE", soak: true, limit: 2 * time.Minute,
			faults: when("open", server.Status(4)), exit: 1, holds: yesterdays, record: "failed",
			says: []string{"what was written cannot be read back"}, hint: "sftp.verify: size"},
		{name: "a bit is another", faults: having(server.Faults{Flip: true}), exit: 1, holds: yesterdays,
			record: "failed", says: []string{"differs"}},
		{name: "a bit is another", settings: "upload: direct", faults: having(server.Faults{Flip: true}), exit: 8,
			says:   []string{"attendance_percentage.csv", "differs"},
			holds:  "torn attendance_percentage.csv; yesterday's gpa.csv, student_tags.csv",
			record: "unknown: not sent gpa.csv, student_tags.csv; unknown attendance_percentage.csv"},
		{name: "the quota is used up in the second file", faults: quota, exit: 1, holds: yesterdays, record: "failed"},
		{name: "the quota is used up in the second file", settings: "upload: direct", faults: quota, exit: 8,
			says: []string{"gpa.csv"}, holds: "empty" + torn[4:],
			record: "unknown: hash attendance_percentage.csv; not sent student_tags.csv; unknown gpa.csv"},
		{name: "opening the second file is refused", settings: "upload: direct", soak: true,
			faults: when("create", fs.ErrPermission, 2, 100), exit: 8, says: []string{"gpa.csv"},
			holds:  "today's attendance_percentage.csv; yesterday's gpa.csv, student_tags.csv",
			record: "partial: hash attendance_percentage.csv; not sent gpa.csv, student_tags.csv"},
		{name: "closing a file is answered FAILURE", settings: "upload: direct", faults: closeFails,
			exit: 8, says: []string{"attendance_percentage.csv"},
			holds:  "today's attendance_percentage.csv; yesterday's gpa.csv, student_tags.csv",
			record: "unknown: not sent gpa.csv, student_tags.csv; unknown attendance_percentage.csv"},
	}
}

// closeFails answers that a file that was written cannot be closed.
func closeFails(*servedNight) server.Faults {
	var written sync.Map
	return server.Faults{Before: func(op, name string) error {
		switch op {
		case "create":
			written.Store(name, true)
		case "close":
			if _, was := written.LoadAndDelete(name); was {
				return server.Status(4)
			}
		}
		return nil
	}}
}

// chatty answers a write with the password, and much more.
func chatty(n *servedNight) server.Faults {
	return when("write", errors.New(n.config.Password()+" may not write\n"+strings.Repeat(".", 10_000)))(n)
}

// noEnd has files whose names end so never end when they are read.
func noEnd(of string) func(*servedNight) server.Faults {
	return having(server.Faults{NoEnd: func(name string) bool { return strings.HasSuffix(name, of) }})
}

// quota lets the account write the first file and no more.
func quota(*servedNight) server.Faults {
	return server.Faults{Quota: int64(len(second.today["attendance_percentage.csv"]))}
}

package cmd_test

import (
	"os"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
)

// having is a server with faults that need nothing of the night.
func having(f server.Faults) func(*servedNight) server.Faults {
	return func(*servedNight) server.Faults { return f }
}

// when has a server answer a request with an error: always, or the times from first to
// last that it is asked for that.
func when(op string, answer error, times ...int64) func(*servedNight) server.Faults {
	return whenNamed(op, "", answer, times...)
}

// whenNamed is when, for files whose names end so.
func whenNamed(op, end string, answer error, times ...int64) func(*servedNight) server.Faults {
	first, last := int64(1), int64(1<<40)
	if len(times) > 0 {
		first, last = times[0], times[len(times)-1]
	}
	return func(*servedNight) server.Faults {
		var asked atomic.Int64
		return server.Faults{Before: func(what, name string) error {
			if what != op || !strings.HasSuffix(name, end) {
				return nil
			}
			if n := asked.Add(1); first <= n && n <= last {
				return answer
			}
			return nil
		}}
	}
}

// connectionFaults are what happens to connections, and when they end.
func connectionFaults() []delivery {
	slow := 10 * time.Second // of sftp.timeout: 2s, and what is cleaned up then
	return []delivery{
		{name: "drops the first connection before the version (MaxStartups)",
			faults: having(server.Faults{DropFirst: 1})},
		{name: "drops the first three connections before the version", soak: true, limit: 5 * time.Minute,
			faults: having(server.Faults{DropFirst: 3})},
		{name: "drops every connection before the version", soak: true, limit: 4 * time.Minute,
			faults: having(server.Faults{DropFirst: 1 << 30}),
			exit:   5, holds: yesterdays, record: "planned", secrets: noSecret},
		{name: "bans an address after six connections without a login, and trust and check came before",
			faults: having(server.Faults{BanAfter: 6}), prepare: trustAndCheck},
		{name: "sends a line of 400 bytes before the version",
			faults: having(server.Faults{Greeting: strings.Repeat("-", 400) + "\r\n"})},
		{name: "sends 40 lines before the version",
			faults: having(server.Faults{Greeting: strings.Repeat("Authorized use only.\r\n", 40)})},
		{name: "has a version line of 301 bytes", faults: having(server.Faults{SSH: server.LongVersion}),
			exit: 1, says: []string{"255 bytes"}, holds: yesterdays, record: "planned", secrets: noSecret},
		{name: "disconnects before the key exchange and says why", soak: true, limit: 4 * time.Minute,
			faults: having(server.Faults{Disconnect: "maintenance until 5 AM"}),
			exit:   5, says: []string{"maintenance until 5 AM"},
			holds: yesterdays, record: "planned", secrets: noSecret},
		{name: "does not answer keepalives", faults: having(server.Faults{Deaf: true})},
		{name: "one session for each account", faults: having(server.Faults{OneSession: true})},
		{name: "one session for each account, and the first rename is refused",
			faults: func(n *servedNight) server.Faults {
				f := when("rename", server.Status(4), 1)(n)
				f.OneSession = true
				return f
			}},
		{name: "sends 1,000 bytes a second", settings: "timeout: 2s", faults: having(server.Faults{Rate: 1000}),
			exit: 5, says: []string{"longer than 2s, which is sftp.timeout"}, holds: yesterdays, record: "planned",
			limit: slow + 15*time.Second},
		{name: "sends 1,000 bytes a second", settings: "timeout: 5m", soak: true,
			faults: having(server.Faults{Rate: 1000}),
			limit:  5 * time.Minute},
		{name: "drops the connection when the first file is created", faults: when("create", server.ErrGone, 1),
			exit: 5, holds: yesterdays, record: "failed"},
		{name: "drops the connection in the first write", settings: "upload: direct",
			faults: when("write", server.ErrGone, 1),
			exit:   8, says: []string{"attendance_percentage.csv"},
			holds:  "empty attendance_percentage.csv; yesterday's gpa.csv, student_tags.csv",
			record: "unknown: not sent gpa.csv, student_tags.csv; unknown attendance_percentage.csv"},
		{name: "ends SFTP, and not the connection, in the second write", faults: when("write", server.ErrEnds, 2),
			says: []string{"write: the server ended SFTP"},
			exit: 5, holds: yesterdays, record: "failed"},
		{name: "ends SFTP, and not the connection, at the second rename", faults: when("rename", server.ErrEnds, 2)},
		{name: "drops the connection when the last file is written", faults: when("write", server.ErrGone, 3),
			exit: 5, holds: yesterdays, record: "failed"},
		{name: "drops the connection when a file is read back", faults: whenNamed("read", ".part", server.ErrGone, 1),
			exit: 5, holds: yesterdays, record: "failed"},
		{name: "drops the connection at the second rename, undone", faults: when("rename", server.ErrGone, 2)},
		{name: "drops the connection at the second rename, done", faults: goneAfterRename(2)},
		{name: "drops the connection after each rename", faults: goneAfterRename(1, 2, 3, 4, 5, 6),
			exit: 0},
		{name: "says nothing from the first write on", settings: "timeout: 2s",
			faults: when("write", server.ErrSilent, 1), limit: slow + 15*time.Second,
			exit: 5, hint: "sftp.timeout", holds: yesterdays, record: "failed"},
		{name: "says nothing from the second rename on", settings: "timeout: 2s",
			faults: when("rename", server.ErrSilent, 2), limit: 30 * time.Second,
			exit: 0},
		{name: "says nothing from the version on", settings: "timeout: 2s",
			faults: when("connect", server.ErrSilent), limit: 30 * time.Second,
			exit: 5, holds: yesterdays, record: "planned", secrets: noSecret},
		{name: "says nothing for good from the first write on", soak: true, limit: 3 * time.Minute,
			faults: when("write", server.ErrSilent, 1),
			exit:   5, says: []string{"the server sent nothing for 1m0s"},
			holds: yesterdays, record: "failed"},
	}
}

// trustAndCheck does what a person does before the first night.
func trustAndCheck(n *servedNight) {
	n.Helper()
	known, err := os.ReadFile(n.config.KnownHosts)
	if err != nil {
		n.Fatal(err)
	}
	_, _, key, _, _, err := ssh.ParseKnownHosts(known)
	if err != nil {
		n.Fatal(err)
	}
	if err := os.Truncate(n.config.KnownHosts, 0); err != nil {
		n.Fatal(err)
	}

	for _, args := range [][]string{{"trust", "--fingerprint", ssh.FingerprintSHA256(key)}, {"check"}, {"check"}} {
		if exit, said := n.anyhow("publish", args...); exit != 0 {
			n.Errorf("%q: got exit code %d, want 0\n%s", args, exit, said)
		}
	}
}

// goneAfterRename drops the connection after renames were done, and before they are
// answered.
func goneAfterRename(times ...int64) func(*servedNight) server.Faults {
	return func(*servedNight) server.Faults {
		var done atomic.Int64
		return server.Faults{After: func(op, _ string) error {
			if op != "rename" {
				return nil
			}
			n := done.Add(1)
			for _, time := range times {
				if n == time {
					return server.ErrGone
				}
			}
			return nil
		}}
	}
}

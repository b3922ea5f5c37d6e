package cmd_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
)

// nameFaults are what servers answer about names.
func nameFaults() []delivery {
	const took = "took today's files"
	rows := []delivery{
		{name: "stat is refused", faults: refuses("stat")},
		{name: "stat is refused", settings: "verify: size", faults: refuses("stat"), record: "delivered: size"},
		{name: "stat and list are refused", settings: "verify: size", faults: refuses("stat", "list"),
			record: "delivered: " + unseen},
		{name: "stat and list are refused", settings: "upload: direct, verify: size", faults: refuses("stat", "list"),
			record: "delivered: " + unseen},
		{name: "stat, list and read are refused", settings: "upload: direct", faults: refuses("stat", "list", "open"),
			record: "delivered: " + unseen},
		{name: "list is refused", faults: refuses("list"),
			after: checks(0, "warn  folder ", "the account may not list it")},
		{name: "stat does not tell files from folders", faults: having(server.Faults{NoTypes: true})},
		{name: "stat does not tell any mode", faults: having(server.Faults{NoModes: true})},
		{name: "a listing has 20,000 names in one packet",
			faults: having(server.Faults{Names: 20_000}), after: checks(5, "packet too long")},
		{name: "a listing never ends", faults: having(server.Faults{Endless: true}),
			after: checks(0, "warn  folder ", "its listing is longer than this program reads")},
		{name: "a missing name is answered FAILURE, and a listing never ends", consumes: true, holds: took,
			faults: func(*servedNight) server.Faults {
				f := missing(4)
				f.Endless = true
				return f
			}},
		{name: "only *.csv may be created", soak: true,
			exit: 1, holds: yesterdays, record: "failed", hint: "sftp.upload: direct",
			faults: having(server.Faults{Allowed: func(name string) bool { return strings.HasSuffix(name, ".csv") }}),
			says:   []string{".part"}},
		{name: "only *.csv may be created", settings: "upload: direct",
			faults: having(server.Faults{Allowed: func(name string) bool { return strings.HasSuffix(name, ".csv") }})},
		{name: "no name may begin with a dot", soak: true,
			exit: 1, holds: yesterdays, record: "failed", hint: "sftp.upload: direct",
			faults: having(server.Faults{Allowed: func(name string) bool { return !strings.HasPrefix(name, ".") }}),
			says:   []string{".attendance_percentage.csv."}},
		{name: "posix-rename is offered and refuses to replace", soak: true,
			exit: 1, holds: yesterdays, record: "partial: not sent",
			faults: having(server.Faults{NoReplace: true}), hint: "sftp.upload: direct", after: checkFindsIt},
		{name: "posix-rename is offered and refuses to replace", settings: "upload: direct",
			faults: having(server.Faults{NoReplace: true})},
		{name: "posix-rename is not offered, and a rename does not replace", soak: true,
			exit: 1, holds: yesterdays, record: "partial: not sent", hint: "sftp.upload: direct",
			faults: having(server.Faults{NoPosix: true})},
		{name: "posix-rename is not offered, and the files of yesterday were taken", prepare: emptied,
			faults: having(server.Faults{NoPosix: true})},
		{name: "a rename is answered yes, and not done", soak: true, limit: 2 * time.Minute,
			exit: 8, holds: yesterdays,
			record: "unknown: not sent gpa.csv, student_tags.csv; unknown attendance_percentage.csv",
			faults: claims(server.SaysYes)},
		{name: "a rename is answered no, and done", faults: claims(server.SaysNo)},
		{name: "removing is refused", faults: refuses("remove")},
		{name: "the final name of the second file is a symlink", prepare: linked, restore: unlinked,
			exit: 1, says: []string{"gpa.csv", "not a file"}, record: "planned",
			holds: yesterdays},
		{name: "the final name of the second file is a folder", prepare: foldered, restore: unlinked,
			exit: 1, says: []string{"gpa.csv", "not a file"}, record: "planned",
			holds: "none of the gpa.csv; yesterday's attendance_percentage.csv, student_tags.csv; staged ones"},
	}

	for _, m := range []struct {
		says string
		code uint32
	}{
		{"FAILURE", 4}, {"PERMISSION_DENIED", 3},
		{"code 11", 11}, {"code 17", 17}, {"code 31", 31}, {"code 1001", 1001},
	} {
		for _, settings := range []string{"", "upload: direct"} {
			record := "delivered: consumed"
			rows = append(rows, delivery{
				name:     "a missing name is answered " + m.says + ", and files are taken at once",
				settings: settings,
				faults:   having(missing(m.code)),
				consumes: true,
				holds:    took,
				record:   record,
			})
		}
	}
	return append(rows,
		delivery{name: "a missing name is answered FAILURE", faults: having(missing(4))},
		delivery{name: "files are taken at once", consumes: true, holds: took, record: "delivered: consumed"},
		delivery{name: "files are taken at once", settings: "verify: size", consumes: true, holds: took,
			record: "delivered: consumed"},
	)
}

// missing answers a name that is not there with a status of the server's own.
func missing(code uint32) server.Faults {
	return server.Faults{Missing: func(string) uint32 { return code }}
}

// refuses lets the account not do something.
func refuses(ops ...string) func(*servedNight) server.Faults {
	return having(server.Faults{Before: func(op, _ string) error {
		for _, refused := range ops {
			if op == refused {
				return syscall.EACCES
			}
		}
		return nil
	}})
}

// claims answers every rename to a final name falsely.
func claims(c server.Claim) func(*servedNight) server.Faults {
	return having(server.Faults{Rename: func(string) server.Claim { return c }})
}

// linked makes the second final name a link to another file.
func linked(n *servedNight) {
	n.Helper()
	final, other := filepath.Join(n.folder, "gpa.csv"), filepath.Join(filepath.Dir(n.folder), "other.csv")
	err := errors.Join(os.Rename(final, other), os.Symlink("../other.csv", final))
	if err != nil {
		n.Fatal(err)
	}
}

// foldered makes the second final name a folder.
func foldered(n *servedNight) {
	n.Helper()
	final := filepath.Join(n.folder, "gpa.csv")
	if err := errors.Join(os.Remove(final), os.Mkdir(final, 0o755)); err != nil {
		n.Fatal(err)
	}
}

// emptied has SchooLinks take what was sent yesterday.
func emptied(n *servedNight) {
	n.Helper()
	for name := range second.yesterday {
		if err := os.Remove(filepath.Join(n.folder, name)); err != nil {
			n.Fatal(err)
		}
	}
}

// unlinked takes that away again.
func unlinked(n *servedNight) {
	n.Helper()
	if err := os.Remove(filepath.Join(n.folder, "gpa.csv")); err != nil {
		n.Fatal(err)
	}
}

// checks has publish check look at the server, and find something.
func checks(want int, says ...string) func(*servedNight) {
	return func(n *servedNight) {
		n.Helper()
		exit, said := n.anyhow("publish", "check")
		if exit != want {
			n.Errorf("check: got exit code %d, want %d\n%s", exit, want, said)
		}
		n.says(said, says...)
	}
}

// checkFindsIt has publish check find what the run was refused.
func checkFindsIt(n *servedNight) {
	n.Helper()
	if err := os.Mkdir(filepath.Join(filepath.Dir(n.folder), "other"), 0o755); err != nil {
		n.Fatal(err)
	}
	checks(1, "fail  probe", "sftp.upload: direct")(n)
}

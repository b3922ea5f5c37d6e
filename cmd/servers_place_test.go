package cmd_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// servedNight is a place before its second night, with a server of its own.
type servedNight struct {
	*place
	*server.Server // nil for a real one
	config         sftp.Config
	folder         string
	usual          map[string]string // variables
	patience       time.Duration     // until a program that hangs is killed

	mu    sync.Mutex
	taken map[string]string // what SchooLinks took last, by name
}

// second is the second night that each delivery has a copy of: the files of both nights.
var second struct{ yesterday, today map[string]string }

// secondNight returns a copy of the store before the second night.
func secondNight(t *testing.T) postgrestest.DB {
	t.Helper()
	return postgrestest.Copy(t, "second night", func(owner string) error {
		p, d := inDistrict(t)
		for _, name := range []string{"owner_url", "extract_url", "publish_url"} {
			p.env[name] = postgrestest.In(p.env[name], databaseOf(t, owner))
		}
		p.run(0, "extract", "run")
		p.run(3, "publish", "run")
		p.run(0, "publish", "approve", "1", "--reason", "the first")
		second.yesterday = p.live()

		if err := d.NextDay(t.Context(), p.env["powerschool_url"]); err != nil {
			return err
		}
		p.run(0, "extract", "run")
		p.run(0, "publish", "build", "--to", "newest")
		second.today = map[string]string{}
		for _, name := range goldenFiles {
			text, err := os.ReadFile(filepath.Join(p.dir, "newest", name))
			if err != nil {
				return err
			}
			second.today[name] = string(text)
		}
		return nil
	})
}

func databaseOf(t *testing.T, of string) string {
	t.Helper()
	u, err := url.Parse(of)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimPrefix(u.Path, "/")
}

// inProcess starts the server in the process.
func inProcess(tb testing.TB) *servedNight {
	s, config, folder := sftptest.Start(tb, server.Options{})
	return &servedNight{Server: s, config: config, folder: folder}
}

// at is for a real server.
func at(start func(testing.TB) (sftp.Config, string)) func(testing.TB) *servedNight {
	return func(tb testing.TB) *servedNight {
		config, home := start(tb)
		folder := filepath.Join(home, "automated")
		config.Directory += "/automated"
		if err := os.Mkdir(folder, 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := chownLike(folder, home); err != nil {
			tb.Fatal(err)
		}
		return &servedNight{config: config, folder: folder}
	}
}

// arrive makes the place, in which yesterday's files were delivered to the server.
func (n *servedNight) arrive(t *testing.T) {
	t.Helper()
	db := secondNight(t)
	n.taken = map[string]string{}
	n.place = &place{TB: t, dir: t.TempDir(), env: map[string]string{
		"BUILT":                    os.Getenv("BUILT"),
		"TZ":                       "America/Chicago",
		"owner_url":                db.Owner,
		"extract_url":              db.Extract,
		"publish_url":              db.Publish,
		"SCHOOLINKS_SFTP_ADDRESS":  fmt.Sprintf("%s:%d", n.config.Host, n.config.Port),
		"SCHOOLINKS_SFTP_USERNAME": n.config.User,
		"SCHOOLINKS_SFTP_PASSWORD": n.config.Password(),
		"live":                     n.folder,
		"known_hosts":              n.config.KnownHosts,
	}}

	for name, text := range second.yesterday {
		n.upload(name, text)
	}
	n.own()
	to := fmt.Sprintf("%s@%s:%d%s", n.config.User, n.config.Host, n.config.Port, n.config.Directory)
	// The history stays as it is, for everybody but the superuser.
	postgrestest.Exec(t, postgrestest.AsSuperuser(t, db.Owner),
		`set session_replication_role = replica; update publication set destination = '`+to+`'`)
}

// settle writes the configuration file, with more settings of sftp.
func (n *servedNight) settle(settings string) {
	n.Helper()
	text := fmt.Sprintf("sftp: {directory: %q, known_hosts: %q, %s}\n",
		n.config.Directory, n.config.KnownHosts, settings)
	if err := os.WriteFile(filepath.Join(n.dir, "schoolinks.yaml"), []byte(text), 0o600); err != nil {
		n.Fatal(err)
	}
}

// own gives the files to the account of the folder, which is not root's.
func (n *servedNight) own() {
	n.Helper()
	for name := range second.yesterday {
		if err := chownLike(filepath.Join(n.folder, name), n.folder); err != nil {
			n.Fatal(err)
		}
	}
}

// What a server holds.
const (
	todays     = "today's files"
	yesterdays = "yesterday's files"
)

// holds says what the server has.
func (n *servedNight) holds() string {
	n.Helper()
	live := n.files()
	of := map[string][]string{}
	for _, name := range goldenFiles {
		what := n.version(live, name)
		of[what] = append(of[what], name)
	}

	var parts []string
	for _, what := range slices.Sorted(maps.Keys(of)) {
		if len(of) == 1 {
			parts = append(parts, what+" files")
			continue
		}
		parts = append(parts, what+" "+strings.Join(of[what], ", "))
	}
	if left := len(live) - n.finals(live); left > 0 {
		parts = append(parts, "staged ones")
	}
	return strings.Join(parts, "; ")
}

// files is what the server has, by name; a folder is "".
func (n *servedNight) files() map[string]string {
	n.Helper()
	entries, err := os.ReadDir(n.folder)
	if err != nil {
		n.Fatal(err)
	}
	files := map[string]string{}
	for _, entry := range entries {
		name := entry.Name()
		text, err := os.ReadFile(filepath.Join(n.folder, name))
		if entry.IsDir() {
			name, err = name+"/", nil
		}
		if err != nil {
			n.Fatal(err)
		}
		files[name] = string(text)
	}
	return files
}

// version says which version of a file the server has, or had until it was taken.
func (n *servedNight) version(live map[string]string, name string) string {
	n.mu.Lock()
	taken, wasTaken := n.taken[name]
	n.mu.Unlock()

	text, isThere := live[name]
	prefix := ""
	if !isThere && wasTaken {
		text, isThere, prefix = taken, true, "took "
	}
	switch {
	case !isThere:
		return "none of the"
	case text == second.today[name]:
		return prefix + "today's"
	case text == second.yesterday[name]:
		return prefix + "yesterday's"
	case text == "":
		return prefix + "empty"
	}
	return prefix + "torn"
}

// finals counts the files with final names.
func (n *servedNight) finals(live map[string]string) (count int) {
	for name := range live {
		if slices.Contains(goldenFiles, name) {
			count++
		}
	}
	return count
}

// record says what the store has of the second publication, in a line.
func (n *servedNight) record() string {
	n.Helper()
	exit, said := n.anyhow("publish", "show", "2", "--format", "json", "--quiet")
	if exit != 0 {
		return "nothing"
	}
	var shown struct {
		State      string
		Deliveries []struct {
			Files []struct{ Name, Fate, Verified string }
		}
	}
	if err := json.Unmarshal([]byte(said), &shown); err != nil {
		n.Fatal(err)
	}

	of := map[string][]string{}
	for _, d := range shown.Deliveries {
		for _, f := range d.Files {
			fate := f.Fate
			if fate == "sent" {
				fate = f.Verified
			}
			of[fate] = append(of[fate], f.Name)
		}
	}
	if len(of) == 0 || shown.State == "failed" {
		return shown.State
	}
	var fates []string
	for _, fate := range slices.Sorted(maps.Keys(of)) {
		if len(of) > 1 {
			fate += " " + strings.Join(of[fate], ", ")
		}
		fates = append(fates, fate)
	}
	return shown.State + ": " + strings.Join(fates, "; ")
}

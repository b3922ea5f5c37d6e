package cmd_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// old is where the store of an earlier version is; its README says how it was made.
const old = "testdata/store-of-2026-11-24"

// oldStates are the states of its publications, 1 to 26, as they were and are to be
// read after the upgrade. Whether an approval still counts depends on today's date.
var oldStates = strings.Fields(`
	delivered delivered discarded delivered delivered superseded delivered held
	delivered approved|expired
	delivered planned
	delivered paused
	delivered failed
	delivered partial
	delivered unknown
	delivered delivering
	delivered delivering
	delivered delivering`)

// TestUpgrade restores a store that an earlier version made, with publications in
// every state, and brings it to today's version: everything can be read, and each
// destination takes the next night.
func TestUpgrade(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	p.restoreOldStore()
	p.sendTo("automated")

	p.migrate()
	p.oldSnapshots()
	p.oldPublications()
	p.oldTimeline()
	p.run(0, "extract", "run")
	for _, folder := range p.folders() {
		p.nextNight(folder)
	}

	// The planted fault: what was sealed by the older version is not so any more.
	postgrestest.Exec(t, p.env["owner_url"], `update student set weighted_gpa = '4.0001' where snapshot = 4`)
	if said := p.run(7, "extract", "verify", "--all"); !strings.Contains(said, "snapshot 4") {
		t.Errorf("got %s, want that it names snapshot 4", said)
	}
}

// restoreOldStore puts the store, PowerSchool and the server's folders where they
// were.
func (p *place) restoreOldStore() {
	p.Helper()
	store, err1 := os.ReadFile(filepath.Join(old, "store.sql"))
	powerschool, err2 := os.ReadFile(filepath.Join(old, "powerschool.sql"))
	root := filepath.Dir(p.env["live"])
	err3 := os.CopyFS(root, os.DirFS(filepath.Join(old, "server")))
	for _, err := range []error{err1, err2, err3} {
		if err != nil {
			p.Fatal(err)
		}
	}

	p.useDatabase(postgrestest.Empty(p))
	here := strings.ReplaceAll(string(store), "sftp.example.org:22", p.env["SCHOOLINKS_SFTP_ADDRESS"])
	postgrestest.Exec(p, p.env["owner_url"], here)
	postgrestest.Exec(p, p.env["powerschool_url"], string(powerschool))
}

// useDatabase has all three roles use another database on the same server.
func (p *place) useDatabase(owner string) {
	p.Helper()
	at, err := url.Parse(owner)
	if err != nil {
		p.Fatal(err)
	}

	for _, name := range []string{"owner_url", "extract_url", "publish_url"} {
		u, err := url.Parse(p.env[name])
		if err != nil {
			p.Fatal(err)
		}
		u.Path = at.Path
		p.env[name] = u.String()
	}
}

// role returns the name of the role that a program runs as.
func (p *place) role(program string) string {
	p.Helper()
	u, err := url.Parse(p.env[program+"_url"])
	if err != nil {
		p.Fatal(err)
	}
	return u.User.Username()
}

// migrate brings the store to the newest version, as its owner.
func (p *place) migrate() {
	p.Helper()
	owner := *p
	owner.env = map[string]string{}
	for name, value := range p.env {
		owner.env[name] = value
	}
	owner.env["extract_url"] = p.env["owner_url"]

	owner.run(0, "extract", "migrate", "--grant-extract", p.role("extract"), "--grant-publish", p.role("publish"))
}

// sendTo configures publish for one of the server's folders.
func (p *place) sendTo(folder string) {
	p.Helper()
	p.env["live"] = filepath.Join(filepath.Dir(p.env["live"]), folder)
	text := fmt.Sprintf("guard: {cumulative: {percent: 100%%}}\nsftp: {directory: /%s, known_hosts: %s}\n",
		folder, p.env["known_hosts"])
	if err := os.WriteFile(filepath.Join(p.dir, "schoolinks.yaml"), []byte(text), 0o600); err != nil {
		p.Fatal(err)
	}
}

func (p *place) folders() (names []string) {
	p.Helper()
	entries, err := os.ReadDir(filepath.Join(old, "server"))
	if err != nil {
		p.Fatal(err)
	}
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

// oldSnapshots checks that every snapshot is what was sealed, and that the pinned
// one is still pinned.
func (p *place) oldSnapshots() {
	p.Helper()
	verified := p.run(0, "extract", "verify", "--all")
	for n := 1; n <= 10; n++ {
		if !strings.Contains(verified, fmt.Sprintf("snapshot %d:", n)) {
			p.Errorf("verify does not name snapshot %d: %s", n, verified)
		}
	}
	p.run(0, "extract", "show", "1")

	if kept := p.run(0, "extract", "prune"); !strings.Contains(kept, "state report") {
		p.Errorf("prune does not say that snapshot 2 is pinned: %s", kept)
	}
}

// listed is what publish list tells of a publication.
type listed struct {
	Publication int64
	Snapshot    int64
	State       string
	Destination string
}

// publications returns all, newest first.
func (p *place) publications() (all []listed) {
	p.Helper()
	c := p.program("publish", "list", "--format", "json")
	text, err := c.Output()
	if err == nil {
		err = json.Unmarshal(text, &all)
	}
	if err != nil {
		p.Fatal(err)
	}
	return all
}

// oldPublications checks the state of each publication, has each shown and
// reported, and compares the bytes that were kept of the newest one that was sent
// with what the server has.
func (p *place) oldPublications() {
	p.Helper()
	all := p.publications()
	if len(all) != len(oldStates) {
		p.Fatalf("%d publications, want %d", len(all), len(oldStates))
	}

	for _, publication := range all {
		n := publication.Publication
		want := regexp.MustCompile("^(" + oldStates[n-1] + ")$")
		if !want.MatchString(publication.State) {
			p.Errorf("publication %d is %s, want %s", n, publication.State, oldStates[n-1])
		}
		p.run(0, "publish", "show", fmt.Sprint(n))
		p.run(0, "publish", "report", fmt.Sprint(n))
	}

	p.run(0, "publish", "build", "--to", "sent", "--publication", "7")
	p.sameFiles("publication 7", filepath.Join(p.dir, "sent"), p.env["live"])
}

// sameFiles checks that two folders have the same three files.
func (p *place) sameFiles(what, folder, other string) {
	p.Helper()
	for _, name := range goldenFiles {
		want, err1 := os.ReadFile(filepath.Join(folder, name))
		got, err2 := os.ReadFile(filepath.Join(other, name))
		if err1 != nil || err2 != nil || !bytes.Equal(want, got) {
			p.Errorf("%s: %s differs (%v, %v)", what, name, err1, err2)
		}
	}
}

// oldTimeline asks for the student who gained a tag in the second night.
func (p *place) oldTimeline() {
	p.Helper()
	told := p.run(0, "publish", "timeline", "100000")
	for _, want := range []string{
		"snapshot 2, publication 2 delivered, sent ",
		"+ tag IEP (fact iep changed 0 → 1)",
		"snapshot 3, publication 3 discarded",
	} {
		if !strings.Contains(told, want) {
			p.Errorf("the timeline says %s, want %q in it", told, want)
		}
	}
}

// nextNight publishes today's snapshot to a folder: without a person, or held and
// approved. Then the folder has its files, whatever state it was in.
func (p *place) nextNight(folder string) {
	p.Helper()
	p.sendTo(folder)
	var said bytes.Buffer
	c := p.program("publish", "run")
	c.Stdout, c.Stderr = &said, &said
	_ = c.Run() // the exit code tells

	switch exit := c.ProcessState.ExitCode(); exit {
	case 0:
	case 3:
		p.run(0, "publish", "approve", p.newestFor(folder), "--reason", "the upgrade")
	default:
		p.Fatalf("%s: exit code %d\n%s", folder, exit, &said)
	}

	p.newestFiles(folder)
}

// newestFor returns the number of the newest publication for a folder.
func (p *place) newestFor(folder string) string {
	p.Helper()
	for _, publication := range p.publications() {
		if strings.HasSuffix(publication.Destination, "/"+folder) {
			return fmt.Sprint(publication.Publication)
		}
	}
	p.Fatalf("no publication for %s", folder)
	return ""
}

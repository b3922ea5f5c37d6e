package cmd_test

import (
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema/soaktest"
)

// ownServer is a PostgreSQL server that a test may stop, fill and replace.
type ownServer struct {
	*server.Server
	tb   testing.TB
	dir  string
	port int
}

// startServer starts a server of the test's own in dir.
func startServer(tb testing.TB, dir string, port int) *ownServer {
	tb.Helper()
	s, err := server.Start(tb.Context(), dir, server.Options{Throwaway: true, Port: port})
	if err != nil && os.Getenv("CI") == "" {
		tb.Skip(err)
	}
	if err != nil {
		tb.Fatal(err)
	}

	u, err := url.Parse(s.URL)
	if err != nil {
		tb.Fatal(err)
	}
	port, err = strconv.Atoi(u.Port())
	if err != nil {
		tb.Fatal(err)
	}
	own := &ownServer{Server: s, tb: tb, dir: dir, port: port}
	tb.Cleanup(func() { _ = own.Stop() }) // a test may have stopped it
	return own
}

// reachable returns a folder of the test that PostgreSQL's user can get to.
func reachable(tb testing.TB) string {
	tb.Helper()
	dir := tb.TempDir()
	if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil {
		tb.Fatal(err)
	}
	return dir
}

// onOwnServer returns a place whose store is on a server of its own.
func onOwnServer(t *testing.T) (*nights, *ownServer) {
	p, d := inDistrict(t)
	own := startServer(t, filepath.Join(reachable(t), "postgres"), 0)
	for _, role := range []string{"owner", "extract", "publish"} {
		postgrestest.Exec(t, own.URL, "create role "+p.role(role)+" login")
	}
	postgrestest.Exec(t, own.URL, "create database store owner "+p.role("owner"))
	postgrestest.Exec(t, own.URL, "alter database store set synchronous_commit = on") // a throwaway server has it off

	p.at(fmt.Sprintf("127.0.0.1:%d", own.port), "")
	p.migrate()
	return firstNight(p, d), own
}

// at has the store be the database store on other hosts.
func (p *place) at(hosts, options string) {
	p.Helper()
	for _, role := range []string{"owner", "extract", "publish"} {
		p.env[role+"_url"] = fmt.Sprintf("postgres://%s@%s/store?sslmode=disable%s", p.role(role), hosts, options)
	}
}

// TestServerStopsAtOnce stops PostgreSQL as a power cut does, at some step of each
// program, and starts it again.
func TestServerStopsAtOnce(t *testing.T) {
	t.Parallel()
	r := soaktest.Rand(t)
	n, own := onOwnServer(t)
	restart := func(*exec.Cmd) {
		if err := own.Stop(); err != nil {
			t.Fatal(err)
		}
		again, err := server.Start(t.Context(), own.dir, server.Options{Throwaway: true, Port: own.port})
		if err != nil {
			t.Fatal(err)
		}
		own.Server = again
	}

	for range soaktest.Times(1, 50) {
		n.night(restart, r.IntN(extractSteps), r.IntN(publishSteps), 0, 1, 4, 5, 8)
	}
	n.mustCatch("student_tags.csv is not the newest", n.cutFile)
}

// TestDiskFull fills the disk that students and contents are on. Both programs say
// so, leave nothing half, and go on when there is room.
func TestDiskFull(t *testing.T) {
	t.Parallel()
	disk := smallDisk(t)
	n, own := onOwnServer(t)
	postgrestest.Exec(t, own.URL, fmt.Sprintf("create tablespace small location '%s'", disk))
	for _, table := range []string{"student", "content"} {
		postgrestest.Exec(t, postgrestest.In(own.URL, "store"), "alter table "+table+" set tablespace small")
	}

	before := n.one(`select count(*) from snapshot`)
	full := fill(t, disk)
	n.grow()
	if exit, said := n.end("extract", "run"); exit != 5 {
		t.Errorf("extract on a full disk: exit code %d, want 5\n%s", exit, said)
	}
	if now := n.one(`select count(*) from snapshot`); now != before {
		t.Errorf("%d snapshots, want %d", now, before)
	}
	n.empty(full)
	n.run(0, "extract", "run")
	n.converges("the disk was full")
	n.mustCatch("student_tags.csv is not the newest", n.cutFile)
}

// grow has so many students come that they need more pages.
func (n *nights) grow() {
	for _, sql := range []string{
		`insert into students select dcid + 100000, id + 100000, student_number + 100000, enroll_status, 13,
			schoolid, fteid, first_name, last_name, dob, gender, entrydate, exitdate from students`,
		`update students set grade_level = 12 where dcid > 100000 and enroll_status = 0`,
	} {
		postgrestest.Exec(n, n.env["powerschool_url"], sql)
	}
}

// smallDisk returns a folder on a disk of 16 MiB that belongs to PostgreSQL. Only
// root can make one.
func smallDisk(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(reachable(t), "small")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	who, err := user.Lookup("postgres")
	if os.Getuid() != 0 || err != nil {
		t.Skip("only root can make a small disk")
	}

	mount := exec.Command("mount", "-t", "tmpfs", "-o", "size=16m,mode=700,uid="+who.Uid+",gid="+who.Gid, "tmpfs", dir)
	if said, err := mount.CombinedOutput(); err != nil {
		t.Skipf("no small disk: %v: %s", err, said) // as in an unprivileged container
	}
	t.Cleanup(func() {
		if said, err := exec.Command("umount", "-l", dir).CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, said)
		}
	})
	return dir
}

// fill leaves no room on a disk. It returns what fills it.
func fill(t *testing.T, disk string) string {
	t.Helper()
	path := filepath.Join(disk, "full")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for page := make([]byte, 4096); err == nil; {
		_, err = f.Write(page)
	}
	return path
}

func (n *nights) empty(path string) {
	n.Helper()
	if err := os.Remove(path); err != nil {
		n.Fatal(err)
	}
}

// TestReplicaPromoted stops the store's server in the middle of a run, and promotes
// its replica. DATABASE_URL has both hosts.
func TestReplicaPromoted(t *testing.T) {
	t.Parallel()
	r := soaktest.Rand(t)
	n, primary := onOwnServer(t)
	replica := primary.replica(filepath.Join(reachable(t), "replica"))
	n.at(fmt.Sprintf("127.0.0.1:%d,127.0.0.1:%d", primary.port, replica.port), "&target_session_attrs=read-write")
	if err := n.NextDay(t.Context(), n.env["powerschool_url"]); err != nil {
		t.Fatal(err)
	}
	n.run(0, "extract", "run")

	promote := func(*exec.Cmd) {
		if err := primary.Stop(); err != nil {
			t.Fatal(err)
		}
		postgrestest.Exec(t, replica.URL, "select pg_promote()")
	}
	step, exit, said := n.atStep(r.IntN(publishSteps), promote, "publish", "run")
	if step == "no step" {
		promote(nil)
	}
	n.allowed("publish at "+step, exit, said, []int{0, 1, 4, 5, 8})
	n.wholeFiles(step)
	n.converges("promoted at " + step)

	n.run(0, "extract", "run")
	n.converges("the night after")
	n.mustCatch("student_tags.csv is not the newest", n.cutFile)
}

// replica starts a server that follows this one, which from now on commits only
// what the other has too.
func (s *ownServer) replica(dir string) *ownServer {
	s.tb.Helper()
	hba, err := os.OpenFile(filepath.Join(s.dir, "data", "pg_hba.conf"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		s.tb.Fatal(err)
	}
	if _, err := hba.WriteString("host replication all 127.0.0.1/32 trust\n"); err != nil {
		s.tb.Fatal(err)
	}
	hba.Close()
	postgrestest.Exec(s.tb, s.URL, "select pg_reload_conf()")

	data := filepath.Join(dir, "data")
	if err := os.Mkdir(dir, 0o755); err != nil {
		s.tb.Fatal(err)
	}
	backup := exec.Command("pg_basebackup", "-R", "-X", "stream", "-c", "fast", "-D", data,
		"-d", strings.Replace(s.URL, "/postgres?", "/?", 1)+"&application_name=replica")
	if said, err := backup.CombinedOutput(); err != nil {
		s.tb.Fatalf("%v: %s", err, said)
	}
	s.giveToPostgres(dir)

	r := startServer(s.tb, dir, 0)
	postgrestest.Exec(s.tb, s.URL, "alter system set synchronous_standby_names = '*'")
	postgrestest.Exec(s.tb, s.URL, "select pg_reload_conf()")
	s.untilSynchronous()
	return r
}

func (s *ownServer) giveToPostgres(dir string) {
	s.tb.Helper()
	if os.Getuid() != 0 {
		return
	}
	if said, err := exec.Command("chown", "-R", "postgres:postgres", dir).CombinedOutput(); err != nil {
		s.tb.Fatalf("%v: %s", err, said)
	}
}

// untilSynchronous returns when the replica is asked before each commit.
func (s *ownServer) untilSynchronous() {
	s.tb.Helper()
	postgrestest.Exec(s.tb, s.URL, `
		do $$ begin
			while not exists (select from pg_stat_replication where sync_state = 'sync') loop
				perform pg_stat_clear_snapshot();
			end loop;
		end $$`)
}

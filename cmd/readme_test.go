package cmd_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/sessiontest"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/district"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	sftpserver "github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
	pgserver "github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest/server"
)

// TestReadme runs every command block of the README, in order and in one
// place, as someone does who follows it, and its lines for cron.
func TestReadme(t *testing.T) {
	if _, err := exec.LookPath("psql"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	f := newFollower(t)
	session := ""
	for i, block := range regexp.MustCompile("(?ms)^```sh\n(.*?)^```").FindAllStringSubmatch(string(text), -1) {
		if strings.HasPrefix(block[1], "make ") {
			f.makeTargets(block[1])
			continue
		}
		session += fmt.Sprintf("echo '== block %d'\n%s", i+1, mayBeHeld.ReplaceAllString(block[1], "$1 || [ $$? = 3 ] #"))
	}
	f.shell(session)
	for _, block := range regexp.MustCompile("(?ms)^```cron\n(.*?)^```").FindAllStringSubmatch(string(text), -1) {
		for line := range strings.Lines(block[1]) {
			command := strings.Join(strings.Fields(line)[5:], " ")
			f.shell(mayBeHeld.ReplaceAllString(command+" # exit code 3", "$1 || [ $$? = 3 ] #"))
		}
	}
}

// mayBeHeld finds the commands of which the README says that they can end with
// exit code 3.
var mayBeHeld = regexp.MustCompile(`(?m)^([^#\n]*)#.*exit code 3.*$`)

// follower follows the README: with a home, and servers in place of the
// example's.
type follower struct {
	*testing.T
	home    string
	env     []string
	servers *strings.Replacer
}

func newFollower(t *testing.T) *follower {
	t.Helper()
	f := &follower{T: t, home: t.TempDir()}
	dir := t.TempDir()
	if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil { // PostgreSQL's user must get there
		t.Fatal(err)
	}
	pg, err := pgserver.Start(t.Context(), filepath.Join(dir, "postgres"), pgserver.Options{Throwaway: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := pg.Stop(); err != nil {
			t.Error(err)
		}
	})
	address := regexp.MustCompile(`127\.0\.0\.1:(\d+)`).FindStringSubmatch(pg.URL)
	postgrestest.Exec(t, pg.URL, `create database powerschool`)
	postgrestest.Exec(t, pg.URL, `create role psnavigator login`)
	powerschool := strings.Replace(pg.URL, "/postgres?", "/powerschool?", 1)
	d := district.District{Students: 300, Days: 20, LastDay: sessiontest.LastDay}
	if err := d.Load(context.Background(), powerschool); err != nil {
		t.Fatal(err)
	}
	postgrestest.Exec(t, powerschool, `grant select on all tables in schema public to psnavigator`)
	sftp, _ := sftptest.Serve(t, sftpserver.Options{})

	f.servers = strings.NewReplacer(
		"db.example.org:5432/schoolinks?sslmode=verify-full", address[0]+"/schoolinks?sslmode=disable",
		"powerschool.example.org:1521/PSPRODDB", address[0]+"/powerschool",
		"PSNAVIGATOR", "psnavigator",
		"sftp.example.org", fmt.Sprintf("%s:%d", sftp.Host, sftp.Port),
		"USERNAME=district", "USERNAME="+sftp.User,
		"the password SchooLinks gave you", sftp.Password(),
	)
	f.env = []string{"HOME=" + f.home, "PATH=" + os.Getenv("PATH"), "TZ=America/Chicago", "POWERSCHOOL_DRIVER=pgx",
		"PGHOST=127.0.0.1", "PGPORT=" + address[1], "PGUSER=postgres"}
	f.furnish()
	return f
}

// furnish puts the programs where make build leaves them, and the last files of
// the script where the README takes them from.
func (f *follower) furnish() {
	f.Helper()
	golden, err := filepath.Abs("../extract/powerschool/testdata/golden/small/ref")
	if err != nil {
		f.Fatal(err)
	}
	for to, from := range map[string]string{"bin": os.Getenv("BUILT"), "d118-script": golden} {
		if err := os.CopyFS(filepath.Join(f.home, to), os.DirFS(from)); err != nil {
			f.Fatal(err)
		}
	}
}

// shell runs commands as one session, which answers yes when it is asked.
func (f *follower) shell(commands string) {
	f.Helper()
	c := exec.Command("sh", "-eu", "-c", f.servers.Replace(commands))
	c.Dir, c.Env, c.Stdin = f.home, f.env, strings.NewReader("y\n")
	if said, err := c.CombinedOutput(); err != nil {
		f.Errorf("the README's commands end with %v:\n%s", err, said)
	}
}

// makeTargets checks that make knows what the README asks of it.
func (f *follower) makeTargets(block string) {
	f.Helper()
	for line := range strings.Lines(block) {
		target := strings.Fields(line)[1]
		if out, err := exec.Command("make", "-C", "..", "-n", target).CombinedOutput(); err != nil {
			f.Errorf("make %s: %v\n%s", target, err, out)
		}
	}
}

package cmd_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	sftpserver "github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
	pgserver "github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest/server"
)

// TestReadme runs every command block of the README, in order and in one place,
// as someone does who follows it. Then it runs the lines for cron.
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
	for i, block := range blocks(string(text), "sh") {
		if strings.HasPrefix(block, "make ") {
			f.makeTargets(block)
			continue
		}
		session += fmt.Sprintf("echo '== block %d'\n%s", i+1, allowHeld(block))
	}
	f.shell(session)

	for _, block := range blocks(string(text), "cron") {
		for line := range strings.Lines(block) {
			command := strings.Join(strings.Fields(line)[5:], " ")
			f.shell(allowHeld(command + " # exit code 3"))
		}
	}
}

// blocks returns the code blocks of one language.
func blocks(markdown, language string) (found []string) {
	block := regexp.MustCompile("(?ms)^```" + language + "\n(.*?)^```")
	for _, match := range block.FindAllStringSubmatch(markdown, -1) {
		found = append(found, match[1])
	}
	return found
}

// mayBeHeld finds the commands that can end with exit code 3, as the README says.
var mayBeHeld = regexp.MustCompile(`(?m)^([^#\n]*)#.*exit code 3.*$`)

// allowHeld lets those commands end with exit code 3.
func allowHeld(commands string) string {
	return mayBeHeld.ReplaceAllString(commands, "$1 || [ $$? = 3 ] #")
}

// follower follows the README, with a home and with its own servers in place of
// those of the example.
type follower struct {
	*testing.T
	home    string
	golden  string // the folder of the data set that PowerSchool has
	env     []string
	servers *strings.Replacer
}

func newFollower(t *testing.T) *follower {
	t.Helper()
	f := &follower{T: t, home: t.TempDir()}

	host, port := f.startPostgres()
	sftp, _ := sftptest.Serve(t, sftpserver.Options{})
	address := host + ":" + port
	f.servers = strings.NewReplacer(
		"db.example.org:5432/schoolinks?sslmode=verify-full", address+"/schoolinks?sslmode=disable",
		"powerschool.example.org:1521/PSPRODDB", address+"/powerschool",
		"PSNAVIGATOR", "psnavigator",
		"sftp.example.org", fmt.Sprintf("%s:%d", sftp.Host, sftp.Port),
		"USERNAME=district", "USERNAME="+sftp.User,
		"the password SchooLinks gave you", sftp.Password(),
	)

	f.env = []string{
		"HOME=" + f.home,
		"PATH=" + os.Getenv("PATH"),
		"TZ=America/Chicago",
		"POWERSCHOOL_DRIVER=pgx",
		"PGHOST=" + host,
		"PGPORT=" + port,
		"PGUSER=postgres",
	}
	f.furnish()
	return f
}

// startPostgres starts a server for the store, which also has PowerSchool's tables
// in a database of their own. It returns its host and port.
func (f *follower) startPostgres() (host, port string) {
	f.Helper()
	dir := f.TempDir()
	if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil { // PostgreSQL's user must get there
		f.Fatal(err)
	}
	pg, err := pgserver.Start(f.Context(), filepath.Join(dir, "postgres"), pgserver.Options{Throwaway: true})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() {
		if err := pg.Stop(); err != nil {
			f.Error(err)
		}
	})

	postgrestest.Exec(f, pg.URL, `create database powerschool`)
	postgrestest.Exec(f, pg.URL, `create role psnavigator login`)
	powerschool := strings.Replace(pg.URL, "/postgres?", "/powerschool?", 1)
	f.golden = powerschooltest.Golden(f, powerschool, "small")
	postgrestest.Exec(f, powerschool, `grant select on all tables in schema public to psnavigator`)

	at := regexp.MustCompile(`(127\.0\.0\.1):(\d+)`).FindStringSubmatch(pg.URL)
	return at[1], at[2]
}

// furnish puts the programs where make build leaves them, and the last files of
// the script where the README finds them.
func (f *follower) furnish() {
	f.Helper()
	script := filepath.Join(f.golden, "ref")
	for to, from := range map[string]string{"bin": os.Getenv("BUILT"), "d118-script": script} {
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

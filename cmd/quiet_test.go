package cmd_test

import (
	"context"
	"crypto/ed25519"
	"encoding/pem"
	"maps"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/jackc/pgx/v5"
	"golang.org/x/crypto/ssh"

	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// TestStudentsAndSecretsAreNotTold marks everything that the source has of a
// student, and every secret, and has every command succeed and fail in as many
// ways as it can. Then it looks for the marks: on stderr, in logs of both formats,
// in the files that are left, in the process list, in PostgreSQL's log and in
// reports that may leave the office. mayTell lists the exceptions.
func TestStudentsAndSecretsAreNotTold(t *testing.T) {
	t.Parallel()
	e := inMarkedDistrict(t)

	e.goodNights()
	e.readEverything()
	e.sourceFails()
	e.storeFails()
	e.serverFails()
	e.interrupted()
	e.badSettings()
	e.damaged()

	e.left("reports", "built")
	e.add(&e.told, "PostgreSQL's log", postgrestest.Log(t))
	for _, found := range e.found() {
		t.Error(found)
	}
	if e.calls < 70 {
		t.Errorf("only %d commands were run", e.calls)
	}
	e.plantedMarksAreFound()
}

func inMarkedDistrict(t *testing.T) *ear {
	p, _ := inDistrict(t)
	postgrestest.Exec(t, p.env["powerschool_url"], markSource)
	p.configure("students: {names: true}\nreport: {dir: reports}")

	for _, name := range []string{"extract_url", "publish_url"} {
		p.env[name] = withPassword(p, p.env[name], storePassword)
	}
	source, err := url.Parse(p.env["powerschool_url"])
	if err != nil {
		t.Fatal(err)
	}
	p.env["POWERSCHOOL_PROD_DB"] = source.Host + source.Path
	p.env["POWERSCHOOL_READ_USER"] = source.User.Username()
	p.env["POWERSCHOOL_DB_PASSWORD"] = sourcePassword
	if err := os.Mkdir(filepath.Join(p.dir, "tmp"), 0o700); err != nil {
		t.Fatal(err)
	}

	e := &ear{place: p}
	e.quietLog()
	return e
}

func withPassword(p *place, of, password string) string {
	p.Helper()
	u, err := url.Parse(of)
	if err != nil {
		p.Fatal(err)
	}
	u.User = url.UserPassword(u.User.Username(), password)
	return u.String()
}

// source changes PowerSchool's tables.
func (e *ear) source(sql string) { postgrestest.Exec(e, e.env["powerschool_url"], sql) }

// store changes the store, as its owner.
func (e *ear) store(sql string) { postgrestest.Exec(e, e.env["owner_url"], sql) }

// with has the environment, for a while, with other variables.
func (e *ear) with(variables map[string]string, do func()) {
	before := maps.Clone(e.env)
	maps.Copy(e.env, variables)
	do()
	e.env = before
}

// goodNights goes through nights as they are, good and held.
func (e *ear) goodNights() {
	e.hear(0, "extract", "check")
	e.hear(0, "extract", "run")
	e.hear(0, "extract", "run", "--format", "json")
	e.hear(0, "publish", "check")
	e.hear(3, "publish", "plan")
	e.during("rename", func() { e.hear(0, "publish", "approve", "1", "--reason", "the first") })

	e.source(`delete from s_il_stu_x`)
	e.source(`update students set enroll_status = 2 where id between 77772010 and 77772020`)
	e.hear(0, "extract", "run")
	e.hear(3, "publish", "run")
	e.hear(0, "publish", "discard", "2", "--reason", "a table is empty")
	e.hear(0, "publish", "resend", "1", "--reason", "again")
	e.hear(0, "publish", "run", "--snapshot", "2") // what the resend took away comes back
}

// during also looks at the process list each time that the server is asked for op.
func (e *ear) during(op string, do func()) {
	e.server.Before(func(asked, _ string, _ int) error {
		if asked == op {
			e.processes("publish, at " + op)
		}
		return nil
	})
	do()
	e.server.Before(nil)
}

// readEverything has every command that reads tell what it knows, in every format.
func (e *ear) readEverything() {
	for _, format := range []string{"text", "json"} {
		e.hear(0, "extract", "list", "--format", format)
		e.hear(0, "extract", "show", "1", "--format", format)
		e.hear(0, "extract", "verify", "--all", "--format", format)
		e.hear(0, "extract", "find", "504", "iep", "el", "lunch", "gifted", "gpa", "--format", format)
		e.hear(0, "publish", "list", "--format", format)
		e.hear(0, "publish", "show", "2", "--format", format)
		e.hear(0, "publish", "timeline", "77773060", "--format", format)
	}
	for _, format := range []string{"text", "json", "csv", "html"} {
		e.hear(0, "publish", "report", "2", "--format", format)
		e.hear(0, "publish", "report", "2", "--share", "--format", format)
		e.hear(0, "publish", "diff", "--format", format)
	}

	e.hear(0, "publish", "build", "--to", "built")
	e.hear(0, "extract", "pin", "1", "--reason", "state report")
	e.hear(0, "extract", "unpin", "1")
	e.hear(0, "extract", "prune", "--apply")
}

// sourceFails has PowerSchool's database quote values in its errors, refuse, and
// lack what is asked for.
func (e *ear) sourceFails() {
	e.source(`
		alter table u_def_ext_students0 rename to kept;
		create view u_def_ext_students0 as
		select studentsdcid, cast(cast(simple_gpa as numeric) as text) as simple_gpa, weighted_gpa from kept`)
	e.hear(1, "extract", "run")
	e.source(`
		create function fail(value text) returns text language plpgsql as $$
		begin
			raise exception 'CanaryMessage %', value using detail = 'CanaryDetail', hint = 'CanaryHint';
		end $$;
		create or replace view u_def_ext_students0 as
		select studentsdcid, fail(simple_gpa) as simple_gpa, weighted_gpa from kept`)
	e.hear(1, "extract", "run")
	e.source(`drop view u_def_ext_students0; alter table kept rename to u_def_ext_students0`)

	e.source(`alter table s_il_stu_plan504_x rename column participant to canary`)
	e.hear(2, "extract", "run")
	e.hear(2, "extract", "check")
	e.source(`alter table s_il_stu_plan504_x rename column canary to participant`)

	refused, role := postgrestest.Refused(e)
	at, err := url.Parse(refused)
	if err != nil {
		e.Fatal(err)
	}
	for exit, variables := range map[int]map[string]string{
		6: {
			"POWERSCHOOL_PROD_DB":     at.Host + at.Path,
			"POWERSCHOOL_READ_USER":   role,
			"POWERSCHOOL_DB_PASSWORD": wrongPassword,
		},
		2: {"POWERSCHOOL_PROD_DB": "postgres://reader:" + sourcePassword + "@127.0.0.1:port/powerschool"},
		5: {"POWERSCHOOL_PROD_DB": "postgres://reader:" + sourcePassword +
			"@powerschool.invalid/powerschool?sslmode=verify-full"},
	} {
		e.with(variables, func() { e.hear(exit, "extract", "run") })
	}
}

// storeFails has the store refuse rows, roles and passwords, with secrets in
// variables and in files.
func (e *ear) storeFails() {
	e.store(`alter table student add constraint odd check (number not like '777730%') not valid`)
	e.hear(7, "extract", "run")
	e.store(`alter table student drop constraint odd`)
	e.store(`alter table publication add constraint odd check (number < 0) not valid`)
	e.hear(7, "publish", "plan", "--snapshot", "1")
	e.store(`alter table publication drop constraint odd`)

	refused, _ := postgrestest.Refused(e)
	for exit, at := range map[int]string{
		6: withPassword(e.place, refused, wrongPassword),
		2: "postgres://sync:" + wrongPassword + "@127.0.0.1:port/store",
		5: "postgres://sync:" + wrongPassword + "@store.invalid/store?sslmode=verify-full",
	} {
		e.with(map[string]string{"extract_url": at, "publish_url": at}, func() {
			e.hear(exit, "extract", "run")
			e.hear(exit, "extract", "migrate", "--grant-extract", "a", "--grant-publish", "b")
			e.hear(exit, "publish", "run")
			e.hear(exit, "publish", "list")
		})
	}
	e.with(map[string]string{"extract_url": e.env["publish_url"]}, func() { e.hear(6, "extract", "run") })
	e.secretsInFiles()
}

func (e *ear) secretsInFiles() {
	files := map[string]string{"extract_url": "", "publish_url": ""}
	for name, text := range map[string]string{
		"DATABASE_URL":             e.env["publish_url"],
		"POWERSCHOOL_DB_PASSWORD":  sourcePassword,
		"SCHOOLINKS_SFTP_PASSWORD": serverPassword,
	} {
		files[name], files[name+"_FILE"] = "", filepath.Join("secrets", name)
		path := filepath.Join(e.dir, "secrets", name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			e.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text+"\n"), 0o600); err != nil {
			e.Fatal(err)
		}
	}

	e.with(files, func() {
		e.hear(0, "publish", "run", "--snapshot", "2")
		e.hear(6, "extract", "run") // with the role of publish
		e.env["DATABASE_URL_FILE"] = "postgres://sync:" + storePassword + "@store.example.org/store"
		e.hear(2, "publish", "run")
	})
	e.keys()
}

// keys has private keys that cannot be used, and one that can.
func (e *ear) keys() {
	_, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		e.Fatal(err)
	}
	block, err := ssh.MarshalPrivateKeyWithPassphrase(private, "", []byte(keyPassphrase))
	if err != nil {
		e.Fatal(err)
	}

	key := string(pem.EncodeToMemory(block))
	for text, passphrase := range map[string]string{
		"hush-key": keyPassphrase,
		key:        wrongPassword,
		key + key:  keyPassphrase, // no certificate
	} {
		e.with(map[string]string{
			"SCHOOLINKS_SFTP_KEY":            text,
			"SCHOOLINKS_SFTP_KEY_PASSPHRASE": passphrase,
		}, func() {
			e.hear(2, "publish", "run")
			e.hear(2, "publish", "check")
		})
	}
	e.with(map[string]string{
		"SCHOOLINKS_SFTP_KEY":            key,
		"SCHOOLINKS_SFTP_KEY_PASSPHRASE": keyPassphrase,
		"SCHOOLINKS_SFTP_PASSWORD":       "",
	}, func() { e.hearAny("publish", "check") })
}

// serverFails has the SFTP server refuse one step after the other.
func (e *ear) serverFails() {
	e.hear(0, "extract", "run")
	for _, op := range []string{"create", "write", "open", "connect", "rename"} {
		e.server.Before(func(asked, _ string, time int) error {
			switch {
			case asked != op, op == "connect" && time > 1:
				return nil
			case op == "connect": // which is dialed again
				return server.ErrGone
			}
			return syscall.EACCES
		})
		e.hearAny("publish", "resend", "1", "--reason", "try "+op)
		e.hearAny("publish", "approve", newest(e.place), "--reason", "try "+op)
	}
	e.server.Before(nil)

	e.with(map[string]string{"SCHOOLINKS_SFTP_PASSWORD": wrongPassword}, func() {
		e.hear(6, "publish", "run") // to send what the refused rename left out
		e.hearAny("publish", "check")
	})
	known := e.env["known_hosts"]
	e.env["known_hosts"] = os.DevNull
	e.configure("")
	e.hear(6, "publish", "run")
	e.env["known_hosts"] = known
	e.configure("students: {names: true}\nreport: {dir: reports}")
}

// newest returns the number of the newest publication.
func newest(p *place) string {
	p.Helper()
	return strconv.FormatInt(p.publications()[0].Publication, 10)
}

// hearAny is hear where it does not matter how the command ends.
func (e *ear) hearAny(name string, args ...string) {
	c := e.program(name, append(args, "--log-level", "debug")...)
	said := e.listen(c)
	e.calls++
	if err := c.Run(); c.ProcessState == nil {
		e.Fatal(err)
	}
	e.note(name, args, said)
}

// interrupted stops both programs in the middle: extract while it waits for rows,
// publish while a file is half sent, with Ctrl-C and for good.
func (e *ear) interrupted() {
	reader, err := pgx.Connect(e.Context(), e.env["powerschool_url"])
	if err != nil {
		e.Fatal(err)
	}
	defer reader.Close(context.Background())
	for _, sql := range []string{"begin", "lock table students"} {
		if _, err := reader.Exec(e.Context(), sql); err != nil {
			e.Fatal(err)
		}
	}
	waits := make(chan struct{})
	go func() {
		e.untilWaiting()
		close(waits)
	}()
	e.interrupt(syscall.SIGINT, waits, "extract", "run")
	if _, err := reader.Exec(e.Context(), "rollback"); err != nil {
		e.Fatal(err)
	}

	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGKILL} {
		e.hear(0, "extract", "run")
		e.hearAny("publish", "plan")
		number := newest(e.place)
		sending := make(chan struct{})
		e.server.Before(func(op, _ string, time int) error {
			if op == "write" && time == 1 {
				close(sending)
			}
			return nil
		})
		e.interrupt(signal, sending, "publish", "approve", number, "--reason", "now")
		e.server.Before(nil)
	}
}

// untilWaiting returns when a session waits for a lock in PowerSchool's database.
func (e *ear) untilWaiting() {
	db, err := pgx.Connect(context.Background(), e.env["powerschool_url"])
	if err != nil {
		e.Error(err)
		return
	}
	defer db.Close(context.Background())

	const blocked = `
		select exists (select from pg_stat_activity
		where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0)`
	for waits := false; !waits && err == nil; {
		err = db.QueryRow(e.Context(), blocked).Scan(&waits)
	}
	if err != nil {
		e.Error(err)
	}
}

// badSettings has a secret where it does not belong.
func (e *ear) badSettings() {
	for _, text := range []string{
		"sftp: {password: " + serverPassword + "}",
		"database_url: postgres://sync:" + storePassword + "@127.0.0.1/store",
		"sftp: {port: " + serverPassword + "}",
		"powerschool:\n  password: " + sourcePassword + "\n   bad: indent",
	} {
		if err := os.WriteFile(filepath.Join(e.dir, "schoolinks.yaml"), []byte(text), 0o600); err != nil {
			e.Fatal(err)
		}
		e.hear(2, "publish", "run")
		e.hear(2, "extract", "run")
	}
	e.configure("students: {names: true}\nreport: {dir: reports}")
}

// damaged has files of another program that are broken, and rows in the store that
// are not what was sealed.
func (e *ear) damaged() {
	for name, text := range map[string]string{
		"gpa.csv":                   "student_number,numerator_unweighted\n77773001,\"CanaryQuote\n",
		"student_tags.csv":          "student_number,name\nCanaryNumber,IEP\n",
		"attendance_percentage.csv": "student_number,attendance_percentage\n77773001,0.5,77774009\n",
	} {
		path := filepath.Join(e.dir, "other", name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			e.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			e.Fatal(err)
		}
	}
	e.hear(7, "publish", "diff", "dir:other", "live")
	e.hearAny("publish", "adopt", "other")

	e.store(`update student set facts = '{"iep":["CanaryFact"]}', simple_gpa = 'CanaryStored' where snapshot = 2`)
	e.hear(7, "publish", "plan", "--snapshot", "2")
	e.hear(7, "extract", "verify", "--all")
	e.store(`update content set zstd = 'CanaryZ'`)
	e.hearAny("publish", "build", "--to", "built", "--publication", "1")
	e.hearAny("publish", "report", "1")
	e.hearAny("publish", "timeline", "77779999")
}

// plantedMarksAreFound leaks a mark into each kind of place, and wants each found.
func (e *ear) plantedMarksAreFound() {
	e.told, e.results = nil, nil
	for _, name := range []string{"stderr", "stdout", "report --share"} {
		said := &speech{}
		args := strings.Fields(strings.TrimPrefix(name, "std"))
		if name == "stdout" || len(args) > 1 {
			said.stdout.WriteString("student 77773001")
		} else {
			said.stderr.WriteString(`{"msg":"CanaryLast, CanaryFirst"}`)
		}
		e.note("publish", args, said)
	}
	secret := &speech{}
	secret.stdout.WriteString("password=" + serverPassword)
	e.note("publish", []string{"timeline", "1"}, secret)

	if err := os.WriteFile(filepath.Join(e.dir, "tmp", "left"), []byte("CanaryGPA"), 0o600); err != nil {
		e.Fatal(err)
	}
	e.left("reports", "built")
	e.plantProcess()
	e.plantLog()

	all := strings.Join(e.found(), "\n")
	for _, want := range []string{
		"CanaryLast in stderr of publish err",
		"77773001 in stdout of publish out",
		"77773001 in stdout of publish report --share",
		"hush-server in stdout of publish timeline 1",
		"CanaryGPA in file tmp/left",
		"CanaryArgument in process list",
		"CanaryLog in PostgreSQL's log",
	} {
		if !strings.Contains(all, want) {
			e.Errorf("a planted mark was not found: %s; found were:\n%s", want, all)
		}
	}
}

func (e *ear) plantProcess() {
	e.Helper()
	c := exec.Command("sh", "-c", "read wait", "CanaryArgument")
	stdin, err := c.StdinPipe()
	if err != nil {
		e.Fatal(err)
	}
	if err := c.Start(); err != nil {
		e.Fatal(err)
	}
	e.processes("a planted argument")
	stdin.Close() // ends it
	_ = c.Wait()  // read has nothing to read
}

func (e *ear) plantLog() {
	e.Helper()
	db, err := pgx.Connect(e.Context(), e.env["owner_url"])
	if err != nil {
		e.Fatal(err)
	}
	defer db.Close(context.Background())
	if _, err := db.Exec(e.Context(), `select cast('CanaryLog' as int)`); err == nil {
		e.Fatal("the planted error did not happen")
	}
	e.add(&e.told, "PostgreSQL's log", postgrestest.Log(e))
}

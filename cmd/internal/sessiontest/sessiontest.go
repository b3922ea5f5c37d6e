// Package sessiontest proves the programs as a person uses them: in scripts
// that read like sessions at a terminal, against a PostgreSQL with the owner's
// and the two programs' roles, PowerSchool's tables in another database, and an
// SFTP server.
//
// In a script, extract and publish run under their own roles; the program that
// a test belongs to runs in the test's own binary, so that the race detector
// sees it, with the clock at $NOW where that is set. Besides testscript's
// commands there are
//
//	district N            makes PowerSchool's tables, with N invented students
//	golden SET            or those of a golden data set
//	nextday               lets an ordinary school day pass
//	powerschool SQL       changes PowerSchool's tables
//	store SQL             changes the store, as its owner
//	oracle                has PowerSchool's tables read through Oracle's driver
//	refused               sets $refused_url to a database that refuses the password in it
//	server HOW OP [N [M]] from now on has the SFTP server refuse, be silent or be
//	                      gone when it is asked for OP: always, or the N-th to
//	                      M-th time; server ok ends that
//	accepts FILE [password]
//	                      from now on the SFTP server accepts the public key in the file
//	                      and no password, or wants the password after it
//	asked OP N            checks how often it was asked for OP since then
//	hostkey FILE          has it show the key in FILE too, or in place of its key of that type
//	exits CODE COMMAND …  runs a command, which must end with that code
package sessiontest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/district"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp/sftptest/server"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

const module = "github.com/schoolinks-sync/schoolinks-sync"

// LastDay is the newest school day of a script's district, before nextday.
var LastDay = time.Date(2026, 11, 18, 0, 0, 0, 0, time.UTC)

// Main is for TestMain. own is the program whose package is tested, with its
// run; "" where both programs are run as they are built.
func Main(m *testing.M, own string, run func(context.Context, cli.World) error) {
	commands := map[string]func(){
		"extract": func() { runBuilt("extract") },
		"publish": func() { runBuilt("publish") },
	}
	if own != "" {
		commands[own] = func() {
			os.Exit(cli.Main(func(ctx context.Context, w cli.World) error {
				return run(ctx, inScript(own, w))
			}))
		}
	}

	testscript.Main(tests{m, own}, commands)
}

type tests struct {
	*testing.M
	own string
}

// Run builds the programs that do not run in the test's binary, and runs the
// tests. A test that starts its own binary again has built them already.
func (t tests) Run() int {
	if os.Getenv("BUILT") != "" {
		return postgrestest.Run(t.M)
	}
	dir, err := os.MkdirTemp("", "sessiontest")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)

	build := exec.Command("go", "build", "-o", dir+string(filepath.Separator),
		module+"/cmd/extract", module+"/cmd/publish")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		panic(err)
	}

	os.Setenv("BUILT", dir)
	return postgrestest.Run(t.M)
}

// inScript is the world of a program in a script.
func inScript(program string, w cli.World) cli.World {
	w.Env = func(name string) (string, bool) {
		unset := os.Getenv(name) == ""
		if name == "DATABASE_URL" && unset {
			if url, ok := os.LookupEnv(program + "_url"); ok {
				return url, true
			}
		}
		return os.LookupEnv(name)
	}
	if now, err := time.Parse(time.RFC3339, os.Getenv("NOW")); err == nil {
		w.Now = func() time.Time { return now }
	}

	return w
}

// runBuilt runs a program as it was built, in place of the test's binary.
func runBuilt(program string) {
	c := exec.Command(filepath.Join(os.Getenv("BUILT"), program), os.Args[1:]...)
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, os.Stdout, os.Stderr

	c.Env = os.Environ()
	if os.Getenv("DATABASE_URL") == "" {
		c.Env = append(c.Env, "DATABASE_URL="+os.Getenv(program+"_url"))
	}

	if err := c.Run(); c.ProcessState == nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}

	os.Exit(c.ProcessState.ExitCode())
}

// Run runs the scripts of a folder, each with databases and a server of its own.
func Run(t *testing.T, dir string) {
	testscript.Run(t, testscript.Params{
		Dir: dir,
		Setup: func(e *testscript.Env) error {
			tb := e.T().(testing.TB)
			e.Values["tb"] = tb
			e.Values["server"] = Setup(tb, e.Setenv)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"district": makeDistrict,
			"golden":   golden,
			"nextday": func(ts *testscript.TestScript, _ bool, _ []string) {
				ts.Check(theDistrict(0).NextDay(context.Background(), ts.Getenv("powerschool_url")))
			},
			"powerschool": sql("powerschool_url"),
			"store":       sql("owner_url"),
			"oracle": func(ts *testscript.TestScript, _ bool, _ []string) {
				Oracle(tb(ts), ts.Getenv, ts.Setenv)
			},
			"server": misbehave,
			"asked":  asked,
			"hostkey": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(ts.Value("server").(*Server).addHostKey(ts.MkAbs(args[0])))
			},
			"accepts": accepts,
			"exits":   exits,
			"refused": func(ts *testscript.TestScript, _ bool, _ []string) {
				url, _ := postgrestest.Refused(tb(ts))
				ts.Setenv("refused_url", url)
			},
		},
	})
}

// Setup makes the databases and the server of one test, and sets the variables
// of the programs. It returns the server.
func Setup(tb testing.TB, set func(name, value string)) *Server {
	s := &Server{asked: map[string]int{}}
	store := postgrestest.Database(tb)
	powerschool := postgrestest.Empty(tb)
	sftp, folder := sftptest.Serve(tb, server.Options{
		Before: s.before,
		After:  s.after,
		SSH:    s.ssh,
	})
	for name, value := range map[string]string{
		"BUILT":                    os.Getenv("BUILT"),
		"silent":                   silent(tb), // an address where a server accepts and says nothing
		"TZ":                       "America/Chicago",
		"GORACE":                   "atexit_sleep_ms=0", // or the race detector waits a second at the end
		"owner_url":                store.Owner,
		"extract_url":              store.Extract,
		"publish_url":              store.Publish,
		"powerschool_url":          powerschool,
		"POWERSCHOOL_DRIVER":       "pgx",
		"POWERSCHOOL_PROD_DB":      powerschool,
		"SCHOOLINKS_SFTP_ADDRESS":  fmt.Sprintf("%s:%d", sftp.Host, sftp.Port),
		"SCHOOLINKS_SFTP_USERNAME": sftp.User,
		"SCHOOLINKS_SFTP_PASSWORD": sftp.Password(),
		"live":                     folder, // what the server has in /automated
		"known_hosts":              sftp.KnownHosts,
	} {
		set(name, value)
	}

	return s
}

// silent returns the address of a server that accepts connections and never
// says a word.
func silent(tb testing.TB) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { l.Close() }) // the system accepted the connections, this process did not
	return l.Addr().String()
}

func theDistrict(students int) district.District {
	return district.District{Students: students, Days: 20, Seed: 1, LastDay: LastDay}
}

func makeDistrict(ts *testscript.TestScript, _ bool, args []string) {
	var students int
	if _, err := fmt.Sscan(args[0], &students); err != nil {
		ts.Fatalf("district N: %v", err)
	}
	ts.Check(theDistrict(students).Load(context.Background(), ts.Getenv("powerschool_url")))
}

func golden(ts *testscript.TestScript, _ bool, args []string) {
	powerschooltest.Golden(tb(ts), ts.Getenv("powerschool_url"), args[0])
}

func sql(url string) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, _ bool, args []string) {
		postgrestest.Exec(tb(ts), ts.Getenv(url), args[0])
	}
}

func tb(ts *testscript.TestScript) testing.TB { return ts.Value("tb").(testing.TB) }

// exits CODE COMMAND... runs a command that must end with that code.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		code = failed.ExitCode()
	} else {
		ts.Check(err)
	}

	if fmt.Sprint(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

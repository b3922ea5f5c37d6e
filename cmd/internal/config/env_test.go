package config

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// environment is an environment of NAME=value pairs.
func environment(pairs ...string) Env {
	return func(name string) (string, bool) {
		for _, pair := range pairs {
			if n, value, _ := strings.Cut(pair, "="); n == name {
				return value, true
			}
		}
		return "", false
	}
}

func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// fault checks that err is a configuration fault with a hint, and returns both lines.
func fault(t *testing.T, err error) string {
	t.Helper()
	var f *schema.Fault
	if !errors.As(err, &f) || f.Kind != schema.Config || f.Hint == "" {
		t.Fatalf("got %v, want a configuration fault with a hint", err)
	}
	if strings.Contains(err.Error()+f.Hint, "\n") {
		t.Errorf("got %q, %q, want one line each", err, f.Hint)
	}
	return err.Error() + "\n" + f.Hint
}

func TestSecretHides(t *testing.T) {
	s := Secret{"hunter2"}
	nested := struct {
		S Secret
		P *Secret
		M map[string]Secret
	}{s, &s, map[string]Secret{"k": s}}

	var out bytes.Buffer
	for _, v := range []any{s, &s, nested, []Secret{s}, errors.New(fmt.Sprint(s))} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d", "%T", "%10s"} {
			fmt.Fprintf(&out, verb+"\n", v)
		}

		if err := json.NewEncoder(&out).Encode(v); err != nil {
			t.Fatal(err)
		}
		slog.New(slog.NewTextHandler(&out, nil)).Info("text", "v", v)
		slog.New(slog.NewJSONHandler(&out, nil)).Info("json", "v", v)
	}

	for _, leak := range []string{"hunter2", fmt.Sprintf("%x", "hunter2")} {
		if strings.Contains(out.String(), leak) {
			t.Errorf("got the secret in:\n%s", out.String())
		}
	}
	if s.Reveal() != "hunter2" || !strings.Contains(out.String(), "***") {
		t.Error("got a secret that cannot be revealed, or no stars")
	}
}

func TestReadExtract(t *testing.T) {
	oracle := []string{
		"POWERSCHOOL_READ_USER=reader",
		"POWERSCHOOL_DB_PASSWORD=s3cret",
		"POWERSCHOOL_PROD_DB=ps:1521/PSPROD",
		"DATABASE_URL=postgres://localhost/store",
	}
	want := Source{
		Driver:   Oracle,
		User:     "reader",
		Password: Secret{"s3cret"},
		Database: Secret{"ps:1521/PSPROD"},
	}

	s, store, err := Default().ReadExtract(environment(oracle...))
	if err != nil || s != want || store.Reveal() != "postgres://localhost/store" {
		t.Errorf("got %+v, %v", s, err)
	}

	s, err = Default().ReadSource(environment("POWERSCHOOL_DRIVER=pgx", "POWERSCHOOL_PROD_DB=postgres://copy"))
	if err != nil || s.Driver != Postgres || s.User != "" {
		t.Errorf("with a URL: got %+v, %v", s, err)
	}

	_, _, err = Default().ReadExtract(environment(
		"POWERSCHOOL_DRIVER=pgx",
		"POWERSCHOOL_PROD_DB=host:5432/ps",
		"POWERSCHOOL_READ_USER=",
	))
	if got := fault(t, err); !strings.Contains(got, "POWERSCHOOL_READ_USER, POWERSCHOOL_DB_PASSWORD, DATABASE_URL") {
		t.Errorf("got %q, want all that is missing", got)
	}

	_, err = Default().ReadSource(environment(append(oracle, "POWERSCHOOL_DRIVER=s3cret")...))
	if got := fault(t, err); !strings.Contains(got, "POWERSCHOOL_DRIVER") || strings.Contains(got, "s3cret") {
		t.Errorf("got %q, want the driver refused", got)
	}
}

// trusting takes whatever DATABASE_URL says.
var trusting = &Config{InsecureDatabase: true}

func TestVariableSources(t *testing.T) {
	dir := t.TempDir()
	file := write(t, filepath.Join(dir, "url"), "\ufeffpostgres://from file \r\n")
	write(t, filepath.Join(dir, "DATABASE_URL"), "postgres://credential\n\n")

	for _, test := range []struct {
		env  []string
		want string
	}{
		{[]string{"DATABASE_URL=postgres://env", "CREDENTIALS_DIRECTORY=" + dir}, "postgres://env"},
		{[]string{"DATABASE_URL_FILE=" + file, "CREDENTIALS_DIRECTORY=" + dir}, "postgres://from file "},
		{[]string{"DATABASE_URL=", "DATABASE_URL_FILE=" + file}, "postgres://from file "},
		{[]string{"CREDENTIALS_DIRECTORY=" + dir}, "postgres://credential\n"},
	} {
		s, err := trusting.ReadStore(environment(test.env...))
		if err != nil || s.Reveal() != test.want {
			t.Errorf("%q: got %q, %v, want %q", test.env, s.Reveal(), err, test.want)
		}
	}
}

func TestVariableFaults(t *testing.T) {
	dir := t.TempDir()
	file := write(t, filepath.Join(dir, "url"), "postgres://from file")
	empty := write(t, filepath.Join(dir, "empty"), "\n")

	for _, test := range []struct {
		env  []string
		want string
	}{
		{nil, "not set or empty: DATABASE_URL"},
		{[]string{"DATABASE_URL=s3cret", "DATABASE_URL_FILE=" + file}, "both DATABASE_URL and DATABASE_URL_FILE"},
		{[]string{"DATABASE_URL_FILE=s3cret"}, "read DATABASE_URL_FILE"},
		{[]string{"DATABASE_URL_FILE=" + empty}, "not set or empty: DATABASE_URL"},
		{[]string{"CREDENTIALS_DIRECTORY=" + filepath.Join(dir, "none")}, "not set or empty: DATABASE_URL"},
		{[]string{"CREDENTIALS_DIRECTORY=" + file}, "read credential DATABASE_URL"},
	} {
		_, err := trusting.ReadStore(environment(test.env...))
		if got := fault(t, err); !strings.Contains(got, test.want) || strings.Contains(got, "s3cret") {
			t.Errorf("%q: got %q, want %q", test.env, got, test.want)
		}
	}
}

// What goes to another machine is read by nobody on the way.
func TestInsecureDatabase(t *testing.T) {
	for url, want := range map[string]bool{
		"postgres://u:s3cret@127.0.0.1/d?sslmode=disable":                       true,
		"postgres://u:s3cret@[::1]/d":                                           true,
		"postgres://u:s3cret@localhost/d":                                       true,
		"postgres:///d?host=/run/postgresql":                                    true,
		"host=/run/postgresql dbname=d":                                         true,
		"postgres://u:s3cret@db.example.org/d?sslmode=verify-full":              true,
		"postgres://u:s3cret@a,b/d?sslmode=verify-full":                         true,
		"postgres://u:s3cret@localhost,127.0.0.1/d":                             true,
		"postgres://u:s3cret@db.example.org/d":                                  false,
		"postgres://u:s3cret@db.example.org/d?sslmode=disable":                  false,
		"postgres://u:s3cret@db.example.org/d?sslmode=require":                  false,
		"postgres://u:s3cret@db.example.org/d?sslmode=verify-ca":                false,
		"postgres://u:s3cret@10.0.0.1/d?sslmode=allow":                          false,
		"postgres://u:s3cret@localhost,db.example.org/d":                        false,
		"postgres://u:s3cret@db.example.org,localhost/d?sslmode=prefer":         false,
		"host=localhost.example.org user=u password=s3cret sslmode=require":     false,
		"postgres://u:s3cret@127.0.0.1.example.org/d?sslmode=require":           false,
		"postgres://u:s3cret@localhost/d?host=db.example.org&sslmode=verify-ca": false,
	} {
		env := environment("DATABASE_URL=" + url)
		strict, err := (&Config{}).ReadStore(env)
		if (err == nil) != want || (strict.Reveal() == url) != want {
			t.Errorf("%s: got %v, want it taken: %v", url, err, want)
		}
		if err != nil {
			got := fault(t, err)
			if !strings.Contains(got, "sslmode=verify-full") || strings.Contains(got, "s3cret") {
				t.Errorf("%s: got %q, want sslmode=verify-full and no secret", url, got)
			}
		}

		if s, err := trusting.ReadStore(env); err != nil || s.Reveal() != url {
			t.Errorf("%s, insecure_database: got %v", url, err)
		}
	}
}

// A secret that everybody may change is refused, and one that they may read is told.
func TestOpenFiles(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other rules")
	}

	file := write(t, filepath.Join(t.TempDir(), "DATABASE_URL"), "postgres://from file")
	for mode, want := range map[fs.FileMode]string{
		0o600: "",
		0o640: "",
		0o660: "",
		0o644: "read",
		0o602: "change",
		0o666: "change",
	} {
		if err := os.Chmod(file, mode); err != nil {
			t.Fatal(err)
		}
		for _, variable := range []string{
			"DATABASE_URL_FILE=" + file,
			"CREDENTIALS_DIRECTORY=" + filepath.Dir(file),
		} {
			env := environment(variable)
			_, err := trusting.ReadStore(env)
			if (want == "change") != (schema.KindOf(err) == schema.Refused) {
				t.Errorf("%o, %s: got %v", mode, variable, err)
			}
			if want == "change" && schema.HintOf(err) != "run: chmod 600 "+file {
				t.Errorf("%o, %s: got hint %q", mode, variable, schema.HintOf(err))
			}

			var said bytes.Buffer
			WarnOfOpenFiles(slog.New(slog.NewTextHandler(&said, nil)), env)
			wanted := want == "read" || mode == 0o666
			if strings.Contains(said.String(), "chmod 600 "+file) != wanted {
				t.Errorf("%o, %s: said %q", mode, variable, said.String())
			}
		}
	}
}

func TestServerAddress(t *testing.T) {
	for address, want := range map[string]string{
		"sftp.schoolinks.com":    "sftp.schoolinks.com 0",
		"sftp.schoolinks.com:22": "sftp.schoolinks.com 22",
		"SFTP.SchooLinks.com:22": "sftp.schoolinks.com 22",
		"LocalHost":              "localhost 0",
		"10.0.0.1:2222":          "10.0.0.1 2222",
		"[2001:db8::1]:22":       "2001:db8::1 22",
		"[2001:db8::1]":          "2001:db8::1 0",
		"::1":                    "::1 0",
	} {
		a, err := ReadServer(environment("SCHOOLINKS_SFTP_ADDRESS=" + address))
		if got := fmt.Sprint(a.Host, " ", a.Port); err != nil || got != want {
			t.Errorf("%q: got %q, %v, want %q", address, got, err, want)
		}
	}
}

func TestServerAddressRefused(t *testing.T) {
	for _, address := range []string{
		"",
		"sftp://s3cret",
		"d118@s3cret",
		"s3cret:",
		":22",
		"s3cret:0",
		"s3cret:65536",
		"s3cret:ssh",
		"s3cret/automated",
		"s3 cret",
		"s3cret:22:22",
		"[s3cret",
	} {
		_, err := ReadServer(environment("SCHOOLINKS_SFTP_ADDRESS=" + address))
		got := fault(t, err)
		if strings.Contains(got, "s3cret") || !strings.Contains(got, "SCHOOLINKS_SFTP_ADDRESS") {
			t.Errorf("%q: got %q, want the variable named and not its value", address, got)
		}
	}
}

func TestReadPublish(t *testing.T) {
	_, _, err := trusting.ReadPublish(environment())
	want := "SCHOOLINKS_SFTP_ADDRESS, SCHOOLINKS_SFTP_USERNAME, " +
		"SCHOOLINKS_SFTP_PASSWORD (or SCHOOLINKS_SFTP_KEY), DATABASE_URL"
	if got := fault(t, err); !strings.Contains(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}

	a, store, err := trusting.ReadPublish(environment(
		"SCHOOLINKS_SFTP_ADDRESS=h:23",
		"SCHOOLINKS_SFTP_USERNAME=u",
		"SCHOOLINKS_SFTP_PASSWORD=p",
		"DATABASE_URL=d",
	))
	account := Account{
		Host:     "h",
		Port:     23,
		User:     "u",
		Password: Secret{"p"},
	}
	if err != nil || a != account || store.Reveal() != "d" {
		t.Errorf("got %+v, %v, %v", a, store, err)
	}
}

// A key makes the password optional, and one that cannot be used is told before the
// network is used.
func TestReadKey(t *testing.T) {
	without := []string{"SCHOOLINKS_SFTP_ADDRESS=h", "SCHOOLINKS_SFTP_USERNAME=u", "DATABASE_URL=d"}
	file := write(t, filepath.Join(t.TempDir(), "id"), "s3cret, and not a key")

	const noSecret = "not set or empty: SCHOOLINKS_SFTP_PASSWORD (or SCHOOLINKS_SFTP_KEY)"

	for variable, want := range map[string]string{
		"SCHOOLINKS_SFTP_KEY=s3cret":                               "there is no private key in it",
		"SCHOOLINKS_SFTP_KEY_FILE=" + file:                         "there is no private key in it",
		"SCHOOLINKS_SFTP_KEY=PuTTY-User-Key-File-3: s3cret":        ".ppk",
		"SCHOOLINKS_SFTP_KEY=ssh-ed25519 s3cret":                   "it is a public key",
		"SCHOOLINKS_SFTP_KEY_PASSPHRASE=s3cret":                    noSecret,
		"CREDENTIALS_DIRECTORY=" + filepath.Dir(file) + "/nowhere": noSecret,
	} {
		_, _, err := trusting.ReadPublish(environment(append(without, variable)...))
		if got := fault(t, err); !strings.Contains(got, want) || strings.Contains(got, "s3cret") {
			t.Errorf("%s: got %q, want %q and not the secret", variable, got, want)
		}
	}
}

func TestLocation(t *testing.T) {
	chicago, err := time.LoadLocation("America/Chicago")
	if err != nil {
		t.Fatal(err)
	}
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}

	for _, test := range []struct {
		config, env string
		host        *time.Location
		want        string // "" is a fault
	}{
		{"Local", "", chicago, "America/Chicago"},
		{"Local", "", london, "Europe/London"},
		{"Local", "", time.UTC, ""},
		{"Local", "", time.FixedZone("", 0), ""},
		{"Local", "UTC", time.UTC, "UTC"},
		{"UTC", "", time.UTC, "UTC"},
		{"UTC", "Local", chicago, "America/Chicago"},
		{"America/Denver", "", time.UTC, "America/Denver"},
		{"America/Denver", "America/New_York", time.UTC, "America/New_York"},
		{"Local", "Central", chicago, ""},
	} {
		c := parse(t, "powerschool: {timezone: "+test.config+"}")
		zone, err := c.Location(environment("POWERSCHOOL_TIMEZONE="+test.env), test.host)

		if test.want == "" {
			if got := fault(t, err); !strings.Contains(got, "America/Chicago") {
				t.Errorf("%+v: got %q, want an example", test, got)
			}
		} else if err != nil || zone.String() != test.want {
			t.Errorf("%+v: got %v, %v", test, zone, err)
		}
	}
}

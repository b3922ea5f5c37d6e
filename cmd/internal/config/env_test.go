package config

import (
	"bytes"
	"crypto/ed25519"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
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
	write(t, filepath.Join(dir, "DATABASE_URL"), "postgres://credential \n")

	for _, test := range []struct {
		env  []string
		want string
	}{
		{[]string{"DATABASE_URL=postgres://env", "CREDENTIALS_DIRECTORY=" + dir}, "postgres://env"},
		{[]string{"DATABASE_URL_FILE=" + file, "CREDENTIALS_DIRECTORY=" + dir}, "postgres://from file "},
		{[]string{"DATABASE_URL=", "DATABASE_URL_FILE=" + file}, "postgres://from file "},
		{[]string{"CREDENTIALS_DIRECTORY=" + dir}, "postgres://credential "},
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

// utf16 is the text as PowerShell's > writes it.
func utf16(text string) string {
	wide := "\xff\xfe"
	for _, r := range text {
		wide += string(r) + "\x00"
	}
	return wide
}

// TestFlaws: a server would refuse such a password, and lock the account in the end.
func TestFlaws(t *testing.T) {
	for text, want := range map[string]string{
		utf16("s3cret\n"):         "it is UTF-16",
		utf16("s3cret")[2:]:       "it has a NUL byte",
		"\xfe\xff\x00s\x003":      "it is UTF-16",
		"s3cret\x00":              "it has a NUL byte",
		"s3cret\r\n\r\n":          "it has more than one line",
		"s3cret\n\n":              "it has more than one line",
		"s3cret\nanother\n":       "it has more than one line",
		"\ns3cret\n":              "it has more than one line",
		"s3cret\r\r\n":            "it ends in a carriage return",
		"s3cret\t\n":              "it has a control character",
		"\x1b[31ms3cret":          "it has a control character",
		"s3\u0085cret":            "it has a control character",
		"s3cret\x7f":              "it has a control character",
		"\ufeffs3cret\n":          "",
		"s3cret \"'\\é字 \r\n":     "",
		"postgres://u:s3cret@h\n": "",
	} {
		dir := t.TempDir()
		file := write(t, filepath.Join(dir, "DATABASE_URL"), text)
		for from, variable := range map[string]string{
			"DATABASE_URL_FILE":       "DATABASE_URL_FILE=" + file,
			"credential DATABASE_URL": "CREDENTIALS_DIRECTORY=" + dir,
		} {
			_, err := trusting.ReadStore(environment(variable))
			flawed(t, from, err, want)
		}
	}

	for text, want := range map[string]string{
		"s3cret":            "",
		"s3cret\r":          "it ends in a carriage return", // of a file of variables with CR LF
		"s3cret\n":          "it has more than one line",
		"s3cret\r\nanother": "it has more than one line",
		"s3c\tret":          "it has a control character",
	} {
		_, err := trusting.ReadStore(environment("DATABASE_URL=" + text))
		flawed(t, "DATABASE_URL", err, want)
	}
}

// flawed checks that an error names the variable and the flaw, and not the value.
func flawed(t *testing.T, from string, err error, want string) {
	t.Helper()
	if want == "" || err == nil {
		if err != nil || want != "" {
			t.Errorf("%s: got %v, want %q", from, err, want)
		}
		return
	}

	got := fault(t, err)
	if !strings.HasPrefix(got, "read "+from+": "+want) || strings.Contains(got, "s3") {
		t.Errorf("%s: got %q, want %q and not the value", from, got, want)
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

// TestReadKeyOfSeveralLines: a private key is the only secret that has them.
func TestReadKeyOfSeveralLines(t *testing.T) {
	_, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	key := string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}))

	file := filepath.Join(t.TempDir(), "id")
	for text, want := range map[string]string{
		key:                                   "",
		key + "\n\n":                          "",
		strings.ReplaceAll(key, "\n", "\r\n"): "",
		utf16(key):                            "read SCHOOLINKS_SFTP_KEY_FILE: it is UTF-16",
		key + "\x00":                          "read SCHOOLINKS_SFTP_KEY_FILE: it has a NUL byte",
		"\x1b[0m" + key:                       "read SCHOOLINKS_SFTP_KEY_FILE: it has a control character",
	} {
		write(t, file, text)
		a, _, err := trusting.ReadPublish(environment("SCHOOLINKS_SFTP_ADDRESS=h",
			"SCHOOLINKS_SFTP_USERNAME=u", "DATABASE_URL=d", "SCHOOLINKS_SFTP_KEY_FILE="+file))
		if want == "" {
			if err != nil || a.Key.Reveal() == "" {
				t.Errorf("%q: got %v", text, err)
			}
		} else if got := fault(t, err); !strings.HasPrefix(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// TestEveryVariableCanBeAFile, those that are no secrets too.
func TestEveryVariableCanBeAFile(t *testing.T) {
	dir := t.TempDir()
	from := func(name, text string) string {
		return name + "_FILE=" + write(t, filepath.Join(dir, name), text+"\n")
	}

	s, store, err := trusting.ReadExtract(environment(
		from("POWERSCHOOL_DRIVER", "pgx"),
		from("POWERSCHOOL_PROD_DB", "h:5432/d"),
		from("POWERSCHOOL_READ_USER", "u"),
		from("POWERSCHOOL_DB_PASSWORD", "p"),
		from("DATABASE_URL", "postgres://store"),
	))
	want := Source{Driver: Postgres, User: "u", Password: Secret{"p"}, Database: Secret{"h:5432/d"}}
	if err != nil || s != want || store.Reveal() != "postgres://store" {
		t.Errorf("got %+v, %v", s, err)
	}

	a, _, err := trusting.ReadPublish(environment(
		from("SCHOOLINKS_SFTP_ADDRESS", "h:23"),
		from("SCHOOLINKS_SFTP_USERNAME", "u"),
		from("SCHOOLINKS_SFTP_PASSWORD", "p"),
		from("DATABASE_URL", "postgres://store"),
	))
	account := Account{Host: "h", Port: 23, User: "u", Password: Secret{"p"}}
	if err != nil || a != account {
		t.Errorf("got %+v, %v", a, err)
	}

	for _, variable := range []string{
		from("POWERSCHOOL_TIMEZONE", "America/Denver"),
		"CREDENTIALS_DIRECTORY=" + dir,
	} {
		zone, err := Default().Location(environment(variable), time.UTC)
		if err != nil || zone.String() != "America/Denver" {
			t.Errorf("%s: got %v, %v", variable, zone, err)
		}
	}
}

func TestLocationFaults(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "wide"), utf16("UTC"))
	write(t, filepath.Join(dir, "empty"), "\n")

	for variable, want := range map[string]string{
		"POWERSCHOOL_TIMEZONE_FILE=" + dir + "/wide":  "read POWERSCHOOL_TIMEZONE_FILE: it is UTF-16",
		"POWERSCHOOL_TIMEZONE_FILE=" + dir + "/empty": "read POWERSCHOOL_TIMEZONE_FILE: the file is empty",
		"POWERSCHOOL_TIMEZONE_FILE=" + dir + "/none":  "read POWERSCHOOL_TIMEZONE_FILE: ",
		"POWERSCHOOL_TIMEZONE=America/Chicago\r":      "read POWERSCHOOL_TIMEZONE: it ends in a carriage return",
	} {
		c := parse(t, "powerschool: {timezone: America/Denver}")
		_, err := c.Location(environment(variable), time.UTC)
		if got := fault(t, err); !strings.HasPrefix(got, want) {
			t.Errorf("%q: got %q, want %q", variable, got, want)
		}
	}
}

// TestWindowsZones: the hint names the zone as it must be written.
func TestWindowsZones(t *testing.T) {
	for name, want := range map[string]string{
		"Eastern Standard Time":                  "America/New_York",
		"US Eastern Standard Time":               "America/Indiana/Indianapolis",
		"Central Standard Time":                  "America/Chicago",
		"central daylight time":                  "America/Chicago",
		"(UTC-06:00) Central Time (US & Canada)": "America/Chicago",
		"Mountain Standard Time":                 "America/Denver",
		"US Mountain Standard Time":              "America/Phoenix",
		"Pacific Standard Time":                  "America/Los_Angeles",
		"Alaskan Standard Time":                  "America/Anchorage",
		"Hawaiian Standard Time":                 "Pacific/Honolulu",
		"Aleutian Standard Time":                 "America/Adak",
		"Atlantic Standard Time":                 "America/Puerto_Rico",
		"W. Europe Standard Time":                "such as America/Chicago",
	} {
		_, err := Default().Location(environment("POWERSCHOOL_TIMEZONE="+name), time.UTC)
		if got := fault(t, err); !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}

	for name, zone := range windowsZones {
		if _, err := time.LoadLocation(zone); err != nil {
			t.Errorf("%s: %v", name, err)
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

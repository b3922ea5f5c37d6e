package sessiontest

import (
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/ocishim"
)

// Oracle has a test's PowerSchool read through Oracle's driver: godror, with a
// stand-in for Oracle's client library that asks PostgreSQL. Get and set are of
// the variables that Setup set; $BUILT then has the programs with that driver.
func Oracle(tb testing.TB, get func(string) string, set func(name, value string)) {
	tb.Helper()
	u, err := url.Parse(get("powerschool_url"))
	if err != nil {
		tb.Fatal(err)
	}
	library := ocishim.Library(tb)
	ocishim.Prepare(tb, get("powerschool_url"))
	built, err := buildWithOracle()
	if err != nil {
		tb.Fatal(err)
	}
	password, _ := u.User.Password()
	for name, value := range map[string]string{
		"BUILT":                   built,
		"LD_LIBRARY_PATH":         library,
		"POWERSCHOOL_DRIVER":      "godror",
		"POWERSCHOOL_PROD_DB":     u.Host + u.Path,
		"nowhere":                 u.Host + u.Path + "_of_another", // where there is no database
		"POWERSCHOOL_READ_USER":   u.User.Username(),
		"POWERSCHOOL_DB_PASSWORD": password,
	} {
		set(name, value)
	}
}

// buildWithOracle builds extract as districts do, once, and puts it beside
// publish.
var buildWithOracle = sync.OnceValues(func() (dir string, err error) {
	built := os.Getenv("BUILT")
	dir = filepath.Join(built, "oracle")
	build := exec.Command("go", "build", "-o", dir+string(filepath.Separator), module+"/cmd/extract")
	build.Env = append(os.Environ(), "CGO_ENABLED=1")
	build.Stderr = os.Stderr
	return dir, errors.Join(build.Run(), os.Link(filepath.Join(built, "publish"), filepath.Join(dir, "publish")))
})

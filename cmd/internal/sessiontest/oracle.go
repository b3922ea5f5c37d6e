package sessiontest

import (
	"net/url"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest/ocishim"
)

// Oracle has a test's PowerSchool read through Oracle's driver: godror, with a
// stand-in for Oracle's client library that asks PostgreSQL. get and set read
// and change the variables that Setup has set. The programs are the built ones,
// because the race detector and the library's sanitizers do not work together.
func Oracle(tb testing.TB, get func(string) string, set func(name, value string)) {
	tb.Helper()
	u, err := url.Parse(get("powerschool_url"))
	if err != nil {
		tb.Fatal(err)
	}

	library := ocishim.Library(tb)
	ocishim.Prepare(tb, get("powerschool_url"))
	password, _ := u.User.Password()
	for name, value := range map[string]string{
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

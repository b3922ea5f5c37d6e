// Package ocishim builds the stand-in for Oracle's client library that is in
// testdata/ocishim: with it Oracle's real driver reads PowerSchool's tables in a
// test's PostgreSQL. Its README says what that proves, and what it cannot.
package ocishim

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// Library returns the folder of the library, which is built once. Where it
// cannot be, the test is skipped, except where $CI is set: there it fails.
func Library(tb testing.TB) (dir string) {
	tb.Helper()
	dir, err := once()
	skip(tb, err)
	return dir
}

var once = sync.OnceValues(func() (dir string, err error) {
	dir = filepath.Join(os.Getenv("BUILT"), "ocishim") // which goes when the tests have ended
	return dir, errors.Join(os.MkdirAll(dir, 0o755), compile(dir, "-O1"))
})

// Sanitized builds a library that ends the process at its first mistake in C,
// and returns its folder and what has to be in $LD_PRELOAD.
func Sanitized(tb testing.TB) (dir, preload string) {
	tb.Helper()
	dir = tb.TempDir()
	skip(tb, compile(dir, "-O1", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"))
	out, err := exec.Command(compiler, "-print-file-name=libasan.so").Output()
	if err != nil {
		tb.Fatal(err)
	}

	return dir, strings.TrimSpace(string(out))
}

func skip(tb testing.TB, err error) {
	tb.Helper()
	switch {
	case err != nil && os.Getenv("CI") != "":
		tb.Fatalf("no stand-in for Oracle's client library: %v", err)
	case err != nil:
		tb.Skipf("no stand-in for Oracle's client library: %v", err)
	}
}

var compiler = cmp.Or(os.Getenv("CC"), "cc")

// source is the folder of the C files.
func source() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..", "testdata", "ocishim")
}

// compile puts the library into dir, under the name of Oracle's own library: it
// must never be put anywhere else.
func compile(dir string, flags ...string) error {
	if runtime.GOOS != "linux" {
		return fmt.Errorf("it is for Linux, not for %s", runtime.GOOS)
	}
	include, err := exec.Command("pg_config", "--includedir").Output()
	if err != nil {
		return fmt.Errorf("pg_config, of libpq-dev: %w", err)
	}

	files, err := filepath.Glob(filepath.Join(source(), "*.c"))
	if err != nil {
		return err
	}

	args := slices.Concat(
		[]string{"-std=gnu11", "-g", "-Wall", "-Wextra", "-Werror", "-fPIC", "-shared", "-fvisibility=hidden"},
		[]string{"-I" + strings.TrimSpace(string(include)), "-o", filepath.Join(dir, "libclntsh.so")},
		flags,
		files,
		[]string{"-lpq", "-lpthread"},
	)
	if out, err := exec.Command(compiler, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("compile: %w\n%s", err, out)
	}

	return nil
}

// Prepare gives the database at url what its statements need to mean what they
// mean in Oracle.
func Prepare(tb testing.TB, url string) {
	tb.Helper()
	functions, err := os.ReadFile(filepath.Join(source(), "functions.sql"))
	if err != nil {
		tb.Fatal(err)
	}
	postgrestest.Exec(tb, url, string(functions))
}

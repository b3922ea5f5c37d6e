package cmd_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	promisedTest = regexp.MustCompile("`([a-z/]+) (Test\\w+)(?:/(\\w+))?`")
	testFunction = regexp.MustCompile(`(?m)^func (Test\w+)\(`)
)

// TestPromises checks that each promise names tests, and that each test exists.
func TestPromises(t *testing.T) {
	text, err := os.ReadFile("../docs/promises.md")
	if err != nil {
		t.Fatal(err)
	}

	promises := 0
	for line := range strings.Lines(string(text)) {
		if !strings.HasPrefix(line, "| ") || strings.HasPrefix(line, "| promise |") {
			continue
		}
		promises++
		named := promisedTest.FindAllStringSubmatch(line, -1)
		if len(named) == 0 || len(named) != strings.Count(line, " Test") {
			t.Errorf("got %d tests, want each test in its package: %s", len(named), line)
		}
		for _, test := range named {
			if !testExists(t, test[1], test[2], test[3]) {
				t.Errorf("there is no test %s", test[0])
			}
		}
	}

	if promises < 30 {
		t.Errorf("got %d promises, want all of them", promises)
	}
	for _, missing := range []string{"TestOfNothing", "TestSessions/nothing"} {
		name, session, _ := strings.Cut(missing, "/")
		if testExists(t, "cmd/publish", name, session) {
			t.Errorf("%s is said to exist", missing)
		}
	}
}

// testExists reports whether a package has a test, and its testdata a session of
// that name, if one is named.
func testExists(t *testing.T, folder, name, session string) bool {
	t.Helper()
	dir := filepath.Join("..", filepath.FromSlash(folder))
	if session != "" {
		if _, err := os.Stat(filepath.Join(dir, "testdata", session+".txtar")); err != nil {
			return false
		}
	}

	files, err := filepath.Glob(filepath.Join(dir, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, function := range testFunction.FindAllStringSubmatch(string(text), -1) {
			if function[1] == name {
				return true
			}
		}
	}
	return false
}

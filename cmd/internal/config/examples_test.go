package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// TestExamples: every example can be read, and makes a query for PowerSchool. The
// examples of states say where their facts come from, what nobody has tried, and
// what to check first.
func TestExamples(t *testing.T) {
	paths, err := filepath.Glob("../../../examples/*.yaml")
	if err != nil || len(paths) < 7 {
		t.Fatalf("got %d examples, %v", len(paths), err)
	}
	driver := powerschool.Driver{
		Bind:      func(int) string { return ":n" },
		Timestamp: func(placeholder string) string { return placeholder },
	}

	for _, path := range paths {
		name := filepath.Base(path)
		c, _, err := Load(path, environment())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}

		source, err := powerschool.New(driver, c.Settings())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}

		statement, binds := source.Statement(schema.Moment{
			Through: time.Date(2026, 11, 23, 23, 59, 59, 0, time.UTC),
			Day:     time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC),
		})
		if strings.Count(statement, ":n") != len(binds) {
			t.Errorf("%s: got %d binds for:\n%s", name, len(binds), statement)
		}
		for fact, f := range c.Facts {
			if !strings.Contains(statement, f.Table+" ") {
				t.Errorf("%s: fact %s is not asked for in:\n%s", name, fact, statement)
			}
		}

		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, said := range []string{"# From ", "# Unverified: ", "# Check first"} {
			if name != "d118-script.yaml" && !strings.Contains(string(text), said) {
				t.Errorf("%s does not say %q", name, said)
			}
		}
	}
}

package cmd_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/schoolinks-sync/schoolinks-sync/"

// layout says what each package may import besides the standard library, so
// that only one package knows a driver, and a reader meets every step once. A
// package that is not listed is an error: its place has to be decided.
var layout = map[string][]string{
	"schema":          {},
	"migrations":      {},
	"examples":        {},
	"schema/postgres": {"schema", "migrations", "github.com/jackc/pgx/v5", "github.com/pressly/goose/v3"},

	"extract":             {"schema"},
	"extract/powerschool": {"schema"},

	"publish/files":  {"schema", "github.com/klauspost/compress"},
	"publish/guard":  {"schema"},
	"publish/diff":   {"schema", "publish/files", "publish/guard"},
	"publish/report": {"schema", "publish/diff"},
	"publish":        {"schema", "publish/files", "publish/guard", "publish/diff"},
	"publish/sftp":   {"schema", "github.com/pkg/sftp", "golang.org/x/crypto"},

	"cmd/internal/cli": {
		"schema", "github.com/urfave/cli/v2", "github.com/schollz/progressbar/v3", "golang.org/x/term",
	},
	"cmd/internal/config": {
		"schema", "schema/postgres", "extract", "publish/files", "publish/guard", "publish/sftp", "cmd/internal/cli",
		"examples", "github.com/goccy/go-yaml", "github.com/urfave/cli/v2",
	},
	"cmd/extract": {
		"schema", "schema/postgres", "extract", "extract/powerschool", "cmd/internal/cli", "cmd/internal/config",
		"github.com/urfave/cli/v2", "github.com/jackc/pgx/v5", "github.com/godror/godror",
	},
	"cmd/publish": {
		"schema", "schema/postgres", "publish", "publish/files", "publish/diff", "publish/report", "publish/sftp",
		"cmd/internal/cli", "cmd/internal/config", "github.com/urfave/cli/v2",
	},
}

func TestLayout(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", module+"...").Output()
	if err != nil {
		t.Fatal(err)
	}

	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		err := dec.Decode(&p)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		checkImports(t, strings.TrimPrefix(p.ImportPath, module), p.Imports)
	}
}

func checkImports(t *testing.T, name string, imports []string) {
	if name == "cmd" || name == "cmd/demo" || strings.Contains(name, "test") {
		return // they start servers and prepare the tests
	}
	allowed, ok := layout[name]
	if !ok {
		t.Errorf("%s is not in the layout", name)
	}

	for _, imported := range imports {
		if !strings.Contains(imported, ".") {
			continue // the standard library
		}

		imported = strings.TrimPrefix(imported, module)
		if !slices.ContainsFunc(allowed, func(a string) bool { return covers(a, imported) }) {
			t.Errorf("%s imports %s", name, imported)
		}
	}
}

// covers reports whether an entry of the layout allows an import. An entry for
// another module allows all of its packages.
func covers(allowed, imported string) bool {
	another := strings.Contains(allowed, ".")
	return imported == allowed || another && strings.HasPrefix(imported, allowed+"/")
}

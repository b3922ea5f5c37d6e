package cmd_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// docs/powerschool.md has every kind of finding, in the words of the program.
func TestFindingsAreDocumented(t *testing.T) {
	text, err := os.ReadFile("../docs/powerschool.md")
	if err != nil {
		t.Fatal(err)
	}

	for _, kind := range schema.FindingKinds() {
		line := fmt.Sprintf("| `%s` | %s |\n", kind, kind.Text())
		if kind == schema.RowMissing || kind == schema.NoRow {
			line = fmt.Sprintf("| `%s/TABLE` | %s |\n", kind, kind.Of("TABLE").Text())
		}
		if !strings.Contains(string(text), line) {
			t.Errorf("docs/powerschool.md lacks: %s", line)
		}
	}
}

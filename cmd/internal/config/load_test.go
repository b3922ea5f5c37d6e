package config

import (
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Who named a file that cannot be read should know what to mend.
func TestLoadSaysWhatNamedTheFile(t *testing.T) {
	t.Chdir(t.TempDir())

	for _, test := range []struct{ flag, variable, want string }{
		{"none.yaml", "other.yaml", "give --config the path of a readable file, or leave it out"},
		{"", "none.yaml", "give SCHOOLINKS_CONFIG the path of a readable file, or leave it out"},
	} {
		_, _, err := Load(test.flag, environment("SCHOOLINKS_CONFIG="+test.variable))
		if got := schema.HintOf(err); got != test.want {
			t.Errorf("%+v: got the hint %q", test, got)
		}
	}
}

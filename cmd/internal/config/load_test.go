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

// A variable that people may take for one of the program's is not passed over.
func TestLoadRefusesConfigFile(t *testing.T) {
	_, _, err := Load("", environment("SCHOOLINKS_CONFIG_FILE=schoolinks.yaml"))
	if schema.KindOf(err) != schema.Config {
		t.Errorf("got %v, want a fault of the configuration", err)
	}
}

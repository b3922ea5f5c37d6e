package config

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestScript: the settings in the program are those of the example.
func TestScript(t *testing.T) {
	want, _, err := Load("../../../examples/d118-script.yaml", environment())
	if err != nil {
		t.Fatal(err)
	}

	got, err := Script()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.Rules(), got.Rules()); diff != "" {
		t.Errorf("rules: -want +got:\n%s", diff)
	}
	if !got.Settings().Equal(want.Settings()) {
		t.Errorf("got settings %s, want %s", got.Settings().Text(), want.Settings().Text())
	}
}

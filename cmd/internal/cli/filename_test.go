package cli

import (
	"strings"
	"testing"
)

func TestWrongPath(t *testing.T) {
	for _, path := range []string{
		"", "-", "out", "out/", "/dev/null", "/tmp/a b/.c/../d.csv", `out\gpa.csv`, "console.csv", "com10.csv",
		"COM.csv", "lpt", "lpt¼", "nulls", "a.con", "Zoë.csv",
	} {
		if why := WrongPath(path); why != "" {
			t.Errorf("%q: got %q, want it taken", path, why)
		}
	}

	reserved := "con CON.csv Prn aux.tar.gz NUL nul.txt COM0 com1 COM9.csv " +
		"LPT0 lpt9 COM¹ com².csv LPT³ CONIN$ conout$.x"
	for _, path := range append(strings.Fields(reserved), "out/nul.csv", `out\aux\gpa.csv`, "NUL .csv", "con ") {
		if why := WrongPath(path); !strings.Contains(why, "reserves") {
			t.Errorf("%q: got %q, want it reserved", path, why)
		}
	}

	for path, want := range map[string]string{
		"gpa.csv.":    "ends in a dot or a space",
		"out /x":      "ends in a dot or a space",
		"a/...":       "ends in a dot or a space",
		"a\x1b":       "control character",
		"a\u009b":     "control character",
		"a\nb":        "control character",
		"C:/x":        "control character",
		"a|b":         "control character",
		"2026-11-26?": "control character",
		`"a"`:         "control character",
	} {
		if why := WrongPath(path); !strings.Contains(why, want) {
			t.Errorf("%q: got %q, want %q", path, why, want)
		}
	}
}

package main

import (
	"strings"
	"testing"
)

// F is free to the lunch status, and no only beside T.
func TestWhatValuesSay(t *testing.T) {
	for _, c := range []struct{ text, all, says string }{
		{"0", "0 1", "no"},
		{"1", "0 1", "yes"},
		{"n", "n y", "no"},
		{"Yes", "No Yes", "yes"},
		{"F", "F T", "no"},
		{"T", "F T", "yes"},
		{"F", "F R P", ""},
		{"F", "F", ""},
		{"T", "T P", ""},
		{"01", "01 02", ""},
		{"10", "10", ""},
	} {
		all := strings.Fields(c.all)
		got := ""
		if meansNo(c.text, all) {
			got = "no"
		}
		if meansYes(c.text, all) {
			got += "yes"
		}
		if got != c.says {
			t.Errorf("%s of %s: got %q, want %q", c.text, c.all, got, c.says)
		}
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 1: "<10", 9: "<10", 10: "10", 999: "999", 1234567: "1,234,567"} {
		if got := count(n); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

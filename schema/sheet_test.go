package schema

import "testing"

// TestCells proves that no cell is one that a spreadsheet computes.
func TestCells(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1":     "'=1+1",
		"+1":       "'+1",
		"-1":       "'-1",
		"@SUM(A1)": "'@SUM(A1)",
		"\tx":      "[U+0009]x",
		"\rx":      "[U+000D]x",
		`"=1`:      `'"=1`,
		"'=1":      "''=1",
		"  =1":     "'  =1",
		"＝1":       "'＝1",
		"\u202e=1": "[U+202E]=1",
		"":         "",
		"12":       "12",
		"O'Neil":   "O'Neil",
		"a=b":      "a=b",
	} {
		if got := inert(cell); got != want {
			t.Errorf("%q: got %q, want %q", cell, got, want)
		}
	}
}

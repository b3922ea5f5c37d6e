package files

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// numbersOf returns a file of student numbers, sorted like any other.
func numbersOf(t *testing.T, numbers ...string) *Reader {
	t.Helper()
	text := strings.Join(RosterHeader, ",") + "\n"
	for _, n := range numbers {
		text += fmt.Sprintf("\"%s\",17,9,20\n", n)
	}

	found, err := ParseForeign("roster", []byte(text), RosterHeader)
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewReader("roster", strings.NewReader(contentText(t, found.Content)), RosterHeader)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestStrays(t *testing.T) {
	roster := []string{"20001", "20002", "20003", "00123", "7", "IL-4"}

	for name, test := range map[string]struct {
		numbers []string
		nobody  int64
		says    string
		most    bool
	}{
		"everybody's":           {numbers: roster},
		"twice":                 {numbers: []string{"7", "7"}},
		"somebody left":         {numbers: []string{"20001", "20002", "99"}, nobody: 1},
		"nobody's":              {numbers: []string{"1", "2"}, nobody: 2, most: true},
		"decimals":              {[]string{"20001.0", "7.00"}, 2, "2 of 2 student numbers end in .0", true},
		"an apostrophe":         {[]string{"'20001", "7"}, 1, "1 of 2 student numbers begin with an ", true},
		"a space":               {[]string{" 20001"}, 1, "1 of 1 student numbers have a space ", true},
		"another space":         {[]string{"20001\u00a0"}, 1, "1 of 1 student numbers have a space ", true},
		"an exponent":           {[]string{"1.23457E+11"}, 1, "1 of 1 student numbers have an exponent: ", true},
		"thousands":             {[]string{"20,001"}, 1, "1 of 1 student numbers have commas ", true},
		"a formula":             {[]string{"=20001"}, 1, "1 of 1 student numbers are formulas ", true},
		"blank":                 {[]string{"", " "}, 2, "2 of 2 student numbers are blank", true},
		"zeros lost":            {[]string{"123"}, 1, "1 of 1 student numbers differ from a student's ", true},
		"zeros added":           {[]string{"007"}, 1, "1 of 1 student numbers differ from a student's ", true},
		"zeros of two students": {numbers: []string{"7", "00123", "20001"}},
		"an old form":           {numbers: []string{"20001", "20002", "IL-5"}, nobody: 1},
	} {
		s, err := CountStrays(numbersOf(t, test.numbers...), numbersOf(t, roster...))
		says := strings.Join(s.Changed(), "\n")
		if err != nil || s.Nobody != test.nobody || s.AreMost() != test.most {
			t.Errorf("%s: got %+v, %v, want %d who are nobody, most: %t", name, s, err, test.nobody, test.most)
		}
		if !strings.HasPrefix(says, test.says) || (says == "") != (test.says == "") {
			t.Errorf("%s: got %q, want %q", name, says, test.says)
		}
	}
}

// TestStraysAreMost: a few are what becomes of any district; one in twenty that were
// changed are a spreadsheet's work, and so is a file of which nobody is known.
func TestStraysAreMost(t *testing.T) {
	var roster []string
	for n := range 100 {
		roster = append(roster, fmt.Sprint(20001+n))
	}

	for _, test := range []struct {
		change int
		to     string // with %d where the number is
		most   bool
	}{
		{5, "%d.0", false},
		{6, "%d.0", true},
		{6, "0%d", true},
		{89, "9%d", false},
		{90, "9%d", true},
	} {
		numbers := slices.Clone(roster)
		for i := range test.change {
			numbers[i] = fmt.Sprintf(test.to, 20001+i)
		}

		s, err := CountStrays(numbersOf(t, numbers...), numbersOf(t, roster...))
		if err != nil || s.AreMost() != test.most || s.Nobody != int64(test.change) {
			t.Errorf("%d as %s: got %+v, %v, want most: %t", test.change, test.to, s, err, test.most)
		}
	}
}

package report

import (
	"fmt"
	"strings"
	"unicode"
)

// visible writes text of PowerSchool or of a person so that it shows what is in
// it and does nothing: control characters, and those that turn the direction
// of text, become [U+202E]. The joiners that some scripts need stay.
func visible(s string) string {
	hidden := func(r rune) bool {
		return unicode.IsControl(r) || turns(r)
	}
	return replaceRunes(s, hidden)
}

// turns reports whether a character is a format character, which nobody sees.
func turns(r rune) bool {
	joins := r == '\u200c' || r == '\u200d'
	separates := r == '\u2028' || r == '\u2029'
	formats := unicode.Is(unicode.Cf, r)
	return separates || formats && !joins
}

// replaceRunes writes the characters that are to be hidden by their numbers.
func replaceRunes(s string, hidden func(rune) bool) string {
	if strings.IndexFunc(s, hidden) < 0 {
		return s
	}

	var b strings.Builder
	for _, r := range s {
		if hidden(r) {
			fmt.Fprintf(&b, "[U+%04X]", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

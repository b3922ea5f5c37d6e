package report

import (
	"fmt"
	"strings"
	"unicode"
)

// visible writes text of PowerSchool or of a person so that it shows what is in
// it and does nothing: control characters, and those that turn the direction
// of text, stand as [U+202E]. The joiners that some scripts need stay.
func visible(s string) string {
	return replaceRunes(s, func(r rune) bool { return unicode.IsControl(r) || turns(r) })
}

// turns reports whether a character is one of format, which nobody sees.
func turns(r rune) bool {
	return unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d' || r == '\u2028' || r == '\u2029'
}

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

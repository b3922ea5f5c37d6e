package schema

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Visible writes text of PowerSchool, of a server or of a person so that it shows
// what is in it and does nothing, on a terminal or in a page: control characters,
// those that turn the direction of text and those that nobody sees become [U+202E],
// bytes that are not UTF-8 become [0x9B]. Every text for people goes through it.
func Visible(s string) string {
	if !utf8.ValidString(s) || strings.ContainsFunc(s, hidden) {
		return visible(s)
	}
	return s
}

func visible(s string) string {
	var b strings.Builder
	before := rune(0)
	for i, r := range s {
		_, size := utf8.DecodeRuneInString(s[i:])
		notUTF8 := r == utf8.RuneError && size == 1

		switch {
		case notUTF8:
			fmt.Fprintf(&b, "[0x%02X]", s[i])
		case hidden(r) && !joins(before, r):
			fmt.Fprintf(&b, "[U+%04X]", r)
		default:
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}

// VisibleJSON escapes the same characters in JSON, whose values stay what they are.
func VisibleJSON(text []byte) []byte {
	if !bytes.ContainsFunc(text, hiddenInJSON) {
		return text
	}

	var b bytes.Buffer
	for _, r := range string(text) {
		switch {
		case !hiddenInJSON(r):
			b.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.Bytes()
}

// hiddenInJSON is hidden but for the white space between JSON's values.
func hiddenInJSON(r rune) bool { return r != '\n' && hidden(r) }

// hidden reports whether nobody sees a character, or it does something.
func hidden(r rune) bool {
	const fillers = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0" // letters and marks without a shape
	return unicode.IsControl(r) ||
		unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) ||
		strings.ContainsRune(fillers, r)
}

// joins reports whether a character joins, or keeps apart, two others of a script
// that needs that, such as Persian. Among Latin letters it would only hide.
func joins(before, r rune) bool {
	const lastLatin = '\u02ff'
	return (r == '\u200c' || r == '\u200d') && before > lastLatin && !hidden(before)
}

// Inert is text that is printed as it is. Whoever makes one answers for it.
type Inert string

// Fprintf prints for people: every argument that is text becomes Visible.
func Fprintf(w io.Writer, format string, args ...any) error {
	shown := make([]any, len(args))
	for i, arg := range args {
		shown[i] = show(arg)
	}
	_, err := fmt.Fprintf(w, format, shown...)
	return err
}

func show(arg any) any {
	switch v := arg.(type) {
	case Inert:
		return string(v)
	case error:
		return Visible(v.Error())
	case fmt.Stringer:
		return Visible(v.String())
	}
	if v := reflect.ValueOf(arg); v.Kind() == reflect.String {
		return Visible(v.String())
	}
	return arg
}

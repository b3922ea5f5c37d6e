package schema

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"Zoë Ångström, 7 → 8":   "Zoë Ångström, 7 → 8",
		"\x1b[31mred\x1b[0m":    "[U+001B][31mred[U+001B][0m",
		"a\r\nb\tc\x00\x7f\a\b": "a[U+000D][U+000A]b[U+0009]c[U+0000][U+007F][U+0007][U+0008]",
		"\u009b2J\u0085":        "[U+009B]2J[U+0085]",
		"\x9b2J \xff":           "[0x9B]2J [0xFF]",
		"\ufffd":                "\ufffd", // somebody's own
		"a\u2028b\u2029c":       "a[U+2028]b[U+2029]c",
		"I\u200bE\u200cP\u200d": "I[U+200B]E[U+200C]P[U+200D]",
		"\ufeff7\u00ad\u2060":   "[U+FEFF]7[U+00AD][U+2060]",
		"\U000e0041\u3164":      "[U+E0041][U+3164]",
		"می\u200cخواهم":         "می\u200cخواهم", // Persian needs it
		"\u202e\u200d":          "[U+202E][U+200D]",
		"محمد אבג":              "محمد אבג",
	} {
		if got := Visible(text); got != want {
			t.Errorf("%+q: got %+q, want %+q", text, got, want)
		}
	}

	for _, turns := range "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c" {
		want := fmt.Sprintf("a[U+%04X]b", turns)
		if got := Visible("a" + string(turns) + "b"); got != want {
			t.Errorf("got %+q, want %s", got, want)
		}
	}
}

func TestVisibleJSON(t *testing.T) {
	const text = "a\u202e\x7f\u009b\u200b\U000e0041\u2028\x1b\n\"é"
	encoded, err := json.Marshal(map[string]string{text: text})
	if err != nil {
		t.Fatal(err)
	}

	got := VisibleJSON(append(encoded, '\n'))
	if strings.ContainsFunc(string(got), hiddenInJSON) {
		t.Errorf("got %+q, want nothing hidden", got)
	}
	var back map[string]string
	if err := json.Unmarshal(got, &back); err != nil || back[text] != text {
		t.Errorf("got %+q, %v, want what was encoded", back, err)
	}
}

func TestFprintf(t *testing.T) {
	const nasty = "\x1b[2J"
	var b strings.Builder
	err := Fprintf(&b, "%s|%-12s|%v|%v|%d|%x|%s\n",
		nasty, State(nasty), errors.New(nasty), named{}, 7, Sum{}, Inert(nasty))
	if err != nil {
		t.Fatal(err)
	}

	const want = "[U+001B][2J|[U+001B][2J |[U+001B][2J|[U+001B]|7|"
	got := b.String()
	if !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "00|\x1b[2J\n") {
		t.Errorf("got %q, want %q …", got, want)
	}
}

type named struct{}

func (named) String() string { return "\x1b" }

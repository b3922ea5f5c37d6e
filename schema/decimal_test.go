package schema

import (
	"strconv"
	"strings"
	"testing"
)

func TestParseDecimal(t *testing.T) {
	for _, test := range []struct {
		in   string
		want Decimal
	}{
		{"0", "0"},
		{"-0", "0"},
		{"0.000", "0"},
		{"0e9", "0"},
		{"1", "1"},
		{"01", "1"},
		{"1.0", "1"},
		{"+1", "1"},
		{" 1 ", "1"},
		{"\u00a01\u2003", "1"},
		{"1\t\n", "1"},
		{"5.", "5"},
		{".5", "0.5"},
		{"-.5", "-0.5"},
		{"00003.50", "3.5"},
		{"1e2", "100"},
		{"1E+2", "100"},
		{"12.5e-3", "0.0125"},
		{"1.25e1", "12.5"},
		{"1e16", "10000000000000000"},
		{"12345678901234567", "12345678901234567"},
		{"0.33333333333333333333333333333333333333", "0.33333333333333333333333333333333333333"},
		{"1e1000", Decimal("1" + strings.Repeat("0", 1000))},
	} {
		if got, ok := ParseDecimal(test.in); !ok || got != test.want {
			t.Errorf("ParseDecimal(%q) = %q, %v, want %q", test.in, got, ok, test.want)
		}
	}

}

func TestParseDecimalRefuses(t *testing.T) {
	for _, in := range []string{
		"", " ", ".", "-", "+-1", "--1", "1-",
		"N/A", "nan", "inf", "Infinity",
		"1,5", "1_0", "0x1p1", "0x3", "3 .5", "3.5%", "7/2", `"3"`, "1.2.3",
		"1e", "e1", "1e+", "1e+-1", "1e1.5", "1ee1", "1e1001", "1e9999999",
		"３.５", "٣.٧",
	} {
		if got, ok := ParseDecimal(in); ok {
			t.Errorf("ParseDecimal(%q) = %q, want none", in, got)
		}
	}
}

// FuzzParseDecimal compares the canonical form with what strconv makes of the text.
func FuzzParseDecimal(f *testing.F) {
	for _, s := range []string{"1.50", "-0.0001e7", "1e-400", ".", "9e999"} {
		f.Add(s)
	}

	f.Fuzz(func(t *testing.T, s string) {
		d, ok := ParseDecimal(s)
		if !ok {
			return
		}
		if again, ok := ParseDecimal(string(d)); !ok || again != d {
			t.Errorf("ParseDecimal(%q) = %q, read again %q", s, d, again)
		}

		got, gotOK := d.Float()

		want, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
		same := gotOK == (err == nil) && (!gotOK || got == want)
		if !same {
			t.Errorf("ParseDecimal(%q).Float() = %v, %v, want %v, %v", s, got, gotOK, want, err)
		}
	})
}

func TestWhole(t *testing.T) {
	for d, want := range map[Decimal]bool{
		"0":   true,
		"42":  true,
		"":    false,
		"-1":  false,
		"1.5": false,
	} {
		if got := d.Whole(); got != want {
			t.Errorf("Decimal(%q).Whole() = %v, want %v", d, got, want)
		}
	}
}

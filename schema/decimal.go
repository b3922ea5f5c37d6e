package schema

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// Decimal is an exact decimal number in its one canonical text: an optional
// minus, digits without leading zeros, and where it is not whole a point and
// digits without trailing zeros ("0", "-0.5", "97.25"). The empty Decimal is
// NULL. Two Decimals are the same number exactly when they are equal.
type Decimal string

// maxExponent bounds how far a number written with an exponent is spelled out.
// It lies past every double (1e-324 … 1e308), so that what is refused could
// not have been used.
const maxExponent = 1000

// ParseDecimal reads a number as PowerSchool may hold it, in a NUMBER or in
// text: surrounded by any Unicode space, with a sign, one point, an exponent;
// ASCII digits only. Hexadecimal, infinities, NaN, digit separators and a
// decimal comma are not numbers.
func ParseDecimal(s string) (d Decimal, ok bool) {
	s = strings.TrimFunc(s, unicode.IsSpace)
	negative := strings.HasPrefix(s, "-")
	if negative || strings.HasPrefix(s, "+") {
		s = s[1:]
	}
	mantissa, exponent := s, 0
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		e := s[i+1:]
		if len(e) > 6 || !digits(strings.TrimLeft(e[:min(1, len(e))], "+-")+e[min(1, len(e)):]) {
			return "", false
		}
		mantissa, exponent = s[:i], atoi(e)
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	if !digits(whole+fraction) || max(exponent, -exponent) > maxExponent {
		return "", false
	}
	return canonical(negative, whole+fraction, len(whole)+exponent), true
}

// canonical writes the number 0.DIGITS × 10^point.
func canonical(negative bool, digits string, point int) Decimal {
	trimmed := strings.TrimLeft(digits, "0")
	point -= len(digits) - len(trimmed)
	trimmed = strings.TrimRight(trimmed, "0")
	if trimmed == "" {
		return "0"
	}
	var b strings.Builder
	if negative {
		b.WriteByte('-')
	}
	switch {
	case point <= 0:
		b.WriteString("0." + strings.Repeat("0", -point) + trimmed)
	case point >= len(trimmed):
		b.WriteString(trimmed + strings.Repeat("0", point-len(trimmed)))
	default:
		b.WriteString(trimmed[:point] + "." + trimmed[point:])
	}
	return Decimal(b.String())
}

// Whole reports whether d is an integer of zero or more, as a student number is.
func (d Decimal) Whole() bool { return digits(string(d)) }

// Float returns the double nearest to d, and whether there is one: a number
// past the largest double has none.
func (d Decimal) Float() (float64, bool) {
	f, err := strconv.ParseFloat(string(d), 64)
	return f, err == nil && !math.IsInf(f, 0)
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s) // at most a sign and five digits, checked by the caller
	return n
}

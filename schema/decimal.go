package schema

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// Decimal is an exact decimal number in its one canonical text: an optional
// minus, digits without leading zeros and, if it is not whole, a point and digits
// without trailing zeros ("0", "-0.5", "97.25"). The empty Decimal is NULL. Two
// Decimals are the same number exactly when they are equal.
type Decimal string

// maxExponent limits how far a number written with an exponent is spelled out.
// It lies past every double (1e-324 … 1e308), so a number that is refused could
// not have been used anyway.
const maxExponent = 1000

// ParseDecimal reads a number as PowerSchool may hold it, in a NUMBER or in
// text: it may be surrounded by any Unicode space and have a sign, one point and
// an exponent; its digits are ASCII. Hexadecimal, infinities, NaN, digit
// separators and a decimal comma are not numbers.
func ParseDecimal(s string) (d Decimal, ok bool) {
	s = strings.TrimFunc(s, unicode.IsSpace)
	negative := strings.HasPrefix(s, "-")
	if negative || strings.HasPrefix(s, "+") {
		s = s[1:]
	}

	mantissa := s
	exponent := 0
	if e := strings.IndexAny(s, "eE"); e >= 0 {
		mantissa = s[:e]
		exponent, ok = parseExponent(s[e+1:])
		if !ok {
			return "", false
		}
	}

	whole, fraction, _ := strings.Cut(mantissa, ".")
	all := whole + fraction
	tooLong := max(exponent, -exponent) > maxExponent
	if !digits(all) || tooLong {
		return "", false
	}

	point := len(whole) + exponent
	return canonical(negative, all, point), true
}

// parseExponent reads at most a sign and five digits.
func parseExponent(s string) (exponent int, ok bool) {
	unsigned := s
	signed := strings.HasPrefix(s, "+") || strings.HasPrefix(s, "-")
	if signed {
		unsigned = s[1:]
	}

	if len(s) > 6 || !digits(unsigned) {
		return 0, false
	}

	exponent, err := strconv.Atoi(s)

	return exponent, err == nil
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

	length := len(trimmed)
	switch {
	case point <= 0:
		zeros := strings.Repeat("0", -point)
		b.WriteString("0." + zeros + trimmed)
	case point >= length:
		zeros := strings.Repeat("0", point-length)
		b.WriteString(trimmed + zeros)
	default:
		b.WriteString(trimmed[:point])
		b.WriteString(".")
		b.WriteString(trimmed[point:])
	}

	return Decimal(b.String())
}

// Whole reports whether d is an integer of zero or more, as a student number is.
func (d Decimal) Whole() bool {
	return digits(string(d))
}

// Float returns the double nearest to d, and whether there is one. A number past
// the largest double has none.
func (d Decimal) Float() (float64, bool) {
	f, err := strconv.ParseFloat(string(d), 64)
	finite := !math.IsInf(f, 0)
	return f, err == nil && finite
}

func digits(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

package files

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// formatFloat writes the shortest text that reads back as the same double,
// always with a point or an exponent: 1.0, 0.9714285714285714, 1e-05, 1e+16.
// This is Python's repr, which the script used in its files.
func formatFloat(f float64) string {
	abs := math.Abs(f)
	small := f != 0 && abs < 1e-4
	large := abs >= 1e16
	if small || large {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}

	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// formatExact writes a number with a number of digits after the point. A half is
// rounded away from zero.
func formatExact(r *big.Rat, decimals int) string {
	s := r.FloatString(decimals)
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return s
}

// exact returns a decimal that is not NULL.
func exact(d schema.Decimal) *big.Rat {
	r, _ := new(big.Rat).SetString(string(d)) // a Decimal is always a number
	return r
}

// none reports whether there is no value.
func none(value string) bool { return value == "" }

// zeroOrNone reports whether there is no value or it is zero, with any number of
// digits.
func zeroOrNone(value string) bool {
	digits := strings.Trim(value, "-0.")
	return digits == ""
}

// OrNull writes a value of PowerSchool: null when there is none.
func OrNull(value string) string {
	if value == "" {
		return "null"
	}
	return value
}

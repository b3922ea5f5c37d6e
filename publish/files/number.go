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
// It is Python's repr, which the files of the script have.
func formatFloat(f float64) string {
	if abs := math.Abs(f); f != 0 && (abs < 1e-4 || abs >= 1e16) {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// formatExact writes a number with so many digits after the point, a half
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
	r, _ := new(big.Rat).SetString(string(d)) // always one
	return r
}

// blank reports whether a value is none, or zero however many its digits.
func blank(value string) bool {
	return value == "" || strings.Trim(value, "-0.") == ""
}

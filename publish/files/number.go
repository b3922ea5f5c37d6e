package files

import (
	"math"
	"strconv"
	"strings"
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

package cli

import (
	"fmt"
	"strings"
)

// DidYouMean returns the hint for a mistyped word: the nearest known word, or all
// of them when none is near.
func DidYouMean(word string, known []string) string {
	lower := strings.ToLower(word)
	best := ""
	least := max(2, len(word)/3) + 1
	for _, k := range known {
		d := distance(lower, strings.ToLower(k))
		if d < least {
			best = k
			least = d
		}
	}

	if best != "" && least < len(best) {
		return fmt.Sprintf("did you mean %q?", best)
	}

	if len(known) == 1 {
		return "use " + known[0]
	}
	return "use one of: " + strings.Join(known, ", ")
}

// distance counts the bytes to insert, remove or replace between a and b
// (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}

	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replace := diagonal
			if a[i] != b[j] {
				replace++
			}
			diagonal = row[j+1]
			row[j+1] = min(replace, row[j]+1, diagonal+1)
		}
	}

	return row[len(b)]
}

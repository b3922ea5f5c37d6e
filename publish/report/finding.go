package report

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Finding is something about the source data, and of how many students it was found,
// in which schools and grades.
type Finding struct {
	Finding schema.Finding  `json:"finding"`
	Says    string          `json:"says,omitempty"` // "" for a kind of a newer version
	Count   Count           `json:"count"`
	Schools map[int64]int64 `json:"schools,omitempty"` // not in a report that is shared
	Grades  map[int64]int64 `json:"grades,omitempty"`  // the same
}

// String is a sentence: the kind, of how many students, and where they are.
func (f Finding) String() string {
	text := f.Finding.Sentence(f.Count.String())
	where := slices.Concat(byNumber("school", f.Schools), byNumber("grade", f.Grades))
	if len(where) > 0 {
		text += " (" + strings.Join(where, "; ") + ")"
	}
	return text
}

// byNumber writes counts by school or grade, the most first: "school 17 × 3, 18 × 1".
func byNumber(what string, counts map[int64]int64) []string {
	most := func(a, b int64) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	}

	var parts []string
	for _, number := range slices.SortedFunc(maps.Keys(counts), most) {
		parts = append(parts, fmt.Sprintf("%d × %d", number, counts[number]))
	}
	if len(parts) == 0 {
		return nil
	}
	return []string{what + " " + strings.Join(parts, ", ")}
}

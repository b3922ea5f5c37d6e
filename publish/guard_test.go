package publish

import (
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func TestGuard(t *testing.T) {
	guard := Guard{Lost: Limit{Percent: 5, Rows: 3}, Left: Limit{Percent: 10, Rows: 10}, Vanished: Vanished{Tag: 3}}
	tag := func(before, rows, lost, left int64) schema.Tally {
		return schema.Tally{File: "tags", By: schema.ByTag, Value: "504", Before: before, Rows: rows, Lost: lost, Left: left}
	}
	for _, test := range []struct {
		name  string
		tally schema.Tally
		want  string
	}{
		{"nothing", tag(240, 240, 0, 0), ""},
		{"lost: exactly the percentage", tag(240, 228, 12, 0), ""},
		{"lost: one over", tag(240, 227, 13, 0), "tag 504: 13 of 240 rows lost (5.4 %); the limit is 5 %"},
		{"lost: exactly the floor", tag(10, 7, 3, 0), ""},
		{"lost: one over the floor", tag(10, 6, 4, 0), "tag 504: 4 of 10 rows lost (40 %); the limit is 5 %"},
		{"left: exactly the percentage", tag(200, 180, 0, 20), ""},
		{"left: one over", tag(200, 179, 0, 21), "tag 504: 21 of 200 rows gone with students who left (10.5 %); the limit is 10 %"},
		{"left: exactly the floor", tag(20, 10, 0, 10), ""},
		{"vanished: below the floor", tag(2, 0, 2, 0), ""},
		{"vanished", tag(3, 0, 3, 0), "tag 504: none of 3 rows remain"},
		{"lost does not look at files", schema.Tally{File: "tags", By: schema.ByFile, Before: 100, Lost: 50}, ""},
		{"left looks at files", schema.Tally{File: "tags", By: schema.ByFile, Before: 100, Left: 50}, "file tags: 50 of 100 rows gone with students who left (50 %); the limit is 10 %"},
		{"lost looks at columns", schema.Tally{File: "gpa", By: schema.ByColumn, Value: "numerator_weighted", Before: 100, Lost: 100},
			"column numerator_weighted: 100 of 100 rows lost (100 %); the limit is 5 %"},
	} {
		got := ""
		if trips, _ := guard.judge([]schema.Tally{test.tally}, nil); len(trips) > 0 {
			got = trips[0].Says
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// TestGuardIsMonotone takes rows away one after another: what was held stays held.
func TestGuardIsMonotone(t *testing.T) {
	guard := Guard{Lost: Limit{Percent: 5, Rows: 3}, Left: Limit{Percent: 10, Rows: 10}, Vanished: Vanished{Tag: 3}}
	for _, before := range []int64{1, 2, 3, 5, 10, 60, 200} {
		held := false
		for lost := int64(0); lost <= before; lost++ {
			trips, _ := guard.judge([]schema.Tally{{By: schema.ByTag, Value: "IEP", Before: before, Rows: before - lost, Lost: lost}}, nil)
			if held && len(trips) == 0 {
				t.Errorf("%d of %d rows lost pass, %d were held", lost, before, lost-1)
			}
			held = len(trips) > 0
		}
	}
}

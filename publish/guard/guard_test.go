package guard

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

var defaultGuard = Guard{
	Lost: Limit{Percent: 5, Rows: 3}, Left: Limit{Percent: 10, Rows: 10}, Added: Limit{Percent: 20, Rows: 10},
	Vanished: Vanished{Tag: 3, School: 10, TagInSchool: 5},
	GPAJump:  GPAJump{Percent: 25, By: 0.5, Rows: 10}, AttendanceShift: AttendanceShift{Points: 5, Days: 10},
	Cumulative: Cumulative{Percent: 15, Deliveries: 7},
}

func says(trips []schema.Trip) (list []string) {
	for _, t := range trips {
		list = append(list, t.Limit+": "+t.Says)
	}
	return list
}

// TestGuard holds every limit at exactly itself, and one over.
func TestGuard(t *testing.T) {
	tag := func(before, rows, lost, left, added int64) schema.Tally {
		return schema.Tally{File: "tags", By: schema.ByTag, Value: "504", Before: before, Rows: rows, Lost: lost, Left: left, Added: added}
	}
	school := func(before, rows, left int64) schema.Tally {
		return schema.Tally{File: "gpa", By: schema.BySchool, Value: "17", Before: before, Rows: rows, Left: left}
	}
	inSchool := func(before, rows, lost int64) schema.Tally {
		return schema.Tally{File: "tags", By: schema.ByTagInSchool, Value: "504", School: "17", Before: before, Rows: rows, Lost: lost}
	}
	gpa := func(before, moved, lost, left int64) schema.Tally {
		return schema.Tally{
			File: "gpa", By: schema.ByColumn, Value: "numerator_weighted", Before: before, Rows: before, Lost: lost, Left: left,
			Figures: map[string]float64{"moved": float64(moved)},
		}
	}
	shift := func(points float64) schema.Tally {
		return schema.Tally{
			File: "attendance", By: schema.ByColumn, Value: "attendance_percentage", Before: 9, Rows: 9,
			Figures: map[string]float64{"measured": 9, "shift": points},
		}
	}
	past := []schema.Past{{Tallies: []schema.Tally{{File: "tags", By: schema.ByTag, Value: "504", Rows: 95}}},
		{Tallies: []schema.Tally{{File: "tags", By: schema.ByTag, Value: "504", Rows: 100}, {File: "gpa", By: schema.ByFile, Rows: 70}}}}
	for _, test := range []struct {
		name  string
		tally schema.Tally
		past  []schema.Past
		want  []string
	}{
		{"nothing", tag(240, 240, 0, 0, 0), nil, nil},
		{"lost: exactly the percentage", tag(240, 228, 12, 0, 0), nil, nil},
		{"lost: one over", tag(240, 227, 13, 0, 0), nil, []string{"lost: tag 504: 13 of 240 rows lost (5.4 %); the limit is 5 %"}},
		{"lost: many", tag(240, 199, 41, 0, 0), nil, []string{"lost: tag 504: 41 of 240 rows lost (17 %); the limit is 5 %"}},
		{"lost: exactly the floor", tag(10, 7, 3, 0, 0), nil, nil},
		{"lost: one over the floor", tag(10, 6, 4, 0, 0), nil, []string{"lost: tag 504: 4 of 10 rows lost (40 %); the limit is 5 %"}},
		{"left: exactly the percentage", tag(200, 180, 0, 20, 0), nil, nil},
		{"left: one over", tag(200, 179, 0, 21, 0), nil, []string{"left: tag 504: 21 of 200 rows gone with students who left (10.5 %); the limit is 10 %"}},
		{"left: exactly the floor", tag(20, 10, 0, 10, 0), nil, nil},
		{"left: one over the floor", tag(20, 9, 0, 11, 0), nil, []string{"left: tag 504: 11 of 20 rows gone with students who left (55 %); the limit is 10 %"}},
		{"left at a school: exactly", school(200, 180, 20), nil, nil},
		{"left at a school: one over", school(200, 179, 21), nil, []string{"left: school 17, file gpa: 21 of 200 rows gone with students who left (10.5 %); the limit is 10 %"}},
		{"added: exactly the percentage", tag(100, 120, 0, 0, 20), nil, nil},
		{"added: one over", tag(100, 121, 0, 0, 21), nil, []string{"added: tag 504: 21 of 100 rows added (21 %); the limit is 20 %"}},
		{"added: exactly the floor", tag(5, 15, 0, 0, 10), nil, nil},
		{"added: one over the floor", tag(0, 11, 0, 0, 11), nil, []string{"added: tag 504: 11 rows added where there were none"}},
		{"vanished: below the floor", tag(2, 0, 2, 0, 0), nil, nil},
		{"vanished", tag(3, 0, 3, 0, 0), nil, []string{"vanished: tag 504: none of 3 rows remain"}},
		{"vanished: one remains", tag(3, 1, 2, 0, 0), nil, nil},
		{"a school vanished: below the floor", school(9, 0, 9), nil, nil},
		{"a school vanished", school(10, 0, 10), nil, []string{"vanished: school 17, file gpa: none of 10 rows remain"}},
		{"a school moved elsewhere", school(300, 0, 9), nil, nil},
		{"an unknown school", schema.Tally{File: "gpa", By: schema.BySchool, Before: 300, Left: 300}, nil, nil},
		{"a tag in a school vanished: below the floor", inSchool(4, 0, 4), nil, nil},
		{"a tag in a school vanished", inSchool(5, 0, 5), nil, []string{"vanished: tag 504 at school 17: none of 5 rows remain"}},
		{"gpa_jump: exactly the percentage", gpa(100, 25, 0, 0), nil, nil},
		{"gpa_jump: one over", gpa(100, 26, 0, 0), nil,
			[]string{"gpa_jump: column numerator_weighted: 26 of 100 values moved by more than 0.5 or were lost (26 %); the limit is 25 %"}},
		{"gpa_jump: exactly the floor", gpa(20, 10, 0, 0), nil, nil},
		{"gpa_jump: of those who stay", gpa(100, 11, 3, 60), nil,
			[]string{"gpa_jump: column numerator_weighted: 14 of 40 values moved by more than 0.5 or were lost (35 %); the limit is 25 %"}},
		{"attendance_shift: exactly", shift(5), nil, nil},
		{"attendance_shift: over", shift(-5.1), nil, []string{"attendance_shift: column attendance_percentage: the mean of 9 students moved by -5.1 points; the limit is 5"}},
		{"cumulative: exactly", tag(86, 85, 1, 0, 0), past, nil},
		{"cumulative: one over", tag(85, 84, 1, 0, 0), past,
			[]string{"cumulative: tag 504: 84 rows are 16 fewer than the most in the last 2 deliveries, 100 (16 %); the limit is 15 %"}},
		{"cumulative: a file, at its floor", schema.Tally{File: "gpa", By: schema.ByFile, Before: 61, Rows: 60}, past, nil},
		{"cumulative: a file", schema.Tally{File: "gpa", By: schema.ByFile, Before: 61, Rows: 59}, past,
			[]string{"cumulative: file gpa: 59 rows are 11 fewer than the most in the last 2 deliveries, 70 (16 %); the limit is 15 %"}},
		{"lost does not look at files", schema.Tally{File: "tags", By: schema.ByFile, Before: 100, Rows: 50, Lost: 50}, nil, nil},
	} {
		trips, _ := defaultGuard.judge([]schema.Tally{test.tally}, test.past)
		if diff := cmp.Diff(test.want, says(trips)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestGuardWarns: half way to a limit there is a warning, and past the limit
// there is the limit alone.
func TestGuardWarns(t *testing.T) {
	for lost, want := range map[int64]string{6: "", 7: "warned", 12: "warned", 13: "held"} {
		trips, warnings := defaultGuard.judge([]schema.Tally{{By: schema.ByTag, Value: "504", Before: 240, Rows: 240 - lost, Lost: lost}}, nil)
		got := map[bool]string{true: "held"}[len(trips) > 0] + map[bool]string{true: "warned"}[len(warnings) > 0]
		if got != want {
			t.Errorf("%d of 240 rows lost: got %q, want %q", lost, got, want)
		}
	}
}

func TestPaused(t *testing.T) {
	g := Guard{Pause: []Pause{{"2026-07-01", "2026-07-31", "roll-over"}, {"2026-12-24", "2026-12-24", "holiday"}}}
	for day, want := range map[string]string{"2026-06-30": "", "2026-07-01": "roll-over", "2026-07-31": "roll-over", "2026-08-01": "", "2026-12-24": "holiday"} {
		got := ""
		if p := g.paused(day); p != nil {
			got = p.Reason
		}
		if got != want {
			t.Errorf("%s: paused for %q, want %q", day, got, want)
		}
	}
}

// content makes a content of rows, after their header.
func content(t *testing.T, header []string, rows []string) *schema.Content {
	t.Helper()
	c := newContent(QuoteMinimal)
	c.row(header...)
	for _, r := range rows {
		c.add(strings.Split(r, ",")...)
	}
	made, err := c.finish()
	if err != nil {
		t.Fatal(err)
	}
	return &made
}

// TestNoRowTakenAwayLetsItPass makes random files, and takes rows away one
// after another: a publication that is held stays held, whatever limit it was.
func TestNoRowTakenAwayLetsItPass(t *testing.T) {
	rules := &Rules{Identifier: "n"}
	for seed := range uint64(24) {
		rng := rand.New(rand.NewPCG(seed, 3))
		kind := []Kind{tagsLike, valueLike, shareLike}[seed%3]
		change := []float64{0.02, 0.1, 0.4}[rng.IntN(3)]
		var before, after, old, now []string
		for n := int64(200); n > 0; n-- {
			place := fmt.Sprintf("%d,%d,9,%d", n, 17+rng.IntN(3), 5+rng.IntN(20))
			old = append(old, place)
			if rng.Float64() > change/4 {
				now = append(now, place)
			} else {
				place = ""
			}
			for _, r := range randomRows(kind, n, rng) {
				before = append(before, r)
				switch {
				case place == "" || rng.Float64() < change/4:
				case rng.Float64() < change:
					after = append(after, randomRows(kind, n, rng)[:1]...)
				default:
					after = append(after, r)
				}
			}
		}
		after = slices.Compact(after)
		was := version{kind: kind, rules: rules, content: content(t, kind.Header(*rules), before), roster: content(t, rosterHeader, old)}
		is := version{kind: kind, rules: rules, roster: content(t, rosterHeader, now)}
		held := false
		for range 25 {
			is.content = content(t, kind.Header(*rules), after)
			tl := newTallies(kind, defaultGuard, *rules, *rules)
			if err := new(Publisher).walk(was, is, tl.add, nil); err != nil {
				t.Fatal(err)
			}
			trips, _ := defaultGuard.judge(tl.finish(), nil)
			if held && len(trips) == 0 {
				t.Fatalf("seed %d: it passes with %d rows, and was held with one more", seed, len(after))
			}
			held = len(trips) > 0
			if len(after) == 0 {
				break
			}
			i := rng.IntN(len(after))
			after = slices.Delete(after, i, i+1)
		}
	}
}

func randomRows(kind Kind, n int64, rng *rand.Rand) (rows []string) {
	number := strconv.FormatInt(n, 10)
	switch kind.Name {
	case "tags":
		for _, tag := range []string{"IEP", "504"} {
			if rng.IntN(2) == 0 || tag == "IEP" {
				rows = append(rows, number+","+tag)
			}
		}
		return rows
	case "gpa":
		return []string{fmt.Sprintf("%s,%.2f,%.2f", number, 2+2*rng.Float64(), 2+2*rng.Float64())}
	}
	return []string{fmt.Sprintf("%s,%.3f", number, 0.8+0.2*rng.Float64())}
}

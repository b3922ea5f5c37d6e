package guard

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

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
		trips, _ := New().Judge(Case{Tallies: []schema.Tally{test.tally}, Past: test.past})
		if diff := cmp.Diff(test.want, says(trips)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestGuardWarns: half way to a limit there is a warning, and past the limit
// there is the limit alone.
func TestGuardWarns(t *testing.T) {
	for lost, want := range map[int64]string{6: "", 7: "warned", 12: "warned", 13: "held"} {
		trips, warnings := New().Judge(Case{Tallies: []schema.Tally{
			{By: schema.ByTag, Value: "504", Before: 240, Rows: 240 - lost, Lost: lost},
		}})
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
		if p := g.Paused(day); p != nil {
			got = p.Reason
		}
		if got != want {
			t.Errorf("%s: paused for %q, want %q", day, got, want)
		}
	}
}

// TestFiles judges what is wrong with a file whatever its rows are.
func TestFiles(t *testing.T) {
	live := func(snapshot int64, comparable bool) *Live { return &Live{Snapshot: snapshot, Comparable: comparable} }
	for _, test := range []struct {
		name string
		file File
		want []string
	}{
		{"ordinary", File{"gpa", "gpa.csv", 9, live(4, true)}, nil},
		{"the same snapshot again", File{"gpa", "gpa.csv", 9, live(5, true)}, nil},
		{"no rows", File{"gpa", "gpa.csv", 0, live(4, true)},
			[]string{"empty: file gpa: it has no rows; it is not sent, approved or not"}},
		{"nothing live", File{"gpa", "gpa.csv", 9, nil},
			[]string{"baseline: file gpa: nothing is known to be live as gpa.csv, so nobody can say what this changes"}},
		{"other columns, and older", File{"gpa", "gpa.csv", 9, live(6, false)}, []string{
			"baseline: file gpa: the live one has other columns, so nobody can say what this changes",
			"older: file gpa: snapshot 5 is older than snapshot 6, which is live",
		}},
	} {
		trips, warnings := New().Judge(Case{Snapshot: 5, Files: []File{test.file}})
		if diff := cmp.Diff(test.want, says(trips)); diff != "" || warnings != nil {
			t.Errorf("%s: warnings %v (-want +got):\n%s", test.name, warnings, diff)
		}
	}
}

// TestLimits: every limit has a name of its own, and settings that are stored
// and that its bounds know.
func TestLimits(t *testing.T) {
	text, err := json.Marshal(New())
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"vanished":{"tag":3,"school":10,"tag_in_school":5},"lost":{"percent":5,"rows":3},` +
		`"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"gpa_jump":{"percent":25,"by":0.5,"rows":10},` +
		`"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":15,"deliveries":7},` +
		`"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}`
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	seen := map[string]bool{}
	for _, limit := range New().Limits {
		if seen[limit.Name()] {
			t.Errorf("two limits are called %s", limit.Name())
		}
		seen[limit.Name()] = true
		for _, b := range limit.Bounds() {
			if b.Value < b.Least || b.Value > b.Most {
				t.Errorf("%s.%s: the default %d is not from %d to %d", limit.Name(), b.Key, b.Value, b.Least, b.Most)
			}
		}
	}
}

// TestMeters: a GPA that jumps and a mean that shifts; what was lost counts
// against the publication, and short enrollments do not count.
func TestMeters(t *testing.T) {
	gpas := (&GPAJump{By: 0.5}).Meter([2]float64{})
	for _, after := range []string{"3.0", "3.5", "3.51", "2.4", ""} {
		gpas.Add(&Value{Before: "3.0", After: after, HadRow: true, HasRow: true, Stays: true})
	}
	gpas.Add(&Value{Before: "3.0", HadRow: true, Stays: true})
	gpas.Add(&Value{After: "3.0", HasRow: true, Stays: true})
	if got := gpas.Figures()["moved"]; got != 2 {
		t.Errorf("%g GPAs moved, want 2", got)
	}

	shares := (&AttendanceShift{Days: 10}).Meter([2]float64{100, 100})
	if got := shares.Figures(); got != nil {
		t.Errorf("of nobody: got %v, want nothing", got)
	}
	stays := func(before, after, days string) *Value {
		return &Value{Before: before, After: after, HadRow: true, HasRow: true, Stays: true, DaysBefore: days, DaysAfter: "10"}
	}
	shares.Add(stays("0.9", "0.8", "10"))
	shares.Add(stays("0.9", "0.9", "10"))
	shares.Add(stays("0.9", "0.1", "9.5"))
	shares.Add(stays("0.9", "n/a", "10"))
	shares.Add(&Value{Before: "0.9", HadRow: true, DaysBefore: "10", DaysAfter: "10"})
	shares.Add(&Value{After: "0.9", HasRow: true, Stays: true, DaysBefore: "10", DaysAfter: "10"})
	if got := shares.Figures(); got["measured"] != 2 || math.Abs(got["shift"]+5) > 0.01 {
		t.Errorf("got %v, want 2 students and -5 points", got)
	}
	shares.Add(&Value{Before: "0.9", HadRow: true, Stays: true, DaysBefore: "10", DaysAfter: "10"})
	if got := shares.Figures(); got["measured"] != 3 || got["shift"] > -36 {
		t.Errorf("with one lost: got %v, want 3 students and about -36.7 points", got)
	}
	shares.Add(stays("0.9", "inf", "10"))
	if _, err := json.Marshal(shares.Figures()); err != nil {
		t.Errorf("an infinite share: %v", err)
	}
}

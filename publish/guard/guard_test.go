package guard

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// says returns the sentences of trips, each with its limit.
func says(trips []schema.Trip) (list []string) {
	for _, t := range trips {
		list = append(list, t.Limit+": "+t.Says)
	}
	return list
}

// judged is a tally, and the only trip that it causes; "" is none.
type judged struct {
	name  string
	tally schema.Tally
	want  string
}

// judgeEach judges each tally on its own, after past deliveries.
func judgeEach(t *testing.T, past []schema.Past, tests []judged) {
	t.Helper()
	for _, test := range tests {
		trips, _ := New().Judge(Case{Tallies: []schema.Tally{test.tally}, Past: past})

		var want []string
		if test.want != "" {
			want = []string{test.want}
		}
		if diff := cmp.Diff(want, says(trips)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// counts are the numbers of a tally; the functions below say of what.
type counts = schema.Tally

func tag(c counts) schema.Tally {
	c.File, c.By, c.Value = "tags", schema.ByTag, "504"
	return c
}

func tagAtSchool(c counts) schema.Tally {
	c.File, c.By, c.Value, c.School = "tags", schema.ByTagInSchool, "504", "17"
	return c
}

func school(c counts) schema.Tally {
	c.File, c.By, c.Value = "gpa", schema.BySchool, "17"
	return c
}

func file(c counts) schema.Tally {
	c.File, c.By = "gpa", schema.ByFile
	return c
}

// gpas is a column of GPAs; moved of its values moved by more than the limit.
func gpas(moved float64, c counts) schema.Tally {
	c.File, c.By, c.Value = "gpa", schema.ByColumn, "numerator_weighted"
	c.Rows = c.Before
	c.Figures = map[string]float64{"moved": moved}
	return c
}

// TestLost, like the tests that follow, has a limit at exactly itself, and one
// over.
func TestLost(t *testing.T) {
	judgeEach(t, nil, []judged{
		{
			name:  "nothing",
			tally: tag(counts{Before: 240, Rows: 240}),
		},
		{
			name:  "exactly the percentage",
			tally: tag(counts{Before: 240, Rows: 228, Lost: 12}),
		},
		{
			name:  "one over",
			tally: tag(counts{Before: 240, Rows: 227, Lost: 13}),
			want:  "lost: tag 504: 13 of 240 rows lost (5.4%); the limit is 5%",
		},
		{
			name:  "many",
			tally: tag(counts{Before: 240, Rows: 199, Lost: 41}),
			want:  "lost: tag 504: 41 of 240 rows lost (17%); the limit is 5%",
		},
		{
			name:  "exactly the floor",
			tally: tag(counts{Before: 10, Rows: 7, Lost: 3}),
		},
		{
			name:  "one over the floor",
			tally: tag(counts{Before: 10, Rows: 6, Lost: 4}),
			want:  "lost: tag 504: 4 of 10 rows lost (40%); the limit is 5%",
		},
		{
			name:  "files are not looked at",
			tally: file(counts{Before: 100, Rows: 50, Lost: 50}),
		},
	})
}

func TestLeft(t *testing.T) {
	judgeEach(t, nil, []judged{
		{
			name:  "exactly the percentage",
			tally: tag(counts{Before: 200, Rows: 180, Left: 20}),
		},
		{
			name:  "one over",
			tally: tag(counts{Before: 200, Rows: 179, Left: 21}),
			want:  "left: tag 504: 21 of 200 rows gone with students who left (10.5%); the limit is 10%",
		},
		{
			name:  "exactly the floor",
			tally: tag(counts{Before: 20, Rows: 10, Left: 10}),
		},
		{
			name:  "one over the floor",
			tally: tag(counts{Before: 20, Rows: 9, Left: 11}),
			want:  "left: tag 504: 11 of 20 rows gone with students who left (55%); the limit is 10%",
		},
		{
			name:  "at a school: exactly",
			tally: school(counts{Before: 200, Rows: 180, Left: 20}),
		},
		{
			name:  "at a school: one over",
			tally: school(counts{Before: 200, Rows: 179, Left: 21}),
			want:  "left: school 17, file gpa: 21 of 200 rows gone with students who left (10.5%); the limit is 10%",
		},
		{
			name:  "at an unknown school",
			tally: schema.Tally{File: "gpa", By: schema.BySchool, Before: 300, Left: 300},
		},
	})
}

func TestAdded(t *testing.T) {
	judgeEach(t, nil, []judged{
		{
			name:  "exactly the percentage",
			tally: tag(counts{Before: 100, Rows: 120, Added: 20}),
		},
		{
			name:  "one over",
			tally: tag(counts{Before: 100, Rows: 121, Added: 21}),
			want:  "added: tag 504: 21 of 100 rows added (21%); the limit is 20%",
		},
		{
			name:  "exactly the floor",
			tally: tag(counts{Before: 5, Rows: 15, Added: 10}),
		},
		{
			name:  "one over the floor",
			tally: tag(counts{Before: 0, Rows: 11, Added: 11}),
			want:  "added: tag 504: 11 rows added where there were none",
		},
	})
}

func TestVanished(t *testing.T) {
	judgeEach(t, nil, []judged{
		{
			name:  "below the floor",
			tally: tag(counts{Before: 2, Lost: 2}),
		},
		{
			name:  "a tag",
			tally: tag(counts{Before: 3, Lost: 3}),
			want:  "vanished: tag 504: none of 3 rows remain",
		},
		{
			name:  "one remains",
			tally: tag(counts{Before: 3, Rows: 1, Lost: 2}),
		},
		{
			name:  "a school, below the floor",
			tally: school(counts{Before: 9, Left: 9}),
		},
		{
			name:  "a school",
			tally: school(counts{Before: 10, Left: 10}),
			want:  "vanished: school 17, file gpa: none of 10 rows remain",
		},
		{
			name:  "a school that moved elsewhere",
			tally: school(counts{Before: 300, Left: 9}),
		},
		{
			name:  "a tag at a school, below the floor",
			tally: tagAtSchool(counts{Before: 4, Lost: 4}),
		},
		{
			name:  "a tag at a school",
			tally: tagAtSchool(counts{Before: 5, Lost: 5}),
			want:  "vanished: tag 504 at school 17: none of 5 rows remain",
		},
	})
}

func TestGPAJump(t *testing.T) {
	judgeEach(t, nil, []judged{
		{
			name:  "exactly the percentage",
			tally: gpas(25, counts{Before: 100}),
		},
		{
			name:  "one over",
			tally: gpas(26, counts{Before: 100}),
			want: "gpa_jump: column numerator_weighted: " +
				"26 of 100 values moved by more than 0.5 or were lost (26%); the limit is 25%",
		},
		{
			name:  "exactly the floor",
			tally: gpas(10, counts{Before: 20}),
		},
		{
			name:  "of the students who stay",
			tally: gpas(11, counts{Before: 100, Lost: 3, Left: 60}),
			want: "gpa_jump: column numerator_weighted: " +
				"14 of 40 values moved by more than 0.5 or were lost (35%); the limit is 25%",
		},
	})
}

func TestAttendanceShift(t *testing.T) {
	shift := func(points float64) schema.Tally {
		return schema.Tally{
			File:    "attendance",
			By:      schema.ByColumn,
			Value:   "attendance_percentage",
			Before:  9,
			Rows:    9,
			Figures: map[string]float64{"measured": 9, "shift": points},
		}
	}

	judgeEach(t, nil, []judged{
		{
			name:  "exactly",
			tally: shift(5),
		},
		{
			name:  "over",
			tally: shift(-5.1),
			want: "attendance_shift: column attendance_percentage: " +
				"the mean of 9 students moved by -5.1 percentage points; the limit is 5",
		},
	})
}

func TestCumulative(t *testing.T) {
	past := []schema.Past{
		{Tallies: []schema.Tally{tag(counts{Rows: 95})}},
		{Tallies: []schema.Tally{tag(counts{Rows: 100}), file(counts{Rows: 70})}},
	}

	judgeEach(t, past, []judged{
		{
			name:  "exactly",
			tally: tag(counts{Before: 86, Rows: 85, Lost: 1}),
		},
		{
			name:  "one over",
			tally: tag(counts{Before: 85, Rows: 84, Lost: 1}),
			want: "cumulative: tag 504: 84 rows are 16 fewer than the most in the last 2 deliveries, " +
				"100 (16%); the limit is 15%",
		},
		{
			name:  "a file, at its floor",
			tally: file(counts{Before: 61, Rows: 60}),
		},
		{
			name:  "a file",
			tally: file(counts{Before: 61, Rows: 59}),
			want: "cumulative: file gpa: 59 rows are 11 fewer than the most in the last 2 deliveries, " +
				"70 (16%); the limit is 15%",
		},
	})
}

// TestGuardWarns: halfway to a limit there is a warning, and past the limit only
// the limit itself.
func TestGuardWarns(t *testing.T) {
	for lost, want := range map[int64]string{6: "", 7: "warned", 12: "warned", 13: "held"} {
		trips, warnings := New().Judge(Case{Tallies: []schema.Tally{
			tag(counts{Before: 240, Rows: 240 - lost, Lost: lost}),
		}})

		got := ""
		if len(trips) > 0 {
			got += "held"
		}
		if len(warnings) > 0 {
			got += "warned"
		}
		if got != want {
			t.Errorf("%d of 240 rows lost: got %q, want %q", lost, got, want)
		}
	}
}

func TestPaused(t *testing.T) {
	g := Guard{Pause: []Pause{
		{From: "2026-07-01", To: "2026-07-31", Reason: "roll-over"},
		{From: "2026-12-24", To: "2026-12-24", Reason: "holiday"},
	}}

	for day, want := range map[string]string{
		"2026-06-30": "",
		"2026-07-01": "roll-over",
		"2026-07-31": "roll-over",
		"2026-08-01": "",
		"2026-12-24": "holiday",
	} {
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
	gpa := func(rows int64, live *Live) File {
		return File{Kind: "gpa", Name: "gpa.csv", Rows: rows, Live: live}
	}

	for _, test := range []struct {
		name string
		file File
		want []string
	}{
		{
			name: "ordinary",
			file: gpa(9, &Live{Snapshot: 4, Comparable: true}),
		},
		{
			name: "the same snapshot again",
			file: gpa(9, &Live{Snapshot: 5, Comparable: true}),
		},
		{
			name: "no rows",
			file: gpa(0, &Live{Snapshot: 4, Comparable: true}),
			want: []string{"empty: file gpa: it has no rows, so it is not sent, even after an approval"},
		},
		{
			name: "nothing live",
			file: gpa(9, nil),
			want: []string{
				"baseline: file gpa: nothing is known to be live as gpa.csv, so nobody can say what this changes",
			},
		},
		{
			name: "other columns, and older",
			file: gpa(9, &Live{Snapshot: 6, Why: "the two files have different columns"}),
			want: []string{
				"baseline: file gpa: the two files have different columns, so nobody can say what this changes",
				"older: file gpa: snapshot 5 is older than snapshot 6, which is live",
			},
		},
	} {
		trips, warnings := New().Judge(Case{Snapshot: 5, Files: []File{test.file}})
		if diff := cmp.Diff(test.want, says(trips)); diff != "" || warnings != nil {
			t.Errorf("%s: warnings %v (-want +got):\n%s", test.name, warnings, diff)
		}
	}
}

// TestFilesOfAnotherProgram: nobody knows from what they were made, so nobody can
// say whether they are older than what is live.
func TestFilesOfAnotherProgram(t *testing.T) {
	trips, _ := New().Judge(Case{Files: []File{
		{Kind: "gpa", Name: "gpa.csv", Rows: 9, Live: &Live{Snapshot: 6, Comparable: true}},
		{Kind: "tags", Name: "student_tags.csv", Rows: 9},
	}})

	want := []string{
		"baseline: file tags: nothing is known to be live as student_tags.csv, so nobody can say what this changes",
		"older: file gpa: another program made it, so nobody can say whether it is older than what is live",
	}
	if diff := cmp.Diff(want, says(trips)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestGuardIsStored: the settings of every limit are kept with a publication.
func TestGuardIsStored(t *testing.T) {
	text, err := json.Marshal(New())
	if err != nil {
		t.Fatal(err)
	}

	const want = `{"vanished":{"tag":3,"school":10,"tag_in_school":5},"lost":{"percent":5,"rows":3},` +
		`"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},` +
		`"gpa_jump":{"percent":25,"by":0.5,"rows":10},` +
		`"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":15,"deliveries":7},` +
		`"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}`
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestLimits: every limit has a name of its own, and defaults within its bounds.
func TestLimits(t *testing.T) {
	var names []string
	for _, limit := range New().Limits {
		if slices.Contains(names, limit.Name()) {
			t.Errorf("two limits are called %s", limit.Name())
		}
		names = append(names, limit.Name())

		for _, b := range limit.Bounds() {
			if b.Value < b.Least || b.Value > b.Most {
				t.Errorf("%s.%s: the default %d is not from %d to %d",
					limit.Name(), b.Key, b.Value, b.Least, b.Most)
			}
		}
	}
}

// TestGPAMeter: a GPA counts that moves by more than the limit, up or down, while
// its row stays.
func TestGPAMeter(t *testing.T) {
	m := (&GPAJump{By: 0.5}).Meter([2]float64{})
	for _, after := range []string{"3.0", "3.5", "3.51", "2.4", ""} {
		m.Add(&Value{Before: "3.0", After: after, HadRow: true, HasRow: true, Stays: true})
	}
	m.Add(&Value{Before: "3.0", HadRow: true, Stays: true})
	m.Add(&Value{After: "3.0", HasRow: true, Stays: true})

	if got := m.Figures()["moved"]; got != 2 {
		t.Errorf("%g GPAs moved, want 2", got)
	}
}

// TestShareMeter: a lost share counts as one that moved all the way, and a
// student with few days of enrollment does not count.
func TestShareMeter(t *testing.T) {
	m := (&AttendanceShift{Days: 10}).Meter([2]float64{100, 100})
	if got := m.Figures(); got != nil {
		t.Errorf("of nobody: got %v, want nothing", got)
	}

	stays := func(before, after, days string) *Value {
		return &Value{
			Before:     before,
			After:      after,
			HadRow:     true,
			HasRow:     true,
			Stays:      true,
			DaysBefore: days,
			DaysAfter:  "10",
		}
	}
	m.Add(stays("0.9", "0.8", "10"))
	m.Add(stays("0.9", "0.9", "10"))
	m.Add(stays("0.9", "0.1", "9.5"))
	m.Add(stays("0.9", "n/a", "10"))
	m.Add(&Value{Before: "0.9", HadRow: true, DaysBefore: "10", DaysAfter: "10"})
	m.Add(&Value{After: "0.9", HasRow: true, Stays: true, DaysBefore: "10", DaysAfter: "10"})
	if got := m.Figures(); got["measured"] != 2 || math.Abs(got["shift"]+5) > 0.01 {
		t.Errorf("got %v, want 2 students and -5 points", got)
	}

	m.Add(&Value{Before: "0.9", HadRow: true, Stays: true, DaysBefore: "10", DaysAfter: "10"})
	if got := m.Figures(); got["measured"] != 3 || got["shift"] > -36 {
		t.Errorf("with one lost: got %v, want 3 students and about -36.7 points", got)
	}

	m.Add(stays("0.9", "inf", "10"))
	if _, err := json.Marshal(m.Figures()); err != nil {
		t.Errorf("an infinite share: %v", err)
	}
}

package schema

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFinding(t *testing.T) {
	for _, c := range []struct {
		finding    Finding
		kind, said string
	}{
		{NumberMissing, "number_missing", ""},
		{SimpleNotNumber.Saying("4.0W"), "simple_not_number", "4.0W"},
		{BadByte.Saying("iep is a\xff\x00b"), "bad_byte", "iep is a\ufffd\ufffdb"},
		{BadByte.Saying("a: b\nc"), "bad_byte", "a: b\ufffdc"},
		{SimpleNotNumber.Saying(strings.Repeat("é", 50)), "simple_not_number", strings.Repeat("é", 39) + "…"},
		{RowMissing.Of("s_il_stu_x"), "row_missing/s_il_stu_x", ""},
	} {
		if got := c.finding; string(got.Kind()) != c.kind || got.Said() != c.said {
			t.Errorf("got %q, %q, want %q, %q", got.Kind(), got.Said(), c.kind, c.said)
		}
	}
}

func TestFindingIs(t *testing.T) {
	f := RowMissing.Of("s_il_stu_x")
	for kind, want := range map[Finding]bool{
		RowMissing:             true,
		f:                      true,
		RowMissing.Of("other"): false,
		NumberMissing:          false,
	} {
		if got := f.Is(kind); got != want {
			t.Errorf("%s is %s: got %t, want %t", f, kind, got, want)
		}
	}
}

// Every kind has its words.
func TestFindingTexts(t *testing.T) {
	if f := RowMissing.Of("t"); f.Text() != "no row in t, though there was one in the snapshot before" {
		t.Errorf("got %q for %s", f.Text(), f)
	}
	if !RowMissing.Known() || !NoRow.Of("t").Known() || !NumberShared.Known() || Finding("other").Known() {
		t.Error("the kinds that are known are others")
	}
}

func TestFinder(t *testing.T) {
	students := []Student{
		{DCID: 1, Number: "9", SimpleGPA: "95.43", WeightedGPA: "3", Rows: 0b01},
		{DCID: 2, Number: "8", Findings: []Finding{FTEMissing, RowMissing.Of("u_x")}, Rows: 0b00},
		{DCID: 3, Number: "8", WeightedGPA: "95", Rows: 0b11},
		{DCID: 4, Number: "8", Rows: RowsUnknown},
		{DCID: 5, Number: "", Rows: 0b11},
		{DCID: 6, Number: "", Rows: 0b11},
	}
	type found struct {
		DCID    int64
		Finding Finding
	}
	var got []found
	snapshot := &Snapshot{
		Findings: FindingCounts{SimpleUnusual: 1}, // all weighted GPAs are of another scale
		Settings: Settings{
			GPA:   GPA{Table: "u_x", Simple: "s"},
			Facts: []Fact{{Table: "S_X", Column: "c"}},
		},
	}
	finder := NewFinder(snapshot, func(s *Student, f Finding) { got = append(got, found{s.DCID, f}) })

	for i := range students {
		finder.Add(&students[i])
	}

	want := []found{
		{1, SimpleUnusual.Saying("95.43")},
		{1, NoRow.Of("s_x")},
		{2, FTEMissing},
		{2, RowMissing.Of("u_x")},
		{2, NoRow.Of("s_x")},
		{2, NumberShared},
		{3, NumberShared},
		{4, NumberShared},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestFindingTalliesRead(t *testing.T) {
	const text = `{"number_missing":3,"fte_missing":{"count":2,"schools":{"17":2},"grades":{"9":1,"10":1}}}`
	var got FindingTallies
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}

	want := FindingTallies{
		NumberMissing: {Count: 3},
		FTEMissing:    {Count: 2, Schools: map[int64]int64{17: 2}, Grades: map[int64]int64{9: 1, 10: 1}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if names := got.Names(); !slices.IsSorted(names) || len(names) != 2 {
		t.Errorf("got names %v", names)
	}
}

func TestGPARange(t *testing.T) {
	five := GPARange{Least: "0", Greatest: "5"}
	for gpa, want := range map[Decimal]bool{"0": true, "5": true, "5.01": false, "-0.1": false, "": false} {
		if got := five.Holds(gpa); got != want {
			t.Errorf("%q in 0..5: got %t, want %t", gpa, got, want)
		}
	}
	if !(GPARange{}).Holds("-1234") {
		t.Error("the zero range does not have every number")
	}
}

package diff

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func TestTallies(t *testing.T) {
	at := place{school: "101", grade: "9"}
	counted := func(kind Kind, c change, stays bool) map[string]string {
		tl := newTallies(kind, Guard{}, Rules{}, Rules{})
		tl.add(c, at, at, true, stays)
		got := map[string]string{}
		for _, x := range tl.finish() {
			got[strings.TrimSpace(string(x.By)+" "+x.Value+" "+x.School)] = fmt.Sprintf("%d→%d +%d lost %d left %d ~%d", x.Before, x.Rows, x.Added, x.Lost, x.Left, x.Changed)
		}
		return got
	}
	added, lost, left, same := "0→1 +1 lost 0 left 0 ~0", "1→0 +0 lost 1 left 0 ~0", "1→0 +0 lost 0 left 1 ~0", "1→1 +0 lost 0 left 0 ~0"
	changed := "1→1 +0 lost 0 left 0 ~1"
	row := func(values ...string) []string { return append([]string{"9"}, values...) }
	for _, test := range []struct {
		name  string
		kind  Kind
		c     change
		stays bool
		want  map[string]string
	}{
		{"tag added", tagsLike, change{"9", nil, row("IEP")}, true, map[string]string{"file": added, "school 101": added, "grade 9": added, "tag IEP": added, "tag_in_school IEP 101": added}},
		{"tag lost", tagsLike, change{"9", row("IEP"), nil}, true, map[string]string{"file": lost, "school 101": lost, "grade 9": lost, "tag IEP": lost, "tag_in_school IEP 101": lost}},
		{"student left", tagsLike, change{"9", row("IEP"), nil}, false, map[string]string{"file": left, "school 101": left, "grade 9": left, "tag IEP": left, "tag_in_school IEP 101": left}},
		{"value blanked", valueLike, change{"9", row("3.0", "4.0"), row("3.0", "")}, true,
			map[string]string{"file": changed, "school 101": changed, "grade 9": changed, "column a": same, "column b": lost}},
	} {
		if diff := cmp.Diff(test.want, counted(test.kind, test.c, test.stays)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestTalliesOfMoves: a student who moves takes their rows along, so nothing is
// lost at the school they were at, which still had them before.
func TestTalliesOfMoves(t *testing.T) {
	tl := newTallies(tagsLike, Guard{}, Rules{}, Rules{})
	row := []string{"9", "IEP"}
	tl.add(change{"9", row, row}, place{school: "101"}, place{school: "102"}, true, true)
	for _, x := range tl.finish() {
		if x.By != schema.BySchool {
			continue
		}
		want := schema.Tally{File: "tags", By: schema.BySchool, Value: x.Value}
		if x.Value == "101" {
			want.Before = 1
		} else {
			want.Rows = 1
		}
		if diff := cmp.Diff(want, x); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
	}
}

// TestMeasures: a GPA that jumps and a mean that shifts; what was lost counts
// against the publication, and short enrolments not at all.
func TestMeasures(t *testing.T) {
	guard := Guard{GPAJump: GPAJump{By: 0.5}, AttendanceShift: AttendanceShift{Days: 10}}
	gpas := newTallies(valueLike, guard, Rules{}, Rules{})
	for _, after := range []string{"3.0", "3.5", "3.51", "2.4", ""} {
		gpas.add(change{"9", []string{"9", "3.0", ""}, []string{"9", after, ""}}, place{}, place{}, true, true)
	}
	if got := gpas.finish()[1].Figures["moved"]; got != 2 {
		t.Errorf("%g GPAs moved, want 2", got)
	}
	shares := newTallies(shareLike, guard, Rules{}, Rules{})
	long, short := place{days: "10"}, place{days: "9.5"}
	shares.add(change{"9", []string{"9", "0.9"}, []string{"9", "0.8"}}, long, long, true, true)
	shares.add(change{"8", []string{"8", "0.9"}, []string{"8", "0.9"}}, long, long, true, true)
	shares.add(change{"7", []string{"7", "0.9"}, []string{"7", "0.1"}}, short, long, true, true)
	shares.add(change{"6", []string{"6", "0.9"}, nil}, long, long, true, false)
	got := shares.finish()[1].Figures
	if got["measured"] != 2 || got["shift"] > -4.99 || got["shift"] < -5.01 {
		t.Errorf("the mean of %g moved by %f, want 2 and -5", got["measured"], got["shift"])
	}
	shares.add(change{"5", []string{"5", "0.9"}, nil}, long, long, true, true)
	got = shares.finish()[1].Figures
	if got["measured"] != 3 || got["shift"] > -36 {
		t.Errorf("with one lost the mean of %g moved by %f, want 3 and about -36.7", got["measured"], got["shift"])
	}
}

// BenchmarkDiff compares two files of a million rows, one in twenty changed:
// user CPU is reported for the whole, reading and proving the kept bytes
// included.
func BenchmarkDiff(b *testing.B) {
	const students = 400_000
	district := func(change int) (file, roster schema.Content) {
		tags, in := newContent(QuoteAll), newContent(QuoteMinimal)
		tags.row("student_number", "name", "detailed_name", "description")
		in.row(rosterHeader...)
		for n := students; n > 0; n-- {
			number, school := strconv.Itoa(1_000_000+n), strconv.Itoa(n%40)
			in.add(number, school, strconv.Itoa(n%13), "120")
			tags.add(number, "IEP", "Individualized Education Plan", "Student with IDEA Services")
			if n%20 != change {
				tags.add(number, "504", "Section 504", "Student with 504 Accomodation")
			}
			if n%2 == 0 {
				tags.add(number, "LI", "Low Income", "Low Income/Economically Disadvantaged Family")
			}
		}
		f, err1 := tags.finish()
		r, err2 := in.finish()
		if err := errors.Join(err1, err2); err != nil {
			b.Fatal(err)
		}
		return f, r
	}
	kind := Kind{Name: "tags", Columns: []string{"name", "detailed_name", "description"}, Tag: 1}
	rules := &Rules{Identifier: "student_number"}
	before, after := version{kind: kind, rules: rules}, version{kind: kind, rules: rules}
	old, oldRoster := district(1)
	now, nowRoster := district(2)
	before.content, before.roster, after.content, after.roster = &old, &oldRoster, &now, &nowRoster
	b.ReportAllocs()
	for b.Loop() {
		t := newTallies(kind, Guard{}, *rules, *rules)
		if err := new(Publisher).walk(before, after, t.add, nil); err != nil {
			b.Fatal(err)
		}
		if n := t.finish()[0]; n.Lost != students/20 || n.Added != students/20 {
			b.Fatalf("got %+v", n)
		}
	}
	b.ReportMetric(float64(old.Rows), "rows")
}

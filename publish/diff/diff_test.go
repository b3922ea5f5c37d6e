package diff_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// summary returns the summary of one file.
func (d *district) summary(found *diff.Diff, kind string) diff.FileSummary {
	d.Helper()
	summaries, err := found.Summary(d.Context())
	d.check(err)

	for _, s := range summaries {
		if s.Kind == kind {
			return s
		}
	}
	d.Fatalf("got %+v, want a summary of %s", summaries, kind)
	return diff.FileSummary{}
}

func TestFilesOfOneSide(t *testing.T) {
	d := newDistrict(t, "gpa", "tags")
	both := d.Rules.Files
	d.night()
	d.Rules.Files = both[:1]
	d.grade(4, "4")
	d.night()

	found := d.compare(1, 2)
	d.want("only from", diff.FileSummary{
		Kind:    "tags",
		Title:   "Tags",
		Keyed:   true,
		Match:   diff.OnlyFrom,
		Columns: []string{"detailed_name", "description"},
		Note:    "pub:2 has no such file: it stays as it is",
	}, d.summary(found, "tags"))
	gpa := d.summary(found, "gpa")
	if gpa.Match != diff.Matched || gpa.Note != "" {
		t.Errorf("got %s: %s, want it matched", gpa.Match, gpa.Note)
	}
	if gpa.Keyed || len(gpa.Causes) != 1 {
		t.Errorf("got %+v, want no keys and one cause", gpa)
	}

	back := d.between(pub(2), pub(1), diff.Options{Filter: diff.Filter{Tag: "504"}})
	tags := d.summary(back, "tags")
	if tags.Match != diff.OnlyTo || tags.Note != "pub:2 has no such file: every row is new" {
		t.Errorf("got %s: %s, want only_to", tags.Match, tags.Note)
	}
	want := schema.Tally{File: "tags", By: schema.ByFile, Rows: 2, Added: 2}
	d.want("tally", want, tags.Causes[0].Tallies[0])
	d.want("changes", []string{
		"tags data 1008 504 +, unknown: there was no file to compare with",
		"tags data 1004 504 +, unknown: there was no file to compare with",
	}, d.changes(back))
}

func TestOtherColumns(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*files.Rules)
		note   string
	}{
		{"another header", func(r *files.Rules) { r.Header = "id" },
			"the two files have different columns, and cannot be compared"},
		{"another identifier", func(r *files.Rules) { r.Identifier = schema.KnownByDCID },
			"the two files identify students by student_number and by dcid, and cannot be compared"},
	} {
		d := newDistrict(t, "gpa")
		d.night()
		test.change(&d.Rules)
		d.settings.Identifier = d.Rules.Identifier
		d.night()

		found := d.compare(1, 2)
		got := d.summary(found, "gpa")
		if got.Match != diff.OtherColumns || got.Causes != nil {
			t.Errorf("%s: got %+v, want other_columns", test.name, got)
		}
		d.want(test.name, test.note, got.Note)
		d.want(test.name, []string(nil), d.changes(found))
	}
}

func TestRulesChangedAndTheSnapshotIsGone(t *testing.T) {
	d := newDistrict(t, "tags")
	d.night()
	d.Rules.Tags = d.Rules.Tags[:1]
	d.mark(3, "1", "0")
	d.night()
	d.night()
	d.check(d.store.Drop(t.Context(), 2))

	found := d.compare(1, 2)
	got := d.summary(found, "tags")
	d.want("note", "the rules changed, and snapshot 2 is gone: "+
		"changes of the rules cannot be told apart from changes of students", got.Note)
	d.want("changes", []string{
		"tags data 1008 504 -, unknown: snapshot 2 is gone",
		"tags data 1004 504 -, unknown: snapshot 2 is gone",
		"tags data 1003 IEP +, unknown: snapshot 2 is gone",
	}, d.changes(found))
	d.want("settings", []diff.SettingChange{{
		Part: diff.OfRules,
		Key:  "tags.504",
		From: `{"name":"504","detailed_name":"","description":"","when":{"fact":"section_504","is":"1"}}`,
	}}, found.Settings)
}

// TestRulesChangedAndTheSnapshotIsDamaged: any error but a snapshot that is gone
// ends the diff.
func TestRulesChangedAndTheSnapshotIsDamaged(t *testing.T) {
	d := newDistrict(t, "tags")
	d.night()
	d.Rules.Tags = d.Rules.Tags[:1]
	d.night()
	d.store.Tamper(2, func(students []schema.Student) { students[0].SchoolID++ })

	_, err := d.Diff(t.Context(), pub(1), pub(2), diff.Options{})
	d.wantFault(err, schema.Rejected, "read snapshot 2: it differs from what was sealed")
}

func TestSummaryByCause(t *testing.T) {
	d := newDistrict(t, "tags")
	d.night()
	d.Rules.Tags = d.Rules.Tags[:1]
	d.mark(3, "1", "0")
	d.vanish(2)
	d.settings.Names = true
	d.night()

	found := d.compare(1, 2)
	got := d.summary(found, "tags")
	if len(got.Causes) != 2 {
		t.Fatalf("got %d causes, want 2", len(got.Causes))
	}

	data, rules := got.Causes[0], got.Causes[1]
	d.want("by data", diff.ByData, data.Cause)
	d.want("tally by data",
		schema.Tally{File: "tags", By: schema.ByFile, Before: 6, Rows: 6, Added: 1, Left: 1},
		data.Tallies[0])
	d.want("reasons by data", []diff.ReasonCount{
		{Code: diff.FactChanged, Rows: 1},
		{Code: diff.LeftUnknown, Rows: 1},
	}, data.Reasons)

	d.want("by rules", diff.ByRules, rules.Cause)
	d.want("tally by rules",
		schema.Tally{File: "tags", By: schema.ByFile, Before: 6, Rows: 4, Lost: 2},
		rules.Tallies[0])
	d.want("reasons by rules", []diff.ReasonCount{{Code: diff.RuleChanged, Rows: 2}}, rules.Reasons)

	var keys []string
	for _, s := range found.Settings {
		keys = append(keys, string(s.Part)+" "+s.Key)
	}
	d.want("settings", []string{"rules tags.504", "extract names"}, keys)
}

func TestFilters(t *testing.T) {
	d := newDistrict(t, "gpa", "tags")
	d.night()
	for n := range int64(8) {
		d.mark(n+1, "0", "0")
		d.grade(n+1, "4")
	}
	d.student(8).SchoolID = 19
	d.student(4).GradeLevel = 12
	d.night()

	for _, test := range []struct {
		filter diff.Filter
		want   string // the changes: file, number, tag
	}{
		{diff.Filter{Tag: "504"}, "tags 1008 504, tags 1004 504"},
		{diff.Filter{Tag: "none"}, ""},
		{diff.Filter{School: "19"}, "gpa 1008, tags 1008 IEP, tags 1008 504"},
		{diff.Filter{School: "18", Grade: "10"}, "gpa 1005, gpa 1001"},
		{diff.Filter{Tag: "IEP", Grade: "9"}, "tags 1008 IEP, tags 1004 IEP"}, // 1004 was there
		{diff.Filter{Tag: "IEP", Grade: "12"}, "tags 1004 IEP"},
		{diff.Filter{Tag: "IEP", School: "17", Grade: "11"}, "tags 1006 IEP, tags 1002 IEP"},
	} {
		found := d.between(pub(1), pub(2), diff.Options{Filter: test.filter})
		var got []string
		d.check(found.Changes(t.Context(), func(c diff.Change) error {
			got = append(got, strings.TrimSpace(c.File+" "+c.Number+" "+c.Tag))
			return nil
		}))
		if list := strings.Join(got, ", "); list != test.want {
			t.Errorf("%+v: got %s, want %s", test.filter, list, test.want)
		}

		summaries, err := found.Summary(t.Context())
		d.check(err)
		tally := summaries[0].Causes[0].Tallies[0]
		if test.filter.Tag != "" && tally.Lost != int64(len(got)) {
			t.Errorf("%+v: got %+v, want %d lost", test.filter, tally, len(got))
		}
	}
}

// TestPlaces: a row has its student's place of today; where the student left,
// the last one.
func TestPlaces(t *testing.T) {
	d := newDistrict(t, "gpa")
	d.night()
	d.grade(4, "4")
	d.student(4).SchoolID = 99
	d.vanish(3)
	d.night()

	got := map[string]string{}
	d.check(d.compare(1, 2).Changes(t.Context(), func(c diff.Change) error {
		got[c.Number] = c.School + " " + c.Grade
		return nil
	}))
	d.want("places", map[string]string{"1004": "99 9", "1003": "18 12"}, got)
}

func TestNames(t *testing.T) {
	d := newDistrict(t, "gpa")
	d.night()
	if d.compare(1, 1).HasNames() {
		t.Error("without names: got some, want none")
	}

	d.settings.Names = true
	d.name(4, "Ada", "Byron")
	d.name(5, "Max", "Born")
	for n := int64(4); n <= 6; n++ {
		d.grade(n, "1")
	}
	d.night()
	d.name(4, "Ada", "Lovelace")
	d.grade(4, "2")
	d.vanish(5)
	d.grade(6, "2")
	d.night()

	with := map[string]string{"1006": " ", "1005": "Max Born", "1004": "Ada Lovelace"}
	d.want("names", with, d.names(diff.Options{Names: true}))
	without := map[string]string{"1006": " ", "1005": " ", "1004": " "}
	d.want("no names", without, d.names(diff.Options{}))
}

// name gives a student a name.
func (d *district) name(n int64, first, last string) {
	s := d.student(n)
	s.FirstName, s.LastName = first, last
}

// names returns the names of the students who changed from publication 2 to 3,
// by number.
func (d *district) names(o diff.Options) map[string]string {
	d.Helper()
	found := d.between(pub(2), pub(3), o)
	if !found.HasNames() {
		d.Error("with names: got none, want some")
	}

	got := map[string]string{}
	d.check(found.Changes(d.Context(), func(c diff.Change) error {
		got[c.Number] = c.FirstName + " " + c.LastName
		return nil
	}))
	return got
}

func TestHasKeys(t *testing.T) {
	d := newDistrict(t, "gpa")
	d.night()
	found := d.compare(1, 1)

	for kind, want := range map[string]bool{
		"tags":       true,
		"gpa":        false,
		"attendance": false,
		"clubs":      false,
	} {
		if got := found.HasKeys(kind); got != want {
			t.Errorf("%s: got keys %v, want %v", kind, got, want)
		}
	}
}

// TestDuplicates: a row is reported when its file already has one of the same
// student and tag, on either side, and only once when the rules changed between
// them.
func TestDuplicates(t *testing.T) {
	d := newDistrict(t, "tags")
	const header = "student_number,name,detailed_name,description\n"
	dir := d.folder("student_tags.csv", header+"1004,IEP,,\n1004,504,,\n1004,IEP,,again\n1003,IEP,,\n")
	shared := publishtest.Student(9)
	shared.Number = "1002"
	shared.Facts = publishtest.Student(2).Facts
	d.students = append(d.students, shared)
	d.Rules.SharedNumber = files.Keep
	d.night()

	before := diff.Duplicate{File: "tags", Number: "1002", Tag: "IEP"}
	after := diff.Duplicate{File: "tags", Number: "1002", Tag: "IEP", After: true}
	got := d.summary(d.between(diff.Side{Dir: dir}, pub(1), diff.Options{}), "tags")
	want := []diff.Duplicate{{File: "tags", Number: "1004", Tag: "IEP"}, after}
	d.want("of a folder", want, got.Duplicates)

	d.Rules.Tags = d.Rules.Tags[:1]
	d.night()
	got = d.summary(d.compare(1, 2), "tags")
	d.want("of both", []diff.Duplicate{before, after}, got.Duplicates)
}

func TestDuplicatesWithoutATag(t *testing.T) {
	d := newDistrict(t, "gpa")
	d.night()
	dir := d.folder("gpa.csv", gpaHeader+"1004,1,1\n1004,2,2\n")

	got := d.summary(d.between(diff.Side{Dir: dir}, pub(1), diff.Options{}), "gpa")
	d.want("duplicates", []diff.Duplicate{{File: "gpa", Number: "1004"}}, got.Duplicates)
}

func TestVisitStops(t *testing.T) {
	d := newDistrict(t, "gpa")
	d.night()
	for i := range d.students {
		d.students[i].SimpleGPA = "4"
	}
	d.night()

	enough := errors.New("enough")
	seen := 0
	err := d.compare(1, 2).Changes(t.Context(), func(diff.Change) error {
		seen++
		return enough
	})
	if !errors.Is(err, enough) || seen != 1 {
		t.Errorf("got %v after %d changes, want %v after 1", err, seen, enough)
	}
}

func TestKindsThatAreNotKnown(t *testing.T) {
	d := newDistrict(t, "gpa", "tags")
	d.night()
	d.Kinds = d.Kinds[:2]

	for _, from := range []diff.Side{pub(1), {}} {
		_, err := d.Diff(t.Context(), from, pub(1), diff.Options{})
		d.wantFault(err, schema.Config, `this program does not know the file "tags"`)
	}
}

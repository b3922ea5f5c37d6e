package report

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

var update = flag.Bool("update", false, "write what is got as what is wanted")

var night = time.Date(2026, 11, 24, 5, 0, 0, 0, time.UTC)

// sample is the report of a night on which a rule changed and a table came back
// with fewer rows, shared or not.
func sample(share bool) *Report {
	tally := func(by schema.TallyBy, value string, n ...int64) schema.Tally {
		return schema.Tally{File: "tags", By: by, Value: value, Rows: n[0], Before: n[1], Added: n[2], Lost: n[3], Left: n[4], Changed: n[5]}
	}
	p := &Publication{Publication: schema.Publication{Number: 12, Snapshot: 12, Kind: schema.Plan, State: schema.Held, Destination: "district@sftp.example.org:22/automated",
		PlannedAt: night, Verdict: schema.Hold, Findings: schema.FindingCounts{schema.DaysNotRecorded: 3, schema.NumberMissing: 20},
		Trips:    []schema.Trip{{Limit: "lost", Unit: "tag 504", Says: "tag 504: 41 of 240 rows lost (17 %); the limit is 5 %"}},
		Warnings: []schema.Trip{{Limit: "left", Unit: "file tags", Says: "file tags: 20 of 300 rows gone with students who left (7 %); the limit is 10 %"}},
		Files:    []schema.File{{Kind: "tags", Name: "student_tags.csv", BaselineOf: 11}},
		Tallies:  []schema.Tally{tally(schema.ByFile, "", 263, 300, 16, 43, 10, 0), tally(schema.ByTag, "504", 210, 240, 12, 41, 1, 0), tally(schema.ByTag, "EL", 53, 60, 4, 2, 9, 0)}},
		Decisions: []schema.Decision{{Kind: schema.Approve, By: "ada", Reason: "the plans\nended", At: night.Add(3 * time.Hour)}}}
	var past []schema.Past
	for n := int64(11); n > 0; n-- {
		past = append(past, schema.Past{Publication: n, PlannedAt: night.AddDate(0, 0, int(n)-12),
			Tallies: []schema.Tally{tally(schema.ByFile, "", 300, 0, 0, 0, 0, 0), tally(schema.ByTag, "504", 240-n, 0, 0, 0, 0, 0), tally(schema.ByTag, "EL", 55+n%6, 0, 0, 0, 0, 0)}})
	}
	r := &Report{SchemaVersion: 1, From: "what was live before pub:12", To: "pub:12", Shared: share, schools: map[int64]string{17: "North <High> School"},
		Settings: []Setting{{publish.OfRules, "tags.GFT", json.RawMessage(`{"name":"GFT"}`), json.RawMessage("null")}}, rows: sampleRows}
	data := []schema.Tally{tally(schema.ByFile, "", 275, 300, 18, 33, 10, 0), tally(schema.ByTag, "504", 210, 240, 12, 41, 1, 0), tally(schema.ByTag, "EL", 65, 60, 6, 2, 9, 0),
		tally(schema.BySchool, "17", 200, 220, 10, 25, 5, 0), tally(schema.BySchool, "", 75, 80, 8, 8, 5, 0), tally(schema.ByGrade, "9", 275, 300, 18, 33, 10, 0)}
	rules := []schema.Tally{tally(schema.ByFile, "", 263, 275, 0, 12, 0, 0), tally(schema.ByTag, "504", 210, 210, 0, 0, 0, 0), tally(schema.ByTag, "EL", 53, 65, 0, 12, 0, 0),
		tally(schema.BySchool, "17", 200, 200, 0, 0, 0, 0), tally(schema.BySchool, "", 63, 75, 0, 12, 0, 0), tally(schema.ByGrade, "9", 263, 275, 0, 12, 0, 0)}
	r.Files = []FileChanges{
		r.file(publish.FileSummary{Kind: "gpa", Match: publish.OnlyTo, Note: "live has no such file: every row is new", Columns: []string{"numerator_unweighted", "numerator_weighted"},
			Steps: []publish.StepSummary{{Cause: publish.ByData, Tallies: []schema.Tally{{File: "gpa", By: schema.ByFile, Rows: 2, Added: 2}}, Reasons: []publish.ReasonCount{{Code: publish.Unknown, Rows: 2}}}}}),
		r.file(publish.FileSummary{Kind: "tags", Match: publish.Matched, Columns: []string{"detailed_name", "description"},
			Steps: []publish.StepSummary{
				{Cause: publish.ByData, Tallies: data, Reasons: []publish.ReasonCount{{Code: publish.FactChanged, Rows: 51}, {Code: publish.LeftGraduated, Rows: 10}}},
				{Cause: publish.ByRules, Tallies: rules, Reasons: []publish.ReasonCount{{Code: publish.RuleChanged, Rows: 12}}}},
			Duplicates: []publish.Duplicate{{File: "tags", Number: "104", Tag: "EL"}}}),
	}
	r.Story, r.History = story(p), history(p, past, r.Filter)
	if share {
		r.share(p)
	}
	return r
}

// sampleRows are some of the rows, with what PowerSchool may have for a name.
func sampleRows(_ context.Context, visit func(publish.Change) error) error {
	for _, c := range []publish.Change{
		{File: "gpa", Cause: publish.ByData, Number: "105", School: "17", Grade: "9", After: []string{"3.5", ""}, Reason: publish.Reason{Code: publish.Unknown, Says: "there was no file to compare with"}},
		{File: "gpa", Cause: publish.ByData, Number: "104", School: "17", Grade: "9", After: []string{"3.0", "-1.0"}, Reason: publish.Reason{Code: publish.Unknown, Says: "there was no file to compare with"}},
		{File: "tags", Cause: publish.ByData, Number: "106", Tag: "504", FirstName: "<script>alert(1)</script>", LastName: `=cmd|"'`, School: "17", Grade: "9",
			Before: []string{"Section 504", "Plan"}, Reason: publish.Reason{Code: publish.FactChanged, Says: "fact section_504 changed 1 → 0"}},
		{File: "tags", Cause: publish.ByData, Number: "105", Tag: "504", FirstName: "\u202egnp", LastName: "\t@x", School: "17", Grade: "9",
			After: []string{"Section 504", "Plan"}, Reason: publish.Reason{Code: publish.Entered, Says: "entered"}},
		{File: "tags", Cause: publish.ByRules, Number: "104", Tag: "EL", Before: []string{"English", "Learner"}, After: []string{"EL", "Learner"},
			Reason: publish.Reason{Code: publish.RuleChanged, Says: "the rules changed, the student did not"}},
	} {
		if err := visit(c); err != nil {
			return err
		}
	}
	return nil
}

// TestGolden holds every format, for the office and for outside, against the
// files in testdata.
func TestGolden(t *testing.T) {
	ctx := t.Context()
	for name, write := range map[string]func(*bytes.Buffer, *Report) error{
		"txt":    func(b *bytes.Buffer, r *Report) error { return WriteText(ctx, b, r, false) },
		"colour": func(b *bytes.Buffer, r *Report) error { return WriteText(ctx, b, r, true) },
		"json":   func(b *bytes.Buffer, r *Report) error { return WriteJSON(ctx, b, r) },
		"csv":    func(b *bytes.Buffer, r *Report) error { return WriteCSV(ctx, b, r) },
		"html":   func(b *bytes.Buffer, r *Report) error { return WriteHTML(ctx, b, r) },
	} {
		for which, share := range map[string]bool{"whole": false, "shared": true} {
			path := filepath.Join("testdata", which+"."+name)
			var got bytes.Buffer
			if err := write(&got, sample(share)); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			if begin, end := bytes.Index(got.Bytes(), []byte("<style>")), bytes.Index(got.Bytes(), []byte("</style>")); begin > 0 {
				got = *bytes.NewBuffer(slices.Delete(got.Bytes(), begin, end)) // it is a matter of taste
			}
			if *update {
				if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if diff := cmp.Diff(string(want), got.String()); err != nil || diff != "" {
				t.Errorf("%s: %v (-want +got)\n%s", path, err, diff)
			}
			if name == "json" && !json.Valid(got.Bytes()) {
				t.Errorf("%s is no JSON", path)
			}
		}
	}
}

// TestCells proves that no cell is one that a spreadsheet computes.
func TestCells(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "\tx": "'\tx", "\rx": "'\rx", `"=1`: `'"=1`, "'=1": "''=1", "  =1": "'  =1",
		"＝1": "'＝1", "\u202e=1": "[U+202E]=1", "": "", "12": "12", "O'Neil": "O'Neil", "a=b": "a=b",
	} {
		if got := inert(cell)[0]; got != want {
			t.Errorf("%q: got %q, want %q", cell, got, want)
		}
	}
}

// TestRowsAreCapped proves that a page lists so many changes of values, and
// many more rows of a tag, and counts the others.
func TestRowsAreCapped(t *testing.T) {
	r := sample(false)
	r.rows = func(_ context.Context, visit func(publish.Change) error) error {
		for i := range rowsShown + 3 {
			for file, tag := range map[string]string{"gpa": "", "tags": "EL"} {
				if file == "gpa" && i >= valuesShown+7 {
					continue
				}
				if err := visit(publish.Change{File: file, Tag: tag, Cause: publish.ByData, Before: []string{"1"}, After: []string{"2"}}); err != nil {
					return err
				}
			}
		}
		return nil
	}
	p, err := r.page(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	tags, gpa := p.Files[0], p.Files[1]
	if n := len(tags.Groups[0].Rows); n != rowsShown || tags.Unlisted != "rows of tags that are not listed here: 3 (--format csv has them)" {
		t.Errorf("tags: got %d rows, %q", n, tags.Unlisted)
	}
	if n := len(gpa.Groups[0].Rows); n != valuesShown || gpa.Unlisted != "rows of gpa that are not listed here: 7 (--format csv has them)" {
		t.Errorf("gpa: got %d rows, %q", n, gpa.Unlisted)
	}
}

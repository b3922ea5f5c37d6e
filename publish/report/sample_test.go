package report

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

var night = time.Date(2026, 11, 24, 5, 0, 0, 0, time.UTC)

// sample is the report of a night on which a rule changed and a table came back
// with fewer rows, shared or not.
func sample(share bool) *Report {
	r := &Report{
		SchemaVersion: 1,
		From:          "what was live before pub:12",
		To:            "pub:12",
		Shared:        share,
		Settings: []Setting{{
			Part: diff.OfRules,
			Key:  "tags.GFT",
			From: json.RawMessage(`{"name":"GFT"}`),
			To:   json.RawMessage("null"),
		}},
		schools: map[int64]string{17: "North <High> School"},
		hasKeys: func(kind string) bool { return kind == "tags" },
		rows:    sampleRows,
	}
	for _, s := range sampleSummaries() {
		r.Files = append(r.Files, r.file(s))
	}

	story := sampleStory()
	r.tell(&story, samplePast())
	if share {
		r.share(&story)
	}
	return r
}

// tally counts rows of tags. Its numbers are in the order of the columns.
func tally(by schema.TallyBy, value string, n ...int64) schema.Tally {
	return schema.Tally{
		File:    "tags",
		By:      by,
		Value:   value,
		Rows:    n[rows],
		Before:  n[before],
		Added:   n[added],
		Lost:    n[lost],
		Left:    n[left],
		Changed: n[changed],
	}
}

func sampleStory() Story {
	return Story{
		Publication: schema.Publication{
			Number:      12,
			Snapshot:    12,
			Origin:      schema.Plan,
			State:       schema.Held,
			Destination: "district@sftp.example.org:22/automated",
			PlannedAt:   night,
			Verdict:     schema.Hold,
			Findings: schema.FindingTallies{
				schema.DaysNotRecorded: {
					Count:   3,
					Schools: map[int64]int64{17: 2, 18: 1},
					Grades:  map[int64]int64{9: 3},
				},
				schema.NumberMissing: {Count: 20},
			},
			Trips: []schema.Trip{{
				Limit: "lost",
				Unit:  "tag 504",
				Says:  "tag 504: 41 of 240 rows lost (17%); the limit is 5%",
			}},
			Warnings: []schema.Trip{{
				Limit: "left",
				Unit:  "file tags",
				Says:  "file tags: 20 of 300 rows gone with students who left (7%); the limit is 10%",
			}},
			Files: []schema.File{{Kind: "tags", Name: "student_tags.csv", BaselineOf: 11}},
			Tallies: []schema.Tally{
				tally(schema.ByFile, "", 263, 300, 16, 43, 10, 0),
				tally(schema.ByTag, "504", 210, 240, 12, 41, 1, 0),
				tally(schema.ByTag, "EL", 53, 60, 4, 2, 9, 0),
			},
		},
		Decisions: []schema.Decision{{
			Kind:   schema.Approve,
			By:     "ada",
			Reason: "the plans\nended",
			At:     night.Add(3 * time.Hour),
		}},
	}
}

func samplePast() (past []schema.Past) {
	for n := int64(11); n > 0; n-- {
		past = append(past, schema.Past{
			Publication: n,
			PlannedAt:   night.AddDate(0, 0, int(n)-12),
			Tallies: []schema.Tally{
				tally(schema.ByFile, "", 300, 0, 0, 0, 0, 0),
				tally(schema.ByTag, "504", 240-n, 0, 0, 0, 0, 0),
				tally(schema.ByTag, "EL", 55+n%6, 0, 0, 0, 0, 0),
			},
		})
	}
	return past
}

func sampleSummaries() []diff.FileSummary {
	gpa := diff.FileSummary{
		Kind:    "gpa",
		Title:   "Grade point averages",
		Match:   diff.OnlyTo,
		Note:    "live has no such file: every row is new",
		Columns: []string{"numerator_unweighted", "numerator_weighted"},
		Causes: []diff.CauseSummary{{
			Cause:   diff.ByData,
			Tallies: []schema.Tally{{File: "gpa", By: schema.ByFile, Rows: 2, Added: 2}},
			Reasons: []diff.ReasonCount{{Code: diff.Unknown, Rows: 2}},
		}},
	}

	tags := diff.FileSummary{
		Kind:       "tags",
		Title:      "Tags",
		Keyed:      true,
		Match:      diff.Matched,
		Columns:    []string{"detailed_name", "description"},
		Causes:     []diff.CauseSummary{sampleByData(), sampleByRules()},
		Duplicates: []diff.Duplicate{{File: "tags", Number: "104", Tag: "EL"}},
	}
	return []diff.FileSummary{gpa, tags}
}

func sampleByData() diff.CauseSummary {
	return diff.CauseSummary{
		Cause: diff.ByData,
		Tallies: []schema.Tally{
			tally(schema.ByFile, "", 275, 300, 18, 33, 10, 0),
			tally(schema.ByTag, "504", 210, 240, 12, 41, 1, 0),
			tally(schema.ByTag, "EL", 65, 60, 6, 2, 9, 0),
			tally(schema.BySchool, "17", 200, 220, 10, 25, 5, 0),
			tally(schema.BySchool, "", 75, 80, 8, 8, 5, 0),
			tally(schema.ByGrade, "9", 275, 300, 18, 33, 10, 0),
		},
		Reasons: []diff.ReasonCount{{Code: diff.FactChanged, Rows: 51}, {Code: diff.LeftGraduated, Rows: 10}},
	}
}

func sampleByRules() diff.CauseSummary {
	return diff.CauseSummary{
		Cause: diff.ByRules,
		Tallies: []schema.Tally{
			tally(schema.ByFile, "", 263, 275, 0, 12, 0, 0),
			tally(schema.ByTag, "504", 210, 210, 0, 0, 0, 0),
			tally(schema.ByTag, "EL", 53, 65, 0, 12, 0, 0),
			tally(schema.BySchool, "17", 200, 200, 0, 0, 0, 0),
			tally(schema.BySchool, "", 63, 75, 0, 12, 0, 0),
			tally(schema.ByGrade, "9", 263, 275, 0, 12, 0, 0),
		},
		Reasons: []diff.ReasonCount{{Code: diff.RuleChanged, Rows: 12}},
	}
}

// sampleRows are some of the rows, with what PowerSchool may have for a name.
func sampleRows(_ context.Context, visit func(diff.Change) error) error {
	for _, c := range slices.Concat(sampleGPAs(), sampleTags()) {
		if err := visit(c); err != nil {
			return err
		}
	}
	return nil
}

func sampleGPAs() []diff.Change {
	gpa := func(number string, values ...string) diff.Change {
		return diff.Change{
			File:   "gpa",
			Cause:  diff.ByData,
			Number: number,
			School: "17",
			Grade:  "9",
			After:  values,
			Reason: diff.Reason{Code: diff.Unknown, Says: "there was no file to compare with"},
		}
	}

	return []diff.Change{gpa("105", "3.5", ""), gpa("104", "3.0", "-1.0")}
}

func sampleTags() []diff.Change {
	removed := diff.Change{
		File:      "tags",
		Cause:     diff.ByData,
		Number:    "106",
		Tag:       "504",
		FirstName: "<script>alert(1)</script>",
		LastName:  `=cmd|"'`,
		School:    "17",
		Grade:     "9",
		Before:    []string{"Section 504", "Plan"},
		Reason:    diff.Reason{Code: diff.FactChanged, Says: "fact section_504 changed 1 → 0"},
	}

	added := diff.Change{
		File:      "tags",
		Cause:     diff.ByData,
		Number:    "105",
		Tag:       "504",
		FirstName: "\u202egnp",
		LastName:  "\t@x",
		School:    "17",
		Grade:     "9",
		After:     []string{"Section 504", "Plan"},
		Reason:    diff.Reason{Code: diff.Entered, Says: "entered"},
	}

	changed := diff.Change{
		File:   "tags",
		Cause:  diff.ByRules,
		Number: "104",
		Tag:    "EL",
		Before: []string{"English", "Learner"},
		After:  []string{"EL", "Learner"},
		Reason: diff.Reason{Code: diff.RuleChanged, Says: "the rules changed, the student did not"},
	}

	return []diff.Change{removed, added, changed}
}

package postgres_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

const destination = "district@sftp.example.org:22/automated"

var contents = []schema.Content{
	{Sum: schema.Sum{1}, Zstd: []byte("gpa"), Size: 10, Rows: 1},
	{Sum: schema.Sum{2}, Zstd: []byte("tags"), Size: 20, Rows: 2},
	{Sum: schema.Sum{3}, Zstd: []byte("roster"), Size: 30, Rows: 3},
}

var oddSettings, _ = schema.ParseSettings(`{"b":1,  "a":"<"}`)

func publication(snapshot int64) schema.Publication {
	runs++
	return schema.Publication{
		Run:         fmt.Sprint("run", runs),
		Origin:      schema.Plan,
		Snapshot:    snapshot,
		Settings:    oddSettings,
		Rules:       []byte(`{}`),
		Guard:       []byte(`{"a":  1}`),
		Version:     "v1",
		Destination: destination,
		Roster:      schema.Sum{3},
		Findings:    schema.FindingCounts{schema.NumberShared: 2},
		Files: []schema.File{
			{Kind: "gpa", Name: "gpa.csv", Sum: schema.Sum{1}, Size: 10, Rows: 1},
			{
				Kind: "tags", Name: "student_tags.csv", Sum: schema.Sum{2}, Size: 20, Rows: 2,
				Baseline:   &schema.Sum{9},
				BaselineOf: 1,
			},
		},
		Tallies: []schema.Tally{{
			File: "tags", By: "tag", Value: "504",
			Rows: 2, Before: 3, Added: 1, Lost: 1, Left: 1, Changed: 1,
			Figures: map[string]float64{"moved": 1, "measured": 2, "shift": -0.5},
		}},
		Verdict:   schema.Pass,
		Trips:     []schema.Trip{{Limit: "lost", Unit: "tag 504", Says: "tag 504: 1 lost"}},
		Warnings:  []schema.Trip{{Limit: "left", Unit: "file gpa", Says: "half"}},
		PlannedAt: clock,
	}
}

func record(tb testing.TB, db *postgres.DB, p *schema.Publication) {
	tb.Helper()
	if err := db.Record(tb.Context(), p, contents, nil); err != nil {
		tb.Fatal(err)
	}
}

func decide(tb testing.TB, db *postgres.DB, publication int64, kind string) {
	tb.Helper()
	d := schema.Decision{
		Publication: publication,
		Kind:        schema.DecisionKind(kind),
		By:          "me",
		Reason:      "because",
	}
	if err := db.Decide(tb.Context(), d); err != nil {
		tb.Fatal(err)
	}
}

func TestPublicationsComeBackAsTheyWere(t *testing.T) {
	db := open(t, postgrestest.Database(t).Publish)
	if p, err := db.Newest(t.Context(), destination); p != nil || err != nil {
		t.Fatalf("got %v, %v; want none", p, err)
	}

	want := publication(1)
	record(t, db, &want)
	if want.Number != 1 || want.State != schema.Planned {
		t.Errorf("got publication %d %s, want 1 planned", want.Number, want.State)
	}

	got, err := db.Publication(t.Context(), 1)
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}

	want.Tallies = nil
	newest, err := db.Newest(t.Context(), destination)
	if diff := cmp.Diff(&want, newest); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}

	list, err := db.Publications(t.Context())
	if diff := cmp.Diff([]schema.Publication{want}, list); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}

	content, err := db.Content(t.Context(), schema.Sum{2})
	if diff := cmp.Diff(contents[1], content); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}

	_, err = db.Publication(t.Context(), 2)
	wantKind(t, err, schema.Config)
}

func TestFailedRecordTakesNoNumber(t *testing.T) {
	db := open(t, postgrestest.Database(t).Publish)
	p := publication(1)
	p.Roster = schema.Sum{77} // nobody stored it

	if err := db.Record(t.Context(), &p, contents, nil); err == nil || p.Number != 0 {
		t.Fatalf("got %v, number %d", err, p.Number)
	}

	p.Roster = schema.Sum{3}
	record(t, db, &p)
	if p.Number != 1 {
		t.Errorf("got number %d, want 1", p.Number)
	}
}

// states are what happens to a publication, and the state that follows from each
// step.
var states = map[string]struct {
	verdict schema.Verdict
	steps   string
}{
	"delivered": {schema.Pass, `begin: delivering; delivered: delivered; newer: delivered`},
	"failed, again": {
		schema.Pass,
		`begin: delivering; failed: failed; ` +
			`begin: delivering; delivered: delivered`,
	},
	"failed, superseded": {schema.Pass, `begin: delivering; failed: failed; newer: superseded`},
	"held, approved":     {schema.Hold, `approve: approved; begin: delivering; delivered: delivered`},
	"approval used up": {
		schema.Hold,
		`approve: approved; begin: delivering; failed: held; ` +
			`approve: approved; begin: delivering`,
	},
	"two approvals at once": {schema.Hold, `approve: approved; approve: approved; begin: delivering; failed: held`},
	"planned, approved":     {schema.Pass, `approve: approved; begin: delivering; failed: failed`},
	"held, discarded":       {schema.Hold, `discard: discarded; newer: discarded`},
	"held, superseded":      {schema.Hold, `newer: superseded`},
	"approved, superseded":  {schema.Hold, `approve: approved; newer: superseded`},
	"partial, repaired": {
		schema.Pass,
		`begin: delivering; partial: partial; begin: delivering; ` +
			`failed: partial; begin: delivering; delivered: delivered`,
	},
	"partial, superseded":      {schema.Pass, `begin: delivering; partial: partial; newer: superseded`},
	"unknown, found delivered": {schema.Pass, `begin: delivering; unknown: unknown; delivered: delivered`},
	"unknown, found failed":    {schema.Hold, `approve: approved; begin: delivering; unknown: unknown; failed: held`},
	"delivering is superseded": {schema.Pass, `begin: delivering; newer: delivering; failed: superseded`},
}

func TestStates(t *testing.T) {
	for name, c := range states {
		t.Run(name, func(t *testing.T) {
			db := open(t, postgrestest.Database(t).Publish)
			lock := takeLock(t, db)
			p := publication(1)
			p.Verdict = c.verdict
			record(t, db, &p)

			var delivery int64
			for step := range strings.SplitSeq(c.steps, "; ") {
				do, want, _ := strings.Cut(step, ": ")
				switch do {
				case "begin":
					delivery = beginDelivery(t, db, lock, p).Number
				case "newer":
					newer := publication(2)
					record(t, db, &newer)
				case "approve", "discard":
					decide(t, db, p.Number, do)
				default:
					err := db.EndDelivery(t.Context(), lock.Fence(), delivery, schema.State(do), "SHA256:x")
					if err != nil {
						t.Fatal(err)
					}
				}

				got, err := db.Publication(t.Context(), p.Number)
				if got.State != schema.State(want) || err != nil {
					t.Fatalf("after %s: got %s, %v; want %s", do, got.State, err, want)
				}
			}
		})
	}
}

func TestSupersedeSaysWhy(t *testing.T) {
	db := open(t, postgrestest.Database(t).Publish)
	first, second, third := publication(1), publication(1), publication(1)
	elsewhere := publication(1)
	elsewhere.Destination = "other@sftp.example.org:22/"
	record(t, db, &first)
	record(t, db, &elsewhere)
	record(t, db, &second)
	record(t, db, &third)

	got, err := db.Decisions(t.Context(), first.Number)
	want := []schema.Decision{{
		Publication: 1,
		Kind:        schema.Supersede,
		By:          "publish",
		Reason:      "publication 3",
		At:          clock,
	}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}
	if p, err := db.Publication(t.Context(), elsewhere.Number); p.State != schema.Planned || err != nil {
		t.Errorf("got %s, %v; want planned", p.State, err)
	}
}

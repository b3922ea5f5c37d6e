package postgres_test

import (
	"fmt"
	"testing"
	"time"

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
		Findings:    schema.FindingTallies{schema.NumberShared: {Count: 2, Grades: map[int64]int64{9: 2}}},
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

func TestSupersedeSaysWhy(t *testing.T) {
	db := open(t, postgrestest.Database(t).Publish)
	first, second, elsewhere, third := publication(1), publication(1), publication(1), publication(1)
	elsewhere.Destination = "other@sftp.example.org:22/"
	record(t, db, &first)
	record(t, db, &elsewhere)
	record(t, db, &second)
	record(t, db, &third)

	got, err := db.Decisions(t.Context(), first.Number)
	want := []schema.Decision{
		{Publication: 1, Kind: schema.Supersede, By: "publish", Reason: "publication 3", At: clock},
	}
	if err != nil || len(got) != 1 {
		t.Fatalf("got %+v, %v, want one", got, err)
	}
	if got[0].DBUser != "schoolinks_test_publish" || got[0].RecordedAt.IsZero() {
		t.Errorf("the database says %+v, want the role and a time", got[0].Recorded)
	}

	want[0].Recorded = got[0].Recorded
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
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
	if d.Kind == schema.Approve {
		d.ExpiresAt = clock.Add(96 * time.Hour)
	}
	if err := db.Decide(tb.Context(), d); err != nil {
		tb.Fatal(err)
	}
}

package publish_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// says returns what trips of a limit say.
func says(trips []schema.Trip, limit string) (list []string) {
	for _, t := range trips {
		if t.Limit == limit {
			list = append(list, t.Says)
		}
	}
	return list
}

func TestJudge(t *testing.T) {
	for _, test := range []struct {
		name    string
		happens func(*district) // to a district where publication 1 is live
		ref     schema.Ref
		limits  []string
		limit   string // what it says
		says    []string
	}{
		{name: "an ordinary day", happens: func(d *district) { d.night(oneMoreDay) }},
		{
			name: "empty",
			happens: func(d *district) {
				d.rules.Tags[0].When.Is, d.rules.Tags[1].When.Is = "7", "7"
				d.night(nil)
			},
			limits: []string{"empty", "vanished", "lost", "cumulative"},
			limit:  "empty",
			says:   []string{"file tags: it has no rows; it is not sent, approved or not"},
		},
		{
			name: "a file under another name",
			happens: func(d *district) {
				d.rules.Files[1].Name = "grades.csv"
				d.night(oneMoreDay)
			},
			limits: []string{"baseline"},
			limit:  "baseline",
			says:   []string{"file gpa: nothing is known to be live as grades.csv, so nobody can say what this changes"},
		},
		{
			name: "other columns",
			happens: func(d *district) {
				d.rules.Header = "id"
				d.night(func(students []schema.Student) { withoutTags(students[4:]) })
			},
			limits: []string{"baseline"}, // what is lost, for one, cannot be said
			limit:  "baseline",
			says: []string{
				"file attendance: the live one has other columns, so nobody can say what this changes",
				"file gpa: the live one has other columns, so nobody can say what this changes",
				"file tags: the live one has other columns, so nobody can say what this changes",
			},
		},
		{
			name: "older",
			happens: func(d *district) {
				d.night(oneMoreDay)
				d.must(d.run().Nightly(d.Context(), schema.Latest))
			},
			ref:    schema.Ref{Number: 1},
			limits: []string{"older"},
			limit:  "older",
			says: []string{
				"file attendance: snapshot 1 is older than snapshot 2, which is live",
				"file gpa: snapshot 1 is older than snapshot 2, which is live",
				"file tags: snapshot 1 is older than snapshot 2, which is live",
			},
		},
	} {
		d := liveDistrict(t)
		test.happens(d)
		p, err := d.run().Plan(t.Context(), test.ref)
		if want := test.limits != nil; want != (schema.KindOf(err) == schema.HeldBack) {
			t.Errorf("%s: got %v, want it held %v", test.name, err, want)
			continue
		}
		if diff := cmp.Diff(test.limits, limits(p.Trips)); diff != "" {
			t.Errorf("%s: limits: -want +got:\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.says, says(p.Trips, test.limit)); diff != "" {
			t.Errorf("%s: %s says: -want +got:\n%s", test.name, test.limit, diff)
		}
	}
}

func TestJudgeTheFirst(t *testing.T) {
	d := newDistrict(t)
	d.take()
	p := d.plan(schema.Held)
	want := []string{
		"file attendance: nothing is known to be live as attendance_percentage.csv, so nobody can say what this changes",
		"file gpa: nothing is known to be live as gpa.csv, so nobody can say what this changes",
		"file tags: nothing is known to be live as student_tags.csv, so nobody can say what this changes",
	}
	if diff := cmp.Diff(want, says(p.Trips, "baseline")); diff != "" || len(p.Trips) != 3 {
		t.Errorf("got %d trips, want 3: -want +got:\n%s", len(p.Trips), diff)
	}

	limits, err := json.Marshal(d.guard)
	if err != nil || string(p.Guard) != string(limits) {
		t.Errorf("got judged by %s, %v, want %s", p.Guard, err, limits)
	}
}

// fewerWithIEP takes the IEP of the next two students.
func fewerWithIEP(students []schema.Student) {
	taken := 0
	for i := range students {
		if taken < 2 && students[i].Number != "" && students[i].Facts == `{"iep":["1"],"section_504":["0"]}` {
			students[i].Facts = `{"iep":["0"],"section_504":["0"]}`
			taken++
		}
	}
}

// TestJudgeForgetsWhatAPersonLetGo: night after night two of twenty lose their
// IEP, until together they are too many. From an approval on it is counted anew.
func TestJudgeForgetsWhatAPersonLetGo(t *testing.T) {
	d := newDistrict(t)
	d.guard.Limits = []guard.Limit{
		&guard.Baseline{},
		&guard.Lost{Percent: 50, Rows: 1},
		&guard.Cumulative{Percent: 15, Deliveries: 7},
	}
	d.take()
	d.plan(schema.Held)
	d.must(d.run().Approve(t.Context(), 1, "me", "the first"))

	d.night(fewerWithIEP)
	d.must(d.run().Nightly(t.Context(), schema.Latest)) // 18 of 20
	d.night(fewerWithIEP)
	p := d.plan(schema.Held)
	want := []string{
		"tag IEP: 16 rows are 4 fewer than the most in the last 2 deliveries, 20 (20%); the limit is 15%",
	}
	if diff := cmp.Diff(want, says(p.Trips, "cumulative")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}

	d.must(d.run().Approve(t.Context(), p.Number, "me", "the new form is in"))
	d.night(fewerWithIEP)
	if p := d.must(d.run().Nightly(t.Context(), schema.Latest)); p.State != schema.Delivered { // 14 of 16
		t.Errorf("got %s, want delivered", p.State)
	}
}

func TestJudgeWarns(t *testing.T) {
	d := liveDistrict(t)
	d.night(func(students []schema.Student) { withoutTags(students[38:]) }) // one has a 504, and one of both an IEP
	d.guard.Limits = []guard.Limit{&guard.Lost{Percent: 15, Rows: 0}}
	p := d.plan(schema.Planned)
	if diff := cmp.Diff([]string{"lost"}, limits(p.Warnings)); diff != "" || p.Trips != nil {
		t.Errorf("got trips %v, want none; warnings: -want +got:\n%s", p.Trips, diff)
	}
	d.wantLog("level=WARN", "halfway to a limit", "limit=lost", `unit="tag 504"`)
}

package publish_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// says returns the sentences of one limit.
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
		limit   string // one of them
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
			says:   []string{"file tags: it has no rows, so it is not sent, even after an approval"},
		},
		{
			name: "a file under another name",
			happens: func(d *district) {
				d.rules.Files[1].Name = "grades.csv"
				d.night(oneMoreDay)
			},
			limits: []string{"baseline"},
			limit:  "baseline",
			says: []string{
				"file gpa: nothing is known to be live as grades.csv, so nobody can say what this changes",
			},
		},
		{
			name: "other columns",
			happens: func(d *district) {
				d.rules.Header = "id"
				d.night(func(students []schema.Student) { withoutTags(students[4:]) })
			},
			limits: []string{"baseline"}, // what is lost cannot be said, for example
			limit:  "baseline",
			says: []string{
				"file attendance: the two files have different columns, so nobody can say what this changes",
				"file gpa: the two files have different columns, so nobody can say what this changes",
				"file tags: the two files have different columns, so nobody can say what this changes",
			},
		},
		{
			name: "older",
			happens: func(d *district) {
				d.night(oneMoreDay)
				d.nightly()
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
		t.Run(test.name, func(t *testing.T) {
			d := liveDistrict(t)
			test.happens(d)

			p, err := d.run().Plan(t.Context(), test.ref)
			held, want := schema.KindOf(err) == schema.HeldBack, test.limits != nil
			if held != want {
				t.Fatalf("got %v, want it held %v", err, want)
			}
			d.wantLimits(p.Trips, test.limits...)
			d.wantSays(p.Trips, test.limit, test.says...)
		})
	}
}

// wantSays checks the sentences of one limit.
func (d *district) wantSays(trips []schema.Trip, limit string, want ...string) {
	d.Helper()
	if diff := cmp.Diff(want, says(trips, limit)); diff != "" {
		d.Errorf("%s says: -want +got:\n%s", limit, diff)
	}
}

func TestJudgeTheFirst(t *testing.T) {
	d := newDistrict(t)
	d.take()
	p := d.plan(schema.Held)

	const nobody = ", so nobody can say what this changes"
	d.wantSays(p.Trips, "baseline",
		"file attendance: nothing is known to be live as attendance_percentage.csv"+nobody,
		"file gpa: nothing is known to be live as gpa.csv"+nobody,
		"file tags: nothing is known to be live as student_tags.csv"+nobody)
	d.wantLimits(p.Trips, "baseline")

	limits, err := json.Marshal(d.guard)
	if err != nil || string(p.Guard) != string(limits) {
		t.Errorf("got judged by %s, %v, want %s", p.Guard, err, limits)
	}
}

// fewerWithIEP takes the IEP from the next two students who have nothing else.
func fewerWithIEP(students []schema.Student) {
	taken := 0
	for i := range students {
		if taken == 2 {
			return
		}
		if students[i].Facts == `{"iep":["1"],"section_504":["0"]}` {
			students[i].Facts = `{"iep":["0"],"section_504":["0"]}`
			taken++
		}
	}
}

// TestJudgeForgetsWhatAPersonLetGo: every night two of twenty students lose their
// IEP, until together they are too many. After an approval, counting starts again.
func TestJudgeForgetsWhatAPersonLetGo(t *testing.T) {
	d := newDistrict(t)
	d.guard.Limits = []guard.Limit{
		&guard.Baseline{},
		&guard.Lost{Percent: 50, Rows: 1},
		&guard.Cumulative{Percent: 15, Deliveries: 7},
	}
	d.first()

	d.night(fewerWithIEP)
	d.nightly() // 18 of 20
	d.night(fewerWithIEP)
	p := d.plan(schema.Held)
	d.wantSays(p.Trips, "cumulative",
		"tag IEP: 16 rows are 4 fewer than the most in the last 2 deliveries, 20 (20%); the limit is 15%")

	d.must(d.run().Approve(t.Context(), p.Number, "me", "the new form is in"))
	d.night(fewerWithIEP)
	d.wantPublication(d.nightly(), 4, schema.Delivered) // 14 of 16
}

func TestJudgeWarns(t *testing.T) {
	d := liveDistrict(t)
	d.night(func(students []schema.Student) {
		withoutTags(students[38:]) // one has a 504, and one of both an IEP
	})
	d.guard.Limits = []guard.Limit{&guard.Lost{Percent: 15, Rows: 0}}

	p := d.plan(schema.Planned)
	d.wantLimits(p.Trips)
	d.wantLimits(p.Warnings, "lost")
	d.wantLog("level=WARN", "halfway to a limit", "limit=lost", `unit="tag 504"`)
}

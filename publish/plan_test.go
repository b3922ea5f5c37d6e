package publish_test

import (
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func TestPlanRecordsWhatItWasMadeOf(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.server.Did = nil

	p := d.plan(schema.Planned)
	d.wantIdle()
	stored := d.stored(2)
	if !stored.PlannedAt.Equal(d.now) {
		t.Errorf("got it planned at %s, want %s", stored.PlannedAt, d.now)
	}
	if stored.Version != "test" || stored.Destination != publishtest.Destination {
		t.Errorf("got %+v, want this run's version and destination", stored)
	}

	first := d.stored(1)
	for i, f := range stored.Files {
		was := first.Files[i]
		known := f.Baseline != nil && f.BaselineOf == 1
		if !known || *f.Baseline != was.Sum {
			t.Errorf("%s: got compared with %v of %d, want that of publication 1", f.Name, f.Baseline, f.BaselineOf)
		}
	}

	if got, want := len(stored.Tallies), len(p.Tallies); got != want {
		t.Errorf("got %d tallies stored, want %d", got, want)
	}
	for _, tally := range stored.Tallies {
		ofFile := tally.File == "attendance" && tally.By == schema.ByFile
		if ofFile && tally.Changed != 40 {
			t.Errorf("got %+v, want 40 rows changed", tally)
		}
	}
}

func TestPlanOfAnOldSnapshot(t *testing.T) {
	const warning = "the newest snapshot is older than half of the limit"

	for _, test := range []struct {
		age   time.Duration
		ref   schema.Ref
		warns bool
		fails bool
	}{
		{13 * time.Hour, schema.Latest, false, false},
		{13*time.Hour + time.Second, schema.Latest, true, false},
		{26 * time.Hour, schema.Latest, true, false},
		{26*time.Hour + time.Second, schema.Latest, false, true},
		{500 * time.Hour, schema.Ref{Number: 1}, false, false}, // it was meant
	} {
		d := newDistrict(t)
		d.take()
		d.now = d.now.Add(test.age)

		_, err := d.run().Plan(t.Context(), test.ref)
		if test.fails {
			d.wantFault(err, schema.Rejected, "plan: the newest snapshot, 1, was taken 26 hours ago; the limit is 26")
			d.wantStates()
			continue
		}

		d.wantFault(err, schema.HeldBack, "")
		if warned := logged(d, warning); warned != test.warns {
			t.Errorf("%s old: got a warning %v, want %v", test.age, warned, test.warns)
		}
	}
}

// TestPlanRepeats: a plan that would be the same is not made again; any other one
// is new, and supersedes it.
func TestPlanRepeats(t *testing.T) {
	for _, test := range []struct {
		name    string
		happens func(*district)
		want    int64
		older   schema.State // of publication 2 then
	}{
		{"nothing", nothing, 2, schema.Planned},
		{"time", func(d *district) { d.now = d.now.Add(time.Hour) }, 2, schema.Planned},
		{"a snapshot", func(d *district) { d.take() }, 3, schema.Superseded},
		{"other rules", func(d *district) { d.rules.Quote = files.QuoteAll }, 3, schema.Superseded},
		{"other limits", func(d *district) { d.guard.ApprovalTTL++ }, 3, schema.Superseded},
		{"a pause", func(d *district) {
			d.guard.Pause = []guard.Pause{{From: "2026-11-20", To: "2026-11-20"}}
		}, 3, schema.Superseded},
		{"a pause of another day", func(d *district) {
			d.guard.Pause = []guard.Pause{{From: "2026-11-21", To: "2026-11-30"}}
		}, 2, schema.Planned},
		{"discarded", (*district).discard, 3, schema.Discarded},
		{"delivered", func(d *district) { d.nightly() }, 2, schema.Delivered},
		{"delivered, other limits", func(d *district) {
			d.nightly()
			d.guard.ApprovalTTL++
		}, 2, schema.Delivered},
		{"resent", func(d *district) {
			d.nightly()
			d.must(d.run().Resend(d.Context(), 2, "me", "to be sure"))
		}, 4, schema.Delivered},
	} {
		d := liveDistrict(t)
		d.night(oneMoreDay)
		d.plan(schema.Planned)
		test.happens(d)

		p, err := d.run().Plan(t.Context(), schema.Latest)
		if err != nil || p.Number != test.want {
			t.Errorf("%s: got publication %+v, %v, want %d", test.name, p, err, test.want)
		}
		if got := d.stored(2).State; got != test.older {
			t.Errorf("%s: got publication 2 %s, want %s", test.name, got, test.older)
		}
	}
}

// TestPlanOfASnapshotAhead: nobody can tell how old a snapshot is that is dated
// ahead, so it is refused whatever names it. An hour is how far clocks differ.
func TestPlanOfASnapshotAhead(t *testing.T) {
	d := newDistrict(t)
	taken := d.now.Add(time.Hour)
	d.now = taken
	d.take()

	d.now = taken.Add(-time.Hour - time.Second)
	for _, ref := range []schema.Ref{schema.Latest, {Number: 1}, {By: taken.Add(time.Second)}} {
		_, err := d.run().Plan(t.Context(), ref)
		d.wantFault(err, schema.Rejected, "plan: snapshot 1 is dated 1.0 hours ahead")
	}
	if states := d.states(); states != nil {
		t.Errorf("got publications %s, want none", states)
	}

	d.now = taken.Add(-time.Hour)
	d.plan(schema.Held)
}

// TestPlanIsComparedWithWhatWasLetGo: when it is not known what was sent, the next
// publication is compared with what may have been.
func TestPlanIsComparedWithWhatWasLetGo(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.breakOff()
	d.night(oneMoreDay)
	p := d.nightly()
	d.wantPublication(p, 3, schema.Delivered)
	if p.Files[0].BaselineOf != 2 {
		t.Errorf("got it compared with publication %d, want 2", p.Files[0].BaselineOf)
	}
	d.wantStates(schema.Delivered, schema.Superseded, schema.Delivered)
	d.wantServer(3)
}

// TestPlanAfterADiscardOfWhatWasLetGo: then nothing is known to be live.
func TestPlanAfterADiscardOfWhatWasLetGo(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.breakOff()
	if err := d.run().Discard(t.Context(), 2, "me", "no"); err != nil {
		t.Fatal(err)
	}

	p, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.HeldBack,
		"publication 3 is held; nothing was sent: file attendance: nothing is known to be live")
	d.wantLimits(p.Trips, "baseline")
	d.must(d.run().Approve(t.Context(), 3, "me", "checked"))
	d.wantServer(3)
}

// breakOff runs a delivery that breaks off when the first file is renamed, so
// that nobody knows how it ended.
func (d *district) breakOff() {
	d.Helper()
	d.server.Fail(publishtest.Rename, lost)
	d.server.Fail(publishtest.Dial, yes, gone)

	_, err := d.run().Nightly(d.Context(), schema.Latest)
	d.wantFault(err, schema.PartlySent, "")
}

func TestPlanOfEmptyFiles(t *testing.T) {
	d := liveDistrict(t)
	d.night(withoutDays)
	p := d.nightly()
	d.wantLog("level=WARN", "file=attendance",
		"the file has no rows: it is not sent, and the live file stays")
	if len(p.Files) != 2 {
		t.Errorf("got %+v, want the two other files", p.Files)
	}
	d.wantLive(map[string]int64{attendance: 1, gpa: 2, tags: 2})

	for i := range d.rules.Files {
		d.rules.Files[i].WhenEmpty = files.Skip
	}
	d.night(func(students []schema.Student) {
		withoutTags(students)
		withoutGPAs(students)
	})
	_, err := d.run().Plan(t.Context(), schema.Latest)
	d.wantFault(err, schema.Rejected, "plan: no file has any rows")
	d.wantStates(schema.Delivered, schema.Delivered)
}

// TestPlanOfOtherSettings: extract has read another configuration, so nothing is
// planned or sent, even where this snapshot would be nothing new.
func TestPlanOfOtherSettings(t *testing.T) {
	d := liveDistrict(t)
	d.asks.Grades = []int64{8, 9}
	d.server.Did = nil

	_, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.Config,
		"snapshot 1 was made with other settings: students.grades is 9–12 there and 8, 9 here")
	_, err = d.run().Plan(t.Context(), schema.Latest)
	d.wantFault(err, schema.Config, "snapshot 1 was made with other settings")
	d.wantStates(schema.Delivered)
	d.wantIdle()

	p, err := d.run().Nightly(t.Context(), schema.Ref{Number: 1}) // it was meant
	if err != nil {
		t.Fatal(err)
	}
	d.wantPublication(p, 1, schema.Delivered)
}

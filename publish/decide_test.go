package publish_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// heldDistrict is one with publication 1 live and publication 2 held.
func heldDistrict(t *testing.T) *district {
	d := liveDistrict(t)
	d.rules.Tags = d.rules.Tags[:1] // all of 504 vanish
	d.night(nil)
	d.plan(schema.Held)
	return d
}

func TestApproveDeliversOnce(t *testing.T) {
	d := heldDistrict(t)
	d.now = d.now.Add(96 * time.Hour) // just in time

	p := d.must(d.run().Approve(t.Context(), 2, "me", "checked"))
	d.wantPublication(p, 2, schema.Delivered)
	d.wantDecision(schema.Decision{
		Publication: 2, Kind: schema.Approve, By: "me", Reason: "checked", ExpiresAt: p.PlannedAt.Add(96 * time.Hour),
	})
	d.wantServer(2)

	_, err := d.run().Approve(t.Context(), 2, "me", "again")
	d.wantFault(err, schema.Config, "approve publication 2: it is already delivered")
	if len(d.deliveries(2)) != 1 {
		t.Errorf("got %d deliveries, want 1", len(d.deliveries(2)))
	}
}

// wantDecision checks that this is all that was decided about a publication, and
// that it was decided now.
func (d *district) wantDecision(want schema.Decision) {
	d.Helper()
	want.At = d.now
	if diff := cmp.Diff([]schema.Decision{want}, d.store.Decisions(want.Publication)); diff != "" {
		d.Errorf("decisions: -want +got:\n%s", diff)
	}
}

func TestApproveRefuses(t *testing.T) {
	for _, test := range []struct {
		name    string
		number  int64
		happens func(*district)
		says    string
	}{
		{"no such publication", 9, nothing, "there is no publication 9"},
		{"delivered", 1, nothing, "approve publication 1: it is already delivered"},
		{"discarded", 2, (*district).discard, "it is already discarded"},
		{"superseded", 2, (*district).holdAnother, "it is already superseded"},
		{"partial", 3, func(d *district) {
			d.rules = publishtest.Rules()
			d.server.Fail(publishtest.Rename, yes, no)
			_, err := d.run().Nightly(d.Context(), schema.Latest)
			d.wantFault(err, schema.PartlySent, "")
		}, "it has been let go already, and not all of it is known to have been sent"},
		{"too late", 2, func(d *district) {
			d.now = d.now.Add(96*time.Hour + time.Second)
		}, "it was planned 96 hours ago; the limit is 96"},
		{"something else went live", 4, func(d *district) {
			d.rules = publishtest.Rules()
			oneMoreDay(d.students)
			d.take()
			d.breakOff()
			d.rules.Tags = d.rules.Tags[:1]
			d.plan(schema.Held)
			if err := d.run().Discard(d.Context(), 3, "me", "no"); err != nil {
				d.Fatal(err)
			}
		}, "another attendance_percentage.csv has gone live since it was planned"},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := heldDistrict(t)
			test.happens(d)
			d.wantNotApproved(test.number, test.says)
		})
	}
}

// wantNotApproved checks that an approval is refused, and leaves no trace.
func (d *district) wantNotApproved(number int64, says string) {
	d.Helper()
	deliveries := len(d.deliveries(number))

	_, err := d.run().Approve(d.Context(), number, "me", "checked")
	d.wantFault(err, schema.Config, says)
	for _, decision := range d.store.Decisions(number) {
		if decision.Kind == schema.Approve && decision.Reason == "checked" {
			d.Error("got it approved, want it refused")
		}
	}
	if got := len(d.deliveries(number)); got != deliveries {
		d.Errorf("got %d more deliveries, want none", got-deliveries)
	}
}

// nothing happens to a district.
func nothing(*district) {}

// discard discards publication 2.
func (d *district) discard() {
	d.Helper()
	if err := d.run().Discard(d.Context(), 2, "me", "no"); err != nil {
		d.Fatal(err)
	}
}

// holdAnother plans a newer publication, which is held.
func (d *district) holdAnother() {
	d.Helper()
	d.take()
	d.plan(schema.Held)
}

func TestApproveElsewhere(t *testing.T) {
	d := heldDistrict(t)
	p := d.run()
	p.Destination = "other@sftp.example.org:22/"

	_, err := p.Approve(t.Context(), 2, "me", "checked")
	d.wantFault(err, schema.Config, "approve publication 2: "+
		"it was made for "+publishtest.Destination+", not for other@sftp.example.org:22/")
	d.wantHint(err, "plan a new one: publish run")
}

func TestDiscard(t *testing.T) {
	for _, test := range []struct {
		name    string
		number  int64
		happens func(*district)
	}{
		{"held", 2, nothing},
		{"approved", 2, (*district).unreached},
		{"planned", 3, func(d *district) {
			d.rules = publishtest.Rules()
			d.plan(schema.Planned)
		}},
		{"paused", 3, func(d *district) {
			d.guard.Pause = []guard.Pause{{From: "2026-11-20", To: "2026-11-20"}}
			d.plan(schema.Paused)
		}},
		{"partial", 3, func(d *district) {
			d.rules = publishtest.Rules()
			d.server.Fail(publishtest.Rename, yes, no)
			_, err := d.run().Nightly(d.Context(), schema.Latest)
			d.wantFault(err, schema.PartlySent, "")
		}},
		{"unknown", 3, func(d *district) {
			d.rules = publishtest.Rules()
			d.breakOff()
		}},
		{"delivering", 3, func(d *district) {
			d.rules = publishtest.Rules()
			d.killed(publishtest.Stage, tags)
		}},
		{"failed", 3, func(d *district) {
			d.rules = publishtest.Rules()
			d.server.Fail(publishtest.Stage, no)
			_, err := d.run().Nightly(d.Context(), schema.Latest)
			d.wantFault(err, schema.Failure, "")
		}},
	} {
		d := heldDistrict(t)
		test.happens(d)

		err := d.run().Discard(t.Context(), test.number, "me", "not wanted")
		if got := d.stored(test.number).State; err != nil || got != schema.Discarded {
			t.Errorf("%s: got %s, %v, want discarded", test.name, got, err)
		}
	}
}

func TestDiscardRefuses(t *testing.T) {
	for _, test := range []struct {
		number  int64
		happens func(*district)
		says    string
	}{
		{9, nothing, "there is no publication 9"},
		{1, nothing, "discard publication 1: it is already delivered"},
		{2, (*district).holdAnother, "discard publication 2: it is already superseded"},
	} {
		d := heldDistrict(t)
		test.happens(d)

		err := d.run().Discard(t.Context(), test.number, "me", "not wanted")
		d.wantFault(err, schema.Config, test.says)
	}
}

func TestResendOfAnOlderOneIsHeld(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.nightly()

	p, err := d.run().Resend(t.Context(), 1, "me", "wrong since the 20th")
	d.wantFault(err, schema.HeldBack, "snapshot 1 is older than snapshot 2, which is live")
	if p == nil {
		t.Fatal("got no publication, want it with the error")
	}
	d.wantPublication(p, 3, schema.Held)
	resends := p.Origin == schema.Resend && p.Resends == 1
	if !resends || p.Snapshot != 1 {
		t.Errorf("got %+v, want it to resend publication 1 of snapshot 1", p)
	}
	d.wantLimits(p.Trips, "older")
	d.wantDecision(schema.Decision{Publication: 3, Kind: schema.Ask, By: "me", Reason: "wrong since the 20th"})

	d.must(d.run().Approve(t.Context(), 3, "me", "checked"))
	d.wantServer(1)
	d.wantLive(all(3))
}

// TestResendOfWhatIsLive sends the same bytes once more, although today's rules
// and students would not make them.
func TestResendOfWhatIsLive(t *testing.T) {
	d := liveDistrict(t)
	d.rules.Tags = nil
	d.students = nil

	p := d.must(d.run().Resend(t.Context(), 1, "me", "to be sure"))
	d.wantPublication(p, 2, schema.Delivered)
	d.wantLimits(p.Trips)
	d.wantServer(1)
	d.wantLive(all(2))
}

func TestResendOfFewerFiles(t *testing.T) {
	d := newDistrict(t)
	d.rules.Files = d.rules.Files[1:]
	d.rules.Files[0].Name = "gpa of then.csv"
	d.first()

	d.rules = publishtest.Rules()
	p := d.must(d.run().Resend(t.Context(), 1, "me", "to be sure"))
	d.wantLog("level=WARN", "file=attendance",
		"the earlier publication does not have this file, so the live file stays")
	if len(p.Files) != 2 || p.Files[0].Name != "gpa of then.csv" {
		t.Errorf("got %+v, want two files under their earlier names", p.Files)
	}

	d.rules.Files = d.rules.Files[2:]
	p = d.must(d.run().Resend(t.Context(), 1, "me", "the tags alone"))
	if len(p.Files) != 1 || p.Files[0].Kind != "tags" {
		t.Errorf("got %+v, want the one that is enabled", p.Files)
	}
}

func TestResendRefuses(t *testing.T) {
	d := liveDistrict(t)

	_, err := d.run().Resend(t.Context(), 9, "me", "again")
	d.wantFault(err, schema.Config, "there is no publication 9")

	elsewhere := d.run()
	elsewhere.Destination = "other@sftp.example.org:22/"
	_, err = elsewhere.Resend(t.Context(), 1, "me", "again")
	d.wantFault(err, schema.Config, "resend publication 1: it was made for "+publishtest.Destination)

	d.store.Forget(d.stored(1).Roster)
	_, err = d.run().Resend(t.Context(), 1, "me", "again")
	d.wantFault(err, schema.Failure, "read the content")

	d.store.Forget(d.stored(1).Files[2].Sum)
	_, err = d.run().Resend(t.Context(), 1, "me", "again")
	d.wantFault(err, schema.Failure, "read the content")
	d.wantStates(schema.Delivered)
}

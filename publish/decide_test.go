package publish_test

import (
	"errors"
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
	if p.Number != 2 || p.State != schema.Delivered {
		t.Errorf("got publication %d %s, want 2 delivered", p.Number, p.State)
	}
	want := []schema.Decision{{Publication: 2, Kind: schema.Approve, By: "me", Reason: "checked", At: d.now}}
	if diff := cmp.Diff(want, d.store.Decisions(2)); diff != "" {
		t.Errorf("decisions: -want +got:\n%s", diff)
	}
	d.wantServer(2)

	_, err := d.run().Approve(t.Context(), 2, "me", "again")
	d.wantFault(err, schema.Config, "approve publication 2: it is delivered already")
	if len(d.store.Deliveries(2)) != 1 {
		t.Errorf("got %d deliveries, want 1", len(d.store.Deliveries(2)))
	}
}

// TestApproveDeliversOnAPause: a person may let one go although nothing is to be
// sent.
func TestApproveDeliversOnAPause(t *testing.T) {
	d := liveDistrict(t)
	d.guard.Pause = []guard.Pause{{From: "2026-11-20", To: "2026-11-20"}}
	d.night(oneMoreDay)
	d.plan(schema.Paused)
	d.must(d.run().Approve(t.Context(), 2, "me", "needed now"))
	d.wantServer(2)
}

func TestApproveRefuses(t *testing.T) {
	for _, test := range []struct {
		name    string
		number  int64
		happens func(*district)
		says    string
	}{
		{"no such publication", 9, func(*district) {}, "there is no publication 9"},
		{"delivered", 1, func(*district) {}, "approve publication 1: it is delivered already"},
		{"discarded", 2, func(d *district) {
			if err := d.run().Discard(d.Context(), 2, "me", "no"); err != nil {
				d.Fatal(err)
			}
		}, "it is discarded already"},
		{"superseded", 2, func(d *district) {
			d.take()
			d.plan(schema.Held)
		}, "it is superseded already"},
		{"partial", 3, func(d *district) {
			d.rules = publishtest.Rules()
			d.server.Fail(publishtest.Rename, publishtest.Yes, publishtest.No, publishtest.No)
			_, err := d.run().Nightly(d.Context(), schema.Latest)
			d.wantFault(err, schema.PartlySent, "")
		}, "it is partial already"},
		{"too late", 2, func(d *district) { d.now = d.now.Add(96*time.Hour + time.Second) },
			"it was planned 96 hours ago; the limit is 96"},
		{"something else went live", 4, func(d *district) {
			d.rules = publishtest.Rules()
			oneMoreDay(d.students)
			d.take()
			d.breakOff()
			d.rules.Tags = d.rules.Tags[:1]
			d.plan(schema.Held)
		}, "another attendance_percentage.csv has gone live since it was planned"},
	} {
		d := heldDistrict(t)
		test.happens(d)
		deliveries := len(d.store.Deliveries(test.number))
		_, err := d.run().Approve(t.Context(), test.number, "me", "checked")
		d.wantFault(err, schema.Config, test.says)

		for _, decision := range d.store.Decisions(test.number) {
			if decision.Kind == schema.Approve && decision.Reason == "checked" {
				t.Errorf("%s: got it approved, want it refused", test.name)
			}
		}
		if got := len(d.store.Deliveries(test.number)); got != deliveries {
			t.Errorf("%s: got %d deliveries more, want none", test.name, got-deliveries)
		}
	}
}

func TestApproveElsewhere(t *testing.T) {
	d := heldDistrict(t)
	p := d.run()
	p.Destination = "other@sftp.example.org:22/"
	_, err := p.Approve(t.Context(), 2, "me", "checked")
	d.wantFault(err, schema.Config,
		"approve publication 2: it was made for "+publishtest.Destination+", not for other@sftp.example.org:22/")

	var fault *schema.Fault
	if !errors.As(err, &fault) || fault.Hint != "plan a new one: publish run" {
		t.Errorf("got %+v, want the hint to plan a new one", fault)
	}
}

func TestDiscard(t *testing.T) {
	for _, test := range []struct {
		name    string
		number  int64
		happens func(*district)
		refused string
	}{
		{"held", 2, func(*district) {}, ""},
		{"approved", 2, (*district).unreached, ""},
		{"planned", 3, func(d *district) {
			d.rules = publishtest.Rules()
			d.plan(schema.Planned)
		}, ""},
		{"paused", 3, func(d *district) {
			d.guard.Pause = []guard.Pause{{From: "2026-11-20", To: "2026-11-20"}}
			d.plan(schema.Paused)
		}, ""},
		{"failed", 3, func(d *district) {
			d.rules = publishtest.Rules()
			d.server.Fail(publishtest.Stage, publishtest.No)
			_, err := d.run().Nightly(d.Context(), schema.Latest)
			d.wantFault(err, schema.Failure, "")
		}, ""},
		{"no such publication", 9, func(*district) {}, "there is no publication 9"},
		{"delivered", 1, func(*district) {}, "discard publication 1: it is delivered already"},
		{"unknown", 3, func(d *district) {
			d.rules = publishtest.Rules()
			d.breakOff()
		}, "discard publication 3: it is unknown already"},
		{"superseded", 2, func(d *district) {
			d.take()
			d.plan(schema.Held)
		}, "discard publication 2: it is superseded already"},
	} {
		d := heldDistrict(t)
		test.happens(d)
		err := d.run().Discard(t.Context(), test.number, "me", "not wanted")
		if test.refused != "" {
			d.wantFault(err, schema.Config, test.refused)
			continue
		}
		if got := d.stored(test.number).State; err != nil || got != schema.Discarded {
			t.Errorf("%s: got %s, %v, want discarded", test.name, got, err)
		}
	}
}

func TestResendOfAnOlderOneIsHeld(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.must(d.run().Nightly(t.Context(), schema.Latest))
	p, err := d.run().Resend(t.Context(), 1, "me", "wrong since the 20th")
	d.wantFault(err, schema.HeldBack, "snapshot 1 is older than snapshot 2, which is live")
	if p == nil || p.Number != 3 || p.Resends != 1 || p.Origin != schema.Resend || p.Snapshot != 1 {
		t.Fatalf("got %+v, want publication 3, which resends 1", p)
	}
	if diff := cmp.Diff([]string{"older"}, limits(p.Trips)); diff != "" {
		t.Errorf("limits: -want +got:\n%s", diff)
	}
	want := []schema.Decision{{Publication: 3, Kind: schema.Ask, By: "me", Reason: "wrong since the 20th", At: d.now}}
	if diff := cmp.Diff(want, d.store.Decisions(3)); diff != "" {
		t.Errorf("decisions: -want +got:\n%s", diff)
	}

	d.must(d.run().Approve(t.Context(), 3, "me", "checked"))
	d.wantServer(1)
	d.wantLive(all(3))
}

// TestResendOfWhatIsLive sends the same bytes once more, under other rules than
// they were made by.
func TestResendOfWhatIsLive(t *testing.T) {
	d := liveDistrict(t)
	d.rules.Tags = nil
	d.students = nil
	p := d.must(d.run().Resend(t.Context(), 1, "me", "to be sure"))
	if p.Number != 2 || p.State != schema.Delivered || p.Trips != nil {
		t.Errorf("got %+v, want publication 2 delivered", p)
	}
	d.wantServer(1)
	d.wantLive(all(2))
}

func TestResendOfFewerFiles(t *testing.T) {
	d := newDistrict(t)
	without := d.rules.Files
	d.rules.Files = d.rules.Files[1:]
	d.rules.Files[0].Name = "gpa of then.csv"
	d.take()
	d.plan(schema.Held)
	d.must(d.run().Approve(t.Context(), 1, "me", "the first"))

	d.rules.Files = without
	p := d.must(d.run().Resend(t.Context(), 1, "me", "to be sure"))
	d.wantLog("level=WARN", "the earlier publication has no such file: what is live stays", "file=attendance")
	if len(p.Files) != 2 || p.Files[0].Name != "gpa of then.csv" {
		t.Errorf("got %+v, want two files under the names of then", p.Files)
	}

	d.rules.Files = without[2:]
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

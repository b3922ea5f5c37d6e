package publish_test

import (
	"errors"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func TestNightlyDelivers(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	p := d.must(d.run().Nightly(t.Context(), schema.Latest))
	if p.Number != 2 || p.State != schema.Delivered || p.Snapshot != 2 || p.Verdict != schema.Pass {
		t.Errorf("got %+v, want publication 2 of snapshot 2 delivered", p)
	}

	d.wantStates(schema.Delivered, schema.Delivered)
	d.wantLive(all(2))
	d.wantServer(2)
	delivery := d.store.Deliveries(2)[0]
	if delivery.Outcome != schema.Delivered || delivery.HostKey != "SHA256:key" || delivery.Run != p.Run {
		t.Errorf("got %+v, want it delivered by this run to that server", delivery)
	}
	for _, f := range delivery.Files {
		if f.Verified != "hash" || f.StagedAs == f.Name {
			t.Errorf("%s: got staged as %s, verified by %q, want a name of its own and hash", f.Name, f.StagedAs, f.Verified)
		}
	}
}

func TestNightlyHasNothingToDo(t *testing.T) {
	d := liveDistrict(t)
	d.server.Did = nil
	p := d.must(d.run().Nightly(t.Context(), schema.Latest))
	if p.Number != 1 || d.server.Did != nil {
		t.Errorf("got publication %d, and the server was asked %q, want 1 and nothing", p.Number, d.server.Did)
	}
	d.wantLog("nothing to do", "publication=1")
	d.wantStates(schema.Delivered)
}

func TestNightlyHeld(t *testing.T) {
	d := liveDistrict(t)
	d.night(withoutTags)
	d.server.Did = nil
	for range 2 { // it stays held
		p, err := d.run().Nightly(t.Context(), schema.Latest)
		d.wantFault(err, schema.HeldBack,
			"publication 2 is held, nothing was sent: file tags: it has no rows; it is not sent, approved or not (and ")
		if p == nil || p.Number != 2 {
			t.Fatalf("got %+v, want publication 2 with the error", p)
		}
		d.wantLog("level=ERROR", "msg=held", "publication=2", "limit=empty")

		var fault *schema.Fault
		want := "look: publish report 2; then: publish approve 2 --reason '…' or publish discard 2 --reason '…'"
		if !errors.As(err, &fault) || fault.Hint != want {
			t.Errorf("got %+v, want the hint %q", fault, want)
		}
	}

	if d.server.Did != nil {
		t.Errorf("the server was asked %q, want nothing", d.server.Did)
	}
	d.wantStates(schema.Delivered, schema.Held)
	d.wantServer(1)
}

func TestNightlyPaused(t *testing.T) {
	d := liveDistrict(t)
	d.guard.Pause = []guard.Pause{{From: "2026-11-20", To: "2026-11-20", Reason: "roll-over"}}
	d.night(oneMoreDay)
	d.server.Did = nil
	for range 2 { // it is planned once
		p := d.must(d.run().Nightly(t.Context(), schema.Latest))
		if p.Number != 2 || p.State != schema.Paused || d.server.Did != nil {
			t.Errorf("got publication %d %s, and the server was asked %q, want 2 paused and nothing",
				p.Number, p.State, d.server.Did)
		}
		d.wantLog("level=WARN", "paused: planned, nothing is sent", "publication=2", "reason=roll-over")
	}

	d.now = d.now.Add(20 * time.Hour) // the pause is over
	p := d.must(d.run().Nightly(t.Context(), schema.Latest))
	if p.Number != 3 || p.State != schema.Delivered {
		t.Errorf("got publication %d %s, want 3 delivered", p.Number, p.State)
	}
	d.wantStates(schema.Delivered, schema.Superseded, schema.Delivered)
}

// unreached approves publication 2 while the server cannot be reached, so that
// the approval is not used.
func (d *district) unreached() {
	d.Helper()
	d.server.Fail(publishtest.Dial, publishtest.Gone)
	_, err := d.run().Approve(d.Context(), 2, "me", "checked")
	d.wantFault(err, schema.Unreachable, "")
	d.wantStates(schema.Delivered, schema.Approved)
}

func TestNightlyApproved(t *testing.T) {
	d := liveDistrict(t)
	d.rules.Tags = d.rules.Tags[:1] // all of 504 vanish
	d.night(nil)
	d.plan(schema.Held)
	d.unreached()
	p := d.must(d.run().Nightly(t.Context(), schema.Latest))
	if p.Number != 2 || p.State != schema.Delivered {
		t.Errorf("got publication %d %s, want 2 delivered", p.Number, p.State)
	}
	d.wantServer(2)
}

func TestNightlyApprovedTooLongAgo(t *testing.T) {
	d := liveDistrict(t)
	d.guard.SnapshotMaxAge = 1000 * time.Hour
	d.rules.Tags = d.rules.Tags[:1]
	d.night(nil)
	d.plan(schema.Held)
	d.unreached()
	d.now = d.now.Add(96*time.Hour + time.Second)
	_, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.HeldBack,
		"publication 2 is held, nothing was sent: it was planned 96 hours ago; the limit is 96")
	d.wantServer(1)
}

// TestNightlyApprovedOnAPause: an approval lets a publication of a pause go only
// at once; the nightly job leaves it until the pause is over.
func TestNightlyApprovedOnAPause(t *testing.T) {
	d := liveDistrict(t)
	d.guard.Pause = []guard.Pause{{From: "2026-11-20", To: "2026-11-20", Reason: "roll-over"}}
	d.night(oneMoreDay)
	d.plan(schema.Paused)
	d.unreached()
	p := d.must(d.run().Nightly(t.Context(), schema.Latest))
	if p.Number != 2 || p.State != schema.Approved {
		t.Errorf("got publication %d %s, want 2 approved still", p.Number, p.State)
	}
	d.wantLog("paused: planned, nothing is sent")
	d.wantServer(1)
}

func TestNightlyAfterAFailedDelivery(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.server.Fail(publishtest.Stage, publishtest.Yes, publishtest.No)
	_, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.Failure, "nothing was sent: send gpa.csv: ")
	d.wantStates(schema.Delivered, schema.Failed)
	d.wantServer(1)

	p := d.must(d.run().Nightly(t.Context(), schema.Latest))
	if p.Number != 2 || len(d.store.Deliveries(2)) != 2 {
		t.Errorf("got publication %d after %d deliveries, want 2 after 2", p.Number, len(d.store.Deliveries(2)))
	}
	d.wantServer(2)
}

// TestNightlyAfterAFailedApproval: the delivery has used the approval up.
func TestNightlyAfterAFailedApproval(t *testing.T) {
	d := newDistrict(t)
	d.take()
	d.plan(schema.Held)
	d.server.Fail(publishtest.Stage, publishtest.No)
	_, err := d.run().Approve(t.Context(), 1, "me", "the first")
	d.wantFault(err, schema.Failure, "nothing was sent: ")
	_, err = d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.HeldBack, "publication 1 is held")
}

func TestNightlyAfterAPartialDelivery(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.server.Fail(publishtest.Rename, publishtest.Yes, publishtest.No, publishtest.No)
	_, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.PartlySent, "1 of 3 files were sent: rename gpa.csv: ")
	d.wantStates(schema.Delivered, schema.Partial)
	d.wantLive(map[string]int64{attendance: 2, gpa: 1, tags: 1})
	if staged := d.server.Staged(); staged != nil {
		t.Errorf("got %q on the server, want nothing staged", staged)
	}

	p := d.must(d.run().Nightly(t.Context(), schema.Latest))
	if p.Number != 2 || p.State != schema.Delivered {
		t.Errorf("got publication %d %s, want 2 delivered", p.Number, p.State)
	}
	d.wantLive(all(2))
	d.wantServer(2)
}

func TestNightlyInterrupted(t *testing.T) {
	for _, test := range []struct {
		op    publishtest.Op
		name  string
		state schema.State
		want  int64 // the publication that is on the server then
	}{
		{publishtest.Dial, "", schema.Planned, 1},
		{publishtest.Stage, attendance, schema.Failed, 1},
		{publishtest.Stage, tags, schema.Failed, 1},
		{publishtest.Rename, attendance, schema.Delivered, 2}, // from here on it is not heeded
		{publishtest.Rename, tags, schema.Delivered, 2},
		{publishtest.Arrived, tags, schema.Delivered, 2},
	} {
		t.Run(string(test.op)+" "+test.name, func(t *testing.T) {
			d := liveDistrict(t)
			d.night(oneMoreDay)
			_, err := d.run().Nightly(d.cancelAt(test.op, test.name), schema.Latest)
			if (err == nil) != (test.want == 2) {
				t.Errorf("got %v, want an error %v", err, test.want == 1)
			}

			d.server.Before = nil
			d.wantStates(schema.Delivered, test.state)
			d.wantServer(test.want)
		})
	}
}

func TestNightlyWithoutASnapshot(t *testing.T) {
	d := newDistrict(t)
	_, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.Config, schema.ErrNoSnapshot.Error())
}

// TestNightlySettles: a delivery of which nobody knows how it ended is settled
// by the next run, which asks the server.
func TestNightlySettles(t *testing.T) {
	for _, test := range []struct {
		name    string
		rename  []publishtest.Answer // of the run that breaks off
		left    schema.State
		next    func(*district) // to the server, before the next run
		states  []schema.State
		numbers map[string]int64
	}{
		{
			name:    "all were renamed",
			rename:  []publishtest.Answer{publishtest.Yes, publishtest.Yes, publishtest.Lost},
			left:    schema.Unknown,
			states:  []schema.State{schema.Delivered, schema.Delivered},
			numbers: all(2),
		},
		{
			name:    "one was not",
			rename:  []publishtest.Answer{publishtest.Yes, publishtest.Yes, publishtest.Gone},
			left:    schema.Unknown,
			states:  []schema.State{schema.Delivered, schema.Delivered},
			numbers: all(2), // the next run sends it again
		},
		{
			name:    "the first was not",
			rename:  []publishtest.Answer{publishtest.Gone},
			left:    schema.Unknown,
			states:  []schema.State{schema.Delivered, schema.Delivered},
			numbers: all(2),
		},
		{
			name:   "the server cannot be reached",
			rename: []publishtest.Answer{publishtest.Lost},
			left:   schema.Unknown,
			next: func(d *district) {
				d.server.Fail(publishtest.Dial, publishtest.Gone)
			},
			states:  []schema.State{schema.Delivered, schema.Unknown},
			numbers: all(1),
		},
		{
			name:   "it may not be read",
			rename: []publishtest.Answer{publishtest.Lost},
			left:   schema.Unknown,
			next: func(d *district) {
				d.server.Fail(publishtest.Look, publishtest.Denied, publishtest.No)
			},
			states:  []schema.State{schema.Delivered, schema.Unknown},
			numbers: map[string]int64{attendance: 2, gpa: 1, tags: 1},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := liveDistrict(t)
			d.night(oneMoreDay)
			d.server.Fail(publishtest.Rename, test.rename...)
			d.server.Fail(publishtest.Dial, publishtest.Yes, publishtest.Gone)
			if _, err := d.run().Nightly(t.Context(), schema.Latest); err == nil {
				t.Fatal("got no error, want one")
			}
			d.wantStates(schema.Delivered, test.left)

			if test.next != nil {
				test.next(d)
			}
			_, err := d.run().Nightly(t.Context(), schema.Latest)
			if settled := test.next == nil; settled != (err == nil) {
				t.Errorf("got %v, want it settled %v", err, settled)
			}
			d.wantStates(test.states...)
			d.wantLive(test.numbers)
			if test.next == nil {
				d.wantServer(2)
			}
		})
	}
}

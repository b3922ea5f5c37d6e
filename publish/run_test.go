package publish_test

import (
	"context"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func TestNightlyDelivers(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)

	p := d.nightly()
	d.wantPublication(p, 2, schema.Delivered)
	if p.Snapshot != 2 || p.Verdict != schema.Pass {
		t.Errorf("got %+v, want snapshot 2 passed", p)
	}
	d.wantStates(schema.Delivered, schema.Delivered)
	d.wantLive(all(2))
	d.wantServer(2)

	delivery := d.store.Deliveries(2)[0]
	if delivery.Outcome != schema.Delivered || delivery.Run != p.Run {
		t.Errorf("got %+v, want it delivered by this run", delivery)
	}
	if delivery.HostKey != "SHA256:key" {
		t.Errorf("got host key %s, want the server's", delivery.HostKey)
	}
	for _, f := range delivery.Files {
		if f.Verified != "hash" || f.StagedAs == f.Name {
			t.Errorf("%s: got staged as %s, verified by %q, want another name and hash",
				f.Name, f.StagedAs, f.Verified)
		}
	}
}

func TestNightlyHasNothingToDo(t *testing.T) {
	d := liveDistrict(t)
	d.server.Did = nil

	d.wantPublication(d.nightly(), 1, schema.Delivered)
	d.wantIdle()
	d.wantLog("nothing to do", "publication=1")
	d.wantStates(schema.Delivered)
}

func TestNightlyHeld(t *testing.T) {
	d := liveDistrict(t)
	d.night(withoutTags)
	d.server.Did = nil

	for range 2 { // it stays held
		p, err := d.run().Nightly(t.Context(), schema.Latest)
		d.wantFault(err, schema.HeldBack, "publication 2 is held; nothing was sent: "+
			"file tags: it has no rows, so it is not sent, even after an approval (and ")
		d.wantHint(err, "look: publish report 2; "+
			"then: publish approve 2 --reason '…' or publish discard 2 --reason '…'")
		if p == nil {
			t.Fatal("got no publication, want it with the error")
		}
		d.wantPublication(p, 2, schema.Held)
		d.wantLog("level=ERROR", "msg=held", "publication=2", "limit=empty")
	}

	d.wantIdle()
	d.wantStates(schema.Delivered, schema.Held)
	d.wantServer(1)
}

// pausedDistrict is one with publication 1 live, on a day on which nothing is to
// be sent.
func pausedDistrict(t *testing.T) *district {
	d := liveDistrict(t)
	d.guard.Pause = []guard.Pause{{From: "2026-11-20", To: "2026-11-20", Reason: "roll-over"}}
	d.night(oneMoreDay)
	return d
}

func TestNightlyPaused(t *testing.T) {
	d := pausedDistrict(t)
	d.server.Did = nil
	for range 2 { // it is planned once
		d.wantPublication(d.nightly(), 2, schema.Paused)
		d.wantIdle()
		d.wantLog("level=WARN", "paused: planned, but not sent", "publication=2", "reason=roll-over")
	}

	d.now = d.now.Add(20 * time.Hour) // the pause is over
	d.wantPublication(d.nightly(), 3, schema.Delivered)
	d.wantStates(schema.Delivered, schema.Superseded, schema.Delivered)
}

// unreached approves publication 2 while the server cannot be reached, so that
// the approval is not used.
func (d *district) unreached() {
	d.Helper()
	d.server.Fail(publishtest.Dial, gone)

	_, err := d.run().Approve(d.Context(), 2, "me", "checked")
	d.wantFault(err, schema.Unreachable, "")
	d.wantStates(schema.Delivered, schema.Approved)
}

func TestNightlyApproved(t *testing.T) {
	d := heldDistrict(t)
	d.unreached()

	d.wantPublication(d.nightly(), 2, schema.Delivered)
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
		"publication 2 is held; nothing was sent: it was planned 96 hours ago; the limit is 96")
	d.wantHint(err, "it is too late to approve it: publish discard 2 --reason '…', then: publish run")
	d.wantServer(1)

	// The hint leads out of it.
	if err := d.run().Discard(t.Context(), 2, "me", "too late"); err != nil {
		t.Fatal(err)
	}
	p, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.HeldBack, "publication 3 is held; nothing was sent: ")
	if p.Number != 3 {
		t.Errorf("got publication %d, want 3", p.Number)
	}
}

// TestNightlyApprovedOnAPause: an approval lets a paused publication go only at
// once; the nightly job leaves it until the pause is over.
func TestNightlyApprovedOnAPause(t *testing.T) {
	d := pausedDistrict(t)
	d.plan(schema.Paused)
	d.unreached()

	d.wantPublication(d.nightly(), 2, schema.Approved)
	d.wantLog("paused: planned, but not sent")
	d.wantServer(1)
}

func TestNightlyAfterAFailedDelivery(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.server.Fail(publishtest.Stage, yes, no)

	_, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.Failure, "nothing was sent: send gpa.csv: ")
	d.wantStates(schema.Delivered, schema.Failed)
	d.wantServer(1)

	d.wantPublication(d.nightly(), 2, schema.Delivered)
	if deliveries := d.store.Deliveries(2); len(deliveries) != 2 {
		t.Errorf("got %d deliveries, want 2", len(deliveries))
	}
	d.wantServer(2)
}

// TestNightlyAfterAFailedApproval: the delivery used up the approval.
func TestNightlyAfterAFailedApproval(t *testing.T) {
	d := newDistrict(t)
	d.take()
	d.plan(schema.Held)
	d.server.Fail(publishtest.Stage, no)

	_, err := d.run().Approve(t.Context(), 1, "me", "the first")
	d.wantFault(err, schema.Failure, "nothing was sent: ")

	_, err = d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.HeldBack, "publication 1 is held")
}

func TestNightlyAfterAPartialDelivery(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.server.Fail(publishtest.Rename, yes, no, no)

	_, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.PartlySent, "1 of 3 files were sent: rename gpa.csv: ")
	d.wantStates(schema.Delivered, schema.Partial)
	d.wantLive(map[string]int64{attendance: 2, gpa: 1, tags: 1})
	if staged := d.server.Staged(); staged != nil {
		t.Errorf("got %q on the server, want nothing staged", staged)
	}

	d.wantPublication(d.nightly(), 2, schema.Delivered)
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
		{publishtest.Rename, attendance, schema.Delivered, 2}, // from here on it changes nothing
		{publishtest.Rename, tags, schema.Delivered, 2},
		{publishtest.Arrived, tags, schema.Delivered, 2},
	} {
		t.Run(string(test.op)+" "+test.name, func(t *testing.T) {
			d := liveDistrict(t)
			d.night(oneMoreDay)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			d.before(test.op, test.name, cancel)

			_, err := d.run().Nightly(ctx, schema.Latest)
			failed, want := err != nil, test.want == 1
			if failed != want {
				t.Errorf("got %v, want an error %v", err, want)
			}
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

// TestNightlySettles: when a run breaks off and nobody knows how its delivery
// ended, the next run asks the server, and sends what is missing.
func TestNightlySettles(t *testing.T) {
	for name, renames := range map[string][]publishtest.Answer{
		"all were renamed":  {yes, yes, lost},
		"one was not":       {yes, yes, gone},
		"the first was not": {gone},
	} {
		t.Run(name, func(t *testing.T) {
			d := brokenOff(t, renames...)

			d.nightly()
			d.wantStates(schema.Delivered, schema.Delivered)
			d.wantLive(all(2))
			d.wantServer(2)
		})
	}
}

// TestNightlyCannotSettle: while the server does not tell, nobody knows.
func TestNightlyCannotSettle(t *testing.T) {
	for _, test := range []struct {
		name    string
		op      publishtest.Op
		answers []publishtest.Answer // of the next run
		live    map[string]int64
	}{
		{
			name:    "the server cannot be reached",
			op:      publishtest.Dial,
			answers: []publishtest.Answer{gone},
			live:    all(1),
		},
		{
			name:    "it may not be read",
			op:      publishtest.Look,
			answers: []publishtest.Answer{publishtest.Denied, no},
			live:    map[string]int64{attendance: 2, gpa: 1, tags: 1},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := brokenOff(t, lost)
			d.server.Fail(test.op, test.answers...)

			_, err := d.run().Nightly(t.Context(), schema.Latest)
			if err == nil {
				t.Error("got no error, want one")
			}
			d.wantStates(schema.Delivered, schema.Unknown)
			d.wantLive(test.live)
		})
	}
}

// brokenOff is a district with publication 1 live, and publication 2 broken off
// with the last of these answers to its renames.
func brokenOff(t *testing.T, renames ...publishtest.Answer) *district {
	t.Helper()
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.server.Fail(publishtest.Rename, renames...)
	d.server.Fail(publishtest.Dial, yes, gone)

	if _, err := d.run().Nightly(t.Context(), schema.Latest); err == nil {
		t.Fatal("got no error, want one")
	}
	d.wantStates(schema.Delivered, schema.Unknown)
	return d
}

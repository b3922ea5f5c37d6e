package publish_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

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

	delivery := d.deliveries(2)[0]
	if delivery.Outcome() != schema.Delivered || delivery.Run != p.Run {
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
	d.wantPublication(d.nightly(), 2, schema.Delivered)
	d.wantStates(schema.Delivered, schema.Delivered)
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

// TestNightlyApprovedOnAPause: an approval waits until the pause is over.
func TestNightlyApprovedOnAPause(t *testing.T) {
	d := pausedDistrict(t)
	d.plan(schema.Paused)
	d.server.Did = nil

	d.wantPublication(d.must(d.run().Approve(t.Context(), 2, "me", "checked")), 2, schema.Approved)
	d.wantLog("level=WARN", "paused: approved, but not sent", "publication=2", "reason=roll-over")
	d.wantPublication(d.nightly(), 2, schema.Approved)
	d.wantLog("paused: approved, but not sent")
	d.wantIdle()

	d.guard.Pause = nil
	d.wantPublication(d.nightly(), 2, schema.Delivered)
	d.wantServer(2)
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
	if deliveries := d.deliveries(2); len(deliveries) != 2 {
		t.Errorf("got %d deliveries, want 2", len(deliveries))
	}
	d.wantServer(2)
}

// TestNightlyAfterAFailedApproval: a delivery that sent nothing does not use the
// approval up.
func TestNightlyAfterAFailedApproval(t *testing.T) {
	d := newDistrict(t)
	d.take()
	d.plan(schema.Held)
	d.server.Fail(publishtest.Stage, no)

	_, err := d.run().Approve(t.Context(), 1, "me", "the first")
	d.wantFault(err, schema.Failure, "nothing was sent: ")
	d.wantStates(schema.Approved)
	d.wantPublication(d.nightly(), 1, schema.Delivered)
	d.wantServer(1)
}

func TestNightlyAfterAPartialDelivery(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.server.Fail(publishtest.Rename, yes, no)

	_, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.PartlySent, "1 of 3 files were sent: send gpa.csv: ")
	d.wantStates(schema.Delivered, schema.Partial)
	d.wantSent(map[string]int64{attendance: 2})
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

// TestNightlySettles: when a run breaks off and nobody knows what of its delivery
// arrived, the next run sends what it does not see there, and only that.
func TestNightlySettles(t *testing.T) {
	for _, test := range []struct {
		name    string
		renames []publishtest.Answer
		taken   bool     // SchooLinks takes the files away before the next run
		sends   []string // what the next run stages
	}{
		{"all were renamed", []publishtest.Answer{yes, yes, lost}, false, nil},
		{"all were renamed, and taken away", []publishtest.Answer{yes, yes, lost}, true, []string{tags}},
		{"one was not", []publishtest.Answer{yes, yes, gone}, false, []string{tags}},
		{"the first was not", []publishtest.Answer{gone}, false, []string{attendance, gpa, tags}},
		{"the first was", []publishtest.Answer{lost}, false, []string{gpa, tags}},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := brokenOff(t, test.renames...)
			if test.taken {
				clear(d.server.Files)
			}
			d.server.Did = nil

			d.nightly()
			d.wantStates(schema.Delivered, schema.Delivered)
			d.wantSent(all(2))
			d.wantStaged(test.sends...)
		})
	}
}

// TestNightlySentOver: a newer publication that passes settles what was not known.
func TestNightlySentOver(t *testing.T) {
	d := brokenOff(t, yes, lost)
	d.night(oneMoreDay)
	d.wantPublication(d.nightly(), 3, schema.Delivered)
	d.wantStates(schema.Delivered, schema.Superseded, schema.Delivered)
	d.wantServer(3)
	d.wantNothingStaged()
}

// TestNightlyHeldSendsWhatWasLetGo: what was let go and did not arrive goes first,
// when tonight's publication is held.
func TestNightlyHeldSendsWhatWasLetGo(t *testing.T) {
	for name, before := range map[string]func(*testing.T) *district{
		"unknown":  func(t *testing.T) *district { return brokenOff(t, yes, gone) },
		"approved": func(t *testing.T) *district { d := heldDistrict(t); d.unreached(); return d },
	} {
		t.Run(name, func(t *testing.T) {
			d := before(t)
			d.night(withoutTags)

			for range 2 {
				_, err := d.run().Nightly(t.Context(), schema.Latest)
				d.wantFault(err, schema.HeldBack, "publication 3 is held; ")
				d.wantStates(schema.Delivered, schema.Delivered, schema.Held)
				d.wantServer(2)
			}
		})
	}
}

// TestNightlyStaysUnsettled: what was let go is not sent on a day of a pause, after
// too long, or when it is called otherwise by now.
func TestNightlyStaysUnsettled(t *testing.T) {
	for name, happens := range map[string]func(*district){
		"pause": func(d *district) {
			d.guard.Pause = []guard.Pause{{From: "2026-11-20", To: "2026-11-30", Reason: "roll-over"}}
		},
		"too late": func(d *district) { d.now = d.now.Add(97 * time.Hour) },
		"renamed": func(d *district) {
			for i := range d.rules.Files {
				d.rules.Files[i].Name = "other_" + d.rules.Files[i].Name
			}
		},
		"disabled": func(d *district) { d.rules.Files = d.rules.Files[:1] },
	} {
		d := brokenOff(t, yes, gone)
		d.guard.SnapshotMaxAge = 1000 * time.Hour
		happens(d)
		d.night(withoutTags)
		d.server.Did = nil

		_, err := d.run().Nightly(t.Context(), schema.Latest)
		if paused := name == "pause"; (err == nil) != paused && name != "disabled" {
			t.Errorf("%s: got %v, want it held, unless paused", name, err)
		}
		if got := d.stored(2).State; got != schema.Unknown {
			t.Errorf("%s: got publication 2 %s, want unknown", name, got)
		}
		d.wantSentOf(2, attendance)
	}
}

// TestNightlyApprovedAndMoved: an approval was for what the publication was compared
// with. When that is not live any more, it does not go before one that is held.
func TestNightlyApprovedAndMoved(t *testing.T) {
	d := brokenOff(t, yes, gone)
	d.rules.Tags = d.rules.Tags[:1]
	d.plan(schema.Held)
	d.server.Fail(publishtest.Dial, gone)
	_, err := d.run().Approve(t.Context(), 3, "me", "looked")
	d.wantFault(err, schema.Unreachable, "")
	d.discard()

	d.night(withoutTags)
	_, err = d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.HeldBack, "publication 4 is held; nothing was sent: ")
	d.wantStates(schema.Delivered, schema.Discarded, schema.Approved, schema.Held)
}

// TestNightlyCannotSettle: while the server cannot be asked, nobody knows.
func TestNightlyCannotSettle(t *testing.T) {
	for op, kind := range map[publishtest.Op]schema.Kind{
		publishtest.Dial: schema.Unreachable,
		publishtest.Read: schema.Unreachable,
	} {
		d := brokenOff(t, lost)
		d.server.Fail(op, gone)
		_, err := d.run().Nightly(t.Context(), schema.Latest)
		d.wantFault(err, kind, "")
		d.wantStates(schema.Delivered, schema.Unknown)
		d.wantSent(map[string]int64{})
	}
}

// TestNightlyMayNotRead: an account that may not read sends what is not known to
// have been sent.
func TestNightlyMayNotRead(t *testing.T) {
	d := brokenOff(t, lost)
	d.server.Did = nil
	d.server.Fail(publishtest.Read, publishtest.Denied, publishtest.Denied, publishtest.Denied)
	d.wantPublication(d.nightly(), 2, schema.Delivered)
	d.wantStaged(attendance, gpa, tags)
	d.wantServer(2)
}

// TestNightlyAfterAKill: a run that dies leaves its delivery open; the next one ends
// it, removes exactly what it had staged, and goes on.
func TestNightlyAfterAKill(t *testing.T) {
	for _, test := range []struct {
		op    publishtest.Op
		name  string
		state schema.State // once it is ended
	}{
		{publishtest.Stage, gpa, schema.Failed},
		{publishtest.Rename, attendance, schema.Unknown},
		{publishtest.Rename, tags, schema.Unknown},
	} {
		d := liveDistrict(t)
		d.night(oneMoreDay)
		d.server.Files[".gpa.csv.another-7.part"] = "of another store"
		d.killed(test.op, test.name)
		d.wantStates(schema.Delivered, schema.Delivering)

		d.settings.Names = true // other snapshots: the next night is another one
		d.night(withoutTags)
		d.guard.Pause = []guard.Pause{{From: "2026-11-20", To: "2026-11-30", Reason: "roll-over"}}
		d.nightly()
		if got := d.stored(2).State; got != test.state && got != schema.Superseded {
			t.Errorf("%s %s: got %s, want %s", test.op, test.name, got, test.state)
		}

		d.guard.Pause = nil
		_, err := d.run().Nightly(t.Context(), schema.Latest)
		d.wantFault(err, schema.HeldBack, "")
		want := []string{".gpa.csv.another-7.part"}
		if diff := cmp.Diff(want, d.server.Staged()); diff != "" {
			t.Errorf("%s %s: staged: -want +got:\n%s", test.op, test.name, diff)
		}
	}
}

// killed runs the nightly job, and kills it when it asks the server for something.
func (d *district) killed(op publishtest.Op, name string) {
	d.Helper()
	d.before(op, name, func() { panic("killed") })
	defer func() {
		if recover() == nil {
			d.Error("it was not killed")
		}
	}()
	_, _ = d.run().Nightly(d.Context(), schema.Latest) // it does not return
}

// brokenOff is a district with publication 1 live, and publication 2 broken off
// with the last of these answers to its renames.
func brokenOff(t *testing.T, renames ...publishtest.Answer) *district {
	t.Helper()
	d := liveDistrict(t)
	d.night(func(students []schema.Student) {
		oneMoreDay(students)
		students[0].SimpleGPA = "3.3"
		students[0].Facts = students[1].Facts // it gets an IEP
	})
	d.server.Fail(publishtest.Rename, renames...)
	d.server.Fail(publishtest.Dial, yes, gone)

	_, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.PartlySent, "files are known to have been sent: ")
	d.wantStates(schema.Delivered, schema.Unknown)
	return d
}

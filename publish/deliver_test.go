package publish_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// failing is a delivery in which the server does not always answer yes.
type failing struct {
	name    string
	answers answers
	state   schema.State
	kind    schema.Kind
	says    string           // of the error; "" where it is delivered
	logs    string           // a warning; "" for none
	sent    map[string]int64 // the publications, besides the first
	staged  int              // files that are left on the server
}

type answers = map[publishtest.Op][]publishtest.Answer

var none = map[string]int64{}

const (
	yes   = publishtest.Yes
	no    = publishtest.No
	lost  = publishtest.Lost
	gone  = publishtest.Gone
	short = publishtest.Short
)

const (
	staysStaged    = "staged files stay on the server until the next run"
	lastLookFailed = "renamed; the last look failed"
	mayNotLook     = "renamed; the server does not let the account look"
	askedAgain     = "the server did not confirm it; asking again"
)

// TestDeliveryUntilItIsStaged lets every step before the renames fail in every
// way.
func TestDeliveryUntilItIsStaged(t *testing.T) {
	for _, test := range []failing{
		{"no connection", answers{publishtest.Dial: {gone}},
			schema.Planned, schema.Unreachable, "the connection is gone", "", none, 0},
		{"what is there cannot be read", answers{publishtest.Read: {yes, gone}},
			schema.Planned, schema.Unreachable, "the connection is gone", "", none, 0},
		{"no", answers{publishtest.Stage: {no}},
			schema.Failed, schema.Failure, "nothing was sent: send attendance_percentage.csv: ", "", none, 0},
		{"the last one is too short", answers{publishtest.Stage: {yes, yes, short}},
			schema.Failed, schema.Failure, "nothing was sent: send student_tags.csv: verify: ", "", none, 0},
		{"the connection is gone", answers{publishtest.Stage: {yes, gone}},
			schema.Failed, schema.Unreachable, "nothing was sent: send gpa.csv: ", "", none, 0},
		{"the answer is lost", answers{publishtest.Stage: {yes, lost}},
			schema.Failed, schema.Unreachable, "nothing was sent: send gpa.csv: ", "", none, 0},
		{"gone, and no other connection",
			answers{publishtest.Stage: {yes, lost}, publishtest.Dial: {yes, gone}},
			schema.Failed, schema.Unreachable, "nothing was sent: send gpa.csv: ", staysStaged, none, 2},
		{"gone, and the sweep is answered no",
			answers{publishtest.Stage: {yes, gone}, publishtest.Unstage: {no, no}},
			schema.Failed, schema.Unreachable, "nothing was sent: send gpa.csv: ", staysStaged, none, 1},
	} {
		t.Run(test.name, test.deliver)
	}
}

// TestDeliveryFromTheRenames lets the renames and the last look fail in every
// way.
func TestDeliveryFromTheRenames(t *testing.T) {
	for _, test := range []failing{
		{"rename: the first, no", answers{publishtest.Rename: {no}},
			schema.Partial, schema.Failure, "nothing was sent: send attendance_percentage.csv: ", "",
			none, 0},
		{"rename: the last, no", answers{publishtest.Rename: {yes, yes, no}},
			schema.Partial, schema.PartlySent, "2 of 3 files were sent: send student_tags.csv: ", "",
			map[string]int64{attendance: 2, gpa: 2}, 0},
		{"rename: the answer is lost", answers{publishtest.Rename: {yes, lost}},
			schema.Delivered, 0, "", askedAgain, all(2), 0},
		{"rename: the connection is gone", answers{publishtest.Rename: {yes, gone}},
			schema.Delivered, 0, "", askedAgain, all(2), 0},
		{"rename: lost, and no other connection",
			answers{publishtest.Rename: {yes, lost}, publishtest.Dial: {yes, gone}},
			schema.Unknown, schema.PartlySent, "1 of 3 files are known to have been sent: ", askedAgain,
			map[string]int64{attendance: 2}, 0},
		{"rename: lost, and it may not be read",
			answers{publishtest.Rename: {lost}, publishtest.Read: {yes, yes, yes, publishtest.Denied}},
			schema.Unknown, schema.PartlySent, "0 of 3 files are known to have been sent: ", askedAgain,
			none, 0},

		{"the last look: another size", answers{publishtest.Arrived: {publishtest.Torn}},
			schema.Unknown, schema.PartlySent, "0 of 3 files are known to have been sent: ", "", none, 0},
		{"the last look: the connection is gone", answers{publishtest.Arrived: {yes, yes, gone}},
			schema.Delivered, 0, "", lastLookFailed, all(2), 0},
		{"the last look: nobody may look", answers{publishtest.Arrived: {publishtest.Denied}},
			schema.Delivered, 0, "", mayNotLook, all(2), 0},
		{"the last look: gone before the others", answers{publishtest.Arrived: {gone}},
			schema.Delivered, 0, "", lastLookFailed, all(2), 0},
	} {
		t.Run(test.name, test.deliver)
	}
}

func (test failing) deliver(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	for op, answers := range test.answers {
		d.server.Fail(op, answers...)
	}

	_, err := d.run().Nightly(t.Context(), schema.Latest)
	if test.says != "" {
		d.wantFault(err, test.kind, test.says)
	} else if err != nil {
		t.Errorf("got %v, want no error", err)
	}
	if test.state == schema.Delivered {
		d.wantServer(2)
	}
	warned, wanted := logged(d, "level=WARN"), test.logs != ""
	if warned != wanted || !logged(d, test.logs) {
		t.Errorf("want the warning %q, got:\n%s", test.logs, &d.log)
	}

	d.wantStates(schema.Delivered, test.state)
	d.wantSent(test.sent)
	if staged := d.server.Staged(); len(staged) != test.staged {
		t.Errorf("got %q staged, want %d files", staged, test.staged)
	}

	// Whatever failed, the next run delivers.
	d.nightly()
	d.wantStates(schema.Delivered, schema.Delivered)
	d.wantSent(all(2))
	d.wantServer(2)
}

// TestFinalNameIsNoFile: all final names are looked at before anything is staged.
func TestFinalNameIsNoFile(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.server.Fail(publishtest.CheckFinal, yes, yes, no)
	d.server.Did = nil

	_, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.Failure, "nothing was sent: ")
	d.wantServer(1)
	for _, did := range d.server.Did {
		if strings.HasPrefix(did, "stage") {
			t.Errorf("the server was asked to %s, want nothing staged", did)
		}
	}

	d.nightly()
	d.wantServer(2)
}

// TestSweepLosesTheConnection: what an earlier delivery left is removed where that is
// possible, and does not keep the next one from being sent.
func TestSweepLosesTheConnection(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.server.Fail(publishtest.Stage, yes, no)
	d.server.Fail(publishtest.Unstage, no)
	d.server.Fail(publishtest.Dial, yes, gone)
	_, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.Failure, "nothing was sent: ")

	d.server.Fail(publishtest.Unstage, gone)
	d.nightly()
	if !logged(d, staysStaged) {
		t.Errorf("want the warning %q, got:\n%s", staysStaged, &d.log)
	}
	d.wantLive(all(2))

	d.nightly() // it has nothing to send, and removes what was left
	d.wantServer(2)
}

func TestDeliveryThatIsTakenAway(t *testing.T) {
	d := newDistrict(t)
	d.server.Taken = true
	d.first()

	for _, f := range d.deliveries(1)[0].Files {
		if f.Verified != "consumed" {
			t.Errorf("%s: got verified by %q, want consumed", f.Name, f.Verified)
		}
	}
	d.wantLive(all(1))
}

// TestDeliveryWithoutTheLock: nothing more is done after the lock is lost. What is
// left staged is removed by the run that has the lock.
func TestDeliveryWithoutTheLock(t *testing.T) {
	for _, test := range []struct {
		op     publishtest.Op
		name   string
		answer publishtest.Answer
		says   string
		state  schema.State
	}{
		{publishtest.Dial, "", yes, "lost the lock", schema.Planned},
		{publishtest.Dial, "", gone, "lost the lock", schema.Planned},
		{publishtest.Read, tags, yes, "another run has taken over", schema.Planned},
		{publishtest.Stage, tags, yes, "nothing was sent: ", schema.Delivering},
		{publishtest.Stage, gpa, no, "another run has taken over", schema.Delivering},
	} {
		d := liveDistrict(t)
		d.night(oneMoreDay)
		yesterday := maps.Clone(d.server.Files)
		d.before(test.op, test.name, func() {
			d.server.Fail(test.op, test.answer)
			if _, err := d.store.TakeLock(t.Context()); err != nil {
				t.Error(err)
			}
		})

		_, err := d.run().Nightly(t.Context(), schema.Latest)
		d.wantFault(err, schema.Locked, test.says)
		d.wantStates(schema.Delivered, test.state)
		d.wantSent(none)
		for name, text := range yesterday {
			if d.server.Files[name] != text {
				t.Errorf("%s %s: got another %s, want that of publication 1", test.op, test.name, name)
			}
		}

		d.nightly()
		d.wantServer(2)
	}
}

// TestDeliveryOvertaken: a run that goes on after a later one took over sends and
// records nothing more.
func TestDeliveryOvertaken(t *testing.T) {
	for name, want := range map[string]int{attendance: 1, gpa: 2} {
		d := liveDistrict(t)
		d.night(oneMoreDay)
		d.before(publishtest.Rename, name, func() {
			if _, err := d.store.TakeLock(t.Context()); err != nil {
				t.Fatal(err)
			}
		})

		_, err := d.run().Nightly(t.Context(), schema.Latest)
		d.wantFault(err, schema.PartlySent, "another run has taken over")
		d.wantStates(schema.Delivered, schema.Delivering)
		renamed := 0
		for _, did := range d.server.Did[len(d.server.Did)-want:] {
			if strings.HasPrefix(did, "rename") {
				renamed++
			}
		}
		if renamed > 1 {
			t.Errorf("%s: got %q, want no rename after the lock is lost", name, d.server.Did)
		}
		d.nightly()
		d.wantServer(2)
	}
}

// TestDeliveryOvertakenWhileStaging: what a run stages after a later one has swept its
// names is removed too.
func TestDeliveryOvertakenWhileStaging(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.before(publishtest.Stage, gpa, func() { d.nightly() })

	_, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.Locked, "nothing was sent: send gpa.csv: ")
	d.wantStates(schema.Delivered, schema.Delivered)
	d.wantServer(2)
}

func TestDeliveryOfDamagedBytes(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	p := d.plan(schema.Planned)
	d.store.Damage(p.Files[0].Sum, []byte("damaged"))

	_, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.Rejected, "nothing was sent: send attendance_percentage.csv: read stored file: ")
	d.wantServer(1)

	d.store.Forget(p.Files[0].Sum)
	_, err = d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.Failure, "nothing was sent: send attendance_percentage.csv: read the content: ")
	d.wantStates(schema.Delivered, schema.Failed)
}

// TestDirectUpload writes files under their final names: nothing is renamed, and
// a file that was written counts as sent.
func TestDirectUpload(t *testing.T) {
	d := newDistrict(t)
	d.server.InPlace = true
	d.first()
	d.wantServer(1)
	for _, did := range d.server.Did {
		if strings.HasPrefix(did, "rename") {
			t.Errorf("the server was asked to %s, want nothing renamed", did)
		}
	}

	d.night(oneMoreDay)
	d.server.Fail(publishtest.Stage, yes, no)
	_, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.PartlySent, "1 of 3 files were sent: send gpa.csv: ")
	d.wantHint(err, "run it again; that sends what is missing: publish run")
	d.wantStates(schema.Delivered, schema.Partial)
	d.wantSent(map[string]int64{attendance: 2})

	d.server.Fail(publishtest.Stage, short)
	_, err = d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.PartlySent, "0 of 2 files are known to have been sent: send gpa.csv: ")
	d.wantStates(schema.Delivered, schema.Unknown)

	d.nightly()
	d.wantServer(2)
}

// TestEmptyFileIsNeverSent: an approval sends the other files.
func TestEmptyFileIsNeverSent(t *testing.T) {
	d := liveDistrict(t)
	d.night(func(students []schema.Student) {
		oneMoreDay(students)
		withoutGPAs(students)
	})
	p := d.plan(schema.Held)
	d.wantLimits(p.Trips, "empty", "vanished", "lost", "cumulative")

	othersOnly := map[string]int64{attendance: 2, gpa: 1, tags: 2}
	d.must(d.run().Approve(t.Context(), 2, "me", "the others are right"))
	d.wantLive(othersOnly)
	if d.server.Files[gpa] == "" {
		t.Error("got no gpa.csv, want that of publication 1")
	}

	d.night(func(students []schema.Student) {
		withoutTags(students)
		withoutDays(students)
	})
	d.plan(schema.Held)
	_, err := d.run().Approve(t.Context(), 3, "me", "all of it")
	d.wantFault(err, schema.Rejected, "deliver publication 3: no file has any rows")
	d.wantLive(othersOnly)
}

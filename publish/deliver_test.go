package publish_test

import (
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
	live    map[string]int64 // the publications
	staged  int              // files that are left on the server
}

type answers = map[publishtest.Op][]publishtest.Answer

const (
	yes   = publishtest.Yes
	no    = publishtest.No
	lost  = publishtest.Lost
	gone  = publishtest.Gone
	short = publishtest.Short
)

const (
	staysStaged    = "staged files stay on the server until the next delivery"
	lastLookFailed = "renamed; the last look failed"
)

// TestDeliveryUntilItIsStaged lets every step before the renames fail in every
// way.
func TestDeliveryUntilItIsStaged(t *testing.T) {
	for _, test := range []failing{
		{"no connection", answers{publishtest.Dial: {gone}},
			schema.Planned, schema.Unreachable, "the connection is gone", "", all(1), 0},
		{"the sweep before is answered no", answers{publishtest.Sweep: {no}},
			schema.Delivered, 0, "", staysStaged, all(2), 0},
		{"no", answers{publishtest.Stage: {no}},
			schema.Failed, schema.Failure, "nothing was sent: send attendance_percentage.csv: ", "", all(1), 0},
		{"the last one is too short", answers{publishtest.Stage: {yes, yes, short}},
			schema.Failed, schema.Failure, "nothing was sent: send student_tags.csv: verify: ", "", all(1), 0},
		{"the connection is gone", answers{publishtest.Stage: {yes, gone}},
			schema.Failed, schema.Unreachable, "nothing was sent: send gpa.csv: ", "", all(1), 0},
		{"the answer is lost", answers{publishtest.Stage: {yes, lost}},
			schema.Failed, schema.Unreachable, "nothing was sent: send gpa.csv: ", "", all(1), 0},
		{"gone, and no other connection",
			answers{publishtest.Stage: {yes, lost}, publishtest.Dial: {yes, gone}},
			schema.Failed, schema.Unreachable, "nothing was sent: send gpa.csv: ", staysStaged, all(1), 2},
		{"gone, and the sweep is answered no",
			answers{publishtest.Stage: {yes, gone}, publishtest.Sweep: {yes, yes, yes, no}},
			schema.Failed, schema.Unreachable, "nothing was sent: send gpa.csv: ", staysStaged, all(1), 1},
	} {
		t.Run(test.name, test.deliver)
	}
}

// TestDeliveryFromTheRenames lets the renames and the last look fail in every
// way.
func TestDeliveryFromTheRenames(t *testing.T) {
	for _, test := range []failing{
		{"rename: no, then yes", answers{publishtest.Rename: {yes, no, yes}},
			schema.Delivered, 0, "", "", all(2), 0},
		{"rename: the first, no twice", answers{publishtest.Rename: {no, no}},
			schema.Failed, schema.Failure, "nothing was sent: rename attendance_percentage.csv: ", "", all(1), 0},
		{"rename: the last, no twice", answers{publishtest.Rename: {yes, yes, no, no}},
			schema.Partial, schema.PartlySent, "2 of 3 files were sent: rename student_tags.csv: ", "",
			map[string]int64{attendance: 2, gpa: 2, tags: 1}, 0},
		{"rename: the answer is lost", answers{publishtest.Rename: {yes, lost}},
			schema.Delivered, 0, "", "", all(2), 0},
		{"rename: the connection is gone", answers{publishtest.Rename: {yes, gone}},
			schema.Delivered, 0, "", "", all(2), 0},
		{"rename: lost, and no other connection",
			answers{publishtest.Rename: {yes, lost}, publishtest.Dial: {yes, gone}},
			schema.Unknown, schema.Unreachable, "the connection is gone", "",
			map[string]int64{attendance: 2, gpa: 1, tags: 1}, 1},
		{"rename: lost, and it may not be read",
			answers{publishtest.Rename: {lost}, publishtest.Look: {publishtest.Denied}},
			schema.Unknown, schema.Failure, "permission denied", "", all(1), 2},

		{"the last look: no", answers{publishtest.Arrived: {no}},
			schema.Unknown, schema.Failure, "arrived attendance_percentage.csv", "", all(1), 2},
		{"the last look: the connection is gone", answers{publishtest.Arrived: {yes, yes, gone}},
			schema.Delivered, 0, "", lastLookFailed, all(2), 0},
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
	warned, wanted := logged(d, "level=WARN"), test.logs != ""
	if warned != wanted || !logged(d, test.logs) {
		t.Errorf("want the warning %q, got:\n%s", test.logs, &d.log)
	}

	d.wantStates(schema.Delivered, test.state)
	d.wantLive(test.live)
	if staged := d.server.Staged(); len(staged) != test.staged {
		t.Errorf("got %q staged, want %d files", staged, test.staged)
	}

	// Whatever failed, the next run delivers.
	d.nightly()
	d.wantStates(schema.Delivered, schema.Delivered)
	d.wantLive(all(2))
	d.wantServer(2)
}

func TestDeliveryThatIsTakenAway(t *testing.T) {
	d := newDistrict(t)
	d.server.Taken = true
	d.first()

	for _, f := range d.store.Deliveries(1)[0].Files {
		if f.Verified != "consumed" {
			t.Errorf("%s: got verified by %q, want consumed", f.Name, f.Verified)
		}
	}
	d.wantLive(all(1))
}

// TestDeliveryWithoutTheLock: nothing more is done after the lock is lost.
func TestDeliveryWithoutTheLock(t *testing.T) {
	for _, test := range []struct {
		op    publishtest.Op
		name  string
		state schema.State
	}{
		{publishtest.Dial, "", schema.Planned},
		{publishtest.Sweep, tags, schema.Failed},
		{publishtest.Stage, tags, schema.Failed},
	} {
		d := liveDistrict(t)
		d.night(oneMoreDay)
		d.before(test.op, test.name, func() {
			if _, err := d.store.TakeLock(t.Context()); err != nil {
				t.Error(err)
			}
		})

		_, err := d.run().Nightly(t.Context(), schema.Latest)
		d.wantFault(err, schema.Locked, "lost the lock")
		d.wantStates(schema.Delivered, test.state)
		d.wantLive(all(1))
		d.wantServer(1)
	}
}

// TestDeliveryOvertaken: a run that goes on after a later one took over leaves
// its delivery open, for the later one to settle.
func TestDeliveryOvertaken(t *testing.T) {
	d := liveDistrict(t)
	d.night(oneMoreDay)
	d.before(publishtest.Rename, gpa, func() {
		later, err := d.store.TakeLock(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		taken := &schema.Delivery{Run: "later", Publication: 2}
		unnamed := func(int64, string) string { return "" }
		if err := d.store.BeginDelivery(t.Context(), later.Fence(), taken, unnamed); err != nil {
			t.Fatal(err)
		}
	})

	_, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.Locked, "another run has taken over")
	d.wantStates(schema.Delivered, schema.Delivering)
	d.wantLive(map[string]int64{attendance: 2, gpa: 1, tags: 1})
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
	d.wantHint(err, "run it again; that sends all of them: publish run")
	d.wantLive(map[string]int64{attendance: 2, gpa: 1, tags: 1})

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

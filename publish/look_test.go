package publish_test

import (
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const another = "student_number,numerator_unweighted,numerator_weighted\n1001,1.0,1.0\n"

// wantForeign runs the nightly job, and checks that what is under the name gpa.csv
// holds a publication.
func (d *district) wantForeign(number int64) {
	d.Helper()
	before := d.server.Files[gpa]
	p, err := d.run().Nightly(d.Context(), schema.Latest)
	d.wantFault(err, schema.HeldBack, "is held; nothing was sent: "+
		"file gpa: what is under the name gpa.csv at the destination was not sent from this store, or not last")
	d.wantLog("level=ERROR", "msg=held", "limit=foreign")
	if p == nil {
		d.Fatal("got no publication, want it with the error")
	}
	d.wantPublication(p, number, schema.Held)
	d.wantLimits(p.Held(), "foreign")
	if d.server.Files[gpa] != before {
		d.Error("got what was there replaced, want it left alone")
	}
}

// TestForeignFileHolds: what is there and is not of this store holds the night,
// until it is gone or a person has approved to replace exactly that.
func TestForeignFileHolds(t *testing.T) {
	d := liveDistrict(t)
	d.server.Files[gpa] = another
	d.night(oneMoreDay)
	for range 2 { // it stays held, and is decided once
		d.wantForeign(2)
	}
	if decisions := d.store.Decisions(2); len(decisions) != 1 || decisions[0].Kind != schema.HoldBack {
		t.Errorf("got %+v, want it held once", decisions)
	}

	d.server.Files[gpa] = another + "1002,1.0,1.0\n"
	_, err := d.run().Approve(t.Context(), 2, "me", "that was me")
	d.wantFault(err, schema.HeldBack, "what is under the name gpa.csv")
	d.wantStates(schema.Delivered, schema.Held)
	d.must(d.run().Approve(t.Context(), 2, "me", "that was me too"))
	d.wantServer(2)
}

func TestForeignFileIsGone(t *testing.T) {
	d := liveDistrict(t)
	d.server.Files[gpa] = another
	d.night(oneMoreDay)
	d.wantForeign(2)

	delete(d.server.Files, gpa)
	d.wantPublication(d.nightly(), 2, schema.Delivered)
	d.wantServer(2)
}

// TestForeignFileAfterARestore: a store that was restored to an earlier night does
// not send over what a later one has sent.
func TestForeignFileAfterARestore(t *testing.T) {
	d := liveDistrict(t)
	later := d.server.Files[gpa] + "999,4.0,4.0\n"
	d.server.Files[gpa] = later
	d.wantIdleNight()

	d.night(oneMoreDay)
	d.wantForeign(2)
	d.must(d.run().AdoptFromServer(t.Context()))
	d.wantLive(all(3))
	d.server.Fail(publishtest.Read, publishtest.Denied) // one that may not be read is not foreign
	d.wantPublication(d.nightly(), 4, schema.Delivered)
	d.wantServer(4)
}

// wantIdleNight checks that nothing is looked at when there is nothing to send.
func (d *district) wantIdleNight() {
	d.Helper()
	d.server.Did = nil
	d.nightly()
	d.wantIdle()
}

// TestOwnFilesAreNotForeign: what SchooLinks may hold is of this store, and so is
// the beginning of what was let go.
func TestOwnFilesAreNotForeign(t *testing.T) {
	d := brokenOff(t, yes, lost)
	d.server.Files[gpa] = d.server.Files[gpa][:100]
	d.wantPublication(d.nightly(), 2, schema.Delivered)
	d.wantServer(2)

	d = brokenOff(t, yes, lost)
	d.server.Files[gpa] = strings.Repeat("x", 100)
	_, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.HeldBack, "what is under the name gpa.csv")
	d.wantStates(schema.Delivered, schema.Unknown)
}

// TestTornFileIsNotForeign: a file that was written in place, and is not known to be
// whole, is written again, whatever is left of it.
func TestTornFileIsNotForeign(t *testing.T) {
	d := newDistrict(t)
	d.server.InPlace = true
	d.first()
	d.night(oneMoreDay)
	d.server.Fail(publishtest.Stage, yes, short)
	_, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.PartlySent, "send gpa.csv: ")

	d.server.Files[gpa] = strings.Repeat("x", 2*len(d.server.Files[gpa])) // as long as it was
	d.server.Files[attendance] = strings.Repeat("x", 100)                 // which is known to be whole
	d.night(oneMoreDay)
	p, err := d.run().Nightly(t.Context(), schema.Latest)
	d.wantFault(err, schema.HeldBack, "what is under the name attendance_percentage.csv")
	if p == nil || len(p.Met) != 1 {
		t.Errorf("got %+v, want a publication that has met one file", p)
	}
}

// TestAdoptedFileIsNotForeign: the store has an adopted file the way this program
// writes it, and the server the way the other one did.
func TestAdoptedFileIsNotForeign(t *testing.T) {
	d := newDistrict(t)
	d.take()
	dir := d.script()
	for _, name := range []string{gpa, attendance, tags} {
		withoutEnd := strings.TrimSuffix(d.read(dir, name), "\n")
		d.server.Files[name] = "\ufeff" + strings.ReplaceAll(withoutEnd, "\n", "\r\n")
	}
	d.must(d.run().Adopt(t.Context(), dir))

	d.wantPublication(d.nightly(), 2, schema.Delivered)
	d.wantServer(2)
}

package publish_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// script writes the files of the newest snapshot into a folder, the way another
// program would make them.
func (d *district) script() (dir string) {
	d.Helper()
	built, err := d.differ().Build(d.Context(), schema.Latest)
	if err != nil {
		d.Fatal(err)
	}

	dir = d.TempDir()
	for _, f := range built.Files {
		d.write(dir, f.Rule.Name, d.text(f.Content))
	}
	return dir
}

func (d *district) write(dir, name, text string) {
	d.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		d.Fatal(err)
	}
}

func (d *district) read(dir, name string) string {
	d.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		d.Fatal(err)
	}
	return string(text)
}

func TestAdopt(t *testing.T) {
	d := newDistrict(t)
	d.take()
	dir := d.script()

	for number := int64(1); number <= 2; number++ { // it may be done again
		p := d.must(d.run().Adopt(t.Context(), dir))
		d.wantPublication(p, number, schema.Delivered)
		if p.Origin != schema.Adopt || p.Snapshot != 1 {
			t.Errorf("got %+v, want it adopted, with the roster of snapshot 1", p)
		}
		d.wantLive(all(number))
	}
	d.wantIdle()

	stored := d.stored(2)
	if string(stored.Rules) != "{}" || string(stored.Guard) != "{}" {
		t.Errorf("got rules %s and limits %s, want neither known", stored.Rules, stored.Guard)
	}
	if len(stored.Files) != 3 {
		t.Errorf("got %+v, want three files", stored.Files)
	}
}

// TestAdoptIsComparedWith: the first delivery after it is compared with what was
// adopted.
func TestAdoptIsComparedWith(t *testing.T) {
	d := newDistrict(t)
	d.take()
	d.must(d.run().Adopt(t.Context(), d.script()))

	p := d.nightly()
	d.wantPublication(p, 2, schema.Delivered)
	d.wantLimits(p.Trips)
	for _, tally := range p.Tallies {
		if tally.Added+tally.Lost+tally.Left+tally.Changed != 0 {
			t.Errorf("got %+v, want nothing changed", tally)
		}
	}
}

// TestAdoptWithoutASnapshot: without a roster, every student who is gone counts
// as one who left.
func TestAdoptWithoutASnapshot(t *testing.T) {
	d := newDistrict(t)
	d.rules.Files = d.rules.Files[1:2]
	dir := t.TempDir()
	d.write(dir, gpa, strings.TrimSpace(gpaHeader)+"\r\n"+
		"1001,3.25,3.5\r\n1002,3.25,3.5\r\n77,2.0,2.0\r\n")

	p := d.must(d.run().Adopt(t.Context(), dir))
	if p.Snapshot != 0 || p.Settings.Known() {
		t.Errorf("got snapshot %d, want none", p.Snapshot)
	}
	d.wantLog("level=WARN", "there is no snapshot yet")

	d.students = d.students[:2]
	d.take()
	plan := d.plan(schema.Planned)
	want := schema.Tally{File: "gpa", By: schema.ByFile, Rows: 2, Before: 3, Left: 1}
	if diff := cmp.Diff(want, plan.Tallies[0]); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestAdoptRefuses(t *testing.T) {
	for _, test := range []struct {
		name    string
		happens func(d *district, dir string)
		kind    schema.Kind
		says    string
	}{
		{"a file is missing", func(d *district, dir string) {
			if err := os.Remove(filepath.Join(dir, gpa)); err != nil {
				d.Fatal(err)
			}
		}, schema.Config, "gpa.csv is missing"},
		{"no rows in any file", func(d *district, dir string) {
			d.rules.Files = d.rules.Files[1:2]
			d.write(dir, gpa, gpaHeader)
		}, schema.Rejected, "has any rows"},
		{"a spreadsheet saved it", func(d *district, dir string) {
			d.write(dir, gpa, gpaHeader+"1001.0,3.25,3.5\n1002.0,3.25,3.5\n")
		}, schema.Rejected, "adopt: gpa.csv: 2 of 2 student numbers end in .0: a spreadsheet has changed them"},
		{"it is another district's", func(d *district, dir string) {
			d.write(dir, gpa, gpaHeader+"77,3.25,3.5\n78,3.25,3.5\n")
		}, schema.Rejected, "adopt: gpa.csv: 2 of 2 student numbers are nobody's in snapshot 1"},
		{"another header", func(d *district, dir string) {
			d.write(dir, gpa, "id,numerator_unweighted,numerator_weighted\n1001,3,3\n")
		}, schema.Rejected, "line 1: the header is not student_number,"},
		{"a kind that is not known", func(d *district, dir string) {
			d.rules.Files[2].Kind = "clubs"
		}, schema.Config, `this program does not know the file "clubs"`},
		{"the snapshot was changed", func(d *district, dir string) {
			d.store.Tamper(1, func(students []schema.Student) { students[0].SchoolID++ })
		}, schema.Rejected, "read snapshot 1: it differs from what was sealed"},
	} {
		d := newDistrict(t)
		d.take()
		dir := d.script()

		test.happens(d, dir)

		_, err := d.run().Adopt(t.Context(), dir)
		d.wantFault(err, test.kind, test.says)
		if states := d.states(); states != nil {
			t.Errorf("%s: got publications %s, want none", test.name, states)
		}
	}
}

const gpaHeader = "student_number,numerator_unweighted,numerator_weighted\n"

// TestAdoptOnlyAHeader: the others are adopted, and the first night is compared with
// them; a person looks at the one that nobody knows.
func TestAdoptOnlyAHeader(t *testing.T) {
	d := newDistrict(t)
	d.take()
	dir := d.script()
	d.write(dir, gpa, gpaHeader)

	p := d.must(d.run().Adopt(t.Context(), dir))
	d.wantLog("level=WARN", "it is not adopted, and nothing becomes live under its name", "file="+gpa)
	d.wantPublication(p, 1, schema.Delivered)
	d.wantLive(map[string]int64{attendance: 1, tags: 1})

	held := d.plan(schema.Held)
	d.wantLimits(held.Trips, "baseline")
}

// TestAdoptSays: a few numbers that are nobody's are said, and no number.
func TestAdoptSays(t *testing.T) {
	d := newDistrict(t)
	d.take()
	dir := d.script()
	d.write(dir, gpa, d.read(dir, gpa)+"77771,1.0,1.0\n77772.0,1.0,1.0")

	d.must(d.run().Adopt(t.Context(), dir))
	d.wantLog("level=WARN", "its last line has no line end")
	d.wantLog("level=WARN", "1 of 42 student numbers end in .0: a spreadsheet has changed them")
	d.wantLog("level=WARN", "2 of 42 student numbers are nobody's in snapshot 1")
	if strings.Contains(d.log.String(), "7777") {
		t.Errorf("got a student's number in:\n%s", d.log.String())
	}
}

// TestAdoptStrangersFromServer: SchooLinks has them, so they are live.
func TestAdoptStrangersFromServer(t *testing.T) {
	d := liveDistrict(t)
	d.server.Files[gpa] = gpaHeader + "77,3.25,3.5\n78,3.25,3.5\n"

	d.must(d.run().AdoptFromServer(t.Context()))
	d.wantLog("level=WARN", "2 of 2 student numbers are nobody's in snapshot 1")
	d.wantLive(all(2))
}

func TestAdoptRefusesWhatThisProgramDelivered(t *testing.T) {
	d := liveDistrict(t)

	_, err := d.run().Adopt(t.Context(), d.script())
	d.wantFault(err, schema.Config, "adopt: this program delivered the attendance_percentage.csv "+
		"that is live at "+publishtest.Destination+", in publication 1")
	d.wantStates(schema.Delivered)
}

// TestAdoptUnsettled: while it is not known what was sent, a folder does not tell
// either. What is at the destination does.
func TestAdoptUnsettled(t *testing.T) {
	d := newDistrict(t)
	d.take()
	dir := d.script()
	d.plan(schema.Held)

	d.server.Fail(publishtest.Rename, yes, lost)
	d.server.Fail(publishtest.Dial, yes, gone)
	_, err := d.run().Approve(t.Context(), 1, "me", "the first")
	d.wantFault(err, schema.PartlySent, "")

	_, err = d.run().Adopt(t.Context(), dir)
	d.wantFault(err, schema.Config, "adopt: this program delivered the attendance_percentage.csv "+
		"that is live at "+publishtest.Destination+", in publication 1")
	delete(d.server.Files, attendance) // taken away

	p := d.must(d.run().AdoptFromServer(t.Context()))
	d.wantPublication(p, 2, schema.Delivered)
	d.wantLive(map[string]int64{attendance: 1, gpa: 2, tags: 1})
	d.wantStates(schema.Unknown, schema.Delivered)
}

// TestAdoptFromServer takes what is there as live, whoever put it there.
func TestAdoptFromServer(t *testing.T) {
	d := liveDistrict(t)
	_, err := d.run().AdoptFromServer(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	d.wantLive(all(2))

	clear(d.server.Files)
	_, err = d.run().AdoptFromServer(t.Context())
	d.wantFault(err, schema.Rejected, "adopt: none of the files can be read at ")
	d.server.Files[gpa] = "this is not a file of GPAs"
	_, err = d.run().AdoptFromServer(t.Context())
	d.wantFault(err, schema.Rejected, "adopt: read gpa.csv at the destination: line 1: ")
	d.wantStates(schema.Delivered, schema.Delivered)
}

func TestAdoptOvertaken(t *testing.T) {
	d := newDistrict(t)
	d.take()
	dir := d.script()
	frozen := d.run()
	d.must(d.run().Adopt(t.Context(), dir))

	_, err := frozen.Adopt(t.Context(), dir)
	d.wantFault(err, schema.Locked, "another run has taken over")
	d.wantStates(schema.Delivered)
}

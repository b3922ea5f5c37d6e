package diff_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// timeline writes the moments of a student: "pub 2 of 3 delivered" or "snapshot
// 3", with their changes.
func (d *district) timeline(number string) (lines []string) {
	d.Helper()
	moments, err := d.Timeline(d.Context(), number)
	d.check(err)

	for _, m := range moments {
		at := fmt.Sprintf("snapshot %d: ", m.Snapshot)
		if m.Publication != 0 {
			at = fmt.Sprintf("pub %d of %d %s: ", m.Publication, m.Snapshot, m.State)
		}
		for _, c := range m.Changes {
			lines = append(lines, at+line(c))
		}
	}
	return lines
}

// history is a district with five snapshots; the third was not published.
func history(t *testing.T) *district {
	d := newDistrict(t, "gpa", "tags")
	d.night()
	d.grade(2, "4")
	d.night()
	d.mark(2, "1", "1")
	d.take()
	d.night() // nothing happens to the student
	d.leave(2, some(2), nil, nil)
	d.night()
	return d
}

func TestTimeline(t *testing.T) {
	d := history(t)
	d.want("timeline", []string{
		"pub 1 of 1 delivered: gpa data 1002 +3.25,3.5 unknown: there was no file to compare with",
		"pub 1 of 1 delivered: tags data 1002 IEP +, unknown: there was no file to compare with",
		"pub 2 of 2 delivered: gpa data 1002 3.25,3.5>4.0,3.5 value_changed: simple GPA 3.25 → 4",
		"snapshot 3: tags data 1002 504 +, fact_changed: fact section_504 changed 0 → 1",
		"pub 4 of 5 delivered: gpa data 1002 -4.0,3.5 left_transferred: left: transferred out",
		"pub 4 of 5 delivered: tags data 1002 IEP -, left_transferred: left: transferred out",
		"pub 4 of 5 delivered: tags data 1002 504 -, left_transferred: left: transferred out",
	}, d.timeline("1002"))

	moments, err := d.Timeline(t.Context(), "1002")
	d.check(err)
	first, taken := moments[0], moments[2]
	planned := first.Origin == schema.Plan && first.At.Equal(d.stored(1).PlannedAt)
	if !planned || len(first.Sent) != 2 {
		t.Errorf("got %+v, want publication 1 as it was planned and sent", first)
	}
	published := taken.Publication != 0 || taken.State != ""
	if published || taken.Sent != nil {
		t.Errorf("got %+v, want a snapshot without a publication", taken)
	}
}

// TestTimelineFromKeptBytes: where the snapshots are gone, the bytes that were
// sent tell what happened, though not why.
func TestTimelineFromKeptBytes(t *testing.T) {
	d := history(t)
	for n := range int64(3) {
		d.check(d.store.Drop(t.Context(), n+1))
	}

	d.want("timeline", []string{
		"pub 1 of 1 delivered: gpa data 1002 +3.25,3.5 unknown: there was no file to compare with",
		"pub 1 of 1 delivered: tags data 1002 IEP +, unknown: there was no file to compare with",
		"pub 2 of 2 delivered: gpa data 1002 3.25,3.5>4.0,3.5 unknown: snapshot 1 is gone",
		"pub 3 of 4 delivered: tags data 1002 504 +, unknown: snapshot 2 is gone",
		"pub 4 of 5 delivered: gpa data 1002 -4.0,3.5 left_transferred: left: transferred out",
		"pub 4 of 5 delivered: tags data 1002 IEP -, left_transferred: left: transferred out",
		"pub 4 of 5 delivered: tags data 1002 504 -, left_transferred: left: transferred out",
	}, d.timeline("1002"))

	sum := d.stored(1).Files[0].Sum
	d.store.Damage(sum, []byte("damaged"))
	_, err := d.Timeline(t.Context(), "1002")
	d.wantFault(err, schema.Rejected, "read stored file: its bytes are not what was stored")

	d.store.Forget(sum)
	_, err = d.Timeline(t.Context(), "1002")
	d.wantFault(err, schema.Failure, "read the content: ")
}

// TestTimelineOfRules tells changes of the rules apart from changes of the
// student.
func TestTimelineOfRules(t *testing.T) {
	d := newDistrict(t, "tags")
	d.night()
	d.Rules.Tags = []files.Tag{d.Rules.Tags[0], {Name: "NEW", When: d.Rules.Tags[1].When}}
	d.mark(4, "0", "1")
	d.night()

	d.want("timeline", []string{
		"pub 1 of 1 delivered: tags data 1004 IEP +, unknown: there was no file to compare with",
		"pub 1 of 1 delivered: tags data 1004 504 +, unknown: there was no file to compare with",
		"pub 2 of 2 delivered: tags data 1004 IEP -, fact_changed: fact iep changed 1 → 0",
		"pub 2 of 2 delivered: tags rules 1004 NEW +, rule_changed: the rules changed, the student did not",
		"pub 2 of 2 delivered: tags rules 1004 504 -, rule_changed: the rules changed, the student did not",
	}, d.timeline("1004"))
}

// TestTimelineOfOthers: what goes elsewhere is not on a timeline here, and a file
// that a publication does not have stays as it was.
func TestTimelineOfOthers(t *testing.T) {
	d := newDistrict(t, "gpa", "tags")
	d.night()
	here := d.Destination
	d.Destination = "other@sftp.example.org:22/"
	d.plan(schema.Latest)
	d.Destination = here

	d.Rules.Files = d.Rules.Files[:1]
	d.mark(4, "0", "0")
	d.grade(4, "4")
	d.take()
	d.plan(schema.Latest)

	d.want("timeline", []string{
		"pub 1 of 1 delivered: gpa data 1004 +3.25,3.5 unknown: there was no file to compare with",
		"pub 1 of 1 delivered: tags data 1004 IEP +, unknown: there was no file to compare with",
		"pub 1 of 1 delivered: tags data 1004 504 +, unknown: there was no file to compare with",
		"pub 3 of 2 planned: gpa data 1004 3.25,3.5>4.0,3.5 value_changed: simple GPA 3.25 → 4",
	}, d.timeline("1004"))
}

// TestTimelineIsInTheOrderOfNumbers: a clock that jumps back reorders no nights,
// and an older snapshot that is published again comes where its publication says.
func TestTimelineIsInTheOrderOfNumbers(t *testing.T) {
	d := newDistrict(t, "gpa")
	back := func() { d.now = d.now.AddDate(0, 0, -2) }
	d.night()
	for n := range int64(3) {
		back()
		d.grade(4, schema.Decimal(fmt.Sprint(n)))
		d.take()
		if n == 1 {
			d.deliver(d.plan(schema.Ref{Number: 2}))
		}
	}
	back()
	d.deliver(d.plan(schema.Ref{Number: 4}))
	back()
	d.deliver(d.plan(schema.Ref{Number: 1}))

	d.want("timeline", []string{
		"pub 1 of 1 delivered: gpa data 1004 +3.25,3.5 unknown: there was no file to compare with",
		"pub 2 of 2 delivered: gpa data 1004 3.25,3.5>0.0,3.5 value_changed: simple GPA 3.25 → 0",
		"snapshot 3: gpa data 1004 0.0,3.5>1.0,3.5 value_changed: simple GPA 0 → 1",
		"pub 3 of 4 delivered: gpa data 1004 1.0,3.5>2.0,3.5 value_changed: simple GPA 1 → 2",
		"pub 4 of 1 delivered: gpa data 1004 2.0,3.5>3.25,3.5 value_changed: simple GPA 2 → 3.25",
	}, d.timeline("1004"))
}

func TestTimelineOfAShared(t *testing.T) {
	d := newDistrict(t, "gpa")
	d.night()
	d.student(3).Number = "1004"
	d.night()

	d.want("timeline", []string{
		"pub 1 of 1 delivered: gpa data 1004 +3.25,3.5 unknown: there was no file to compare with",
		"pub 2 of 2 delivered: gpa data 1004 -3.25,3.5 source_rejected: source value rejected: number_shared",
	}, d.timeline("1004"))
}

func TestTimelineOfNobody(t *testing.T) {
	d := newDistrict(t, "gpa")

	for _, test := range []struct {
		happens func()
		hint    string
	}{
		{func() {}, "see: extract list"},
		{
			func() { d.take() },
			"write it as it is in the files; the numbers in the newest snapshot have 4 digits",
		},
		{
			func() {
				d.student(1).Number = "123456"
				d.take()
			},
			"write it as it is in the files; the numbers in the newest snapshot have 4 to 6 digits",
		},
		{
			func() {
				d.students = d.students[:1]
				d.student(1).Number = ""
				d.take()
			},
			"see: extract list",
		},
	} {
		test.happens()

		moments, err := d.Timeline(t.Context(), "77")
		if moments != nil {
			t.Errorf("got %+v, want nothing", moments)
		}
		d.wantFault(err, schema.Config, "timeline: no snapshot and no publication has a student with that number")
		var fault *schema.Fault
		if !errors.As(err, &fault) || fault.Hint != test.hint {
			t.Errorf("got %+v, want the hint %q", fault, test.hint)
		}
	}
}

// TestTimelineAgreesWithDiffs compares the timeline of every student with the
// diffs from each publication to the next.
func TestTimelineAgreesWithDiffs(t *testing.T) {
	d := newDistrict(t, "attendance", "gpa", "tags")
	d.night()
	for n := range int64(5) {
		d.student(n + 1).DaysPresent = "18"
		d.mark(8-n, "1", "0")
		d.Rules.GPA.OmitZero = n%2 == 0
		d.grade(n+4, "0")
		d.night()
	}

	want := map[string][]string{}
	for to := int64(2); to <= 6; to++ {
		for _, c := range d.changes(d.compare(to-1, to)) {
			var file, cause, number string
			if _, err := fmt.Sscan(c, &file, &cause, &number); err != nil {
				t.Fatal(err)
			}
			delivered := fmt.Sprintf("pub %d of %d delivered: %s", to, to, c)
			want[number] = append(want[number], delivered)
		}
	}
	if len(want) != 8 {
		t.Errorf("got %d students who changed, want 8", len(want))
	}

	for number, changes := range want {
		got := d.timeline(number)
		d.want(number, changes, got[len(got)-len(changes):])
	}
}

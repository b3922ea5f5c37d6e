package diff_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// district is a differ, and a store that a test fills night by night.
type district struct {
	*testing.T
	*diff.Differ
	store    *publishtest.Memory
	now      time.Time
	students []schema.Student
	leavers  []schema.Leaver // of the next snapshot
	settings schema.Settings
	runs     int
}

// newDistrict returns a district of eight students and files of these kinds.
func newDistrict(t *testing.T, kinds ...string) *district {
	d := &district{
		T:        t,
		now:      time.Date(2026, 11, 19, 4, 0, 0, 0, time.UTC),
		students: publishtest.District(8),
		settings: publishtest.Settings(),
	}
	d.store = publishtest.NewMemory(func() time.Time { return d.now })
	rules := publishtest.Rules()
	rules.Files = slices.DeleteFunc(rules.Files, func(f files.FileRule) bool {
		return !slices.Contains(kinds, f.Kind)
	})

	d.Differ = &diff.Differ{
		Builder: files.Builder{
			Snapshots: d.store,
			Kinds:     files.All(),
			Rules:     rules,
			Log:       slog.New(slog.DiscardHandler),
		},
		Students:     d.store,
		Publications: d.store,
		Measurers:    guard.New().Measurers(),
		Destination:  publishtest.Destination,
	}
	return d
}

func (d *district) check(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

// take takes a snapshot, an hour later.
func (d *district) take() schema.Snapshot {
	d.Helper()
	d.now = d.now.Add(time.Hour)
	s := schema.Snapshot{TakenAt: d.now, Settings: d.settings}
	d.check(d.store.Take(d.Context(), &s, d.students, d.leavers))
	d.leavers = nil
	return s
}

// plan records a publication of a snapshot under today's rules, an hour later. Facts
// may be missing, as they may in the publications of older versions.
func (d *district) plan(ref schema.Ref) *schema.Publication {
	d.Helper()
	d.now = d.now.Add(time.Hour)
	d.runs++

	built, err := d.BuildUnder(d.Context(), d.Rules, ref)
	d.check(err)
	rules, err := json.Marshal(d.Rules)
	d.check(err)

	p := &schema.Publication{
		Run:         fmt.Sprint("run", d.runs),
		Origin:      schema.Plan,
		Snapshot:    built.Snapshot.Number,
		Settings:    built.Snapshot.Settings,
		Rules:       rules,
		Destination: d.Destination,
		Verdict:     schema.Pass,
		PlannedAt:   d.now,
	}
	d.record(p, built)
	return p
}

// record gives a publication the files that were built, and stores it.
func (d *district) record(p *schema.Publication, built *files.Built) {
	d.Helper()
	live, err := d.Live(d.Context())
	d.check(err)

	p.Roster = built.Roster.Sum
	contents := []schema.Content{built.Roster}
	for _, f := range built.Files {
		file := schema.File{Kind: f.Rule.Kind, Name: f.Rule.Name, Sum: f.Content.Sum}
		if was := live[f.Rule.Name]; was != nil {
			file.Baseline, file.BaselineOf = &was.Sum, was.Publication.Number
		}
		p.Files = append(p.Files, file)
		contents = append(contents, f.Content)
	}
	d.check(d.store.Record(d.Context(), p, contents, nil))
}

// deliver records that a publication was sent.
func (d *district) deliver(p *schema.Publication) {
	d.Helper()
	d.now = d.now.Add(time.Hour)
	lock, err := d.store.TakeLock(d.Context())
	d.check(err)
	fence := lock.Fence()

	delivery := &schema.Delivery{Run: p.Run, Publication: p.Number}
	for _, f := range p.Files {
		delivery.Files = append(delivery.Files, schema.DeliveredFile{Name: f.Name, Sum: f.Sum})
	}
	inPlace := func(_, name string) string { return name }
	d.check(d.store.BeginDelivery(d.Context(), fence, delivery, inPlace))

	d.check(d.store.Release(d.Context(), fence, delivery.Number))
	for _, f := range p.Files {
		d.check(d.store.Sent(d.Context(), fence, delivery.Number, f.Name, "hash"))
	}
	d.check(d.store.EndDelivery(d.Context(), fence, delivery.Number, ""))
}

// night takes a snapshot, and publishes it.
func (d *district) night() *schema.Publication {
	d.Helper()
	d.take()
	p := d.plan(schema.Latest)
	d.deliver(p)
	return p
}

// student returns student n, to be changed.
func (d *district) student(n int64) *schema.Student {
	d.Helper()
	for i := range d.students {
		if d.students[i].DCID == n {
			return &d.students[i]
		}
	}
	d.Fatalf("there is no student %d", n)
	return nil
}

// leave takes a student away. The status, grade and school are what PowerSchool
// says about the student then; nil where it says nothing.
func (d *district) leave(n int64, status, grade, school *int64) {
	number := d.student(n).Number
	d.students = slices.DeleteFunc(d.students, func(s schema.Student) bool { return s.DCID == n })

	d.leavers = append(d.leavers, schema.Leaver{
		DCID:         n,
		Number:       number,
		EnrollStatus: status,
		GradeLevel:   grade,
		SchoolID:     school,
	})
}

// vanish takes a student away; PowerSchool says nothing more about them.
func (d *district) vanish(n int64) { d.leave(n, nil, nil, nil) }

// mark gives a student both facts.
func (d *district) mark(n int64, iep, section504 string) {
	d.student(n).Facts = schema.NewFacts(map[string][]string{
		"iep":         {iep},
		"section_504": {section504},
	})
}

// grade gives a student a simple GPA.
func (d *district) grade(n int64, gpa schema.Decimal) { d.student(n).SimpleGPA = gpa }

// attend gives a student days.
func (d *district) attend(n int64, present, enrolled schema.Decimal) {
	s := d.student(n)
	s.DaysPresent, s.DaysEnrolled = present, enrolled
}

// between compares two sides.
func (d *district) between(from, to diff.Side, o diff.Options) *diff.Diff {
	d.Helper()
	found, err := d.Diff(d.Context(), from, to, o)
	d.check(err)
	return found
}

// compare compares two publications, without options.
func (d *district) compare(from, to int64) *diff.Diff {
	d.Helper()
	return d.between(pub(from), pub(to), diff.Options{})
}

// stored returns a publication as the store has it.
func (d *district) stored(number int64) schema.Publication {
	d.Helper()
	p, err := d.store.Publication(d.Context(), number)
	d.check(err)
	return p
}

func pub(number int64) diff.Side { return diff.Side{Publication: number} }

func snapshot(number int64) diff.Side { return diff.Side{Snapshot: &schema.Ref{Number: number}} }

// changes writes what differs, a line for each row: "tags data 1004 IEP - +
// fact_changed: fact iep changed 1 → 0".
func (d *district) changes(found *diff.Diff) (lines []string) {
	d.Helper()
	d.check(found.Changes(d.Context(), func(c diff.Change) error {
		lines = append(lines, line(c))
		return nil
	}))
	return lines
}

func line(c diff.Change) string {
	what := strings.Join([]string{c.File, string(c.Cause), c.Number, c.Tag}, " ")

	values := strings.Join(c.Before, ",") + ">" + strings.Join(c.After, ",")
	switch {
	case c.Before == nil:
		values = "+" + strings.Join(c.After, ",")
	case c.After == nil:
		values = "-" + strings.Join(c.Before, ",")
	}

	return fmt.Sprintf("%s %s %s: %s", strings.TrimSpace(what), values, c.Reason.Code, c.Reason.Says)
}

// want checks that two values are equal.
func (d *district) want(what string, want, got any) {
	d.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		d.Errorf("%s: -want +got:\n%s", what, diff)
	}
}

// wantFault checks the kind of an error, and a part of its text.
func (d *district) wantFault(err error, kind schema.Kind, says string) {
	d.Helper()
	known := err != nil && schema.KindOf(err) == kind
	if !known || !strings.Contains(err.Error(), says) {
		d.Errorf("got %v (kind %d), want kind %d with %q", err, schema.KindOf(err), kind, says)
	}
}

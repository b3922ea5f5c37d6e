package publish_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const (
	attendance = "attendance_percentage.csv"
	gpa        = "gpa.csv"
	tags       = "student_tags.csv"
)

// district is a store and a server that a test goes through nights with.
type district struct {
	*testing.T
	store    *publishtest.Memory
	server   *publishtest.Server
	now      time.Time
	students []schema.Student
	settings schema.Settings
	rules    files.Rules
	guard    guard.Guard
	log      bytes.Buffer // of the last run
	runs     int
}

func newDistrict(t *testing.T) *district {
	d := &district{
		T:        t,
		server:   publishtest.NewServer(),
		now:      time.Date(2026, 11, 19, 4, 30, 0, 0, time.UTC),
		students: publishtest.District(40),
		settings: publishtest.Settings(),
		rules:    publishtest.Rules(),
		guard:    guard.New(),
	}
	d.store = publishtest.NewMemory(func() time.Time { return d.now })
	return d
}

// liveDistrict is one whose first night was approved: publication 1 of snapshot
// 1 is live.
func liveDistrict(t *testing.T) *district {
	d := newDistrict(t)
	d.take()
	d.plan(schema.Held)
	d.must(d.run().Approve(t.Context(), 1, "me", "the first"))
	return d
}

// run returns the publisher of a new run, which has taken the lock.
func (d *district) run() *publish.Publisher {
	d.Helper()
	lock, err := d.store.TakeLock(d.Context())
	if err != nil {
		d.Fatal(err)
	}

	d.runs++
	d.log.Reset()
	return &publish.Publisher{
		Differ: diff.Differ{
			Builder: files.Builder{
				Snapshots: d.store,
				Kinds:     files.All(),
				Rules:     d.rules,
				Log:       slog.New(slog.NewTextHandler(&d.log, nil)),
			},
			Students:     d.store,
			Publications: d.store,
			Measurers:    d.guard.Measurers(),
			Destination:  publishtest.Destination,
		},
		Records:    d.store,
		Deliveries: d.store,
		Lock:       lock,
		Dial:       d.server.Dial,
		Guard:      d.guard,
		Run:        fmt.Sprint("run", d.runs),
		Version:    "test",
		Now:        func() time.Time { return d.now },
		Zone:       time.UTC,
	}
}

// take takes a snapshot of the students there are.
func (d *district) take() schema.Snapshot {
	d.Helper()
	s := schema.Snapshot{Run: "extract", TakenAt: d.now, AttendanceThrough: d.now, Settings: d.settings}
	if err := d.store.Take(d.Context(), &s, d.students, nil); err != nil {
		d.Fatal(err)
	}
	return s
}

// night is the next one: snapshot is taken an hour before it, after something
// happened to the students.
func (d *district) night(happens func(students []schema.Student)) {
	d.Helper()
	d.now = d.now.Add(23 * time.Hour)
	if happens != nil {
		happens(d.students)
	}
	d.take()
	d.now = d.now.Add(time.Hour)
}

// plan plans the newest snapshot, and expects a state of it.
func (d *district) plan(want schema.State) *schema.Publication {
	d.Helper()
	p, err := d.run().Plan(d.Context(), schema.Latest)
	if p == nil || p.State != want {
		d.Fatalf("plan: got %+v, %v, want it %s", p, err, want)
	}
	return p
}

// must returns a publication that was made without an error.
func (d *district) must(p *schema.Publication, err error) *schema.Publication {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
	return p
}

// stored returns a publication as the store has it.
func (d *district) stored(number int64) schema.Publication {
	d.Helper()
	p, err := d.store.Publication(d.Context(), number)
	if err != nil {
		d.Fatal(err)
	}
	return p
}

// states returns the states of all publications, the first one first.
func (d *district) states() (states []schema.State) {
	d.Helper()
	all, err := d.store.Publications(d.Context())
	if err != nil {
		d.Fatal(err)
	}
	for _, p := range slices.Backward(all) {
		states = append(states, p.State)
	}
	return states
}

// wantStates holds the states of all publications.
func (d *district) wantStates(want ...schema.State) {
	d.Helper()
	if diff := cmp.Diff(want, d.states()); diff != "" {
		d.Errorf("publications: -want +got:\n%s", diff)
	}
}

// wantServer holds that the server has exactly the files of a publication, byte
// for byte, and nothing that is staged.
func (d *district) wantServer(number int64) {
	d.Helper()
	kept, err := d.run().Kept(d.Context(), number)
	if err != nil {
		d.Fatal(err)
	}

	want := map[string]string{}
	for _, f := range kept {
		if f.Content.Rows > 0 {
			want[f.Rule.Name] = d.text(f.Content)
		}
	}
	if diff := cmp.Diff(want, d.server.Files); diff != "" {
		d.Errorf("on the server: -publication %d +got:\n%s", number, diff)
	}
}

// text returns the bytes of a content.
func (d *district) text(c schema.Content) string {
	d.Helper()
	r, err := files.Open(c)
	if err != nil {
		d.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := b.ReadFrom(r); err != nil {
		d.Fatal(err)
	}
	return b.String()
}

// wantLive holds which publication delivered each live file.
func (d *district) wantLive(want map[string]int64) {
	d.Helper()
	live, err := d.store.Live(d.Context(), publishtest.Destination)
	if err != nil {
		d.Fatal(err)
	}

	got := map[string]int64{}
	for _, l := range live {
		got[l.Name] = l.Publication
	}
	if diff := cmp.Diff(want, got); diff != "" {
		d.Errorf("live: -want +got:\n%s", diff)
	}
}

// all is that every file is one publication's.
func all(number int64) map[string]int64 {
	return map[string]int64{attendance: number, gpa: number, tags: number}
}

// wantLog holds that the last run logged a line with these words.
func (d *district) wantLog(words ...string) {
	d.Helper()
	for line := range strings.Lines(d.log.String()) {
		missing := slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(line, w) })
		if !missing {
			return
		}
	}
	d.Errorf("no line of the log has %q:\n%s", words, &d.log)
}

// wantFault holds an error: its kind, and its text or a part of it.
func (d *district) wantFault(err error, kind schema.Kind, says string) {
	d.Helper()
	if err == nil || schema.KindOf(err) != kind || !strings.Contains(err.Error(), says) {
		d.Errorf("got %v (kind %d), want kind %d with %q", err, schema.KindOf(err), kind, says)
	}
}

// limits names the limits that a publication exceeds, each once, in order.
func limits(trips []schema.Trip) (names []string) {
	for _, t := range trips {
		if !slices.Contains(names, t.Limit) {
			names = append(names, t.Limit)
		}
	}
	return names
}

// withoutTags takes the IEP of every student.
func withoutTags(students []schema.Student) {
	for i := range students {
		students[i].Facts = `{"iep":["0"],"section_504":["0"]}`
	}
}

// oneMoreDay is what happens on an ordinary day.
func oneMoreDay(students []schema.Student) {
	for i := range students {
		students[i].DaysPresent, students[i].DaysEnrolled = "20", "21"
	}
}

// cancelAt cancels a context when the server is asked for something.
func (d *district) cancelAt(op publishtest.Op, name string) context.Context {
	ctx, cancel := context.WithCancel(d.Context())
	d.Cleanup(cancel)
	d.server.Before = func(did publishtest.Op, of string) {
		if did == op && strings.Contains(of, name) {
			cancel()
		}
	}
	return ctx
}

// logged reports whether the last run logged some words.
func logged(d *district, words string) bool { return strings.Contains(d.log.String(), words) }

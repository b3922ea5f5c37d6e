package publish_test

import (
	"bytes"
	"errors"
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

// district is a store and a server that a test takes through its nights.
type district struct {
	*testing.T
	store    *publishtest.Memory
	server   *publishtest.Server
	now      time.Time
	students []schema.Student
	settings schema.Settings // of the snapshots
	asks     schema.Settings // of today's configuration
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
		asks:     publishtest.Settings(),
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
	d.first()
	return d
}

// first publishes the first snapshot, which is held until it is approved.
func (d *district) first() {
	d.Helper()
	d.take()
	d.plan(schema.Held)
	d.must(d.run().Approve(d.Context(), 1, "me", "the first"))
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
		Differ:     *d.differ(),
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

// differ reads, without the lock.
func (d *district) differ() *diff.Differ {
	return &diff.Differ{
		Builder: files.Builder{
			Snapshots: d.store,
			Kinds:     files.All(),
			Rules:     d.rules,
			Asks:      d.asks,
			Log:       slog.New(slog.NewTextHandler(&d.log, nil)),
		},
		Students:     d.store,
		Publications: d.store,
		Measurers:    d.guard.Measurers(),
		Destination:  publishtest.Destination,
	}
}

// take takes a snapshot of the students there are.
func (d *district) take() schema.Snapshot {
	d.Helper()
	s := schema.Snapshot{
		Run:               "extract",
		TakenAt:           d.now,
		AttendanceThrough: d.now,
		Settings:          d.settings,
	}
	if err := d.store.Take(d.Context(), &s, d.students, nil); err != nil {
		d.Fatal(err)
	}
	return s
}

// night moves on to the next night: something happens to the students, and a
// snapshot is taken an hour before now.
func (d *district) night(happens func(students []schema.Student)) {
	d.Helper()
	d.now = d.now.Add(23 * time.Hour)

	if happens != nil {
		happens(d.students)
	}

	d.take()
	d.now = d.now.Add(time.Hour)
}

// plan plans the newest snapshot, and expects this state.
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

// nightly runs the nightly job, which has to succeed.
func (d *district) nightly() *schema.Publication {
	d.Helper()
	return d.must(d.run().Nightly(d.Context(), schema.Latest))
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

// states returns the states of all publications, the oldest first.
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

// wantStates checks the states of all publications, the oldest first.
func (d *district) wantStates(want ...schema.State) {
	d.Helper()
	if diff := cmp.Diff(want, d.states()); diff != "" {
		d.Errorf("publications: -want +got:\n%s", diff)
	}
}

// wantPublication checks the number and the state of a publication.
func (d *district) wantPublication(p *schema.Publication, number int64, state schema.State) {
	d.Helper()
	if p.Number != number || p.State != state {
		d.Errorf("got publication %d %s, want %d %s", p.Number, p.State, number, state)
	}
}

// wantIdle checks that nothing was asked of the server.
func (d *district) wantIdle() {
	d.Helper()
	if d.server.Did != nil {
		d.Errorf("the server was asked %q, want nothing", d.server.Did)
	}
}

// wantServer checks that the server has exactly the files of a publication, byte
// for byte, and nothing that is staged.
func (d *district) wantServer(number int64) {
	d.Helper()
	kept, err := d.differ().Kept(d.Context(), number)
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

// wantLive checks which publication delivered each live file.
func (d *district) wantLive(want map[string]int64) {
	d.Helper()
	live, err := d.store.Live(d.Context(), publishtest.Destination, 0)
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

// wantSent checks which publication each file is of that is known to have been sent
// last and of which nothing newer was released; those without one are publication 1.
func (d *district) wantSent(want map[string]int64) {
	d.Helper()
	live, err := d.store.Live(d.Context(), publishtest.Destination, 0)
	if err != nil {
		d.Fatal(err)
	}

	got := map[string]int64{}
	for _, l := range live {
		if l.SentAt != nil && l.Publication > 1 {
			got[l.Name] = l.Publication
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		d.Errorf("sent: -want +got:\n%s", diff)
	}
}

// wantSentOf checks which files of a publication are known to have been sent.
func (d *district) wantSentOf(number int64, want ...string) {
	d.Helper()
	var got []string
	for _, delivery := range d.deliveries(number) {
		for _, f := range delivery.Files {
			if f.SentAt != nil {
				got = append(got, f.Name)
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		d.Errorf("sent of publication %d: -want +got:\n%s", number, diff)
	}
}

// wantStaged checks which files were staged since Did was emptied.
func (d *district) wantStaged(want ...string) {
	d.Helper()
	var got []string
	for _, did := range d.server.Did {
		if staged, ok := strings.CutPrefix(did, "stage ."); ok {
			name, _, _ := strings.Cut(staged, ".csv.")
			got = append(got, name+".csv")
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		d.Errorf("staged: -want +got:\n%s", diff)
	}
}

// wantNothingStaged checks that nothing is left staged on the server.
func (d *district) wantNothingStaged() {
	d.Helper()
	if staged := d.server.Staged(); staged != nil {
		d.Errorf("got %q on the server, want nothing staged", staged)
	}
}

// deliveries returns the deliveries of a publication, the oldest first.
func (d *district) deliveries(number int64) []schema.Delivery {
	d.Helper()
	all, err := d.store.Deliveries(d.Context(), number)
	if err != nil {
		d.Fatal(err)
	}
	return all
}

// all says that one publication delivered every file.
func all(number int64) map[string]int64 {
	return map[string]int64{attendance: number, gpa: number, tags: number}
}

// wantLog checks that the last run logged a line with these words.
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

// wantFault checks the kind of an error, and its text or a part of it.
func (d *district) wantFault(err error, kind schema.Kind, says string) {
	d.Helper()
	known := err != nil && schema.KindOf(err) == kind
	if !known || !strings.Contains(err.Error(), says) {
		d.Errorf("got %v (kind %d), want kind %d with %q", err, schema.KindOf(err), kind, says)
	}
}

// wantHint checks the next step that an error suggests.
func (d *district) wantHint(err error, want string) {
	d.Helper()
	var fault *schema.Fault
	if !errors.As(err, &fault) || fault.Hint != want {
		d.Errorf("got %+v, want the hint %q", fault, want)
	}
}

// wantLimits checks which limits a publication exceeds or comes close to.
func (d *district) wantLimits(trips []schema.Trip, want ...string) {
	d.Helper()
	if diff := cmp.Diff(want, limits(trips)); diff != "" {
		d.Errorf("limits: -want +got:\n%s", diff)
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

// withoutTags takes the tags from every student.
func withoutTags(students []schema.Student) {
	for i := range students {
		students[i].Facts = `{"iep":["0"],"section_504":["0"]}`
	}
}

// withoutGPAs takes both GPAs from every student.
func withoutGPAs(students []schema.Student) {
	for i := range students {
		students[i].SimpleGPA = ""
		students[i].WeightedGPA = ""
	}
}

// withoutDays takes the attendance from every student.
func withoutDays(students []schema.Student) {
	for i := range students {
		students[i].DaysPresent = ""
		students[i].DaysEnrolled = ""
	}
}

// oneMoreDay is what happens on an ordinary day.
func oneMoreDay(students []schema.Student) {
	for i := range students {
		students[i].DaysPresent = "20"
		students[i].DaysEnrolled = "21"
	}
}

// before does something once, when the server is first asked for an operation on
// a file whose name contains this.
func (d *district) before(op publishtest.Op, name string, what func()) {
	d.server.Before = func(did publishtest.Op, of string) {
		if did == op && strings.Contains(of, name) {
			d.server.Before = nil
			what()
		}
	}
}

// logged reports whether the last run logged some words.
func logged(d *district, words string) bool { return strings.Contains(d.log.String(), words) }

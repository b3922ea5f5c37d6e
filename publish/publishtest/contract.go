package publishtest

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Contract checks what the interfaces of a Store promise. open returns an empty
// store, whose clock is now.
func Contract(t *testing.T, open func(t *testing.T, now func() time.Time) Store) {
	for _, promise := range []struct {
		name  string
		check func(*contract)
	}{
		{"Snapshot", snapshotRefs},
		{"SnapshotsComeBackAsTheyWere", snapshotsComeBack},
		{"StudentsComeInTheOrderOfTheFiles", studentsInOrder},
		{"StudentsEndWithTheContext", studentsEnd},
		{"Leavers", leavers},
		{"StudentsNumbered", studentsNumbered},
		{"Sightings", sightings},
		{"NumberLengths", numberLengths},
		{"PublicationsComeBackAsTheyWere", publicationsComeBack},
		{"RecordIsWholeOrNotAtAll", recordIsWhole},
		{"ContentsAreKeptOnce", contentsOnce},
		{"Newest", newest},
		{"Decide", decisions},
		{"States", states},
		{"Supersede", supersede},
		{"Live", live},
		{"LiveAfterAPartialDelivery", liveAfterPartial},
		{"Fates", fates},
		{"Past", past},
		{"Adopt", adopt},
		{"DeliveriesComeBackAsTheyWere", deliveriesComeBack},
		{"LiveOfWhatIsNotSettled", liveUnsettled},
		{"EndOlder", endOlder},
		{"ADeliveryThatIsOver", overDeliveries},
		{"Fences", fences},
		{"FencesOfAdopt", fencesOfAdopt},
	} {
		t.Run(promise.name, func(t *testing.T) {
			t.Parallel()
			c := &contract{T: t, now: time.Date(2026, 11, 20, 2, 30, 0, 0, time.UTC)}
			c.Store = open(t, func() time.Time { return c.now })
			promise.check(c)
		})
	}
}

// contract is a store under test, and what the tests need to fill it.
type contract struct {
	*testing.T
	Store
	now  time.Time
	runs int
}

// check ends the test where a step that has to succeed does not.
func (c *contract) check(err error) {
	c.Helper()
	if err != nil {
		c.Fatal(err)
	}
}

// want reports a difference, or an error where none is wanted.
func (c *contract) want(what string, want, got any, err error) {
	c.Helper()
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		c.Errorf("%s: got error %v, want none; -want +got:\n%s", what, err, diff)
	}
}

// wantKind reports an error that is not a fault of a kind.
func (c *contract) wantKind(what string, err error, want schema.Kind) {
	c.Helper()
	if err == nil || schema.KindOf(err) != want {
		c.Errorf("%s: got %v (kind %d), want kind %d", what, err, schema.KindOf(err), want)
	}
}

func (c *contract) run() string {
	c.runs++
	return fmt.Sprint("run", c.runs)
}

// take takes a snapshot, an hour after the one before.
func (c *contract) take(leavers []schema.Leaver, students ...schema.Student) schema.Snapshot {
	c.Helper()
	c.now = c.now.Add(time.Hour)
	s := schema.Snapshot{
		Run:               c.run(),
		AttendanceThrough: c.now,
		TakenAt:           c.now,
		Settings:          Settings(),
		SourceRows:        int64(len(students)),
		Findings:          schema.FindingCounts{schema.NumberMissing: 1},
		Rows:              map[string]int64{"s_il_stu_x": 1},
	}

	c.check(c.Store.Take(c.Context(), &s, students, leavers))
	return s
}

// lock takes the lock over.
func (c *contract) lock() publish.Lock {
	c.Helper()
	lock, err := c.TakeLock(c.Context())
	c.check(err)
	return lock
}

var contents = []schema.Content{
	{Sum: schema.Sum{1}, Zstd: []byte("gpa"), Size: 10, Rows: 1},
	{Sum: schema.Sum{2}, Zstd: []byte("tags"), Size: 20, Rows: 2},
	{Sum: schema.Sum{3}, Zstd: []byte("roster"), Size: 30, Rows: 3},
}

// publication is one that is not recorded yet.
func (c *contract) publication(destination string) *schema.Publication {
	c.Helper()
	settings, err := schema.ParseSettings(`{"b":1,  "a":"<"}`)
	c.check(err)

	return &schema.Publication{
		Run:         c.run(),
		Origin:      schema.Plan,
		Snapshot:    1,
		Settings:    settings,
		Rules:       []byte(`{}`),
		Guard:       []byte(`{"a":  1}`),
		Version:     "v1",
		Destination: destination,
		Roster:      schema.Sum{3},
		Findings: schema.FindingTallies{schema.NumberShared: {
			Count:   2,
			Schools: map[int64]int64{17: 1, 18: 1},
			Grades:  map[int64]int64{9: 2},
		}},
		Files: []schema.File{
			{Kind: "gpa", Name: "gpa.csv", Sum: schema.Sum{1}, Size: 10, Rows: 1},
			{Kind: "tags", Name: "student_tags.csv", Sum: schema.Sum{2}, Size: 20, Rows: 2},
		},
		Verdict:   schema.Pass,
		Trips:     []schema.Trip{{Limit: "lost", Unit: "tag 504", Says: "tag 504: 1 lost"}},
		Warnings:  []schema.Trip{{Limit: "left", Unit: "file gpa", Says: "half"}},
		PlannedAt: c.now,
	}
}

// record records a publication, after a change to it; change may be nil.
func (c *contract) record(destination string, change func(*schema.Publication)) *schema.Publication {
	c.Helper()
	p := c.publication(destination)
	if change != nil {
		change(p)
	}
	c.check(c.Record(c.Context(), p, contents, nil))
	return p
}

// begin begins a delivery of all files of a publication.
func (c *contract) begin(lock publish.Lock, p *schema.Publication) *schema.Delivery {
	c.Helper()
	d := c.delivery(p)
	c.check(c.BeginDelivery(c.Context(), lock.Fence(), d, stagedAs))
	return d
}

// delivery is one that is not begun yet.
func (c *contract) delivery(p *schema.Publication) *schema.Delivery {
	d := &schema.Delivery{Run: c.run(), Publication: p.Number}
	for _, f := range p.Files {
		d.Files = append(d.Files, schema.DeliveredFile{Name: f.Name, Sum: f.Sum})
	}
	return d
}

// staged records that a file of a delivery is on the server.
func (c *contract) staged(lock publish.Lock, d *schema.Delivery, name string) {
	c.Helper()
	c.check(c.Staged(c.Context(), lock.Fence(), d.Number, name, "hash"))
}

// sent records that a file of a delivery has its final name.
func (c *contract) sent(lock publish.Lock, d *schema.Delivery, name string) {
	c.Helper()
	c.check(c.Sent(c.Context(), lock.Fence(), d.Number, name, "hash"))
}

// release lets the files of a delivery have their final names.
func (c *contract) release(lock publish.Lock, d *schema.Delivery) {
	c.Helper()
	c.check(c.Release(c.Context(), lock.Fence(), d.Number))
}

// end records that a delivery has ended.
func (c *contract) end(lock publish.Lock, d *schema.Delivery) {
	c.Helper()
	c.check(c.EndDelivery(c.Context(), lock.Fence(), d.Number, "SHA256:key"))
}

// fail begins a delivery that ends before anything is sent.
func (c *contract) fail(p *schema.Publication) *schema.Delivery {
	c.Helper()
	lock := c.lock()
	d := c.begin(lock, p)
	c.end(lock, d)
	return d
}

// deliver sends some files of a publication; of the others it is not known whether
// they were sent.
func (c *contract) deliver(p *schema.Publication, names ...string) *schema.Delivery {
	c.Helper()
	lock := c.lock()
	d := c.begin(lock, p)
	for _, f := range d.Files {
		c.staged(lock, d, f.Name)
	}
	c.release(lock, d)
	for _, name := range names {
		c.sent(lock, d, name)
	}
	c.end(lock, d)
	return d
}

// approve lets a publication go.
func (c *contract) approve(p *schema.Publication, by string) {
	c.Helper()
	c.check(c.Decide(c.Context(), schema.Decision{
		Publication: p.Number,
		Kind:        schema.Approve,
		By:          by,
		Reason:      by + " looked at it",
		ExpiresAt:   c.now.Add(96 * time.Hour),
	}))
}

package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"maps"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/extract"
	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// nights is a district whose students are in memory and change from night to
// night, with a real store. extract and publish do with it what they would do
// with PowerSchool, but deliveries are only recorded.
type nights struct {
	testing.TB
	students  map[int64]*schema.Student
	left      map[int64]int64 // the ENROLL_STATUS of students who are gone
	now       time.Time
	conf      *config.Config
	extract   *postgres.DB
	publish   *postgres.DB
	publisher *publish.Publisher
	runs      int
}

func newNights(t testing.TB) *nights {
	store := postgrestest.Database(t)
	n := &nights{
		TB:       t,
		students: map[int64]*schema.Student{},
		left:     map[int64]int64{},
		now:      time.Date(2026, 7, 1, 3, 0, 0, 0, time.UTC),
		conf:     config.Default(),
	}
	n.extract = n.open(store.Extract, "extract")
	n.publish = n.open(store.Publish, "publish")

	n.publisher = n.newPublisher()
	n.configure()
	return n
}

func (n *nights) clock() time.Time { return n.now }

// open opens the store as a program does.
func (n *nights) open(url, program string) *postgres.DB {
	db, err := postgres.Open(n.Context(), url, postgres.Options{Program: program, Now: n.clock})
	if err != nil {
		n.Fatal(err)
	}
	n.Cleanup(db.Close)
	return db
}

func (n *nights) newPublisher() *publish.Publisher {
	lock, err := n.publish.Lock(n.Context())
	if err != nil {
		n.Fatal(err)
	}
	n.Cleanup(func() { _ = lock.Release() })

	return &publish.Publisher{
		Differ: diff.Differ{
			Builder: files.Builder{
				Snapshots: n.publish,
				Kinds:     files.All(),
				Log:       slog.New(slog.NewTextHandler(io.Discard, nil)),
			},
			Students:     n.publish,
			Publications: n.publish,
			Destination:  "d@h:22/automated",
		},
		Records:    n.publish,
		Deliveries: n.publish,
		Lock:       lock,
		Dial: func(context.Context) (publish.Session, error) {
			return nil, errors.New("there is no server")
		},
		Version: "test",
		Zone:    time.UTC,
		Now:     n.clock,
	}
}

// configure applies what a test has changed in the configuration.
func (n *nights) configure() {
	n.publisher.Rules, n.publisher.Guard = n.conf.Rules(), n.conf.Guard
	n.publisher.Measurers = n.conf.Guard.Measurers()
}

func (n *nights) run() string {
	n.runs++
	return fmt.Sprintf("run%d", n.runs)
}

// Students is extract's Source.
func (n *nights) Students(_ context.Context, _ schema.Moment, read *schema.Read) iter.Seq2[*schema.Student, error] {
	return func(yield func(*schema.Student, error) bool) {
		for _, dcid := range slices.Sorted(maps.Keys(n.students)) {
			if !yield(n.students[dcid], nil) {
				return
			}
		}
		read.Rows = int64(len(n.students))
		read.Attended = true
	}
}

// Leavers is extract's Source.
func (n *nights) Leavers(_ context.Context, leavers []schema.Leaver) error {
	for i := range leavers {
		status := cmp.Or(n.left[leavers[i].DCID], 2)
		leavers[i].EnrollStatus = &status
	}
	return nil
}

// snapshot takes a snapshot and returns its number.
func (n *nights) snapshot() int64 {
	n.Helper()
	draft, err := n.extract.Begin(n.Context())
	if err != nil {
		n.Fatal(err)
	}

	s, err := extract.Run(n.Context(), n, draft, extract.Options{
		Run:      n.run(),
		Moment:   schema.Moment{Through: n.now, Day: n.now},
		TakenAt:  n.now,
		Settings: n.conf.Settings(),
		Log:      n.publisher.Log,
	})
	if err != nil {
		n.Fatal(err)
	}
	return s.Number
}

// plan plans a publication of the newest snapshot.
func (n *nights) plan() *schema.Publication {
	n.Helper()
	n.publisher.Run = n.run()

	p, err := n.publisher.Plan(n.Context(), schema.Latest)
	if err != nil && schema.KindOf(err) != schema.HeldBack {
		n.Fatal(err)
	}
	return p
}

// deliver records that a publication was sent, after an approval if it is held.
func (n *nights) deliver(p *schema.Publication) {
	n.Helper()
	check := func(err error) {
		n.Helper()
		if err != nil {
			n.Fatal(err)
		}
	}

	if p.Verdict == schema.Hold {
		check(n.publish.Decide(n.Context(), schema.Decision{
			Publication: p.Number,
			Kind:        schema.Approve,
			By:          "a person",
			Reason:      "looked at it",
			ExpiresAt:   p.PlannedAt.Add(96 * time.Hour),
		}))
	}

	d := schema.Delivery{Run: n.run(), Publication: p.Number}
	for _, f := range p.Files {
		d.Files = append(d.Files, schema.DeliveredFile{Name: f.Name, Sum: f.Sum})
	}

	fence := n.publisher.Lock.Fence()
	check(n.publish.BeginDelivery(n.Context(), fence, &d, func(_, name string) string { return name }))
	check(n.publish.Release(n.Context(), fence, d.Number))
	for _, f := range d.Files {
		check(n.publish.Staged(n.Context(), fence, d.Number, f.Name, "hash"))
		check(n.publish.Sent(n.Context(), fence, d.Number, f.Name, "hash"))
	}
	check(n.publish.EndDelivery(n.Context(), fence, d.Number, "key"))
}

// night takes a snapshot, plans, and delivers, with an approval when that is
// needed. It returns the limits that held the publication.
func (n *nights) night() (held []string) {
	n.Helper()
	n.snapshot()
	p := n.plan()
	n.deliver(p)
	return tripped(p)
}

// tripped names the limits that a publication exceeds, each once, in order.
func tripped(p *schema.Publication) (names []string) {
	for _, t := range p.Trips {
		if !slices.Contains(names, t.Limit) {
			names = append(names, t.Limit)
		}
	}
	return names
}

// enroll adds a student.
func (n *nights) enroll(dcid, school, grade int64) *schema.Student {
	st := &schema.Student{
		DCID:       dcid,
		ID:         dcid + 1000,
		Number:     strconv.FormatInt(dcid+100_000, 10),
		SchoolID:   school,
		GradeLevel: grade,
		Facts:      "{}",
	}
	n.students[dcid] = st
	return st
}

// leave removes a student, who then has that ENROLL_STATUS.
func (n *nights) leave(dcid, status int64) {
	delete(n.students, dcid)
	n.left[dcid] = status
}

// mark sets a student's facts to those named, each with the value that gives the
// default tag.
func mark(st *schema.Student, facts ...string) {
	values := map[string][]string{}
	for _, f := range facts {
		values[f] = []string{"1"}
		if f == "gifted" {
			values[f] = []string{"Y"}
		}
	}
	st.Facts = schema.NewFacts(values)
}

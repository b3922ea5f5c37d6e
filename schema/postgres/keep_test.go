package postgres_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

func TestPin(t *testing.T) {
	db := open(t, postgrestest.Database(t).Extract)
	take(t, db, students(1)...)
	for _, c := range []struct {
		reason string
		want   bool
	}{{"audit", true}, {"another", false}} {
		pinned, err := db.Pin(t.Context(), 1, schema.Pin{Reason: c.reason, By: "me"})
		if pinned != c.want || err != nil {
			t.Errorf("%s: got %v, %v; want %v", c.reason, pinned, err, c.want)
		}
	}

	s, err := db.Snapshot(t.Context(), schema.Latest)
	want := &schema.Pin{Reason: "audit", By: "me", At: clock}
	if s.Pin.DBUser != "schoolinks_test_extract" || s.Pin.RecordedAt.IsZero() {
		t.Errorf("the database says %+v, want the role and a time", s.Pin.Recorded)
	}

	want.Recorded = s.Pin.Recorded
	if diff := cmp.Diff(want, s.Pin); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}

	for _, want := range []bool{true, false} {
		if unpinned, err := db.Unpin(t.Context(), 1); unpinned != want || err != nil {
			t.Errorf("got %v, %v; want %v", unpinned, err, want)
		}
	}
}

// Every publication has its own destination, where none supersedes it.
func TestDropSnapshot(t *testing.T) {
	test := postgrestest.Database(t)
	extract, publish := open(t, test.Extract), open(t, test.Publish)

	for _, c := range []struct {
		verdict schema.Verdict
		steps   string // what becomes of the publication; "" makes none
		want    string // why the store refuses; "" when it does not
	}{
		{schema.Pass, "", ""},
		{schema.Pass, "pin", "snapshot % is pinned"},
		{schema.Pass, "record", "publication #, which is planned, was built from snapshot %"},
		{schema.Hold, "record", "publication #, which is held, was built from snapshot %"},
		{schema.Hold, "record approve", "publication #, which is approved, was built from snapshot %"},
		{schema.Hold, "record discard", ""},
		{schema.Hold, "record supersede", ""},
		{schema.Pass, "record begin", "publication #, which is delivering, was built from snapshot %"},
		{schema.Pass, "record begin end", "publication #, which is failed, was built from snapshot %"},
		{schema.Pass, "record begin release end", "publication #, which is unknown, was built from snapshot %"},
		{schema.Pass, "record begin release end discard", ""},
		{schema.Pass, "record begin release end replaced", ""},
		{schema.Pass, "record begin release gpa end", "snapshot % is where live files came from"},
		{schema.Pass, "record begin release gpa end discard", "snapshot % is where live files came from"},
		{schema.Pass, "record begin release gpa tags end", "snapshot % is where live files came from"},
		{schema.Pass, "record begin release gpa tags end replaced", ""},
	} {
		s := take(t, extract, students(2)...)
		p := publication(s.Number)
		p.Destination = fmt.Sprint("district@sftp.example.org:22/", s.Number)
		p.Verdict = c.verdict
		newest := take(t, extract, students(1)...)

		use := use{extract: extract, publish: publish, p: &p, newest: newest.Number}
		for step := range strings.FieldsSeq(c.steps) {
			if err := use.step(t, step); err != nil {
				t.Fatalf("%s: %s: %v", c.steps, step, err)
			}
		}

		err := extract.Drop(t.Context(), s.Number)
		want := strings.NewReplacer("%", fmt.Sprint(s.Number), "#", fmt.Sprint(p.Number)).Replace(c.want)
		wantDropped(t, test.Owner, s.Number, err, want)

		wantNotDropped(t, extract, newest.Number, "is the newest")
		wantNotDropped(t, extract, newest.Number+1, "does not exist")
	}
}

func TestUses(t *testing.T) {
	test := postgrestest.Database(t)
	extract, publish := open(t, test.Extract), open(t, test.Publish)
	if uses, err := extract.Uses(t.Context()); uses != nil || err != nil {
		t.Errorf("got %v, %v, want none", uses, err)
	}

	adopted := publication(0) // its roster is of no snapshot
	adopted.Origin, adopted.Settings = schema.Adopt, schema.Settings{}

	lock := takeLock(t, publish)
	err := publish.Adopt(t.Context(), lock.Fence(), &adopted, contents)
	if err := errors.Join(err, lock.Release()); err != nil {
		t.Fatal(err)
	}

	first, second := publication(4), publication(5)
	second.Destination, second.Verdict = "other@sftp.example.org:22/", schema.Hold
	record(t, publish, &first)
	deliver(t, publish, first, 1)
	record(t, publish, &second)

	got, err := extract.Uses(t.Context())
	want := []schema.Use{
		{
			Snapshot:    5,
			Publication: 3,
			Destination: second.Destination,
			State:       schema.Held,
			Waiting:     true,
		},
		{
			Snapshot:    4,
			Publication: 2,
			Destination: destination,
			State:       schema.Unknown,
			Live:        true,
			Waiting:     true,
		},
	}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}
}

// Dropping does not wait long for others: they would wait for what it has locked.
func TestDropGivesUp(t *testing.T) {
	t.Parallel()
	test := postgrestest.Database(t)
	db := open(t, test.Extract)
	take(t, db, students(2)...)
	take(t, db, students(1)...)

	other, err := pgx.Connect(t.Context(), test.Owner)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close(t.Context())

	postgrestest.Exec(t, test.Owner, `alter function drop_snapshot set lock_timeout = '100ms'`) // it tries four times
	if _, err := other.Exec(t.Context(), `begin; lock table student in share mode`); err != nil {
		t.Fatal(err)
	}

	wantKind(t, db.Drop(t.Context(), 1), schema.Unreachable)
	if _, err := other.Exec(t.Context(), `commit`); err != nil {
		t.Fatal(err)
	}
	if n := query[int64](t, test.Owner, `select count(*) from student where snapshot = 1`); n != 2 {
		t.Errorf("%d students are left, want 2", n)
	}
	if err := db.Drop(t.Context(), 1); err != nil {
		t.Error(err)
	}
}

func wantNotDropped(t *testing.T, db *postgres.DB, snapshot int64, why string) {
	t.Helper()
	err := db.Drop(t.Context(), snapshot)
	if err == nil || !strings.HasSuffix(err.Error(), why) {
		t.Errorf("snapshot %d: got %v, want %q", snapshot, err, why)
	}
}

// use is a publication that uses a snapshot older than the newest one.
type use struct {
	extract, publish *postgres.DB
	p                *schema.Publication
	newest           int64
	delivery         schema.Delivery
	fence            int64
}

func (u *use) step(t *testing.T, step string) (err error) {
	switch step {
	case "pin":
		_, err = u.extract.Pin(t.Context(), u.p.Snapshot, schema.Pin{Reason: "audit", By: "me"})
	case "record":
		record(t, u.publish, u.p)
	case "approve", "discard", "supersede":
		decide(t, u.publish, u.p.Number, step)
	case "begin":
		lock := takeLock(t, u.publish)
		u.fence = lock.Fence()
		u.delivery = beginDelivery(t, u.publish, lock, *u.p)
		err = lock.Release()
	case "release":
		err = u.publish.Release(t.Context(), u.fence, u.delivery.Number)
	case "gpa":
		err = u.publish.Sent(t.Context(), u.fence, u.delivery.Number, "gpa.csv", "hash")
	case "tags":
		err = u.publish.Sent(t.Context(), u.fence, u.delivery.Number, "student_tags.csv", "hash")
	case "replaced":
		newer := publication(u.newest)
		newer.Destination = u.p.Destination
		record(t, u.publish, &newer)
		deliver(t, u.publish, newer, len(newer.Files))
	case "end":
		err = u.publish.EndDelivery(t.Context(), u.fence, u.delivery.Number, "SHA256:x")
	}

	return err
}

// wantDropped looks at what dropping a snapshot of two students came to; why is
// the reason for which it was to be refused, or "".
func wantDropped(t *testing.T, owner string, snapshot int64, err error, why string) {
	t.Helper()

	var left int64
	if why == "" && err != nil {
		t.Errorf("snapshot %d: %v", snapshot, err)
	}
	if why != "" {
		left = 2
		if err == nil || !strings.HasSuffix(err.Error(), ": "+why) {
			t.Errorf("snapshot %d: got %v, want %q", snapshot, err, why)
		}
	}

	const count = `select count(*) from student where snapshot = $1`
	if n := query[int64](t, owner, count, snapshot); n != left {
		t.Errorf("snapshot %d: %d students are left, want %d (%q)", snapshot, n, left, why)
	}
}

package postgres_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

func TestPin(t *testing.T) {
	db := open(t, postgrestest.Database(t).Extract)
	take(t, db, students(1)...)
	for _, c := range []struct {
		reason string
		want   bool
	}{{"audit", true}, {"another", false}} {
		if pinned, err := db.Pin(t.Context(), 1, schema.Pin{Reason: c.reason, By: "me"}); pinned != c.want || err != nil {
			t.Errorf("%s: got %v, %v; want %v", c.reason, pinned, err, c.want)
		}
	}
	s, err := db.Snapshot(t.Context(), schema.Latest)
	if diff := cmp.Diff(&schema.Pin{Reason: "audit", By: "me", At: clock}, s.Pin); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}
	for _, want := range []bool{true, false} {
		if unpinned, err := db.Unpin(t.Context(), 1); unpinned != want || err != nil {
			t.Errorf("got %v, %v; want %v", unpinned, err, want)
		}
	}
}

// Every publication is at a destination of its own, where none supersedes it.
func TestDropSnapshot(t *testing.T) {
	test := postgrestest.Database(t)
	extract, publish := open(t, test.Extract), open(t, test.Publish)
	for _, c := range []struct {
		verdict schema.Verdict
		steps   string // what becomes of the publication; none is made of ""
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
		{schema.Pass, "record begin failed", "publication #, which is failed, was built from snapshot %"},
		{schema.Pass, "record begin unknown", "publication #, which is unknown, was built from snapshot %"},
		{schema.Pass, "record begin sent partial", "snapshot % is where live files came from"},
		{schema.Pass, "record begin sent partial supersede", "snapshot % is where live files came from"},
		{schema.Pass, "record begin sent delivered", "snapshot % is where live files came from"},
		{schema.Pass, "record begin sent delivered replaced", ""},
	} {
		s := take(t, extract, students(2)...)
		p := publication(s.Number)
		p.Destination = fmt.Sprint("district@sftp.example.org:22/", s.Number)
		p.Verdict = c.verdict
		newest := take(t, extract, students(1)...)
		var delivery schema.Delivery
		var fence int64
		for step := range strings.FieldsSeq(c.steps) {
			var err error
			switch step {
			case "pin":
				_, err = extract.Pin(t.Context(), s.Number, schema.Pin{Reason: "audit", By: "me"})
			case "record":
				record(t, publish, &p)
			case "approve", "discard", "supersede":
				err = publish.Decide(t.Context(), schema.Decision{Publication: p.Number, Kind: schema.DecisionKind(step), By: "me", Reason: "because"})
			case "begin":
				lock := takeLock(t, publish)
				fence = lock.Fence()
				delivery = beginDelivery(t, publish, lock, p)
				err = lock.Release()
			case "sent":
				err = publish.Sent(t.Context(), fence, delivery.Number, "gpa.csv", "hash")
			case "replaced":
				newer := publication(newest.Number)
				newer.Destination = p.Destination
				record(t, publish, &newer)
				deliver(t, publish, newer, schema.Delivered)
			default:
				err = publish.EndDelivery(t.Context(), fence, delivery.Number, schema.State(step), "SHA256:x")
			}
			if err != nil {
				t.Fatalf("%s: %s: %v", c.steps, step, err)
			}
		}
		err := extract.Drop(t.Context(), s.Number)
		want := strings.NewReplacer("%", fmt.Sprint(s.Number), "#", fmt.Sprint(p.Number)).Replace(c.want)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.HasSuffix(err.Error(), ": "+want)) {
			t.Errorf("%q: got %v, want %q", c.steps, err, want)
		}
		var left int64 = 2
		if c.want == "" {
			left = 0
		}
		if n := query[int64](t, test.Owner, `select count(*) from student where snapshot = $1`, s.Number); n != left {
			t.Errorf("%q: %d students are left, want %d", c.steps, n, left)
		}
		for number, want := range map[int64]string{newest.Number: "is the newest", newest.Number + 1: "does not exist"} {
			if err := extract.Drop(t.Context(), number); err == nil || !strings.HasSuffix(err.Error(), want) {
				t.Errorf("snapshot %d: got %v, want %q", number, err, want)
			}
		}
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
	if err := errors.Join(publish.Adopt(t.Context(), lock.Fence(), &adopted, contents), lock.Release()); err != nil {
		t.Fatal(err)
	}
	first, second := publication(4), publication(5)
	second.Destination, second.Verdict = "other@sftp.example.org:22/", schema.Hold
	record(t, publish, &first)
	deliver(t, publish, first, schema.Partial)
	record(t, publish, &second)
	got, err := extract.Uses(t.Context())
	want := []schema.Use{
		{Snapshot: 5, Publication: 3, Destination: second.Destination, State: schema.Held, Waiting: true},
		{Snapshot: 4, Publication: 2, Destination: destination, State: schema.Partial, Live: true, Waiting: true},
	}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}
}

// Dropping waits for nobody for long: others would wait for what it has locked.
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

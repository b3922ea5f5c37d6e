package postgres_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

func takeLock(tb testing.TB, db *postgres.DB) *postgres.Lock {
	tb.Helper()
	lock, err := db.Lock(tb.Context(), destination)
	if err != nil {
		tb.Fatal(err)
	}

	tb.Cleanup(func() { _ = lock.Release() })

	return lock
}

func beginDelivery(tb testing.TB, db *postgres.DB, lock *postgres.Lock, p schema.Publication) schema.Delivery {
	tb.Helper()
	runs++
	d := schema.Delivery{Run: fmt.Sprint("run", runs), Publication: p.Number}
	for _, f := range p.Files {
		d.Files = append(d.Files, schema.DeliveredFile{Name: f.Name, Sum: f.Sum})
	}

	stagedAs := func(n int64, name string) string {
		return fmt.Sprintf(".%s.%d.part", name, n)
	}
	if err := db.BeginDelivery(tb.Context(), lock.Fence(), &d, stagedAs); err != nil {
		tb.Fatal(err)
	}

	return d
}

// deliver delivers all of p.
func deliver(tb testing.TB, db *postgres.DB, p schema.Publication, outcome schema.State) schema.Delivery {
	tb.Helper()
	lock := takeLock(tb, db)
	d := beginDelivery(tb, db, lock, p)
	for _, f := range p.Files {
		if err := db.Staged(tb.Context(), lock.Fence(), d.Number, f.Name, "hash"); err != nil {
			tb.Fatal(err)
		}
		if err := db.Sent(tb.Context(), lock.Fence(), d.Number, f.Name, ""); err != nil {
			tb.Fatal(err)
		}
	}

	if err := db.EndDelivery(tb.Context(), lock.Fence(), d.Number, outcome, "SHA256:key"); err != nil {
		tb.Fatal(err)
	}
	if err := lock.Release(); err != nil {
		tb.Fatal(err)
	}

	return d
}

func TestDeliveriesComeBackAsTheyWere(t *testing.T) {
	db := open(t, postgrestest.Database(t).Publish)
	p := publication(1)
	record(t, db, &p)
	want := deliver(t, db, p, schema.Delivered)
	want.EndedAt, want.Outcome, want.HostKey = &clock, schema.Delivered, "SHA256:key"

	for i := range want.Files {
		f := &want.Files[i]
		f.StagedAs = "." + f.Name + ".1.part"
		f.StagedAt, f.SentAt = &clock, &clock
		f.Verified = "hash"
	}

	got, err := db.Deliveries(t.Context(), p.Number)
	if diff := cmp.Diff([]schema.Delivery{want}, got); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}
}

func TestLive(t *testing.T) {
	db := open(t, postgrestest.Database(t).Publish)
	first := publication(1)
	record(t, db, &first)
	deliver(t, db, first, schema.Delivered)

	second := publication(2)
	second.Files = second.Files[1:]
	second.Files[0].Sum = schema.Sum{1}
	record(t, db, &second)
	deliver(t, db, second, schema.Delivered)

	third := publication(3) // was never sent
	record(t, db, &third)
	beginDelivery(t, db, takeLock(t, db), third)

	got, err := db.Live(t.Context(), destination)
	want := []schema.Live{
		{Name: "gpa.csv", Sum: schema.Sum{1}, Publication: 1, SentAt: clock},
		{
			Name:        "student_tags.csv",
			Sum:         schema.Sum{1},
			Publication: 2,
			SentAt:      clock,
		},
	}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}
}

func TestOpenDeliveries(t *testing.T) {
	db := open(t, postgrestest.Database(t).Publish)
	lock := takeLock(t, db)
	p := publication(1)
	record(t, db, &p)
	unknown := beginDelivery(t, db, lock, p)
	if err := db.EndDelivery(t.Context(), lock.Fence(), unknown.Number, schema.Unknown, ""); err != nil {
		t.Fatal(err)
	}
	open := beginDelivery(t, db, lock, p)
	check := func(want ...int64) {
		t.Helper()
		found, err := db.OpenDeliveries(t.Context(), destination)
		var got []int64
		for _, d := range found {
			got = append(got, d.Number)
		}

		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%v, -want +got:\n%s", err, diff)
		}
	}
	check(unknown.Number, open.Number)

	if err := db.EndDelivery(t.Context(), lock.Fence(), unknown.Number, schema.Partial, "k"); err != nil {
		t.Fatal(err)
	}

	check(open.Number)
}

// In TestFencing a run goes on after it has lost its lock to a later one: it may
// not write any more, and the later one may end what it left open.
func TestFencing(t *testing.T) {
	db := open(t, postgrestest.Database(t).Publish)
	p := publication(1)
	record(t, db, &p)
	frozen := takeLock(t, db)
	left := beginDelivery(t, db, frozen, p)

	if err := frozen.Release(); err != nil { // as the server does, to a session that has gone quiet
		t.Fatal(err)
	}

	lock := takeLock(t, db)
	later := beginDelivery(t, db, lock, p)

	old := frozen.Fence()
	for _, d := range []schema.Delivery{left, later} {
		wantKind(t, db.Staged(t.Context(), old, d.Number, "gpa.csv", "hash"), schema.Locked)
		wantKind(t, db.Sent(t.Context(), old, d.Number, "gpa.csv", "hash"), schema.Locked)
		wantKind(t, db.EndDelivery(t.Context(), old, d.Number, schema.Delivered, ""), schema.Locked)
	}

	again := schema.Delivery{Run: "again", Publication: p.Number}
	wantKind(t, db.BeginDelivery(t.Context(), old, &again, nil), schema.Locked)
	adopted := publication(2)
	wantKind(t, db.Adopt(t.Context(), old, &adopted, contents), schema.Locked)

	now := lock.Fence()
	if err := db.EndDelivery(t.Context(), now, left.Number, schema.Failed, ""); err != nil {
		t.Errorf("end what the earlier run left: %v", err)
	}
	if err := db.Staged(t.Context(), now, later.Number, "gpa.csv", "hash"); err != nil {
		t.Error(err)
	}

	wantKind(t, db.Staged(t.Context(), now, later.Number, "other.csv", "hash"), schema.Locked)
	if err := db.EndDelivery(t.Context(), now, later.Number, schema.Failed, ""); err != nil {
		t.Error(err)
	}

	wantKind(t, db.Sent(t.Context(), now, later.Number, "gpa.csv", "hash"), schema.Locked)
	wantKind(t, db.EndDelivery(t.Context(), now, later.Number, schema.Delivered, ""), schema.Locked)
}

// TestAdopt adopts files without a snapshot: they are live at once, and what
// was open before is superseded.
func TestAdopt(t *testing.T) {
	db := open(t, postgrestest.Database(t).Publish)
	held := publication(1)
	record(t, db, &held)
	p := publication(0)
	p.Origin, p.Settings = schema.Adopt, schema.Settings{}

	if err := db.Adopt(t.Context(), takeLock(t, db).Fence(), &p, contents); err != nil {
		t.Fatal(err)
	}
	if p.Number != 2 || p.State != schema.Delivered {
		t.Errorf("got publication %d %s, want 2 delivered", p.Number, p.State)
	}

	got, err := db.Publication(t.Context(), 2)
	if diff := cmp.Diff(p, got); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}
	if first, err := db.Publication(t.Context(), 1); err != nil || first.State != schema.Superseded {
		t.Errorf("got %s, %v, want superseded", first.State, err)
	}

	live, err := db.Live(t.Context(), destination)
	want := []schema.Live{
		{Name: "gpa.csv", Sum: schema.Sum{1}, Publication: 2, SentAt: clock},
		{
			Name:        "student_tags.csv",
			Sum:         schema.Sum{2},
			Publication: 2,
			SentAt:      clock,
		},
	}
	if diff := cmp.Diff(want, live); err != nil || diff != "" {
		t.Errorf("%v, -want +got:\n%s", err, diff)
	}
	if open, err := db.OpenDeliveries(t.Context(), destination); open != nil || err != nil {
		t.Errorf("got open deliveries %v, %v, want none", open, err)
	}
	deliveries, err := db.Deliveries(t.Context(), 2)
	if err != nil || len(deliveries) != 1 || deliveries[0].Files[1].Verified != "adopted" {
		t.Errorf("got %v, %v, want one that says adopted", deliveries, err)
	}
}

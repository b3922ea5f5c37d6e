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

// An adopted publication says that it was delivered by another program.
func TestAdoptedDelivery(t *testing.T) {
	db := open(t, postgrestest.Database(t).Publish)
	p := publication(0)
	p.Origin, p.Settings = schema.Adopt, schema.Settings{}
	if err := db.Adopt(t.Context(), takeLock(t, db).Fence(), &p, contents); err != nil {
		t.Fatal(err)
	}

	deliveries, err := db.Deliveries(t.Context(), p.Number)
	if err != nil || len(deliveries) != 1 {
		t.Fatalf("got %v, %v, want one delivery", deliveries, err)
	}
	for _, f := range deliveries[0].Files {
		if f.Verified != "adopted" {
			t.Errorf("%s: got verified by %q, want adopted", f.Name, f.Verified)
		}
	}
}

package postgres_test

import (
	"fmt"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

func takeLock(tb testing.TB, db *postgres.DB) *postgres.Lock {
	tb.Helper()
	lock, err := db.Lock(tb.Context())
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

	stagedAs := func(tag, name string) string {
		return "." + name + "." + tag + ".part"
	}
	if err := db.BeginDelivery(tb.Context(), lock.Fence(), &d, stagedAs); err != nil {
		tb.Fatal(err)
	}

	return d
}

// deliver sends the first files of p, as many as n; of the others it is not known
// whether they were sent.
func deliver(tb testing.TB, db *postgres.DB, p schema.Publication, n int) schema.Delivery {
	tb.Helper()
	lock := takeLock(tb, db)
	d := beginDelivery(tb, db, lock, p)
	if err := db.Release(tb.Context(), lock.Fence(), d.Number); err != nil {
		tb.Fatal(err)
	}
	for _, f := range p.Files[:n] {
		if err := db.Staged(tb.Context(), lock.Fence(), d.Number, f.Name, "hash"); err != nil {
			tb.Fatal(err)
		}
		if err := db.Sent(tb.Context(), lock.Fence(), d.Number, f.Name, ""); err != nil {
			tb.Fatal(err)
		}
	}

	if err := db.EndDelivery(tb.Context(), lock.Fence(), d.Number, "SHA256:key"); err != nil {
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
	want := deliver(t, db, p, len(p.Files))
	want.ReleasedAt, want.EndedAt, want.HostKey = &clock, &clock, "SHA256:key"

	for i := range want.Files {
		f := &want.Files[i]
		if named := regexp.MustCompile(`^\.` + f.Name + `\.[0-9a-f]{8}-1\.part$`); !named.MatchString(f.StagedAs) {
			t.Errorf("got %s staged as %s, want %s", f.Name, f.StagedAs, named)
		}
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

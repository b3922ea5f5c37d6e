package publishtest

import (
	"fmt"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const (
	gpaName  = "gpa.csv"
	tagsName = "student_tags.csv"
)

// wantLive checks what is live.
func (c *contract) wantLive(what string, want ...schema.Live) {
	c.Helper()
	got, err := c.Store.Live(c.Context(), Destination)
	c.want(what, want, got, err)
}

// liveFiles are both files of a publication that was sent at a time.
func liveFiles(publication int64, at time.Time) (gpa, tags schema.Live) {
	gpa = schema.Live{Name: gpaName, Sum: schema.Sum{1}, Publication: publication, SentAt: at}
	tags = schema.Live{Name: tagsName, Sum: schema.Sum{2}, Publication: publication, SentAt: at}
	return gpa, tags
}

func live(c *contract) {
	c.wantLive("without a publication")
	first := c.record(Destination, nil)
	c.wantLive("before a delivery")

	gpa, tags := liveFiles(1, c.now)
	c.deliver(first, schema.Delivered, gpaName, tagsName)
	c.wantLive("all", gpa, tags)

	c.now = c.now.Add(time.Hour)
	second := c.record(Destination, func(p *schema.Publication) {
		p.Files = p.Files[1:]
		p.Files[0].Sum = schema.Sum{1}
	})
	c.deliver(second, schema.Delivered, tagsName)
	tags = schema.Live{Name: tagsName, Sum: schema.Sum{1}, Publication: 2, SentAt: c.now}
	c.wantLive("a publication without gpa.csv", gpa, tags)

	c.deliver(c.record(elsewhere, nil), schema.Delivered, gpaName, tagsName)
	c.wantLive("another destination", gpa, tags)
}

// liveAfterPartial checks that a file is live as soon as it is recorded as sent,
// however its delivery ends.
func liveAfterPartial(c *contract) {
	first := c.record(Destination, nil)
	c.deliver(first, schema.Delivered, gpaName, tagsName)
	gpa, tags := liveFiles(1, c.now)

	c.now = c.now.Add(time.Hour)
	lock, second := c.lock(), c.record(Destination, nil)
	d := c.begin(lock, second)
	c.staged(lock, d, gpaName)
	c.staged(lock, d, tagsName)
	c.wantLive("staged", gpa, tags)

	c.sent(lock, d, tagsName)
	tags.Publication, tags.SentAt = 2, c.now
	c.wantLive("one is sent", gpa, tags)

	c.end(lock, d, schema.Partial)
	c.wantLive("ended in part", gpa, tags)
	c.deliver(second, schema.Failed)
	c.wantLive("tried again, and failed", gpa, tags)
}

func fates(c *contract) {
	untried := c.record(Destination, nil)
	failed := c.record(Destination, nil)
	c.deliver(failed, schema.Failed)
	approved := c.record(Destination, hold)
	c.approve(approved, "the first one")
	c.approve(approved, "me")

	lock := c.lock()
	d := c.begin(lock, approved)
	c.sent(lock, d, tagsName)
	c.now = c.now.Add(time.Hour)
	c.sent(lock, d, gpaName)
	c.end(lock, d, schema.Delivered)
	c.deliver(c.record(elsewhere, nil), schema.Delivered, gpaName, tagsName)

	got, err := c.Store.Fates(c.Context(), Destination)
	c.want("fates", map[int64]schema.Fate{
		failed.Number:   {},
		approved.Number: {SentAt: &c.now, ApprovedBy: "me", ApprovedReason: "me looked at it"},
	}, got, err)
	if _, ok := got[untried.Number]; ok {
		c.Error("got a fate of a publication that was never tried, want none")
	}
}

// hold makes a publication one that is held.
func hold(p *schema.Publication) { p.Verdict = schema.Hold }

// tallied gives a publication tallies of this number of rows, and plans it the
// same number of hours later.
func tallied(rows int64) func(*schema.Publication) {
	return func(p *schema.Publication) {
		p.PlannedAt = p.PlannedAt.Add(time.Duration(rows) * time.Hour)
		p.Tallies = []schema.Tally{
			{File: "gpa", By: schema.ByColumn, Value: "a", Rows: rows, Before: 1, Added: rows},
			{File: "tags", By: schema.ByTag, Value: "504", Rows: rows, Lost: 1},
			{File: "gpa", By: schema.ByFile, Rows: rows, Before: 1},
		}
	}
}

// pastOf is what Past returns of a publication with tallies of this number of
// rows.
func pastOf(p *schema.Publication, rows int64, decided bool) schema.Past {
	return schema.Past{
		Publication: p.Number,
		PlannedAt:   p.PlannedAt,
		Decided:     decided,
		Tallies: []schema.Tally{
			{File: "gpa", By: schema.ByFile, Rows: rows},
			{File: "tags", By: schema.ByTag, Value: "504", Rows: rows},
		},
	}
}

func past(c *contract) {
	adopted := c.adoptable()
	tallied(1)(adopted)
	c.check(c.Store.Adopt(c.Context(), c.lock().Fence(), adopted, contents))
	partial := c.record(Destination, tallied(2))
	c.deliver(partial, schema.Partial, gpaName)
	failed := c.record(Destination, tallied(3))
	c.deliver(failed, schema.Failed)

	approved := c.record(Destination, tallied(4))
	c.approve(approved, "me")
	c.deliver(approved, schema.Delivered, gpaName, tagsName)
	passed := c.record(Destination, tallied(5))
	c.deliver(passed, schema.Delivered, gpaName, tagsName)
	c.deliver(c.record(elsewhere, tallied(6)), schema.Delivered, gpaName, tagsName)
	c.approve(c.record(Destination, tallied(7)), "me")

	want := []schema.Past{
		pastOf(passed, 5, false),
		pastOf(approved, 4, true),
		pastOf(partial, 2, false),
		pastOf(adopted, 1, true),
	}
	for most, want := range map[int64][]schema.Past{0: nil, 1: want[:1], 3: want[:3], 9: want} {
		got, err := c.Store.Past(c.Context(), Destination, most)
		c.want("past", want, got, err)
	}
}

// adoptable is a publication of another program's files, not recorded yet.
func (c *contract) adoptable() *schema.Publication {
	c.Helper()
	p := c.publication(Destination)
	p.Origin = schema.Adopt
	p.Snapshot = 0
	p.Settings = schema.Settings{}
	return p
}

func adopt(c *contract) {
	held := c.record(Destination, hold)
	p := c.adoptable()
	c.check(c.Store.Adopt(c.Context(), c.lock().Fence(), p, contents))
	if p.Number != 2 || p.State != schema.Delivered {
		c.Errorf("got publication %d %s, want 2 delivered", p.Number, p.State)
	}

	got, err := c.Publication(c.Context(), 2)
	c.want("adopted", *p, got, err)
	c.wantState(held, schema.Superseded)
	gpa, tags := liveFiles(2, c.now)
	c.wantLive("adopted", gpa, tags)
	c.wantOpen("adopted")
	fates, err := c.Store.Fates(c.Context(), Destination)
	c.want("fates", map[int64]schema.Fate{2: {SentAt: &c.now}}, fates, err)
}

// wantState checks where a publication stands.
func (c *contract) wantState(p *schema.Publication, want schema.State) {
	c.Helper()
	got, err := c.Publication(c.Context(), p.Number)
	c.want(fmt.Sprint("state of publication ", p.Number), want, got.State, err)
}

func deliveriesComeBack(c *contract) {
	lock, p := c.lock(), c.record(Destination, nil)
	begun := c.now
	want := c.begin(lock, p)
	if want.Number < 1 || !want.StartedAt.Equal(begun) {
		c.Errorf("got delivery %d of %s, want a number and %s", want.Number, want.StartedAt, begun)
	}
	for _, f := range want.Files {
		if f.StagedAs != stagedAs(want.Number, f.Name) {
			c.Errorf("got %s staged as %s, want the name that was given", f.Name, f.StagedAs)
		}
	}

	c.now = begun.Add(time.Minute)
	staged := c.now
	c.staged(lock, want, gpaName)
	c.check(c.Staged(c.Context(), lock.Fence(), want.Number, tagsName, "size"))
	c.now = begun.Add(time.Hour)
	sent := c.now
	c.check(c.Sent(c.Context(), lock.Fence(), want.Number, gpaName, "")) // hash, as staged
	c.check(c.Sent(c.Context(), lock.Fence(), want.Number, tagsName, "consumed"))

	for i, verified := range []string{"hash", "consumed"} {
		want.Files[i].StagedAt = &staged
		want.Files[i].SentAt = &sent
		want.Files[i].Verified = verified
	}
	got, err := c.OpenDeliveries(c.Context(), Destination)
	c.want("under way", []schema.Delivery{*want}, got, err)

	c.end(lock, want, schema.Unknown)
	want.EndedAt = &sent
	want.Outcome = schema.Unknown
	want.HostKey = "SHA256:key"
	got, err = c.OpenDeliveries(c.Context(), Destination)
	c.want("ended unknown", []schema.Delivery{*want}, got, err)
}

// wantOpen checks which deliveries are open.
func (c *contract) wantOpen(what string, want ...int64) {
	c.Helper()
	found, err := c.OpenDeliveries(c.Context(), Destination)

	var got []int64
	for _, d := range found {
		got = append(got, d.Number)
	}
	c.want(what, want, got, err)
}

func openDeliveries(c *contract) {
	lock, p := c.lock(), c.record(Destination, nil)
	c.begin(lock, c.record(elsewhere, nil))
	unknown := c.begin(lock, p)
	c.end(lock, unknown, schema.Unknown)
	open := c.begin(lock, p)
	c.wantOpen("one ended unknown, one did not end", unknown.Number, open.Number)

	err := c.EndDelivery(c.Context(), lock.Fence(), unknown.Number, schema.Partial, "")
	c.check(err) // without a host key: nobody connected
	c.wantOpen("the first is settled", open.Number)

	c.end(lock, open, schema.Failed)
	c.wantOpen("both are")
}

// refused checks that no step of a delivery is recorded for a fence.
func (c *contract) refused(what string, fence, delivery int64, name string) {
	c.Helper()
	err := c.Staged(c.Context(), fence, delivery, name, "hash")
	c.wantKind(what+": staged", err, schema.Locked)
	err = c.Sent(c.Context(), fence, delivery, name, "hash")
	c.wantKind(what+": sent", err, schema.Locked)
	err = c.EndDelivery(c.Context(), fence, delivery, schema.Delivered, "")
	c.wantKind(what+": end", err, schema.Locked)
}

func overDeliveries(c *contract) {
	p := c.record(Destination, nil)
	over := c.deliver(p, schema.Failed)
	lock := c.lock()
	c.refused("it has ended", lock.Fence(), over.Number, gpaName)
	c.refused("there is none", lock.Fence(), over.Number+5, gpaName)

	open := c.begin(lock, p)
	err := c.Staged(c.Context(), lock.Fence(), open.Number, "other.csv", "hash")
	c.wantKind("another file: staged", err, schema.Locked)
	err = c.Sent(c.Context(), lock.Fence(), open.Number, "other.csv", "hash")
	c.wantKind("another file: sent", err, schema.Locked)

	again := c.delivery(p)
	again.Run = open.Run
	if err := c.BeginDelivery(c.Context(), lock.Fence(), again, stagedAs); err == nil {
		c.Error("a second delivery of a run: got no error, want one")
	}
}

// fences lets a run go on after it lost its lock to a later one: from the later
// one's first delivery on it may not write, and the later one may end what it left
// open.
func fences(c *contract) {
	p := c.record(Destination, nil)
	frozen := c.lock()
	c.check(frozen.Check(c.Context()))
	left := c.begin(frozen, p)
	there := c.begin(frozen, c.record(elsewhere, nil))

	lock := c.lock()
	c.check(lock.Check(c.Context()))
	if lock.Fence() <= frozen.Fence() {
		c.Errorf("got fence %d after %d, want it to grow", lock.Fence(), frozen.Fence())
	}
	c.staged(frozen, left, gpaName) // none has begun yet

	later := c.begin(lock, p)
	c.refused("an older fence, its own delivery", frozen.Fence(), left.Number, gpaName)
	c.refused("an older fence, the later delivery", frozen.Fence(), later.Number, gpaName)
	err := c.BeginDelivery(c.Context(), frozen.Fence(), c.delivery(p), stagedAs)
	c.wantKind("an older fence: begin", err, schema.Locked)
	c.staged(frozen, there, gpaName) // of another destination

	c.sent(lock, left, gpaName)
	c.end(lock, left, schema.Partial)
	c.wantOpen("the later one ends what the older one left", later.Number)
	c.staged(lock, later, gpaName)
}

func fencesOfAdopt(c *contract) {
	frozen := c.lock()
	p := c.record(Destination, nil)
	c.begin(c.lock(), p)

	adopting := func(lock publish.Lock) error {
		adopted := c.publication(Destination)
		adopted.Origin = schema.Adopt
		return c.Store.Adopt(c.Context(), lock.Fence(), adopted, contents)
	}
	c.wantKind("adopt", adopting(frozen), schema.Locked)
	if list, err := c.Publications(c.Context()); len(list) != 1 || err != nil {
		c.Errorf("got %d publications, %v, want the one before", len(list), err)
	}
	c.check(adopting(c.lock()))
}

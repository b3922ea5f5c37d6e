package publishtest

import (
	"fmt"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const (
	gpaName  = "gpa.csv"
	tagsName = "student_tags.csv"
)

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
	fates, err := c.Store.Fates(c.Context(), Destination)
	c.want("fates", map[int64]schema.Fate{
		2: {Sent: map[string]time.Time{gpaName: c.now, tagsName: c.now}},
	}, fates, err)
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
	want := c.delivery(p)
	want.StageDirectory = "/incoming"
	c.check(c.BeginDelivery(c.Context(), lock.Fence(), want, stagedAs))
	if want.Number < 1 || !want.StartedAt.Equal(begun) {
		c.Errorf("got delivery %d of %s, want a number and %s", want.Number, want.StartedAt, begun)
	}
	number := fmt.Sprint("-", want.Number, ".part")
	for _, f := range want.Files {
		if !strings.HasPrefix(f.StagedAs, "."+f.Name+".") || !strings.HasSuffix(f.StagedAs, number) {
			c.Errorf("got %s staged as %s, want the name that was given", f.Name, f.StagedAs)
		}
	}

	c.now = begun.Add(time.Minute)
	staged := c.now
	c.staged(lock, want, gpaName)
	c.check(c.Staged(c.Context(), lock.Fence(), want.Number, tagsName, "size"))
	c.release(lock, want)
	c.now = begun.Add(time.Hour)
	sent := c.now
	c.check(c.Sent(c.Context(), lock.Fence(), want.Number, gpaName, "")) // hash, as staged
	c.check(c.Refused(c.Context(), lock.Fence(), want.Number, []string{tagsName}))
	want.ReleasedAt = &staged

	for i, verified := range []string{"hash", "size"} {
		want.Files[i].StagedAt = &staged
		want.Files[i].Verified = verified
	}
	want.Files[0].SentAt = &sent
	want.Files[1].RefusedAt = &sent
	got, err := c.Store.Deliveries(c.Context(), p.Number)
	c.want("under way", []schema.Delivery{*want}, got, err)

	c.end(lock, want)
	want.EndedAt = &sent
	want.HostKey = "SHA256:key"
	got, err = c.Store.Deliveries(c.Context(), p.Number)
	c.want("ended", []schema.Delivery{*want}, got, err)
}

// wantUnswept checks which deliveries may have left staged files.
func (c *contract) wantUnswept(what string, want ...int64) {
	c.Helper()
	found, err := c.Unswept(c.Context(), Destination)

	var got []int64
	for _, d := range found {
		got = append(got, d.Number)
	}
	c.want(what, want, got, err)
}

// endOlder checks that a run ends what dead ones have left open, and nothing else.
func endOlder(c *contract) {
	dead, p := c.lock(), c.record(Destination, nil)
	c.begin(dead, c.record(elsewhere, nil))
	left := c.begin(dead, p)
	released := c.begin(dead, p)
	c.release(dead, released)
	c.sent(dead, released, gpaName)
	c.wantUnswept("two are open")

	lock := c.lock()
	mine := c.begin(lock, p)
	for i, want := range []int64{2, 0} {
		ended, err := c.EndOlder(c.Context(), lock.Fence(), Destination)
		c.want(fmt.Sprint("ended, time ", i), want, ended, err)
	}
	c.wantState(p, schema.Delivering) // mine
	c.end(lock, mine)
	c.wantState(p, schema.Unknown)
	c.wantUnswept("ended", left.Number, released.Number, mine.Number)

	c.check(c.Swept(c.Context(), lock.Fence(), left.Number))
	c.wantUnswept("one is swept", released.Number, mine.Number)
	c.sent(lock, released, tagsName) // seen later, under its final name
	c.wantState(p, schema.Delivered)
}

// refused checks that no step of a delivery is recorded for a fence.
func (c *contract) refused(what string, fence, delivery int64, name string) {
	c.Helper()
	err := c.Staged(c.Context(), fence, delivery, name, "hash")
	c.wantKind(what+": staged", err, schema.Locked)
	err = c.Release(c.Context(), fence, delivery)
	c.wantKind(what+": release", err, schema.Locked)
	err = c.Sent(c.Context(), fence, delivery, name, "hash")
	c.wantKind(what+": sent", err, schema.Locked)
	err = c.Refused(c.Context(), fence, delivery, []string{name})
	c.wantKind(what+": refused", err, schema.Locked)
	err = c.EndDelivery(c.Context(), fence, delivery, "")
	c.wantKind(what+": end", err, schema.Locked)
}

func overDeliveries(c *contract) {
	p := c.record(Destination, nil)
	over := c.fail(p)
	lock := c.lock()
	c.refused("it has ended", lock.Fence(), over.Number, gpaName)
	c.refused("there is none", lock.Fence(), over.Number+5, gpaName)

	open := c.begin(lock, p)
	err := c.Sent(c.Context(), lock.Fence(), open.Number, gpaName, "hash")
	c.wantKind("not released: sent", err, schema.Locked)
	err = c.Swept(c.Context(), lock.Fence(), open.Number)
	c.wantKind("it has not ended: swept", err, schema.Locked)
	c.release(lock, open)
	c.sent(lock, open, gpaName)
	err = c.Sent(c.Context(), lock.Fence(), open.Number, gpaName, "hash")
	c.wantKind("sent twice", err, schema.Locked)
	err = c.Staged(c.Context(), lock.Fence(), open.Number, "other.csv", "hash")
	c.wantKind("another file: staged", err, schema.Locked)
	err = c.Sent(c.Context(), lock.Fence(), open.Number, "other.csv", "hash")
	c.wantKind("another file: sent", err, schema.Locked)

	again := c.delivery(p)
	again.Run = open.Run
	if err := c.BeginDelivery(c.Context(), lock.Fence(), again, stagedAs); err == nil {
		c.Error("a second delivery of a run: got no error, want one")
	}
}

// fences lets a run go on after it lost its lock to a later one: from then on it may
// not write, and the later one may end what it left open.
func fences(c *contract) {
	p := c.record(Destination, nil)
	frozen := c.lock()
	c.check(frozen.Check(c.Context()))
	left := c.begin(frozen, p)
	c.release(frozen, left)

	lock := c.lock()
	c.check(lock.Check(c.Context()))
	if lock.Fence() <= frozen.Fence() {
		c.Errorf("got fence %d after %d, want it to grow", lock.Fence(), frozen.Fence())
	}
	c.refused("an older fence, its own delivery", frozen.Fence(), left.Number, gpaName)
	err := c.BeginDelivery(c.Context(), frozen.Fence(), c.delivery(p), stagedAs)
	c.wantKind("an older fence: begin", err, schema.Locked)
	_, err = c.EndOlder(c.Context(), frozen.Fence(), Destination)
	c.wantKind("an older fence: end older", err, schema.Locked)

	later := c.begin(lock, p)
	c.refused("an older fence, the later delivery", frozen.Fence(), later.Number, gpaName)
	c.sent(lock, left, gpaName)
	c.end(lock, left)
	c.staged(lock, later, gpaName)
}

func fencesOfAdopt(c *contract) {
	frozen := c.lock()
	c.record(Destination, nil)
	lock := c.lock()

	adopting := func(lock publish.Lock) error {
		adopted := c.publication(Destination)
		adopted.Origin = schema.Adopt
		return c.Store.Adopt(c.Context(), lock.Fence(), adopted, contents)
	}
	c.wantKind("adopt", adopting(frozen), schema.Locked)
	if list, err := c.Publications(c.Context()); len(list) != 1 || err != nil {
		c.Errorf("got %d publications, %v, want the one before", len(list), err)
	}
	c.check(adopting(lock))
}

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

// wantLive checks what is live.
func (c *contract) wantLive(what string, want ...schema.Live) {
	c.Helper()
	got, err := c.Store.Live(c.Context(), Destination, 0)
	c.want(what, want, got, err)
}

// liveFiles are both files of a publication that was sent at a time.
func liveFiles(publication int64, at time.Time) (gpa, tags schema.Live) {
	return sentAt(gpaName, schema.Sum{1}, publication, at), sentAt(tagsName, schema.Sum{2}, publication, at)
}

// sentAt is a live file that was released and sent at a time.
func sentAt(name string, sum schema.Sum, publication int64, at time.Time) schema.Live {
	return schema.Live{
		Name:        name,
		Sum:         sum,
		Publication: publication,
		ReleasedAt:  &at,
		SentAt:      &at,
		Holds:       []schema.Holding{{Publication: publication, Sum: sum, SentAt: &at}},
	}
}

func live(c *contract) {
	c.wantLive("without a publication")
	first := c.record(Destination, nil)
	c.wantLive("before a delivery")

	gpa, tags := liveFiles(1, c.now)
	c.deliver(first, gpaName, tagsName)
	c.wantLive("all", gpa, tags)

	c.now = c.now.Add(time.Hour)
	second := c.record(Destination, func(p *schema.Publication) {
		p.Files = p.Files[1:]
		p.Files[0].Sum = schema.Sum{1}
	})
	c.deliver(second, tagsName)
	tags = sentAt(tagsName, schema.Sum{1}, 2, c.now)
	c.wantLive("a publication without gpa.csv", gpa, tags)

	c.deliver(c.record(elsewhere, nil), gpaName, tagsName)
	c.wantLive("another destination", gpa, tags)
}

// liveAfterPartial checks that a file is live as soon as it is recorded as sent,
// however its delivery ends.
func liveAfterPartial(c *contract) {
	first := c.record(Destination, nil)
	c.deliver(first, gpaName, tagsName)
	gpa, tags := liveFiles(1, c.now)

	c.now = c.now.Add(time.Hour)
	lock, second := c.lock(), c.record(Destination, nil)
	d := c.begin(lock, second)
	c.staged(lock, d, gpaName)
	c.staged(lock, d, tagsName)
	c.wantLive("staged", gpa, tags)

	c.release(lock, d)
	c.sent(lock, d, tagsName)
	unsettled := unsettledGPA(gpa, c.now)
	c.wantLive("one is sent", unsettled, sentAt(tagsName, schema.Sum{2}, 2, c.now))

	c.end(lock, d)
	c.fail(second)
	c.wantLive("ended, tried again, and failed", unsettled, sentAt(tagsName, schema.Sum{2}, 2, c.now))
	got, err := c.Store.Live(c.Context(), Destination, 2)
	c.want("before it", []schema.Live{gpa, tags}, withHolds(got, gpa.Holds, tags.Holds), err)
}

// withHolds replaces what SchooLinks may hold, which does not depend on what is
// asked for.
func withHolds(live []schema.Live, holds ...[]schema.Holding) []schema.Live {
	for i := range live {
		live[i].Holds = holds[i]
	}
	return live
}

// unsettledGPA is what the next GPAs are compared with when publication 2 was
// released over gpa, and it is not known whether they were sent.
func unsettledGPA(gpa schema.Live, released time.Time) schema.Live {
	return schema.Live{
		Name:        gpaName,
		Sum:         schema.Sum{1},
		Publication: 2,
		ReleasedAt:  &released,
		Holds:       append(gpa.Holds, schema.Holding{Publication: 2, Sum: schema.Sum{1}}),
	}
}

// liveUnsettled checks what the next files are compared with while a publication
// waits, and when it is not known what was sent.
func liveUnsettled(c *contract) {
	c.deliver(c.record(Destination, nil), gpaName, tagsName)
	gpa, tags := liveFiles(1, c.now)

	second := c.record(Destination, hold)
	c.wantLive("held", gpa, tags)
	c.approve(second, "me")
	waits := schema.Live{Name: gpaName, Sum: schema.Sum{1}, Publication: 2, Holds: gpa.Holds}
	waitsToo := schema.Live{Name: tagsName, Sum: schema.Sum{2}, Publication: 2, Holds: tags.Holds}
	c.wantLive("approved", waits, waitsToo)
	got, err := c.Store.Live(c.Context(), Destination, 2)
	c.want("approved, before it", []schema.Live{gpa, tags}, got, err)

	c.deliver(second, tagsName)
	tags = sentAt(tagsName, schema.Sum{2}, 2, c.now)
	c.wantLive("released", unsettledGPA(gpa, c.now), tags)
	c.decide(second, schema.Discard)
	c.wantLive("discarded", tags)

	c.deliver(c.record(Destination, nil), gpaName, tagsName)
	gpa, tags = liveFiles(3, c.now)
	c.wantLive("sent over", gpa, tags)

	fourth := c.record(Destination, hold)
	c.approve(fourth, "me")
	c.now = c.now.Add(97 * time.Hour)
	c.wantLive("the approval is too old", gpa, tags)
}

func fates(c *contract) {
	untried := c.record(Destination, nil)
	failed := c.record(Destination, nil)
	c.fail(failed)
	approved := c.record(Destination, hold)
	c.approve(approved, "the first one")
	c.approve(approved, "me")

	lock := c.lock()
	c.end(lock, c.begin(lock, approved)) // uses no approval up
	c.approve(approved, "and another")
	d := c.begin(lock, approved)
	c.release(lock, d)
	tagsAt := c.now
	c.sent(lock, d, tagsName)
	c.now = c.now.Add(time.Hour)
	c.sent(lock, d, gpaName)
	c.end(lock, d)
	c.deliver(c.record(elsewhere, nil), gpaName, tagsName)

	got, err := c.Store.Fates(c.Context(), Destination)
	c.want("fates", map[int64]schema.Fate{
		failed.Number: {},
		approved.Number: {
			Sent:           map[string]time.Time{gpaName: c.now, tagsName: tagsAt},
			ApprovedBy:     "and another",
			ApprovedReason: "and another looked at it",
		},
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
	c.deliver(partial, gpaName)
	failed := c.record(Destination, tallied(3))
	c.fail(failed)

	approved := c.record(Destination, tallied(4))
	c.approve(approved, "me")
	c.deliver(approved, gpaName, tagsName)
	passed := c.record(Destination, tallied(5))
	c.deliver(passed, gpaName, tagsName)
	c.deliver(c.record(elsewhere, tallied(6)), gpaName, tagsName)
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

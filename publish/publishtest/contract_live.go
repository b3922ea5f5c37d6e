package publishtest

import (
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// What is live, what became of each publication, and what the guard remembers.

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
	lock, inPlace := c.lock(), c.delivery(second)
	inPlace.Files = inPlace.Files[:1]
	c.check(c.BeginDelivery(c.Context(), lock.Fence(), inPlace, func(_, name string) string { return name }))
	c.release(lock, inPlace)
	torn := unsettledGPA(gpa, c.now)
	torn.Holds[1].MayBeTorn = true
	c.wantLive("written in place", torn, tags)
	c.end(lock, inPlace)
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

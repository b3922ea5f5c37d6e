package publish

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// judge sets the limits that a publication exceeds or that cannot be evaluated,
// the limits that it is more than halfway to, and the verdict.
func (p *Publisher) judge(ctx context.Context, publication *schema.Publication, live map[string]*diff.LiveFile) error {
	past, err := p.Records.Past(ctx, p.Destination, p.Guard.Deliveries())
	if err != nil {
		return err
	}
	rules, err := files.RulesOf(publication)
	if err != nil {
		return err
	}

	c := guard.Case{
		Snapshot: publication.Snapshot,
		Tallies:  publication.Tallies,
		Past:     sinceDecision(past),
	}
	if rules == nil {
		c.Snapshot = 0 // another program's files: their snapshot is only that of their roster
	}

	for _, f := range publication.Files {
		file := caseFile(f, live[f.Name])
		c.Files = append(c.Files, file)

		comparable := file.Live != nil && file.Live.Comparable
		if !comparable {
			c.Tallies = withoutFile(c.Tallies, f.Kind)
		}
	}

	publication.Trips, publication.Warnings = p.Guard.Judge(c)
	publication.Verdict = p.verdict(publication.Trips)
	publication.Guard, err = json.Marshal(p.Guard)
	return err
}

// sinceDecision returns the deliveries back to a person's last decision, and that
// one: what a person approved is not counted again. The newest comes first.
func sinceDecision(past []schema.Past) []schema.Past {
	for i, p := range past {
		if p.Decided {
			return past[:i+1]
		}
	}
	return past
}

// caseFile is a file of a publication and the live file of its name, as the guard
// sees them; live is nil when there is none.
func caseFile(f schema.File, live *diff.LiveFile) guard.File {
	file := guard.File{
		Kind: f.Kind,
		Name: f.Name,
		Rows: f.Rows,
	}
	if live != nil {
		file.Live = &guard.Live{
			Snapshot:   live.Publication.Snapshot,
			Comparable: live.Unlike == "",
			Why:        live.Unlike,
		}
	}
	return file
}

// withoutFile returns the tallies of the other files.
func withoutFile(tallies []schema.Tally, kind string) []schema.Tally {
	ofFile := func(t schema.Tally) bool {
		return t.File == kind
	}
	return slices.DeleteFunc(slices.Clone(tallies), ofFile)
}

// verdict is what follows today from the limits that are exceeded.
func (p *Publisher) verdict(trips []schema.Trip) schema.Verdict {
	switch {
	case p.pause() != nil:
		return schema.Pause
	case len(trips) > 0:
		return schema.Hold
	}
	return schema.Pass
}

// holds says why a publication waits for a person; nil when it may go out. What a
// delivery met at the destination may be gone by now: then the next one finds out.
func (p *Publisher) holds(publication *schema.Publication) error {
	switch publication.State {
	case schema.Expired:
		return p.expired(publication)
	case schema.Held:
		if publication.Verdict == schema.Hold {
			return exceeded(publication.Held())
		}
	}
	return nil
}

// heldBack returns the fault that a publication waits for a person, and logs it.
// sent are the publications that went out instead.
func (p *Publisher) heldBack(publication *schema.Publication, sent ...int64) error {
	why := p.holds(publication)
	if why == nil {
		return nil
	}

	done := "nothing was sent"
	if len(sent) > 0 {
		done = fmt.Sprintf("publication %d, which had been let go before, was sent", sent[len(sent)-1])
	}
	return p.heldFault(publication, done, why)
}

// heldFault is the fault that a publication waits for a person, which it logs.
func (p *Publisher) heldFault(publication *schema.Publication, done string, why error) error {
	n := publication.Number
	held := publication.Held()
	limit := "approval"
	if len(held) > 0 {
		limit = held[0].Limit
	}
	p.Log.Error("held",
		"step", "held",
		"publication", n,
		"trips", len(held),
		"limit", limit)

	err := fmt.Errorf("publication %d is held; %s: %w", n, done, why)
	return schema.NewFault(schema.HeldBack, err, p.nextStep(publication))
}

// nextStep says what a person can do about a publication that is held. It is too
// late to approve an old one; once it is discarded, the next run plans anew.
func (p *Publisher) nextStep(publication *schema.Publication) string {
	n := publication.Number
	if p.expired(publication) != nil {
		return fmt.Sprintf("it is too late to approve it: publish discard %d --reason '…', then: publish run", n)
	}

	if len(publication.Met) > 0 && letGo(publication.State) {
		return fmt.Sprintf("find out who put it there; to take it as live: publish adopt --from-server; "+
			"to plan anew: publish discard %d --reason '…'", n)
	}
	if len(publication.Met) > 0 {
		return fmt.Sprintf("find out who put it there; to take it as live: publish adopt --from-server; "+
			"to send over it: publish approve %d --reason '…'", n)
	}

	const next = "look: publish report %d; then: publish approve %d --reason '…' or publish discard %d --reason '…'"
	return fmt.Sprintf(next, n, n, n)
}

// exceeded says which limits hold a publication: the most serious one, and how
// many more.
func exceeded(trips []schema.Trip) error {
	worst := trips[0].Says
	if more := len(trips) - 1; more > 0 {
		return fmt.Errorf("%s (and %d more)", worst, more)
	}
	return errors.New(worst)
}

// expired says that it is too late to approve a publication; nil while it is
// not.
func (p *Publisher) expired(publication *schema.Publication) error {
	age := p.Now().Sub(publication.PlannedAt)
	limit := p.Guard.ApprovalTTL
	if age <= limit {
		return nil
	}
	return fmt.Errorf("it was planned %.0f hours ago; the limit is %.0f", age.Hours(), limit.Hours())
}

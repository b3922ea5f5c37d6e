package publish

import (
	"context"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Nightly is the nightly job: it settles what an earlier run left behind, plans,
// and delivers unless the guard holds. It returns the publication that it ended
// with; when that is held, together with a schema.HeldBack fault. When the
// publication is already live there is nothing to do.
func (p *Publisher) Nightly(ctx context.Context, ref schema.Ref) (*schema.Publication, error) {
	if err := p.reconcile(ctx); err != nil {
		return nil, err
	}
	publication, err := p.plan(ctx, ref)
	if err != nil {
		return nil, err
	}

	if publication.State == schema.Delivered {
		p.Log.Info("nothing to do: this snapshot is live under these rules",
			"step", "done",
			"publication", publication.Number)
		return publication, nil
	}
	return p.unlessHeld(ctx, publication)
}

// unlessHeld delivers a publication, unless it waits for a person or today is in
// a pause. One that a person has approved is delivered: the approval is unused.
func (p *Publisher) unlessHeld(ctx context.Context, publication *schema.Publication) (*schema.Publication, error) {
	if err := p.heldBack(publication); err != nil {
		return publication, err
	}

	approved := publication.State == schema.Approved
	approvedOnPause := approved && publication.Verdict == schema.Pause
	if publication.State == schema.Paused || approvedOnPause {
		p.warnOfPause(publication)
		return publication, nil
	}
	return p.deliver(ctx, publication)
}

func (p *Publisher) warnOfPause(publication *schema.Publication) {
	reason := "" // the configuration may no longer have an earlier pause
	if pause := p.Guard.Paused(p.today()); pause != nil {
		reason = pause.Reason
	}
	p.Log.Warn("paused: planned, but not sent",
		"step", "paused",
		"publication", publication.Number,
		"reason", reason)
}

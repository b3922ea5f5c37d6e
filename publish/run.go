package publish

import (
	"context"

	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Nightly is the nightly job: it takes over from earlier runs, plans, and delivers
// unless the guard holds. It returns the publication that it ended with; when that
// is held, together with a schema.HeldBack fault. When the publication is already
// live there is nothing to do.
//
// When tonight's publication may not go, the one before it that was let go and did
// not arrive goes first.
func (p *Publisher) Nightly(ctx context.Context, ref schema.Ref) (*schema.Publication, error) {
	if err := p.takeOver(ctx); err != nil {
		return nil, err
	}

	publication, err := p.plan(ctx, ref)
	if schema.KindOf(err) == schema.Rejected {
		_, errSend := p.sendPending(ctx)
		if errSend != nil {
			return nil, errSend
		}
	}
	if err != nil {
		return nil, err
	}

	if publication.State == schema.Delivered {
		p.Log.Info("nothing to do: this snapshot is live under these rules",
			"step", "done",
			"publication", publication.Number)
		return publication, p.sweepOnly(ctx)
	}
	if p.pause() == nil && p.holds(publication) != nil {
		return p.heldTonight(ctx, publication)
	}
	return p.unlessHeld(ctx, publication)
}

// heldTonight sends what was let go before and did not arrive, and returns the
// fault that tonight's publication is held.
func (p *Publisher) heldTonight(
	ctx context.Context, publication *schema.Publication,
) (*schema.Publication, error) {
	sent, err := p.sendPending(ctx)
	if err != nil {
		return publication, err
	}
	if len(sent) == 0 {
		if err := p.sweepOnly(ctx); err != nil {
			return publication, err
		}
	}
	return publication, p.heldBack(publication, sent...)
}

// unlessHeld delivers a publication, unless it waits for a person or today is in
// a pause. One that a person has approved is delivered: the approval is unused.
func (p *Publisher) unlessHeld(ctx context.Context, publication *schema.Publication) (*schema.Publication, error) {
	if pause := p.pause(); pause != nil {
		p.warnOfPause(publication, pause)
		return publication, nil
	}
	if p.holds(publication) != nil {
		return publication, p.heldBack(publication)
	}
	return p.deliver(ctx, publication)
}

func (p *Publisher) warnOfPause(publication *schema.Publication, pause *guard.Pause) {
	done := "planned"
	if publication.State == schema.Approved {
		done = "approved"
	}
	p.Log.Warn("paused: "+done+", but not sent",
		"step", "paused",
		"publication", publication.Number,
		"reason", pause.Reason)
}

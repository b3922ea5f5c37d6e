package publish

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Night is the nightly job: it settles what an earlier run left behind, plans,
// and delivers unless the guard holds. It returns the publication it ended
// with, also when that is held: then the error is a schema.HeldBack fault.
// When the publication is live already there is nothing to do.
func (p *Publisher) Night(ctx context.Context, ref schema.Ref) (*schema.Publication, error) {
	if err := p.reconcile(ctx); err != nil {
		return nil, err
	}
	publication, err := p.Plan(ctx, ref)
	if err != nil {
		return nil, err
	}
	if publication.State == schema.Delivered {
		p.Log.Info("nothing to do: this snapshot is live under these rules", "step", "done", "publication", publication.Number)
		return publication, nil
	}
	return p.unlessHeld(ctx, publication)
}

// Again sends the exact bytes of an earlier publication once more, unless the
// guard holds them. It ends as Night does.
func (p *Publisher) Again(ctx context.Context, number int64, by, reason string) (*schema.Publication, error) {
	if err := p.reconcile(ctx); err != nil {
		return nil, err
	}
	publication, err := p.Resend(ctx, number, by, reason)
	if err != nil {
		return nil, err
	}
	return p.unlessHeld(ctx, publication)
}

// unlessHeld delivers a publication, unless it waits for a person or this is a
// day of a pause. What a person has approved goes: the approval was not used.
func (p *Publisher) unlessHeld(ctx context.Context, publication *schema.Publication) (*schema.Publication, error) {
	if publication.State == schema.Held || publication.State == schema.Approved && p.expired(publication) != nil {
		return publication, p.Held(publication)
	}
	paused := publication.State == schema.Paused || publication.State == schema.Approved && publication.Verdict == schema.Pause
	if paused {
		reason := "" // of an earlier pause it may be gone
		if pause := p.Guard.paused(p.today()); pause != nil {
			reason = pause.Reason
		}
		p.Log.Warn("paused: planned, nothing is sent", "step", "paused", "publication", publication.Number, "reason", reason)
		return publication, nil
	}
	return p.deliver(ctx, publication)
}

// Held logs that a publication waits for a person, and returns the fault that
// says so; nil for one that may go.
func (p *Publisher) Held(publication *schema.Publication) error {
	why := p.expired(publication)
	switch {
	case publication.State == schema.Held:
		why = errors.New(publication.Trips[0].Says)
		if more := len(publication.Trips) - 1; more > 0 {
			why = fmt.Errorf("%w (and %d more)", why, more)
		}
	case publication.State != schema.Approved || why == nil:
		return nil
	}
	n, limit := publication.Number, "approval"
	if len(publication.Trips) > 0 {
		limit = publication.Trips[0].Limit
	}
	p.Log.Error("held", "step", "held", "publication", n, "trips", len(publication.Trips), "limit", limit)
	return schema.NewFault(schema.HeldBack, fmt.Errorf("publication %d is held, nothing was sent: %w", n, why),
		fmt.Sprintf("look: publish report %d; then: publish approve %d --reason '…' or publish discard %d --reason '…'", n, n, n))
}

// Approve delivers exactly the bytes of a publication because a person says
// so: one that was held, or planned and not sent. It refuses, as usage, what
// was sent, discarded or superseded, what is older than the limit, and what
// was compared with files that are not live any more.
func (p *Publisher) Approve(ctx context.Context, number int64, by, reason string) (*schema.Publication, error) {
	if err := p.reconcile(ctx); err != nil {
		return nil, err
	}
	publication, err := p.Store.Publication(ctx, number)
	if err != nil {
		return nil, err
	}
	if err := p.approvable(ctx, &publication); err != nil {
		return nil, schema.NewFault(schema.Config, fmt.Errorf("approve publication %d: %w", number, err), "plan a new one: publish run")
	}
	err = p.Store.Decide(ctx, schema.Decision{Publication: number, Kind: schema.Approve, By: by, Reason: reason, At: p.Now()})
	if err != nil {
		return nil, err
	}
	p.Log.Info("approved", "step", "approved", "publication", number)
	return p.deliver(ctx, &publication)
}

func (p *Publisher) approvable(ctx context.Context, publication *schema.Publication) error {
	switch publication.State {
	case schema.Delivered, schema.Partial, schema.Discarded, schema.Superseded:
		return fmt.Errorf("it is %s already", publication.State)
	}
	if publication.Destination != p.Destination {
		return fmt.Errorf("it was made for %s, not for %s", publication.Destination, p.Destination)
	}
	if err := p.expired(publication); err != nil {
		return err
	}
	live, err := p.live(ctx)
	if err != nil {
		return err
	}
	if name := moved(publication, live); name != "" {
		return fmt.Errorf("another %s has gone live since it was planned", name)
	}
	return nil
}

// expired says that the time is over in which an approval of a publication
// counts; nil while it is not.
func (p *Publisher) expired(publication *schema.Publication) error {
	if age := p.Now().Sub(publication.PlannedAt); age > p.Guard.ApprovalTTL {
		return fmt.Errorf("it was planned %.0f hours ago; the limit is %.0f", age.Hours(), p.Guard.ApprovalTTL.Hours())
	}
	return nil
}

// moved returns the name of a file that a publication was not compared with as
// it is live now, "" without one.
func moved(publication *schema.Publication, live map[string]*liveFile) string {
	for _, f := range publication.Files {
		now := live[f.Name]
		if (now == nil) != (f.Baseline == nil) || now != nil && now.Sum != *f.Baseline {
			return f.Name
		}
	}
	return ""
}

// Discard records that a person wants none of a publication that was not sent.
func (p *Publisher) Discard(ctx context.Context, number int64, by, reason string) error {
	publication, err := p.Store.Publication(ctx, number)
	if err != nil {
		return err
	}
	switch publication.State {
	case schema.Planned, schema.Held, schema.Paused, schema.Approved, schema.Failed:
		return p.Store.Decide(ctx, schema.Decision{Publication: number, Kind: schema.Discard, By: by, Reason: reason, At: p.Now()})
	}
	return schema.NewFault(schema.Config, fmt.Errorf("discard publication %d: it is %s already", number, publication.State),
		fmt.Sprintf("see: publish show %d", number))
}

// afterwards returns a context for what must be finished or recorded even when
// the run was interrupted, within a limit.
func afterwards(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.WithoutCancel(ctx), time.Minute)
}

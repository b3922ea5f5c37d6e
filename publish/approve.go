package publish

import (
	"context"
	"fmt"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Approve delivers exactly the bytes of a publication that was held, or planned
// and not sent, because a person says so. It refuses one that was sent,
// discarded or superseded, one that is older than the limit, and one that was
// compared with files that are no longer live: each is a schema.Config fault.
func (p *Publisher) Approve(ctx context.Context, number int64, by, reason string) (*schema.Publication, error) {
	if err := p.reconcile(ctx); err != nil {
		return nil, err
	}
	publication, err := p.Publications.Publication(ctx, number)
	if err != nil {
		return nil, err
	}
	if err := p.approvable(ctx, &publication); err != nil {
		err = fmt.Errorf("approve publication %d: %w", number, err)
		return nil, schema.NewFault(schema.Config, err, "plan a new one: publish run")
	}

	decision := schema.Decision{
		Publication: number,
		Kind:        schema.Approve,
		By:          by,
		Reason:      reason,
		At:          p.Now(),
	}
	if err := p.Records.Decide(ctx, decision); err != nil {
		return nil, err
	}
	p.Log.Info("approved",
		"step", "approved",
		"publication", number)
	return p.deliver(ctx, &publication)
}

func (p *Publisher) approvable(ctx context.Context, publication *schema.Publication) error {
	switch publication.State {
	case schema.Delivered, schema.Partial, schema.Discarded, schema.Superseded:
		return fmt.Errorf("it is already %s", publication.State)
	}
	if publication.Destination != p.Destination {
		return fmt.Errorf("it was made for %s, not for %s", publication.Destination, p.Destination)
	}
	if err := p.expired(publication); err != nil {
		return err
	}

	live, err := p.Live(ctx)
	if err != nil {
		return err
	}
	if name := moved(publication, live); name != "" {
		return fmt.Errorf("another %s has gone live since it was planned", name)
	}
	return nil
}

package publish

import (
	"context"
	"fmt"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Approve delivers exactly the bytes of a publication because a person says
// so: one that was held, or planned and not sent. It refuses, as usage, what
// was sent, discarded or superseded, what is older than the limit, and what
// was compared with files that are not live any more.
func (p *Publisher) Approve(ctx context.Context, number int64, by, reason string) (*schema.Publication, error) {
	if err := p.reconcile(ctx); err != nil {
		return nil, err
	}
	publication, err := p.Publications.Publication(ctx, number)
	if err != nil {
		return nil, err
	}
	if err := p.approvable(ctx, &publication); err != nil {
		return nil, schema.NewFault(schema.Config,
			fmt.Errorf("approve publication %d: %w", number, err), "plan a new one: publish run")
	}

	decision := schema.Decision{Publication: number, Kind: schema.Approve, By: by, Reason: reason, At: p.Now()}
	if err := p.Records.Decide(ctx, decision); err != nil {
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

	live, err := p.Live(ctx)
	if err != nil {
		return err
	}
	if name := moved(publication, live); name != "" {
		return fmt.Errorf("another %s has gone live since it was planned", name)
	}
	return nil
}

package publish

import (
	"context"
	"errors"
	"fmt"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Approve delivers exactly the bytes of a publication that was held, or planned
// and not sent, because a person says so; on a day of a pause it only records
// that. It refuses one that was released, discarded or superseded, one that is
// older than the limit, and one that was compared with files that are no longer
// live: each is a schema.Config fault.
func (p *Publisher) Approve(ctx context.Context, number int64, by, reason string) (*schema.Publication, error) {
	if err := p.takeOver(ctx); err != nil {
		return nil, err
	}
	publication, err := p.Publications.Publication(ctx, number)
	if err != nil {
		return nil, err
	}
	if err := p.approvable(ctx, &publication); err != nil {
		err = fmt.Errorf("approve publication %d: %w", number, err)
		return nil, schema.NewFault(schema.Config, err, instead(publication.State))
	}

	decision := schema.Decision{
		Publication: number,
		Kind:        schema.Approve,
		By:          by,
		Reason:      reason,
		ExpiresAt:   publication.PlannedAt.Add(p.Guard.ApprovalTTL),
	}
	if err := p.Records.Decide(ctx, decision); err != nil {
		return nil, err
	}
	p.Log.Info("approved",
		"step", "approved",
		"publication", number)
	publication.State = schema.Approved
	return p.unlessHeld(ctx, &publication)
}

func (p *Publisher) approvable(ctx context.Context, publication *schema.Publication) error {
	switch publication.State {
	case schema.Delivered, schema.Discarded, schema.Superseded:
		return fmt.Errorf("it is already %s", publication.State)
	case schema.Partial, schema.Unknown:
		return errors.New("it has been let go already, and not all of it is known to have been sent")
	}
	if publication.Destination != p.Destination {
		return fmt.Errorf("it was made for %s, not for %s", publication.Destination, p.Destination)
	}
	if err := p.expired(publication); err != nil {
		return err
	}

	name, err := p.moved(ctx, publication)
	if name != "" {
		return fmt.Errorf("another %s has gone live since it was planned", name)
	}
	return err
}

// instead is what to do about a publication that cannot be approved.
func instead(state schema.State) string {
	if letGo(state) {
		return "to send what is missing, or what is newer, run: publish run"
	}
	return "plan a new one: publish run"
}

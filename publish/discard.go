package publish

import (
	"context"
	"fmt"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Discard records that a person does not want a publication. One that was sent,
// discarded or superseded is a schema.Config fault. When it is not known whether a
// file of it was sent, nothing is known to be live under that name any more, and
// the next publication is held.
func (p *Publisher) Discard(ctx context.Context, number int64, by, reason string) error {
	if err := p.takeOver(ctx); err != nil {
		return err
	}
	publication, err := p.Publications.Publication(ctx, number)
	if err != nil {
		return err
	}

	switch publication.State {
	case schema.Delivered, schema.Discarded, schema.Superseded:
		err = fmt.Errorf("discard publication %d: it is already %s", number, publication.State)
		hint := fmt.Sprintf("see: publish show %d", number)
		return schema.NewFault(schema.Config, err, hint)
	case schema.Partial, schema.Unknown:
		p.Log.Warn("it was let go: of its files that are not known to have been sent, nothing is known to be live now",
			"step", "discard",
			"publication", number)
	}
	return p.Records.Decide(ctx, schema.Decision{
		Publication: number,
		Kind:        schema.Discard,
		By:          by,
		Reason:      reason,
	})
}

package publish

import (
	"context"
	"fmt"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Discard records that a person does not want a publication. One that was sent
// or discarded is a schema.Config fault.
func (p *Publisher) Discard(ctx context.Context, number int64, by, reason string) error {
	publication, err := p.Publications.Publication(ctx, number)
	if err != nil {
		return err
	}

	switch publication.State {
	case schema.Planned, schema.Held, schema.Paused, schema.Approved, schema.Failed:
		return p.Records.Decide(ctx, schema.Decision{
			Publication: number,
			Kind:        schema.Discard,
			By:          by,
			Reason:      reason,
			At:          p.Now(),
		})
	}
	err = fmt.Errorf("discard publication %d: it is already %s", number, publication.State)
	hint := fmt.Sprintf("see: publish show %d", number)
	return schema.NewFault(schema.Config, err, hint)
}

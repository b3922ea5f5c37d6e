package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// reconcile settles the deliveries that a dead run left open: it asks the
// server what became of each file, records what was sent, and only then removes
// what was staged. Without an answer, nothing else may happen.
//
// A file is renamed only after all files of its delivery are staged and recorded
// as staged. So the staged file is the proof: while it is there, the rename has
// not happened.
func (p *Publisher) reconcile(ctx context.Context) error {
	open, err := p.Deliveries.OpenDeliveries(ctx, p.Destination)
	if err != nil || len(open) == 0 {
		return err
	}

	p.Log.Info("an earlier delivery did not end; asking the server", "step", "reconcile", "deliveries", len(open))
	live, err := p.Live(ctx)
	if err != nil {
		return err
	}
	session, err := p.Dial(ctx)
	if err != nil {
		return fmt.Errorf("settle an earlier delivery: %w", err)
	}
	defer session.Close() // it only asked

	for _, d := range open {
		if err := p.settle(ctx, session, d, live); err != nil {
			return fmt.Errorf("settle delivery %d: %w", d.Number, err)
		}
	}
	return nil
}

func (p *Publisher) settle(
	ctx context.Context, session Session, d schema.Delivery, live map[string]*diff.LiveFile,
) error {
	allStaged := true
	for _, f := range d.Files {
		allStaged = allStaged && f.StagedAt != nil
	}

	sent := 0
	for _, f := range d.Files {
		how, err := p.settleFile(ctx, session, f, allStaged, live[f.Name])
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		if how == "" {
			continue
		}

		sent++
		if f.SentAt == nil {
			if err := p.Deliveries.Sent(ctx, p.Lock.Fence(), d.Number, f.Name, how); err != nil {
				return err
			}
		}
	}

	outcome := schema.Partial
	switch sent {
	case 0:
		outcome = schema.Failed
	case len(d.Files):
		outcome = schema.Delivered
	}
	p.Log.Info("an earlier delivery is settled", "step", "reconciled", "delivery", d.Number, "outcome", outcome)
	if err := p.Deliveries.EndDelivery(ctx, p.Lock.Fence(), d.Number, outcome, session.HostKey()); err != nil {
		return err
	}

	broken := &delivery{Publisher: p, Delivery: d, session: session}
	if err := broken.sweep(ctx); err != nil {
		broken.warnOfStaged(err)
	}
	return nil
}

// settleFile returns how one file of a dead delivery was sent, or "" when it
// was not.
func (p *Publisher) settleFile(
	ctx context.Context, session Session, f schema.DeliveredFile, allStaged bool, live *diff.LiveFile,
) (string, error) {
	if f.SentAt != nil {
		return f.Verified, nil
	}

	inPlace := f.StagedAs == f.Name
	staged, final, err := session.Look(ctx, f.StagedAs, f.Name)
	mayBeSent := inPlace || !staged && allStaged
	switch {
	case errors.Is(err, fs.ErrPermission): // it cannot be read; that the staged file is gone has to be enough
		if inPlace && f.StagedAt != nil || !inPlace && allStaged {
			return "size", nil
		}
		return "", nil
	case err != nil:
		return "", err
	case mayBeSent && final != nil && *final == f.Sum:
		return "hash", nil
	case inPlace || staged || !allStaged:
		return "", nil
	case final == nil:
		return "consumed", nil
	case live != nil && *final == live.Sum:
		return "", nil // the staged file was taken away, not renamed
	}
	p.Log.Warn("a file was replaced by another after it was sent", "step", "reconcile", "file", f.Name)
	return "replaced", nil
}

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

	p.Log.Info("an earlier delivery did not end; asking the server",
		"step", "reconcile",
		"deliveries", len(open))
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
	sent, err := p.settleFiles(ctx, session, d, live)
	if err != nil {
		return err
	}

	outcome := schema.Partial
	switch sent {
	case 0:
		outcome = schema.Failed
	case len(d.Files):
		outcome = schema.Delivered
	}
	p.Log.Info("an earlier delivery is settled",
		"step", "reconciled",
		"delivery", d.Number,
		"outcome", outcome)
	err = p.Deliveries.EndDelivery(ctx, p.Lock.Fence(), d.Number, outcome, session.HostKey())
	if err != nil {
		return err
	}

	broken := &delivery{
		Publisher: p,
		Delivery:  d,
		session:   session,
	}
	if err := broken.sweep(ctx); err != nil {
		broken.warnOfStaged(err)
	}
	return nil
}

// settleFiles records which files of a dead delivery were sent, and returns how
// many.
func (p *Publisher) settleFiles(
	ctx context.Context, session Session, d schema.Delivery, live map[string]*diff.LiveFile,
) (sent int, err error) {
	allStaged := true
	for _, f := range d.Files {
		allStaged = allStaged && f.StagedAt != nil
	}

	for _, f := range d.Files {
		how, err := p.settleFile(ctx, session, f, allStaged, live[f.Name])
		if err != nil {
			return 0, fmt.Errorf("%s: %w", f.Name, err)
		}
		if how == "" {
			continue
		}

		sent++
		if f.SentAt != nil { // recorded already
			continue
		}
		err = p.Deliveries.Sent(ctx, p.Lock.Fence(), d.Number, f.Name, how)
		if err != nil {
			return 0, err
		}
	}
	return sent, nil
}

// settleFile returns how one file of a dead delivery was sent, or "" when it
// was not.
func (p *Publisher) settleFile(
	ctx context.Context, session Session, f schema.DeliveredFile, allStaged bool, live *diff.LiveFile,
) (string, error) {
	if f.SentAt != nil {
		return f.Verified, nil
	}

	staged, final, err := session.Look(ctx, f.StagedAs, f.Name)
	inPlace := f.StagedAs == f.Name
	mayBeSent := inPlace || !staged && allStaged

	switch {
	case errors.Is(err, fs.ErrPermission):
		return sentUnread(f, inPlace, allStaged), nil
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
	p.Log.Warn("a file was replaced by another after it was sent",
		"step", "reconcile",
		"file", f.Name)
	return "replaced", nil
}

// sentUnread returns how a file was sent that cannot be read: that its staged file
// is gone has to be enough.
func sentUnread(f schema.DeliveredFile, inPlace, allStaged bool) string {
	wasStaged := allStaged
	if inPlace {
		wasStaged = f.StagedAt != nil
	}

	if wasStaged {
		return "size"
	}
	return ""
}

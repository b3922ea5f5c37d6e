package publish

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// takeOver ends the deliveries that dead runs left open. What is not recorded as
// sent or refused of a released one is not known from then on.
func (p *Publisher) takeOver(ctx context.Context) error {
	ended, err := p.Deliveries.EndOlder(ctx, p.Lock.Fence(), p.Destination)
	if err != nil || ended == 0 {
		return err
	}

	p.Log.Warn("an earlier run did not end its delivery",
		"step", "takeover",
		"deliveries", ended)
	return nil
}

// pending returns the files that were let go and are not known to have been sent,
// by publication.
func (p *Publisher) pending(ctx context.Context) (map[int64][]*diff.LiveFile, error) {
	live, err := p.Live(ctx)
	if err != nil {
		return nil, err
	}

	pending := map[int64][]*diff.LiveFile{}
	for _, f := range live {
		if f.SentAt == nil {
			n := f.Publication.Number
			pending[n] = append(pending[n], f)
		}
	}
	return pending, nil
}

// sendPending sends what was let go and did not arrive, the oldest publication
// first, and returns the publications that it sent. It sends nothing on a day of a
// pause. What was let go too long ago, or is called otherwise or disabled by now,
// stays unsettled.
func (p *Publisher) sendPending(ctx context.Context) (sent []int64, err error) {
	if p.pause() != nil {
		return nil, nil
	}
	pending, err := p.pending(ctx)
	if err != nil {
		return nil, err
	}

	for _, number := range slices.Sorted(maps.Keys(pending)) {
		publication := pending[number][0].Publication
		wanted := func(f schema.File) bool {
			return p.sameToday(f) && slices.ContainsFunc(pending[number], func(l *diff.LiveFile) bool {
				return l.Name == f.Name
			})
		}
		may, err := p.mayGo(ctx, pending[number], wanted)
		if err != nil {
			return sent, err
		}
		if !may {
			p.Log.Warn("an earlier publication stays unsettled",
				"step", "settle",
				"publication", number)
			continue
		}

		p.Log.Info("an earlier publication goes first: it was let go and is not known to have arrived",
			"step", "settle",
			"publication", number)
		if _, err := p.deliverFiles(ctx, &publication, wanted); err != nil {
			return sent, fmt.Errorf("send publication %d, which was let go before: %w", number, err)
		}
		sent = append(sent, number)
	}
	return sent, nil
}

// mayGo reports whether files that were let go and did not arrive are sent without a
// person. An approval was for what the publication was compared with.
func (p *Publisher) mayGo(
	ctx context.Context, pending []*diff.LiveFile, wanted func(schema.File) bool,
) (bool, error) {
	publication := &pending[0].Publication
	if p.tooLate(pending) || !slices.ContainsFunc(publication.Files, wanted) {
		return false, nil
	}
	if publication.State != schema.Approved {
		return true, nil
	}
	moved, err := p.moved(ctx, publication)
	return moved == "", err
}

// sameToday reports whether a file is sent today under the same name.
func (p *Publisher) sameToday(f schema.File) bool {
	for _, rule := range p.Rules.Files {
		if rule.Kind == f.Kind {
			return rule.Name == f.Name
		}
	}
	return false
}

// tooLate reports whether files were let go so long ago that they are not sent
// without a person.
func (p *Publisher) tooLate(pending []*diff.LiveFile) bool {
	recent := func(t time.Time) bool {
		return p.Now().Sub(t) <= p.Guard.ApprovalTTL
	}
	return !slices.ContainsFunc(pending, func(f *diff.LiveFile) bool {
		released := f.ReleasedAt != nil && recent(*f.ReleasedAt)
		return released || recent(f.Publication.PlannedAt)
	})
}

// sweepEarlier removes what deliveries that have ended left staged: exactly the
// names that are recorded. What cannot be removed now stays until the next run, also
// when the connection is lost over it.
func (p *Publisher) sweepEarlier(ctx context.Context, session Session) (lost bool, err error) {
	unswept, err := p.Deliveries.Unswept(ctx, p.Destination)
	if err != nil {
		return false, err
	}

	for _, d := range unswept {
		err := unstage(ctx, session, &d)
		if err != nil {
			p.warnOfStaged(err)
		}
		if schema.KindOf(err) == schema.Unreachable {
			return true, nil
		}
		if err != nil {
			continue
		}
		if err := p.Deliveries.Swept(ctx, p.Lock.Fence(), d.Number); err != nil {
			return false, err
		}
	}
	return false, nil
}

// sweepOnly connects to remove what dead deliveries left staged, when nothing is
// sent today. It only warns when the server is out of reach: the next run tries
// again.
func (p *Publisher) sweepOnly(ctx context.Context) error {
	unswept, err := p.Deliveries.Unswept(ctx, p.Destination)
	if err != nil || len(unswept) == 0 {
		return err
	}

	session, err := p.Dial(ctx)
	if err != nil {
		p.warnOfStaged(err)
		return nil
	}
	defer session.Close() // it only removed

	_, err = p.sweepEarlier(ctx, session)
	return err
}

// unstage removes the staged files of a delivery.
func unstage(ctx context.Context, session Session, d *schema.Delivery) error {
	var errs []error
	for _, f := range d.Files {
		inPlace := f.StagedAs == f.Name
		if inPlace {
			continue
		}
		directory := d.StageDirectory
		if directory == "" {
			directory = session.StageDirectory()
		}
		if err := session.Unstage(ctx, directory, f.StagedAs); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// tidy removes what a delivery left staged: not what the server confirmed to have
// renamed, and nothing whose name was taken already, which is not its own. When this
// connection has ended, as it does after an interrupt, it makes another.
func (d *delivery) tidy(ctx context.Context) {
	left := d.Delivery
	left.Files = nil
	for _, f := range d.Files[:d.touched] {
		if !d.renamed[f.Name] {
			left.Files = append(left.Files, f)
		}
	}
	err := unstage(ctx, d.session, &left)
	if err != nil {
		if d.redial(ctx) != nil {
			d.warnOfStaged(err)
			return
		}
		err = unstage(ctx, d.session, &left)
	}

	if err == nil && d.EndedAt != nil {
		err = d.Deliveries.Swept(ctx, d.Lock.Fence(), d.Number)
	}
	if err != nil {
		d.warnOfStaged(err)
	}
}

func (p *Publisher) warnOfStaged(err error) {
	p.Log.Warn("staged files stay on the server until the next run",
		"step", "sweep",
		"error", err)
}

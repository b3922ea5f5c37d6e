package publishtest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// delivery is a delivery with what only the store knows of it.
type delivery struct {
	schema.Delivery
	fence    int64
	approval int // the number of the decision that it uses up, or 0
}

var errOvertaken = schema.NewFault(schema.Locked,
	errors.New("record the delivery: it is over, or another run has taken over"), "run: publish list")

// overtaken reports whether a run with a higher fence has begun a delivery.
func (m *Memory) overtaken(fence int64, destination string) bool {
	return slices.ContainsFunc(m.deliveries, func(d *delivery) bool {
		return d.fence > fence && m.publications[d.Publication-1].Destination == destination
	})
}

// add gives a delivery its number.
func (m *Memory) add(d *delivery) {
	d.Number = int64(len(m.deliveries) + 1)
	m.deliveries = append(m.deliveries, d)
}

// BeginDelivery records the intent to send d.Files. It uses up the newest
// approval that no delivery has used.
func (m *Memory) BeginDelivery(
	ctx context.Context, fence int64, d *schema.Delivery, staged func(delivery int64, name string) string,
) error {
	p, err := m.Publication(ctx, d.Publication)
	if err := cmp.Or(ctx.Err(), err); err != nil {
		return err
	}
	if m.overtaken(fence, p.Destination) {
		return errOvertaken
	}

	for _, other := range m.deliveries {
		if other.Run == d.Run {
			return fmt.Errorf("begin the delivery: run %s has begun one", d.Run)
		}
	}

	begun := &delivery{fence: fence}
	if approval := m.lastDecision(p.Number, schema.Approve); approval > m.usedApproval(p.Number) {
		begun.approval = approval
	}
	m.add(begun)

	d.Number, d.StartedAt = begun.Number, m.now()
	for i := range d.Files {
		d.Files[i].StagedAs = staged(d.Number, d.Files[i].Name)
	}
	begun.Delivery = *d
	begun.Files = slices.Clone(d.Files)
	return nil
}

// lastDecision returns the number of the last decision of a kind; 0 without one.
func (m *Memory) lastDecision(publication int64, kind schema.DecisionKind) (number int) {
	for i, d := range m.decisions {
		if d.Publication == publication && d.Kind == kind {
			number = i + 1
		}
	}
	return number
}

// usedApproval returns the number of the last approval that a delivery used up.
func (m *Memory) usedApproval(publication int64) (number int) {
	for _, d := range m.deliveries {
		if d.Publication == publication {
			number = max(number, d.approval)
		}
	}
	return number
}

// open returns a delivery that a run with this fence may continue.
func (m *Memory) open(ctx context.Context, fence, number int64) (*delivery, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if number < 1 || number > int64(len(m.deliveries)) {
		return nil, errOvertaken
	}

	d := m.deliveries[number-1]
	ended := d.EndedAt != nil && d.Outcome != schema.Unknown
	taken := d.fence > fence || m.overtaken(fence, m.publications[d.Publication-1].Destination)
	if ended || taken {
		return nil, errOvertaken
	}
	return d, nil
}

// file returns a file of a delivery that is open.
func (m *Memory) file(ctx context.Context, fence, number int64, name string) (*schema.DeliveredFile, error) {
	d, err := m.open(ctx, fence, number)
	if err != nil {
		return nil, err
	}

	i := slices.IndexFunc(d.Files, func(f schema.DeliveredFile) bool { return f.Name == name })
	if i < 0 {
		return nil, errOvertaken
	}
	return &d.Files[i], nil
}

// Staged records that a file is on the server.
func (m *Memory) Staged(ctx context.Context, fence, number int64, name, verified string) error {
	f, err := m.file(ctx, fence, number, name)
	if err != nil {
		return err
	}
	f.StagedAt = m.clock()
	f.Verified = verified
	return nil
}

// Sent records that a file has its final name. An empty verified leaves what
// Staged said.
func (m *Memory) Sent(ctx context.Context, fence, number int64, name, verified string) error {
	f, err := m.file(ctx, fence, number, name)
	if err != nil {
		return err
	}
	f.SentAt = m.clock()
	f.Verified = cmp.Or(verified, f.Verified)
	return nil
}

// EndDelivery records how a delivery ended.
func (m *Memory) EndDelivery(ctx context.Context, fence, number int64, outcome schema.State, hostKey string) error {
	d, err := m.open(ctx, fence, number)
	if err != nil {
		return err
	}

	d.EndedAt = m.clock()
	d.Outcome = outcome
	d.HostKey = cmp.Or(hostKey, d.HostKey)
	return nil
}

func (m *Memory) clock() *time.Time {
	now := m.now()
	return &now
}

// OpenDeliveries returns those that did not end, or ended unknown.
func (m *Memory) OpenDeliveries(_ context.Context, destination string) (open []schema.Delivery, err error) {
	for _, d := range m.deliveries {
		here := m.publications[d.Publication-1].Destination == destination
		settled := d.EndedAt != nil && d.Outcome != schema.Unknown
		if here && !settled {
			open = append(open, d.copy())
		}
	}
	return open, nil
}

// Deliveries returns the attempts to send a publication, the oldest first.
func (m *Memory) Deliveries(publication int64) (all []schema.Delivery) {
	for _, d := range m.deliveries {
		if d.Publication == publication {
			all = append(all, d.copy())
		}
	}
	return all
}

func (d *delivery) copy() schema.Delivery {
	c := d.Delivery
	c.Files = slices.Clone(d.Files)
	return c
}

// state says where a publication stands. It is the view publication_state of
// migrations/002_publication.sql, case by case.
func (m *Memory) state(number int64) schema.State {
	tried, open, outcomes := false, false, map[schema.State]bool{}
	for _, d := range m.deliveries {
		if d.Publication == number {
			tried, open = true, open || d.EndedAt == nil
			outcomes[d.Outcome] = true
		}
	}

	verdict := m.publications[number-1].Verdict
	switch {
	case open:
		return schema.Delivering
	case outcomes[schema.Delivered]:
		return schema.Delivered
	case m.lastDecision(number, schema.Discard) > 0:
		return schema.Discarded
	case m.lastDecision(number, schema.Supersede) > 0:
		return schema.Superseded
	case outcomes[schema.Unknown]:
		return schema.Unknown
	case outcomes[schema.Partial]:
		return schema.Partial
	case m.lastDecision(number, schema.Approve) > m.usedApproval(number):
		return schema.Approved
	case verdict == schema.Hold:
		return schema.Held
	case verdict == schema.Pause:
		return schema.Paused
	case tried:
		return schema.Failed
	}
	return schema.Planned
}

// Live returns the files that were sent last, by name. It is the view live of
// migrations/002_publication.sql.
func (m *Memory) Live(_ context.Context, destination string) (list []schema.Live, err error) {
	last := map[string]schema.Live{}
	for _, d := range m.deliveries {
		if m.publications[d.Publication-1].Destination != destination {
			continue
		}
		for _, f := range d.Files {
			if f.SentAt != nil {
				last[f.Name] = schema.Live{Name: f.Name, Sum: f.Sum, Publication: d.Publication, SentAt: *f.SentAt}
			}
		}
	}

	for _, name := range slices.Sorted(maps.Keys(last)) {
		list = append(list, last[name])
	}
	return list, nil
}

// Fates says what became of the publications for a destination that a run tried
// to deliver.
func (m *Memory) Fates(_ context.Context, destination string) (map[int64]schema.Fate, error) {
	fates := map[int64]schema.Fate{}
	for _, d := range m.deliveries {
		if m.publications[d.Publication-1].Destination != destination {
			continue
		}

		fate := fates[d.Publication]
		for _, f := range d.Files {
			fate.SentAt = later(fate.SentAt, f.SentAt)
		}
		if d.approval > 0 {
			approval := m.decisions[d.approval-1]
			fate.ApprovedBy = max(fate.ApprovedBy, approval.By)
			fate.ApprovedReason = max(fate.ApprovedReason, approval.Reason)
		}
		fates[d.Publication] = fate
	}
	return fates, nil
}

// later returns the later of two times; nil is no time.
func later(a, b *time.Time) *time.Time {
	switch {
	case a == nil:
		return b
	case b == nil || b.Before(*a):
		return a
	}
	return b
}

// Past returns the counts of the publications that were delivered last, at least
// in part.
func (m *Memory) Past(ctx context.Context, destination string, most int64) (past []schema.Past, err error) {
	decided := map[int64]bool{}
	var order []int64 // of the publications, by their last delivery
	for _, d := range m.deliveries {
		p := m.publications[d.Publication-1]
		sent := d.Outcome == schema.Delivered || d.Outcome == schema.Partial
		if p.Destination != destination || !sent {
			continue
		}

		decided[p.Number] = decided[p.Number] || p.Origin == schema.Adopt || d.approval > 0
		order = slices.DeleteFunc(order, func(n int64) bool { return n == p.Number })
		order = append(order, p.Number)
	}

	slices.Reverse(order)
	for _, number := range order[:min(len(order), int(most))] {
		p, err := m.Publication(ctx, number)
		if err != nil {
			return nil, err
		}

		was := schema.Past{Publication: number, PlannedAt: p.PlannedAt, Decided: decided[number]}
		for _, t := range p.Tallies {
			if t.By == schema.ByFile || t.By == schema.ByTag {
				was.Tallies = append(was.Tallies, schema.Tally{File: t.File, By: t.By, Value: t.Value, Rows: t.Rows})
			}
		}
		if len(was.Tallies) > 0 {
			past = append(past, was)
		}
	}
	return past, nil
}

package publishtest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// delivery is a delivery with what only the store knows of it.
type delivery struct {
	schema.Delivery
	fence    int64
	approval int // the number of the decision that it uses up, or 0
	swept    bool
}

var errOvertaken = schema.NewFault(schema.Locked,
	errors.New("record the delivery: it is over, or another run has taken over"), "run: publish list")

// overtaken reports whether a run with a higher fence has the lock.
func (m *Memory) overtaken(fence int64) bool { return m.fence > fence }

// add gives a delivery its number.
func (m *Memory) add(d *delivery) {
	d.Number = int64(len(m.deliveries) + 1)
	m.deliveries = append(m.deliveries, d)
}

// BeginDelivery records the intent to send d.Files. It uses up the newest
// approval that no delivery has used.
func (m *Memory) BeginDelivery(
	ctx context.Context, fence int64, d *schema.Delivery, staged func(tag, name string) string,
) error {
	p, err := m.Publication(ctx, d.Publication)
	if err := cmp.Or(ctx.Err(), err); err != nil {
		return err
	}
	if m.overtaken(fence) {
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
		d.Files[i].StagedAs = staged(fmt.Sprint("memory-", d.Number), d.Files[i].Name)
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

// usedApproval returns the number of the last approval that a released delivery
// used up.
func (m *Memory) usedApproval(publication int64) (number int) {
	for _, d := range m.deliveries {
		if d.Publication == publication && d.ReleasedAt != nil {
			number = max(number, d.approval)
		}
	}
	return number
}

// begun returns a delivery that a run with this fence may write to.
func (m *Memory) begun(ctx context.Context, fence, number int64) (*delivery, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if number < 1 || number > int64(len(m.deliveries)) || m.overtaken(fence) {
		return nil, errOvertaken
	}
	return m.deliveries[number-1], nil
}

// open returns a delivery that has not ended.
func (m *Memory) open(ctx context.Context, fence, number int64) (*delivery, error) {
	d, err := m.begun(ctx, fence, number)
	if err == nil && d.EndedAt != nil {
		err = errOvertaken
	}
	return d, err
}

// file returns a file of a delivery.
func (d *delivery) file(name string) (*schema.DeliveredFile, error) {
	i := slices.IndexFunc(d.Files, func(f schema.DeliveredFile) bool { return f.Name == name })
	if i < 0 {
		return nil, errOvertaken
	}
	return &d.Files[i], nil
}

// Staged records that a file is on the server.
func (m *Memory) Staged(ctx context.Context, fence, number int64, name, verified string) error {
	d, err := m.open(ctx, fence, number)
	if err != nil {
		return err
	}
	f, err := d.file(name)
	if err != nil {
		return err
	}
	f.StagedAt = m.clock()
	f.Verified = verified
	return nil
}

// Release records that files can get their final names.
func (m *Memory) Release(ctx context.Context, fence, number int64) error {
	d, err := m.open(ctx, fence, number)
	if err == nil {
		d.ReleasedAt = m.clock()
	}
	return err
}

// Sent records that a file has its final name. An empty verified leaves what
// Staged said.
func (m *Memory) Sent(ctx context.Context, fence, number int64, name, verified string) error {
	d, err := m.begun(ctx, fence, number)
	if err != nil {
		return err
	}
	f, err := d.file(name)
	if err != nil || d.ReleasedAt == nil || f.SentAt != nil || f.RefusedAt != nil {
		return errOvertaken
	}
	f.SentAt = m.clock()
	f.Verified = cmp.Or(verified, f.Verified)
	return nil
}

// Refused records that files were not sent.
func (m *Memory) Refused(ctx context.Context, fence, number int64, names []string) error {
	d, err := m.open(ctx, fence, number)
	if err != nil {
		return err
	}
	for _, name := range names {
		f, err := d.file(name)
		if err != nil || d.ReleasedAt == nil || f.SentAt != nil || f.RefusedAt != nil {
			return errOvertaken
		}
		f.RefusedAt = m.clock()
	}
	return nil
}

// EndDelivery records that a delivery has ended.
func (m *Memory) EndDelivery(ctx context.Context, fence, number int64, hostKey string) error {
	d, err := m.open(ctx, fence, number)
	if err != nil {
		return err
	}

	d.EndedAt = m.clock()
	d.HostKey = hostKey
	return nil
}

// EndOlder ends what runs with a lower fence have left open.
func (m *Memory) EndOlder(ctx context.Context, fence int64, destination string) (ended int64, err error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	if m.overtaken(fence) {
		return 0, errOvertaken
	}

	for _, d := range m.deliveries {
		here := m.publications[d.Publication-1].Destination == destination
		if here && d.EndedAt == nil && d.fence < fence {
			d.EndedAt = m.clock()
			ended++
		}
	}
	return ended, nil
}

// Unswept returns the deliveries that have ended and may have left staged files.
func (m *Memory) Unswept(_ context.Context, destination string) (unswept []schema.Delivery, err error) {
	for _, d := range m.deliveries {
		here := m.publications[d.Publication-1].Destination == destination
		if here && d.EndedAt != nil && !d.swept {
			unswept = append(unswept, d.copy())
		}
	}
	return unswept, nil
}

// Swept records that nothing of a delivery is staged any more.
func (m *Memory) Swept(ctx context.Context, fence, number int64) error {
	d, err := m.begun(ctx, fence, number)
	if err == nil && d.EndedAt == nil {
		err = errOvertaken
	}
	if err == nil {
		d.swept = true
	}
	return err
}

func (m *Memory) clock() *time.Time {
	now := m.now()
	return &now
}

// Deliveries returns the attempts to send a publication, the oldest first.
func (m *Memory) Deliveries(_ context.Context, publication int64) (all []schema.Delivery, err error) {
	for _, d := range m.deliveries {
		if d.Publication == publication {
			all = append(all, d.copy())
		}
	}
	return all, nil
}

func (d *delivery) copy() schema.Delivery {
	c := d.Delivery
	c.Files = slices.Clone(d.Files)
	return c
}

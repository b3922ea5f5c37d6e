package publish

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// delivery is one attempt to send a publication's files.
type delivery struct {
	*Publisher
	schema.Delivery
	publication *schema.Publication
	earlier     []schema.Delivery // of the same publication
	session     Session
	sizes       map[string]int64 // bytes, by file name
	touched     int              // how many files, from the first, may have been staged
	renamed     map[string]bool  // files whose rename the server confirmed
}

// deliver sends the files of a publication that are enabled today and not known to
// have been sent. Until it releases them, nothing that SchooLinks sees has changed.
// From then on an interrupt is ignored: the rest takes seconds.
func (p *Publisher) deliver(ctx context.Context, publication *schema.Publication) (*schema.Publication, error) {
	return p.deliverFiles(ctx, publication, p.enabled)
}

// enabled reports whether files of that kind are sent today.
func (p *Publisher) enabled(f schema.File) bool {
	return slices.ContainsFunc(p.Rules.Files, func(rule files.FileRule) bool {
		return rule.Kind == f.Kind
	})
}

// deliverFiles delivers those files of a publication that are wanted.
func (p *Publisher) deliverFiles(
	ctx context.Context, publication *schema.Publication, wanted func(schema.File) bool,
) (*schema.Publication, error) {
	d, err := p.newDelivery(ctx, publication, wanted)
	if err != nil {
		return nil, err
	}

	p.Log.Info("connecting",
		"step", "connect",
		"destination", p.Destination)
	d.session, err = p.Dial(ctx)
	if err != nil {
		return nil, d.orLost(ctx, err)
	}
	defer func() { d.session.Close() }() // everything that it did is known by then

	err = d.prepare(ctx)
	if schema.KindOf(err) == schema.HeldBack {
		return publication, err
	}
	if err != nil {
		return nil, err
	}
	if len(d.Files) > 0 {
		if err := d.send(ctx); err != nil {
			return nil, err
		}
	}

	p.Log.Info("delivered",
		"step", "done",
		"publication", publication.Number,
		"files", len(d.sizes))
	publication.State = schema.Delivered
	return publication, nil
}

// orLost returns err or, when the lock was lost meanwhile, that: after this machine was
// frozen, every limit has passed, and it is no server's fault.
func (d *delivery) orLost(ctx context.Context, err error) error {
	ctx, cancel := afterwards(ctx)
	defer cancel()
	if lost := d.Lock.Check(ctx); lost != nil {
		return lost
	}
	return err
}

// newDelivery returns a delivery of the files that are wanted, have rows and are
// not known to have been sent: a file without rows is never sent.
func (p *Publisher) newDelivery(
	ctx context.Context, publication *schema.Publication, wanted func(schema.File) bool,
) (*delivery, error) {
	earlier, err := p.Deliveries.Deliveries(ctx, publication.Number)
	if err != nil {
		return nil, err
	}

	d := &delivery{
		Publisher: p,
		Delivery: schema.Delivery{
			Run:         p.Run,
			Publication: publication.Number,
			StartedAt:   p.Now(),
		},
		publication: publication,
		earlier:     earlier,
		sizes:       map[string]int64{},
		renamed:     map[string]bool{},
	}
	why := "no file has any rows"
	for _, f := range publication.Files {
		if f.Rows == 0 {
			continue
		}
		why = "none of its files is enabled"
		if !wanted(f) || d.sentBefore(f.Name) {
			continue
		}
		file := schema.DeliveredFile{Name: f.Name, Sum: f.Sum}
		d.Files = append(d.Files, file)
		d.sizes[f.Name] = f.Size
	}

	if len(d.Files) == 0 {
		err := fmt.Errorf("deliver publication %d: %s", publication.Number, why)
		return nil, schema.NewFault(schema.Rejected, err,
			"find out why PowerSchool gave nothing: extract show")
	}
	return d, nil
}

// prepare removes what dead deliveries have left staged, and looks at what is under
// the final names.
func (d *delivery) prepare(ctx context.Context) error {
	// Without the lock, it would be a later run's business.
	if err := d.Lock.Check(ctx); err != nil {
		return err
	}
	lost, err := d.sweepEarlier(ctx, d.session)
	if err == nil && lost {
		err = d.redial(ctx)
	}
	if err != nil {
		return err
	}
	return d.look(ctx)
}

// send begins a delivery, stages and releases the files, and records how that ended.
func (d *delivery) send(ctx context.Context) error {
	d.StageDirectory = d.session.StageDirectory()
	err := d.Deliveries.BeginDelivery(ctx, d.Lock.Fence(), &d.Delivery, d.session.StagedName)
	if err != nil {
		return err
	}
	d.Log.Info("delivery begins",
		"step", "intent",
		"publication", d.Publication,
		"delivery", d.Number)

	err = d.stageAll(ctx)
	if err == nil {
		err = d.release(ctx)
	}
	return d.end(ctx, err)
}

// end records that the delivery has ended, and removes what is still staged: when
// another run has taken over, that may be what it did not find yet.
func (d *delivery) end(ctx context.Context, err error) error {
	after, cancel := afterwards(ctx)
	defer cancel()
	errEnd := d.Deliveries.EndDelivery(after, d.Lock.Fence(), d.Number, d.session.HostKey())

	if errEnd == nil {
		d.EndedAt = new(d.Now())
	}
	d.tidy(after)
	isLocked := schema.KindOf(err) == schema.Locked
	overtaken := d.ReleasedAt == nil && schema.KindOf(errEnd) == schema.Locked
	if err == nil || overtaken && !isLocked { // the later run has removed what was staged
		err = errEnd
	}
	return d.said(err)
}

// said adds to an error what a person should know of what was sent.
func (d *delivery) said(err error) error {
	if err == nil {
		return nil
	}

	sent, inDoubt := 0, false
	for _, f := range d.Files {
		if f.SentAt != nil {
			sent++
		}
		released := d.ReleasedAt != nil
		inDoubt = inDoubt || released && f.SentAt == nil && f.RefusedAt == nil
	}

	switch {
	case inDoubt:
		err = fmt.Errorf("%d of %d files are known to have been sent: %w", sent, len(d.Files), err)
	case sent == 0:
		return fmt.Errorf("nothing was sent: %w", err)
	default:
		err = fmt.Errorf("%d of %d files were sent: %w", sent, len(d.Files), err)
	}

	hint := "run it again; that sends what is missing: publish run"
	if cause := schema.HintOf(err); cause != "" && cause != "run it again" {
		hint += "; if that fails, " + cause
	}
	return &schema.Fault{
		Kind: schema.PartlySent,
		Err:  err,
		Hint: hint,
	}
}

// stageAll puts all files beside their places and verifies them there. With files
// that are written in place, that is their release.
func (d *delivery) stageAll(ctx context.Context) error {
	if err := d.Lock.Check(ctx); err != nil {
		return err
	}
	if d.inPlace() {
		return nil
	}

	for i := range d.Files {
		f := &d.Files[i]
		err := d.stage(ctx, f)
		if !errors.Is(err, schema.ErrNotDone) {
			d.touched = i + 1
		}
		if err != nil {
			return fmt.Errorf("send %s: %w", f.Name, err)
		}
	}
	return nil
}

// inPlace reports whether files are written under their final names.
func (d *delivery) inPlace() bool {
	return d.Files[0].StagedAs == d.Files[0].Name
}

// stage sends one file, and records that the server has it.
func (d *delivery) stage(ctx context.Context, f *schema.DeliveredFile) error {
	if err := d.write(ctx, f); err != nil {
		return err
	}
	err := d.Deliveries.Staged(ctx, d.Lock.Fence(), d.Number, f.Name, f.Verified)
	if err != nil {
		return err
	}

	f.StagedAt = new(d.Now())
	d.Log.Info("staged",
		"step", "staged",
		"file", f.Name,
		"verified", f.Verified)
	return nil
}

// write sends the bytes of one file under its staged name. Its error is a
// schema.ErrNotDone when nothing of it was written.
func (d *delivery) write(ctx context.Context, f *schema.DeliveredFile) error {
	d.Log.Info("sending",
		"step", "stage",
		"file", f.Name,
		"bytes", d.sizes[f.Name])
	content, err := d.Publications.Content(ctx, f.Sum)
	if err != nil {
		return schema.NotDone(err)
	}
	r, err := files.Open(content)
	if err != nil {
		return schema.NotDone(err)
	}
	defer r.Close() // of memory: it cannot fail

	progress := func(sent int64) {
		d.Report("send", sent, content.Size)
	}
	f.Verified, err = d.session.Stage(ctx, f.StagedAs, content.Size, f.Sum, r, progress)
	return err
}

package publish

import (
	"context"
	"errors"
	"fmt"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// delivery is one attempt to send a publication's files.
type delivery struct {
	*Publisher
	schema.Delivery
	session Session
	sizes   map[string]int64 // bytes, by file name
}

// deliver sends the files of a publication: first the intent is recorded, then
// all files are staged and verified, then each gets its final name and is
// recorded. Until the first rename, nothing that SchooLinks sees has changed.
// From then on an interrupt is ignored: the rest takes seconds.
func (p *Publisher) deliver(ctx context.Context, publication *schema.Publication) (*schema.Publication, error) {
	d, err := p.newDelivery(publication)
	if err != nil {
		return nil, err
	}

	p.Log.Info("connecting",
		"step", "connect",
		"destination", p.Destination)
	d.session, err = p.Dial(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { d.session.Close() }() // everything that it did is known by then

	// Without the lock, the sweep could remove what a later run has staged.
	if err := p.Lock.Check(ctx); err != nil {
		return nil, err
	}
	if err := d.sweep(ctx); err != nil {
		d.warnOfStaged(err)
	}

	err = p.Deliveries.BeginDelivery(ctx, p.Lock.Fence(), &d.Delivery, d.session.StagedName)
	if err != nil {
		return nil, err
	}
	p.Log.Info("delivery begins",
		"step", "intent",
		"publication", publication.Number,
		"delivery", d.Number)
	if err := d.send(ctx); err != nil {
		return nil, err
	}

	p.Log.Info("delivered",
		"step", "done",
		"publication", publication.Number,
		"files", len(d.Files))
	publication.State = schema.Delivered
	return publication, nil
}

// newDelivery returns a delivery of the files that have rows: a file without rows
// is never sent.
func (p *Publisher) newDelivery(publication *schema.Publication) (*delivery, error) {
	d := &delivery{
		Publisher: p,
		Delivery: schema.Delivery{
			Run:         p.Run,
			Publication: publication.Number,
			StartedAt:   p.Now(),
		},
		sizes: map[string]int64{},
	}
	for _, f := range publication.Files {
		if f.Rows == 0 {
			continue
		}
		file := schema.DeliveredFile{Name: f.Name, Sum: f.Sum}
		d.Files = append(d.Files, file)
		d.sizes[f.Name] = f.Size
	}

	if len(d.Files) == 0 {
		err := fmt.Errorf("deliver publication %d: no file has any rows", publication.Number)
		return nil, schema.NewFault(schema.Rejected, err,
			"find out why PowerSchool gave nothing: extract show")
	}
	return d, nil
}

// send stages and renames the files, and records how that ended.
func (d *delivery) send(ctx context.Context) error {
	err := d.stageAll(ctx)

	after, cancel := afterwards(ctx)
	defer cancel()
	if err == nil {
		err = d.renameAll(after)
	}

	outcome, err := d.outcome(err)
	hostKey := d.session.HostKey()
	errEnd := d.Deliveries.EndDelivery(after, d.Lock.Fence(), d.Number, outcome, hostKey)
	if err == nil {
		return errEnd
	}

	recorded := errEnd == nil
	if recorded && outcome != schema.Unknown {
		d.tidy(after)
	}
	return err
}

// outcome says how the delivery ended, and adds to the error what a person
// should know.
func (d *delivery) outcome(err error) (schema.State, error) {
	sent := 0
	for _, f := range d.Files {
		if f.SentAt != nil {
			sent++
		}
	}

	switch {
	case err == nil:
		return schema.Delivered, nil
	case unknown(err):
		return schema.Unknown, err
	case sent == 0:
		return schema.Failed, fmt.Errorf("nothing was sent: %w", err)
	}
	err = fmt.Errorf("%d of %d files were sent: %w", sent, len(d.Files), err)
	return schema.Partial, &schema.Fault{
		Kind: schema.PartlySent,
		Err:  err,
		Hint: "run it again; that sends all of them: publish run",
	}
}

// unknownError is an error after which it is not known whether a file was sent.
// The next run asks the server.
type unknownError struct{ error }

func (e *unknownError) Unwrap() error {
	return e.error
}

func unknown(err error) bool {
	var u *unknownError
	return errors.As(err, &u)
}

// tidy sweeps after a delivery that failed. When this connection has ended, as it
// does after an interrupt, it makes another.
func (d *delivery) tidy(ctx context.Context) {
	if d.sweep(ctx) == nil {
		return
	}

	fresh, err := d.Dial(ctx)
	if err == nil {
		d.session.Close() // it has ended
		d.session = fresh
		err = d.sweep(ctx)
	}
	if err != nil {
		d.warnOfStaged(err)
	}
}

// stageAll puts all files beside their places and verifies them there.
func (d *delivery) stageAll(ctx context.Context) error {
	if err := d.Lock.Check(ctx); err != nil {
		return err
	}
	for i := range d.Files {
		f := &d.Files[i]
		if err := d.stage(ctx, f); err != nil {
			return fmt.Errorf("send %s: %w", f.Name, err)
		}
	}
	return nil
}

func (d *delivery) stage(ctx context.Context, f *schema.DeliveredFile) error {
	d.Log.Info("sending",
		"step", "stage",
		"file", f.Name,
		"bytes", d.sizes[f.Name])
	content, err := d.Publications.Content(ctx, f.Sum)
	if err != nil {
		return err
	}
	r, err := files.Open(content)
	if err != nil {
		return err
	}
	defer r.Close() // of memory: it cannot fail

	progress := func(sent int64) {
		d.Report("send", sent, content.Size)
	}
	f.Verified, err = d.session.Stage(ctx, f.StagedAs, content.Size, f.Sum, r, progress)
	if err != nil {
		return err
	}
	err = d.Deliveries.Staged(ctx, d.Lock.Fence(), d.Number, f.Name, f.Verified)
	if err != nil {
		return err
	}

	now := d.Now()
	f.StagedAt = &now
	d.Log.Info("staged",
		"step", "staged",
		"file", f.Name,
		"verified", f.Verified)

	if f.StagedAs == f.Name { // in place: it is there
		return d.sent(ctx, f, f.Verified)
	}
	return nil
}

// renameAll gives all files their final names. It is the point of no return.
func (d *delivery) renameAll(ctx context.Context) error {
	if err := d.Lock.Check(ctx); err != nil {
		return err
	}

	for i := range d.Files {
		f := &d.Files[i]
		if f.SentAt != nil {
			continue
		}

		d.Log.Info("renaming",
			"step", "rename",
			"file", f.Name)
		how, err := d.rename(ctx, f)
		if err != nil {
			return fmt.Errorf("rename %s: %w", f.Name, err)
		}
		if err := d.sent(ctx, f, how); err != nil {
			return &unknownError{err}
		}
	}
	return nil
}

// rename renames one file and returns how that was verified. When the server
// refuses or does not answer, it looks over a new connection and tries once more.
func (d *delivery) rename(ctx context.Context, f *schema.DeliveredFile) (string, error) {
	if err := d.session.Rename(ctx, f.StagedAs, f.Name); err != nil {
		done, err := d.renamedAfterAll(ctx, f)
		if err != nil {
			return "", err
		}
		if !done {
			err = d.session.Rename(ctx, f.StagedAs, f.Name)
		}
		if err != nil {
			return "", err
		}
	}

	how, err := d.session.Arrived(ctx, f.Name, d.sizes[f.Name])
	switch {
	case schema.KindOf(err) == schema.Unreachable: // it was renamed, and had been verified
		d.Log.Warn("renamed; the last look failed",
			"step", "rename",
			"file", f.Name,
			"error", err)
	case err != nil:
		return "", &unknownError{err}
	case how != "":
		return how, nil
	}
	return f.Verified, nil
}

// renamedAfterAll connects again, and reports whether a rename that the server
// did not confirm has happened anyway.
func (d *delivery) renamedAfterAll(ctx context.Context, f *schema.DeliveredFile) (bool, error) {
	fresh, err := d.Dial(ctx)
	if err != nil {
		return false, &unknownError{err}
	}
	d.session.Close() // it may be broken already
	d.session = fresh

	staged, final, err := fresh.Look(ctx, f.StagedAs, f.Name)
	if err != nil {
		return false, &unknownError{err}
	}
	consumed := final == nil
	renamed := consumed || *final == f.Sum
	return !staged && renamed, nil
}

func (d *delivery) sent(ctx context.Context, f *schema.DeliveredFile, how string) error {
	err := d.Deliveries.Sent(ctx, d.Lock.Fence(), d.Number, f.Name, how)
	if err != nil {
		return err
	}

	now := d.Now()
	f.SentAt = &now
	d.Log.Info("sent",
		"step", "sent",
		"file", f.Name,
		"verified", how)
	return nil
}

// sweep removes what was only staged, as far as the server allows. It comes after
// the recording: a staged file proves that its rename has not happened.
func (d *delivery) sweep(ctx context.Context) error {
	for _, f := range d.Files {
		if err := d.session.Sweep(ctx, f.Name); err != nil {
			return fmt.Errorf("sweep %s: %w", f.Name, err)
		}
	}
	return nil
}

func (d *delivery) warnOfStaged(err error) {
	d.Log.Warn("staged files stay on the server until the next delivery",
		"step", "sweep",
		"error", err)
}

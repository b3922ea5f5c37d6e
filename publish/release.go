package publish

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// release records that the files may get their final names now, gives them those,
// and records what became of each. It is the point of no return.
func (d *delivery) release(ctx context.Context) error {
	ctx = context.WithoutCancel(ctx)
	if err := d.Lock.Check(ctx); err != nil {
		return err
	}
	if err := d.Deliveries.Release(ctx, d.Lock.Fence(), d.Number); err != nil {
		return err
	}
	d.ReleasedAt = new(d.Now())
	d.Log.Info("released",
		"step", "released",
		"delivery", d.Number)

	for i := range d.Files {
		f := &d.Files[i]
		err := d.releaseFile(ctx, f)
		if err == nil {
			continue
		}

		notSent := d.Files[i+1:]
		if errors.Is(err, schema.ErrNotDone) {
			notSent = d.Files[i:]
		}
		d.refuse(ctx, notSent)
		return fmt.Errorf("send %s: %w", f.Name, err)
	}
	return nil
}

// releaseFile gives one file its final name, and records it. Its error is a
// schema.ErrNotDone when the file is known not to have been sent.
func (d *delivery) releaseFile(ctx context.Context, f *schema.DeliveredFile) error {
	if err := d.Lock.Check(ctx); err != nil {
		return schema.NotDone(err)
	}

	if d.inPlace() {
		if err := d.write(ctx, f); err != nil {
			return err
		}
		return d.sent(ctx, d.Number, f, f.Verified)
	}

	how, err := d.rename(ctx, f)
	if err != nil {
		return err
	}
	return d.sent(ctx, d.Number, f, how)
}

// sent records that a file of one of the publication's deliveries was sent.
func (d *delivery) sent(ctx context.Context, number int64, f *schema.DeliveredFile, how string) error {
	ctx, cancel := afterwards(ctx)
	defer cancel()
	err := d.Deliveries.Sent(ctx, d.Lock.Fence(), number, f.Name, how)
	if err != nil {
		return fmt.Errorf("it was sent, but that is not recorded: %w", err)
	}

	f.SentAt = new(d.Now())
	d.Log.Info("sent",
		"step", "sent",
		"file", f.Name,
		"verified", how)
	return nil
}

// refuse records that files are known not to have been sent. When that fails, the
// store says that it is not known, which is true too.
func (d *delivery) refuse(ctx context.Context, notSent []schema.DeliveredFile) {
	if len(notSent) == 0 {
		return
	}

	var names []string
	for i := range notSent {
		f := &notSent[i]
		f.RefusedAt = new(d.Now())
		names = append(names, f.Name)
	}
	ctx, cancel := afterwards(ctx)
	defer cancel()

	err := d.Deliveries.Refused(ctx, d.Lock.Fence(), d.Number, names)
	if err != nil {
		d.Log.Warn("it is not recorded that files were not sent",
			"step", "rename",
			"files", len(names),
			"error", err)
	}
}

// rename renames one file and returns how that was verified. When the server does
// not say yes, it asks once more.
func (d *delivery) rename(ctx context.Context, f *schema.DeliveredFile) (how string, err error) {
	d.Log.Info("renaming",
		"step", "rename",
		"file", f.Name)

	err = d.renameOnce(ctx, f)
	if err != nil {
		err = d.renameAgain(ctx, f, err)
	}
	if err != nil {
		return "", err
	}

	how, err = d.arrived(ctx, f)
	switch {
	case schema.KindOf(err) == schema.Unreachable: // it was renamed, and had been verified
		d.Log.Warn("renamed; the last look failed",
			"step", "rename",
			"file", f.Name,
			"error", err)
	case err != nil:
		return "", err
	case how != "":
		return how, nil
	}
	return f.Verified, nil
}

// renameOnce asks for a rename, within a time of its own.
func (d *delivery) renameOnce(ctx context.Context, f *schema.DeliveredFile) error {
	ctx, cancel := afterwards(ctx)
	defer cancel()
	err := d.session.Rename(ctx, f.StagedAs, f.Name)
	d.renamed[f.Name] = err == nil
	return err
}

func (d *delivery) arrived(ctx context.Context, f *schema.DeliveredFile) (how string, err error) {
	ctx, cancel := afterwards(ctx)
	defer cancel()
	return d.session.Arrived(ctx, f.Name, d.sizes[f.Name])
}

// renameAgain connects again after a rename that was refused, or whose answer was
// lost, and asks once more. When the file is under its final name after a lost
// answer, it was done. A refusal then does not say what became of the first time.
func (d *delivery) renameAgain(ctx context.Context, f *schema.DeliveredFile, first error) error {
	d.Log.Warn("the server did not confirm it; asking again",
		"step", "rename",
		"file", f.Name,
		"error", first)
	refused := errors.Is(first, schema.ErrNotDone)
	if err := d.reconnect(ctx); err != nil {
		if refused {
			return first
		}
		return inDoubt(err)
	}

	if !refused {
		isThere, err := d.isThere(ctx, f)
		if err != nil || isThere {
			return inDoubt(err)
		}
	}
	again := d.Lock.Check(ctx)
	if again == nil {
		again = d.renameOnce(ctx, f)
	} else {
		again = schema.NotDone(again)
	}
	if refused {
		return again
	}
	return inDoubt(again)
}

// inDoubt hides that the last of several requests was not done: the ones before it
// may have been.
func inDoubt(err error) error {
	var fault *schema.Fault
	if !errors.Is(err, schema.ErrNotDone) || !errors.As(err, &fault) {
		return err
	}
	return &schema.Fault{
		Kind: fault.Kind,
		Err:  errors.New(err.Error()),
		Hint: fault.Hint,
	}
}

// reconnect replaces the session, which may be broken.
func (d *delivery) reconnect(ctx context.Context) error {
	ctx, cancel := afterwards(ctx)
	defer cancel()

	fresh, err := d.Dial(ctx)
	if err != nil {
		return err
	}
	d.session.Close() // it may be broken already
	d.session = fresh
	return nil
}

// isThere reports whether a file is under its final name.
func (d *delivery) isThere(ctx context.Context, f *schema.DeliveredFile) (bool, error) {
	ctx, cancel := afterwards(ctx)
	defer cancel()
	found, err := readFinal(ctx, d.session, f.Name)
	return found != nil && found.sum == f.Sum, err
}

// finalFile is what is under a final name.
type finalFile struct {
	sum  schema.Sum
	size int64 // bytes
}

// counter adds up what is written to it.
type counter struct {
	hash.Hash
	size int64
}

func (c *counter) Write(b []byte) (int, error) {
	c.size += int64(len(b))
	return c.Hash.Write(b)
}

// readFinal returns what is under a final name; nil when there is nothing, or
// nothing that the account may read.
func readFinal(ctx context.Context, session Session, name string) (*finalFile, error) {
	c := &counter{Hash: sha256.New()}
	found, err := session.Read(ctx, name, c)
	if err != nil || !found {
		return nil, err
	}

	f := &finalFile{
		sum:  schema.Sum(c.Sum(nil)),
		size: c.size,
	}
	return f, nil
}

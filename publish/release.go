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
		err := d.write(ctx, f)
		if err != nil && !errors.Is(err, schema.ErrNotDone) {
			return fmt.Errorf("the file under that name may be incomplete now: %w", err)
		}
		if err != nil {
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

// rename renames one file and returns how it is known that the server has it. When the
// answer is lost, or is not what the server shows, it asks once more.
func (d *delivery) rename(ctx context.Context, f *schema.DeliveredFile) (how string, err error) {
	d.Log.Info("renaming",
		"step", "rename",
		"file", f.Name)

	err = d.renameOnce(ctx, f)
	if errors.Is(err, schema.ErrNotDone) { // also when another run has removed what was staged
		return "", schema.NotDone(d.orLost(ctx, err))
	}
	if err != nil {
		err = d.renameAgain(ctx, f, err)
	}
	if err != nil {
		return "", err
	}
	return d.lastLook(ctx, f)
}

// lastLook looks at a file whose rename was answered with yes, and which had been
// verified before. That it cannot be seen changes nothing; that it is seen to be another
// one does, unless its bytes are there.
func (d *delivery) lastLook(ctx context.Context, f *schema.DeliveredFile) (how string, err error) {
	how, err = d.arrived(ctx, f)
	switch {
	case err == nil && how == schema.Consumed:
		return how, nil
	case err == nil && how != schema.Unseen:
		return f.Verified, nil
	case err == nil:
		d.Log.Warn("renamed; the server does not let the account look",
			"step", "rename",
			"file", f.Name)
		return f.Verified, nil
	case schema.KindOf(err) == schema.Unreachable:
		d.Log.Warn("renamed; the last look failed",
			"step", "rename",
			"file", f.Name,
			"error", err)
		return f.Verified, nil
	}

	isThere, errRead := d.isThere(ctx, f)
	if isThere && errRead == nil {
		return schema.ByHash, nil
	}
	return "", err
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

// renameAgain connects again after a rename of which nobody knows whether it was done,
// and asks once more, unless the file is under its final name. A refusal then does not
// say what became of the first time.
func (d *delivery) renameAgain(ctx context.Context, f *schema.DeliveredFile, first error) error {
	d.Log.Warn("the server did not confirm it; asking again",
		"step", "rename",
		"file", f.Name,
		"error", first)
	if err := d.reconnect(ctx); err != nil {
		return inDoubt(err)
	}

	isThere, err := d.isThere(ctx, f)
	if err != nil || isThere {
		return inDoubt(err)
	}
	if err := d.Lock.Check(ctx); err != nil {
		return inDoubt(schema.NotDone(err))
	}
	return inDoubt(d.renameOnce(ctx, f))
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

// reconnect replaces the session, which may be broken, in a time of its own.
func (d *delivery) reconnect(ctx context.Context) error {
	ctx, cancel := afterwards(ctx)
	defer cancel()
	return d.redial(ctx)
}

// redial replaces the session. It closes the old one first, because some servers let an
// account in once.
func (d *delivery) redial(ctx context.Context) error {
	d.session.Close() // it may be broken already
	fresh, err := d.Dial(ctx)
	if err != nil {
		return err
	}
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

package extract

import (
	"context"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Sealed is the store where snapshots are read back.
type Sealed interface {
	Snapshot(ctx context.Context, ref schema.Ref) (schema.Snapshot, error)
	// Students yields every student of a snapshot. The student is valid only
	// during the call.
	Students(ctx context.Context, snapshot int64, yield func(*schema.Student) error) error
	Leavers(ctx context.Context, snapshot int64) ([]schema.Leaver, error)
}

// Verify reads a snapshot back and proves that it is what was sealed. It is a
// schema.Rejected fault when it is not; any other error means that nobody
// knows. progress is told how far the reading is.
func Verify(ctx context.Context, store Sealed, s schema.Snapshot, progress func(students int64)) error {
	var digest schema.Digest
	var read int64
	err := store.Students(ctx, s.Number, func(student *schema.Student) error {
		digest.AddStudent(student)
		read++
		progress(read)
		return nil
	})
	if err != nil {
		return err
	}
	leavers, err := store.Leavers(ctx, s.Number)
	if err != nil {
		return err
	}
	err = digest.Check(&s, leavers)
	if err == nil {
		return nil
	}
	if _, gone := store.Snapshot(ctx, schema.Ref{Number: s.Number}); gone != nil {
		return gone // it was dropped meanwhile, which is no damage
	}
	return err
}

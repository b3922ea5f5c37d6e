package extract

import (
	"context"
	"iter"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Sealed is the store where snapshots are read back.
type Sealed interface {
	Snapshot(ctx context.Context, ref schema.Ref) (schema.Snapshot, error)
	// Students yields every student of a snapshot. A student is valid only
	// during the step. An error is the last that it yields.
	Students(ctx context.Context, snapshot int64) iter.Seq2[*schema.Student, error]
	Leavers(ctx context.Context, snapshot int64) ([]schema.Leaver, error)
}

// Verify reads a snapshot back and proves that it is what was sealed. It is a
// schema.Rejected fault when it is not; any other error means that nobody
// knows. progress is told how far the reading is.
func Verify(ctx context.Context, store Sealed, s schema.Snapshot, progress func(students int64)) error {
	var digest schema.Digest
	var read int64
	for student, err := range store.Students(ctx, s.Number) {
		if err != nil {
			return err
		}
		digest.AddStudent(student)
		read++
		progress(read)
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

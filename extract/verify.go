package extract

import (
	"context"
	"iter"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Sealed is the store from which snapshots are read back.
type Sealed interface {
	Snapshot(ctx context.Context, ref schema.Ref) (schema.Snapshot, error)
	// Students yields every student of a snapshot. A student is valid only
	// during the step. An error comes last.
	Students(ctx context.Context, snapshot int64) iter.Seq2[*schema.Student, error]
	Leavers(ctx context.Context, snapshot int64) ([]schema.Leaver, error)
}

// Verify reads a snapshot back and checks that it is what was sealed. If not, the
// error is a schema.Rejected fault; any other error means that it is not known.
// progress is told how far the reading is.
func Verify(
	ctx context.Context,
	store Sealed,
	s schema.Snapshot,
	progress func(students int64),
) error {
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

	_, gone := store.Snapshot(ctx, schema.Ref{Number: s.Number})
	if gone != nil {
		return gone // it was dropped in the meantime, which is not damage
	}

	return err
}

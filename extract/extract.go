// Package extract takes snapshots: it reads PowerSchool in one statement and
// seals what it said into the store, whole or not at all.
package extract

import (
	"context"
	"iter"
	"log/slog"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Source is PowerSchool.
type Source interface {
	// Students yields every student in scope once, in the order of DCID, as of one
	// moment. A student is valid only during the step. An error comes last; fewer
	// rows than the source says there are is an error. read is complete when the
	// loop has ended.
	Students(ctx context.Context, at schema.Moment, read *schema.Read) iter.Seq2[*schema.Student, error]
	// Leavers fills in what the source says today about students who are no
	// longer in scope. A leaver about whom it says nothing stays unchanged.
	Leavers(ctx context.Context, leavers []schema.Leaver) error
}

// Draft is a snapshot that nobody sees until it is sealed. It is one
// transaction of the store, which only one run at a time can hold.
type Draft interface {
	// Before returns the snapshot before this one, or nil, and yields its students
	// in the order of DCID.
	Before(ctx context.Context) (*schema.Snapshot, iter.Seq2[schema.Before, error], error)
	// Write stores a student. After an error nothing is kept, and the draft
	// has ended.
	Write(ctx context.Context, s *schema.Student) error
	// Close ends the writing, and returns how many students the store then
	// has. The methods below are only for a draft whose students are all
	// written.
	Close() (students int64, err error)
	// Missing returns the students of the previous snapshot who were not written.
	Missing(ctx context.Context) ([]schema.Leaver, error)
	// SharedNumbers counts the students who share their number with another.
	SharedNumbers(ctx context.Context) (int64, error)
	// Number returns the number that the snapshot will have.
	Number() int64
	// Seal adds leavers and the snapshot itself, under its number, and makes all
	// of it visible at once.
	Seal(ctx context.Context, s *schema.Snapshot, leavers []schema.Leaver) error
	// Discard ends a draft that was not sealed.
	Discard()
}

// Options are the circumstances of one run.
type Options struct {
	Run      string        // the run's id
	Moment   schema.Moment // see At
	ByHand   bool          // whether a person chose Moment.Through for this run
	TakenAt  time.Time
	Settings schema.Settings // of the source, sealed into the snapshot
	Log      *slog.Logger
	Progress func(students int64) // told how far the reading is; may be nil
}

// Run takes one snapshot. If no student is in scope or the counts do not agree, it
// fails with a schema.Rejected fault and stores nothing.
func Run(
	ctx context.Context,
	source Source,
	draft Draft,
	o Options,
) (*schema.Snapshot, error) {
	defer draft.Discard()
	t := newTaking(o)

	if err := t.copy(ctx, source, draft); err != nil {
		return nil, err
	}

	o.Log.Info("students copied",
		"step", "copied",
		"students", t.snapshot.Students,
		"rows", t.snapshot.SourceRows,
	)

	shared, err := draft.SharedNumbers(ctx)
	if err != nil {
		return nil, err
	}
	t.count(schema.NumberShared, shared)

	leavers, err := t.leavers(ctx, source, draft)
	if err != nil {
		return nil, err
	}

	return t.seal(ctx, draft, leavers)
}

// DryRun reads everything that Run would read, and stores nothing. It leaves out
// what only the store can tell: leavers, shared numbers and missing rows. The survey
// may be nil.
func DryRun(
	ctx context.Context,
	source Source,
	o Options,
	survey *Survey,
) (*schema.Snapshot, error) {
	t := newTaking(o)

	var read schema.Read
	for student, err := range source.Students(ctx, o.Moment, &read) {
		if err != nil {
			return nil, err
		}
		t.add(student)
		if survey != nil {
			survey.Add(student)
			survey.Newest = read.Newest
		}
	}
	if err := t.end(read); err != nil {
		return nil, err
	}

	o.Log.Info("dry run: nothing is stored",
		"step", "done",
		"students", t.snapshot.Students,
	)

	return t.snapshot, nil
}

// Package extract takes snapshots: it reads PowerSchool in one statement and
// seals what it said into the store, whole or not at all.
package extract

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Source is PowerSchool.
type Source interface {
	// Students yields every student in scope once, as of one moment, with
	// attendance up to through. It is an error if fewer rows arrive than the
	// source says there are. The student is valid only during the call.
	Students(ctx context.Context, through time.Time, yield func(*schema.Student) error) (schema.Read, error)
	// Leavers fills in what the source says today of students who are no
	// longer in scope; of whom it says nothing stays as it is.
	Leavers(ctx context.Context, leavers []schema.Leaver) error
}

// Draft is a snapshot that nobody sees until it is sealed. It is one
// transaction of the store, which only one run at a time can hold.
type Draft interface {
	// CopyStudents stores what fill writes and returns how many students the
	// store then has. Nothing is kept when fill fails.
	CopyStudents(ctx context.Context, fill func(write func(*schema.Student) error) error) (int64, error)
	// Missing returns the students of the previous snapshot who were not copied.
	Missing(ctx context.Context) ([]schema.Leaver, error)
	// SharedNumbers counts the students who share their number with another.
	SharedNumbers(ctx context.Context) (int64, error)
	// Seal adds leavers and the snapshot itself, gives it its number and makes
	// all of it visible at once.
	Seal(ctx context.Context, s *schema.Snapshot, leavers []schema.Leaver) error
	// Discard ends a draft that was not sealed.
	Discard()
}

// Options are the circumstances of one run.
type Options struct {
	Run      string    // the run's id
	Through  time.Time // see Cutoff
	TakenAt  time.Time
	Settings schema.Settings // of the source, sealed into the snapshot
	Log      *slog.Logger
	Progress func(students int64) // told how far the reading is; may be nil
}

// Run takes one snapshot. It fails with a schema.Rejected fault, and stores
// nothing, when no student is in scope or when counts do not agree.
func Run(ctx context.Context, source Source, draft Draft, o Options) (*schema.Snapshot, error) {
	defer draft.Discard()
	r := newReading(o)
	o.Log.Info("reading PowerSchool", "step", "read", "through", o.Through.Format(time.DateTime))
	copied, err := draft.CopyStudents(ctx, func(write func(*schema.Student) error) error {
		return r.read(ctx, source, write)
	})
	if err != nil {
		return nil, err
	}
	if copied != r.snapshot.Students {
		return nil, schema.NewFault(schema.Rejected,
			fmt.Errorf("copy students: %d were read, the store has %d", r.snapshot.Students, copied), "run it again")
	}
	o.Log.Info("students copied", "step", "copied", "students", copied, "rows", r.snapshot.SourceRows)

	shared, err := draft.SharedNumbers(ctx)
	if err != nil {
		return nil, err
	}
	r.count(schema.NumberShared, shared)
	leavers, err := r.leavers(ctx, source, draft)
	if err != nil {
		return nil, err
	}
	r.snapshot.Digest = r.digest.Seal(r.snapshot)
	o.Log.Info("sealing the snapshot", "step", "seal", "leavers", len(leavers))
	if err := draft.Seal(ctx, r.snapshot, leavers); err != nil {
		return nil, err
	}
	o.Log.Info("snapshot sealed", "step", "sealed", "snapshot", r.snapshot.Number,
		"students", r.snapshot.Students, "leavers", r.snapshot.Leavers)
	return r.snapshot, nil
}

// DryRun reads all that Run would read, and stores nothing. What only the
// store can tell, leavers and shared numbers, it leaves out.
func DryRun(ctx context.Context, source Source, o Options) (*schema.Snapshot, error) {
	r := newReading(o)
	o.Log.Info("reading PowerSchool", "step", "read", "through", o.Through.Format(time.DateTime))
	if err := r.read(ctx, source, func(*schema.Student) error { return nil }); err != nil {
		return nil, err
	}
	o.Log.Info("dry run: nothing is stored", "step", "done", "students", r.snapshot.Students)
	return r.snapshot, nil
}

// reading is a snapshot while it is being read.
type reading struct {
	snapshot *schema.Snapshot
	digest   schema.Digest
	options  Options
}

func newReading(o Options) *reading {
	if o.Progress == nil {
		o.Progress = func(int64) {}
	}
	return &reading{options: o, snapshot: &schema.Snapshot{
		Run:               o.Run,
		AttendanceThrough: o.Through,
		TakenAt:           o.TakenAt,
		Settings:          o.Settings,
		Findings:          schema.FindingCounts{},
	}}
}

func (r *reading) count(f schema.Finding, n int64) {
	if n > 0 {
		r.snapshot.Findings[f] = n
	}
}

// read passes every student on to write, and counts.
func (r *reading) read(ctx context.Context, source Source, write func(*schema.Student) error) error {
	s := r.snapshot
	read, err := source.Students(ctx, r.options.Through, func(student *schema.Student) error {
		s.Students++
		s.Findings.Add(student.Findings...)
		r.digest.AddStudent(student)
		r.options.Progress(s.Students)
		return write(student)
	})
	if err != nil {
		return err
	}
	if s.Students == 0 {
		return schema.NewFault(schema.Rejected, errors.New("read PowerSchool: no student is in scope"),
			"check students.enroll_status, students.grades and students.exclude_schools in the configuration, and what the account may see")
	}
	s.SourceRows = read.Rows
	r.count(schema.ScopeUnknown, read.ScopeUnknown)
	return nil
}

// leavers asks what became of the students who were in the previous snapshot
// and are not in this one. The answer only explains; without it the snapshot
// is as good.
func (r *reading) leavers(ctx context.Context, source Source, draft Draft) ([]schema.Leaver, error) {
	leavers, err := draft.Missing(ctx)
	if err != nil {
		return nil, err
	}
	if err := source.Leavers(ctx, leavers); err != nil {
		if ctx.Err() != nil {
			return nil, err
		}
		r.options.Log.Warn("what became of the leavers could not be read", "step", "leavers", "leavers", len(leavers), "error", err)
	}
	for i := range leavers {
		r.digest.AddLeaver(&leavers[i])
	}
	r.snapshot.Leavers = int64(len(leavers))
	return leavers, nil
}

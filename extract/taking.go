package extract

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// taking is a snapshot while it is being taken.
type taking struct {
	snapshot         *schema.Snapshot
	digest           schema.Digest
	options          Options
	tables           []string // the extension tables
	simple, weighted scale
}

func newTaking(o Options) *taking {
	if o.Progress == nil {
		o.Progress = func(int64) {}
	}

	o.Log.Info("reading PowerSchool",
		"step", "read",
		"through", o.Moment.Through.Format(time.DateTime),
	)

	snapshot := &schema.Snapshot{
		Run:               o.Run,
		AttendanceThrough: o.Moment.Through,
		TakenAt:           o.TakenAt,
		Settings:          o.Settings,
		Findings:          schema.FindingCounts{},
		Rows:              map[string]int64{},
		DigestVersion:     schema.DigestVersion,
	}
	t := &taking{
		options:  o,
		snapshot: snapshot,
		tables:   o.Settings.ExtensionTables(),
	}
	for _, table := range t.tables {
		snapshot.Rows[table] = 0
	}
	return t
}

// copy reads every student and writes it to the draft.
func (t *taking) copy(ctx context.Context, source Source, draft Draft) error {
	before, err := t.before(ctx, draft)
	if err != nil {
		return err
	}
	defer before.stop()

	var read schema.Read
	for student, err := range source.Students(ctx, t.options.Moment, &read) {
		if err != nil {
			return err
		}
		if err := before.compare(student); err != nil {
			return err
		}
		if err := draft.Write(ctx, student); err != nil {
			return err
		}
		t.add(student)
	}

	if err := t.end(read); err != nil {
		return err
	}

	written, err := draft.Close()
	if err != nil {
		return err
	}
	if written != t.snapshot.Students {
		err := fmt.Errorf("copy students: %d were read, but the store has %d",
			t.snapshot.Students, written)
		return schema.NewFault(schema.Rejected, err, "run it again")
	}

	return nil
}

// add counts a student in.
func (t *taking) add(student *schema.Student) {
	t.snapshot.Students++
	t.snapshot.Findings.Add(student.Findings...)
	for i, table := range t.tables {
		t.snapshot.Rows[table] += student.Rows >> i & 1
	}
	t.simple.add(student.SimpleGPA)
	t.weighted.add(student.WeightedGPA)
	t.digest.AddStudent(student)
	t.options.Progress(t.snapshot.Students)
}

// end is called when all students have been read.
func (t *taking) end(read schema.Read) error {
	if t.snapshot.Students == 0 {
		err := errors.New("read PowerSchool: no student is in scope")
		return schema.NewFault(schema.Rejected, err,
			"check students.enroll_status, students.grades and students.exclude_schools in the configuration, "+
				"and what the account may see")
	}

	t.snapshot.SourceRows = read.Rows
	t.count(schema.ScopeUnknown, read.ScopeUnknown)
	for _, table := range t.tables {
		without := t.snapshot.Students - t.snapshot.Rows[table]
		t.count(schema.NoRow.Of(table), without-t.snapshot.Findings[schema.RowMissing.Of(table)])
	}
	t.count(schema.SimpleUnusual, t.simple.unusual())
	t.count(schema.WeightedUnusual, t.weighted.unusual())

	if err := t.ranged(); err != nil {
		return err
	}
	return t.attended(read)
}

// attended is called when all students have been read. In summer nobody has a day
// of the new school year yet; with a day that a person chose, it is a mistake.
func (t *taking) attended(read schema.Read) error {
	switch {
	case read.Attended:
	case t.options.ByHand:
		through := t.options.Moment.Through.Format(time.DateTime)
		err := fmt.Errorf("attendance through %s: no student has a day that counts", through)
		return schema.NewFault(schema.Config, err, "choose a later day, or leave out --attendance-through")
	default:
		t.count(schema.NoAttendance, t.snapshot.Students)
	}
	return nil
}

func (t *taking) count(f schema.Finding, n int64) {
	if n > 0 {
		t.snapshot.Findings[f] = n
	}
}

// leavers asks what became of the students who were in the previous snapshot and
// are not in this one. The answer only explains; the snapshot is just as good
// without it.
func (t *taking) leavers(ctx context.Context, source Source, draft Draft) ([]schema.Leaver, error) {
	leavers, err := draft.Missing(ctx)
	if err != nil {
		return nil, err
	}

	if err := source.Leavers(ctx, leavers); err != nil {
		if ctx.Err() != nil {
			return nil, err
		}

		t.options.Log.Warn("could not read what became of the leavers",
			"step", "leavers",
			"leavers", len(leavers),
			"error", err,
		)
	}

	return leavers, nil
}

// seal completes the snapshot and stores it for good.
func (t *taking) seal(
	ctx context.Context,
	draft Draft,
	leavers []schema.Leaver,
) (*schema.Snapshot, error) {
	s := t.snapshot
	log := t.options.Log

	s.StudentsDigest = new(t.digest.Students())
	for i := range leavers {
		t.digest.AddLeaver(&leavers[i])
	}

	s.Number = draft.Number()
	s.Leavers = int64(len(leavers))
	s.Digest = t.digest.Seal(s)

	log.Info("sealing the snapshot",
		"step", "seal",
		"leavers", len(leavers),
	)
	if err := draft.Seal(ctx, s, leavers); err != nil {
		return nil, err
	}

	log.Info("snapshot sealed",
		"step", "sealed",
		"snapshot", s.Number,
		"students", s.Students,
		"leavers", s.Leavers,
	)

	return s, nil
}

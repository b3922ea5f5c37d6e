package extract_test

import (
	"context"
	"errors"
	"iter"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/extract"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// shelf is a store of one snapshot, which can disappear or break while it is read.
type shelf struct {
	snapshot schema.Snapshot
	students []schema.Student
	leavers  []schema.Leaver
	gone     error // once the students were read
	broken   error // in the middle of the students
}

// fullShelf returns a store whose snapshot is what was sealed.
func fullShelf() *shelf {
	s := &shelf{
		snapshot: schema.Snapshot{Number: 1, Run: "r", Students: 2, Leavers: 1},
		students: []schema.Student{{DCID: 1, Facts: `{}`}, {DCID: 2, Facts: `{}`}},
		leavers:  []schema.Leaver{{DCID: 3}},
	}

	var digest schema.Digest
	for i := range s.students {
		digest.AddStudent(&s.students[i])
	}
	digest.AddLeaver(&s.leavers[0])
	s.snapshot.Digest = digest.Seal(&s.snapshot)

	return s
}

func (s *shelf) Snapshot(context.Context, schema.Ref) (schema.Snapshot, error) {
	return s.snapshot, s.gone
}

func (s *shelf) Students(context.Context, int64) iter.Seq2[*schema.Student, error] {
	return func(yield func(*schema.Student, error) bool) {
		for i := range s.students {
			if !yield(&s.students[i], nil) {
				return
			}
		}

		if s.broken != nil {
			yield(nil, s.broken)
		}
	}
}

func (s *shelf) Leavers(context.Context, int64) ([]schema.Leaver, error) {
	return s.leavers, nil
}

func TestVerify(t *testing.T) {
	errBroken := schema.NewFault(schema.Unreachable, errors.New("the connection was lost"), "")
	errWrong := schema.NewFault(schema.Rejected, errors.New("it differs from what was sealed"), "")
	errGone := schema.NewFault(schema.Config, errors.New("there is no snapshot 1"), "")

	for name, c := range map[string]struct {
		happens func(*shelf)
		want    error
	}{
		"nothing":        {func(*shelf) {}, nil},
		"a student less": {func(s *shelf) { s.students = s.students[1:] }, errWrong},
		"a leaver less":  {func(s *shelf) { s.leavers = nil }, errWrong},
		"it is dropped": {func(s *shelf) {
			s.students, s.leavers, s.gone = nil, nil, errGone
		}, errGone},
		"it breaks off": {func(s *shelf) { s.broken = errBroken }, errBroken},
		"wrong, and more": {func(s *shelf) {
			s.students, s.broken = s.students[1:], errBroken
		}, errBroken},
	} {
		t.Run(name, func(t *testing.T) {
			s := fullShelf()
			c.happens(s)

			var told int64
			err := extract.Verify(t.Context(), s, s.snapshot, func(students int64) {
				told = students
			})
			if (err == nil) != (c.want == nil) || schema.KindOf(err) != schema.KindOf(c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			if told != int64(len(s.students)) {
				t.Errorf("told of %d students, want %d", told, len(s.students))
			}
		})
	}
}

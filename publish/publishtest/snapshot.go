package publishtest

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// snapshot is a snapshot with all of it.
type snapshot struct {
	schema.Snapshot
	students []schema.Student // by dcid
	leavers  []schema.Leaver  // by dcid
}

// Take seals a snapshot.
func (m *Memory) Take(
	_ context.Context, s *schema.Snapshot, students []schema.Student, leavers []schema.Leaver,
) error {
	sealed := &snapshot{students: slices.Clone(students), leavers: slices.Clone(leavers)}
	slices.SortFunc(sealed.students, func(a, b schema.Student) int { return cmp.Compare(a.DCID, b.DCID) })
	slices.SortFunc(sealed.leavers, func(a, b schema.Leaver) int { return cmp.Compare(a.DCID, b.DCID) })

	m.taken++
	s.Number = m.taken
	Seal(s, students, leavers)

	sealed.Snapshot = *s
	m.snapshots = append(m.snapshots, sealed)
	return nil
}

// Seal gives a snapshot its counts and its digest.
func Seal(s *schema.Snapshot, students []schema.Student, leavers []schema.Leaver) {
	s.Students, s.Leavers = int64(len(students)), int64(len(leavers))

	digest := &schema.Digest{}
	for i := range students {
		digest.AddStudent(&students[i])
	}
	s.DigestVersion, s.StudentsDigest = schema.DigestVersion, new(digest.Students())
	for i := range leavers {
		digest.AddLeaver(&leavers[i])
	}
	s.Digest = digest.Seal(s)
}

// Drop takes a snapshot away, without checking that it may.
func (m *Memory) Drop(_ context.Context, number int64) error {
	m.snapshots = slices.DeleteFunc(m.snapshots, func(s *snapshot) bool { return s.Number == number })
	return nil
}

// Tamper changes the students of a snapshot behind its digest's back.
func (m *Memory) Tamper(number int64, change func([]schema.Student)) {
	if s := m.find(number); s != nil {
		change(s.students)
	}
}

// find returns a snapshot; nil without one.
func (m *Memory) find(number int64) *snapshot {
	for _, s := range m.snapshots {
		if s.Number == number {
			return s
		}
	}
	return nil
}

// Snapshot returns the one that ref names.
func (m *Memory) Snapshot(_ context.Context, ref schema.Ref) (schema.Snapshot, error) {
	back := ref.Back
	for _, s := range slices.Backward(m.snapshots) {
		var named bool
		switch {
		case ref.Number != 0:
			named = s.Number == ref.Number
		case !ref.By.IsZero():
			named = s.TakenAt.Before(ref.By)
		default:
			named = back <= 0
			back--
		}

		if named {
			return s.Snapshot, nil
		}
	}
	return schema.Snapshot{}, schema.NewFault(schema.Config, schema.ErrNoSnapshot, "look at the list")
}

// Students yields the students of a snapshot in the order of the files. Each is
// overwritten by the next one.
func (m *Memory) Students(ctx context.Context, number int64) iter.Seq2[*schema.Student, error] {
	return func(yield func(*schema.Student, error) bool) {
		s := m.find(number)
		if s == nil {
			return
		}

		sorted := slices.Clone(s.students)
		slices.SortStableFunc(sorted, func(a, b schema.Student) int {
			return cmp.Or(schema.CompareNumbers(b.Number, a.Number), strings.Compare(b.Number, a.Number))
		})

		var current schema.Student
		for _, current = range sorted {
			if ctx.Err() != nil {
				yield(nil, ctx.Err())
				return
			}
			if !yield(&current, nil) {
				return
			}
		}
	}
}

// Leavers returns the leavers of a snapshot.
func (m *Memory) Leavers(ctx context.Context, number int64) ([]schema.Leaver, error) {
	return m.LeaversBetween(ctx, number-1, number)
}

// LeaversBetween returns the leavers of the snapshots after the first and up to
// the last.
func (m *Memory) LeaversBetween(_ context.Context, first, last int64) (leavers []schema.Leaver, err error) {
	for _, s := range m.snapshots {
		if s.Number > first && s.Number <= last {
			leavers = append(leavers, s.leavers...)
		}
	}
	return leavers, nil
}

// StudentsNumbered returns the students of a snapshot who have one of the
// numbers, by dcid.
func (m *Memory) StudentsNumbered(
	_ context.Context, number int64, numbers []string,
) (found []schema.Student, err error) {
	if s := m.find(number); s != nil {
		for _, student := range s.students {
			if student.Number != "" && slices.Contains(numbers, student.Number) {
				found = append(found, student)
			}
		}
	}
	return found, nil
}

// Sightings returns every snapshot with its students of one number.
func (m *Memory) Sightings(ctx context.Context, number string) (sightings []schema.Sighting, err error) {
	for _, s := range m.snapshots {
		sighting := schema.Sighting{Snapshot: s.Number, TakenAt: s.TakenAt, Settings: s.Settings}
		if sighting.Students, err = m.StudentsNumbered(ctx, s.Number, []string{number}); err != nil {
			return nil, err
		}

		for _, l := range s.leavers {
			if l.Number == number {
				sighting.Leaver = &l
			}
		}
		sightings = append(sightings, sighting)
	}
	return sightings, nil
}

// NumberLengths returns the least and the most digits of the student numbers of
// a snapshot.
func (m *Memory) NumberLengths(_ context.Context, number int64) (least, most int, err error) {
	s := m.find(number)
	if s == nil {
		return 0, 0, nil
	}

	for _, student := range s.students {
		length := utf8.RuneCountInString(student.Number)
		if length == 0 {
			continue
		}
		if least == 0 || length < least {
			least = length
		}
		most = max(most, length)
	}
	return least, most, nil
}

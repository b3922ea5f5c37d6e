package diff

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Moment is when something changed for a student: in a publication, or in a
// snapshot without a publication.
type Moment struct {
	At          time.Time // of the planning, or of the snapshot
	Snapshot    int64     // 0 when there was none
	Publication int64     // 0 when none was made
	Origin      schema.Origin
	State       schema.State         // of the publication
	Sent        map[string]time.Time // when which of its files was sent, by kind
	Changes     []Change             // since the moment before
	Unreadable  []string             // what could not be read, such as settings of a newer program

	ApprovedBy, ApprovedReason string // of the delivery that sent the last of them
}

// Timeline returns the moments when a student's rows changed, oldest first, and
// those of which something cannot be read. The
// rows are those in the publications for the destination; they come from the
// snapshots, or from the kept bytes when a snapshot is gone. A number that no
// student ever had is a schema.Config fault.
func (d *Differ) Timeline(ctx context.Context, number string) ([]Moment, error) {
	t := &timeline{
		Differ: d,
		number: number,
		rowers: map[string]map[string]files.Rower{},
		rows:   map[schema.Sum][][]string{},
	}
	if err := t.load(ctx); err != nil {
		return nil, err
	}

	var moments []Moment
	before := &point{rows: map[string][][]string{}}
	for _, now := range t.points() {
		if err := t.fill(ctx, now, before); err != nil {
			return nil, err
		}
		changes, err := t.changes(before, now)
		if err != nil {
			return nil, err
		}
		if len(changes) > 0 || now.unreadable != nil {
			moments = append(moments, now.moment(changes))
		}
		before = now
	}

	if !t.seen {
		return nil, t.unseen(ctx)
	}
	return moments, nil
}

// timeline is what is known about one student.
type timeline struct {
	*Differ
	number       string
	sightings    map[int64]*schema.Sighting // by snapshot
	publications []schema.Publication
	fates        map[int64]schema.Fate
	rowers       map[string]map[string]files.Rower // by the rules' text, then by file
	rows         map[schema.Sum][][]string         // the student's, in kept bytes
	seen         bool
}

func (t *timeline) load(ctx context.Context) error {
	sightings, err := t.Students.Sightings(ctx, t.number)
	if err != nil {
		return err
	}
	t.sightings = map[int64]*schema.Sighting{}
	for i := range sightings {
		s := &sightings[i]
		t.sightings[s.Snapshot] = s
		t.seen = t.seen || len(s.Students) > 0
	}

	all, err := t.Publications.Publications(ctx)
	if err != nil {
		return err
	}
	elsewhere := func(p schema.Publication) bool {
		return p.Destination != t.Destination
	}
	t.publications = slices.DeleteFunc(all, elsewhere)
	slices.SortFunc(t.publications, func(a, b schema.Publication) int {
		return cmp.Compare(a.Number, b.Number)
	})

	t.fates, err = t.Publications.Fates(ctx, t.Destination)
	return err
}

// points returns the publications, and the snapshots without one, in the order of
// their numbers: a clock can be wrong. A publication comes where its own number
// says, even if it sends an older snapshot again. A snapshot without one comes
// before the first publication of a later snapshot.
func (t *timeline) points() (points []*point) {
	alone := t.unpublished()
	for i := range t.publications {
		p := &t.publications[i]
		for len(alone) > 0 && alone[0].snapshot < p.Snapshot {
			points = append(points, alone[0])
			alone = alone[1:]
		}

		points = append(points, &point{
			at:          p.PlannedAt,
			publication: p,
			fate:        t.fates[p.Number],
			sighting:    t.sightings[p.Snapshot],
			snapshot:    p.Snapshot,
		})
	}
	return append(points, alone...)
}

// unpublished returns the snapshots without a publication.
func (t *timeline) unpublished() (points []*point) {
	published := map[int64]bool{}
	for _, p := range t.publications {
		published[p.Snapshot] = true
	}

	for _, number := range slices.Sorted(maps.Keys(t.sightings)) {
		s := t.sightings[number]
		if !published[number] {
			points = append(points, &point{
				at:       s.TakenAt,
				sighting: s,
				snapshot: number,
			})
		}
	}
	return points
}

// fill finds the student's rows at a point. A file that is not in a publication
// stays as it was.
func (t *timeline) fill(ctx context.Context, now, before *point) error {
	now.rows = maps.Clone(before.rows)
	if now.sighting != nil {
		now.note(now.sighting.Settings.Err())
	}
	if now.publication == nil {
		return t.fillSnapshot(now)
	}
	return t.fillPublication(ctx, now)
}

// fillSnapshot makes the rows that today's rules make from a snapshot.
func (t *timeline) fillSnapshot(now *point) (err error) {
	now.rules = &t.Rules
	for _, f := range t.Rules.Files {
		now.rows[f.Kind], err = t.made(now, now.sighting.Students, f.Kind)
		if err != nil {
			return err
		}
	}
	return nil
}

// fillPublication makes the rows of a publication again, or reads them from its
// kept bytes where that is not possible. It notes what a newer program may have
// written.
func (t *timeline) fillPublication(ctx context.Context, now *point) (err error) {
	now.note(now.publication.Settings.Err())
	now.rules, err = files.RulesOf(now.publication)
	now.note(err)
	now.rulesText = string(now.publication.Rules)

	canMake := now.sighting != nil && now.rules != nil
	for _, f := range now.publication.Files {
		if _, err := files.Find(t.Kinds, f.Kind); err != nil {
			now.note(fmt.Errorf("read publication %d: %w", now.publication.Number, err))
			continue
		}

		if canMake {
			now.rows[f.Kind], err = t.made(now, now.sighting.Students, f.Kind)
		} else {
			now.rows[f.Kind], err = t.keptRows(ctx, f)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// made makes the rows of one file of students, under the rules of a point.
func (t *timeline) made(under *point, students []schema.Student, kind string) (rows [][]string, err error) {
	rower, err := t.rower(under, kind)
	if err != nil {
		return nil, err
	}

	keep := func(fields ...string) {
		rows = append(rows, slices.Clone(fields))
	}
	sharing := files.Sharing{
		Keep: under.rules.SharedNumber == files.Keep,
		Emit: func(group []schema.Student) { rower(group, keep) },
	}
	for i := range students {
		sharing.Add(&students[i])
	}
	sharing.End()
	return rows, nil
}

// rower returns what makes the rows of a file under the rules of a point.
func (t *timeline) rower(under *point, kind string) (files.Rower, error) {
	byFile := t.rowers[under.rulesText]
	if byFile == nil {
		byFile = map[string]files.Rower{}
		t.rowers[under.rulesText] = byFile
	}

	if byFile[kind] == nil {
		k, err := files.Find(t.Kinds, kind)
		if err != nil {
			return nil, err
		}
		byFile[kind] = k.Rows(*under.rules)
	}
	return byFile[kind], nil
}

// keptRows returns the student's rows in the kept bytes of a file.
func (t *timeline) keptRows(ctx context.Context, f schema.File) ([][]string, error) {
	if rows, ok := t.rows[f.Sum]; ok {
		return rows, nil
	}

	kind, err := files.Find(t.Kinds, f.Kind)
	if err != nil {
		return nil, err
	}
	content, err := t.Publications.Content(ctx, f.Sum)
	if err != nil {
		return nil, err
	}

	columns := 1 + len(kind.Columns) // the student is the first
	rows, err := files.FindRows(content, t.number, columns)
	t.rows[f.Sum] = rows
	t.seen = t.seen || len(rows) > 0
	return rows, err
}

// unseen says that no student ever had that number, and what numbers look like,
// without naming any.
func (t *timeline) unseen(ctx context.Context) error {
	err := errors.New("timeline: no snapshot and no publication has a student with that number")

	digits := t.digits(ctx)
	if digits == "" {
		return schema.NewFault(schema.Config, err, "see: extract list")
	}
	return schema.NewFault(schema.Config, err,
		"write it as it is in the files; the numbers in the newest snapshot have "+digits+" digits")
}

// digits says how many digits the student numbers of the newest snapshot have:
// "5 to 6"; "" when that is not known.
func (t *timeline) digits(ctx context.Context) string {
	newest, err := t.Snapshots.Snapshot(ctx, schema.Latest)
	if err != nil {
		return ""
	}
	least, most, err := t.Students.NumberLengths(ctx, newest.Number)
	if err != nil || most == 0 {
		return ""
	}

	if most > least {
		return fmt.Sprintf("%d to %d", least, most)
	}
	return strconv.Itoa(least)
}

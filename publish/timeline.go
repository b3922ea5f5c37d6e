package publish

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/klauspost/compress/zstd"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Moment is when something changed for a student: in a publication, or in a
// snapshot that none was made of.
type Moment struct {
	At          time.Time // of the planning, or of the snapshot
	Snapshot    int64     // 0 where there was none
	Publication int64     // 0 where none was made
	Kind        schema.PublicationKind
	State       schema.State // of the publication
	Fate        schema.Fate
	Changes     []Change // against the moment before
}

// Timeline returns the moments at which a student's rows changed, the oldest
// first: as the publications to the destination had them, told from the
// snapshots, and from the kept bytes where those are gone. A student whom
// nobody has ever seen is a schema.Config fault.
func (p *Publisher) Timeline(ctx context.Context, number string) ([]Moment, error) {
	t := &timeline{Publisher: p, number: number, rowers: map[string]map[string]Rower{}, rows: map[schema.Sum][][]string{}}
	if err := t.load(ctx); err != nil {
		return nil, err
	}
	var moments []Moment
	before := &point{rows: map[string][][]string{}}
	for _, now := range t.points() {
		if err := t.fill(ctx, now, before); err != nil {
			return nil, err
		}
		if changes := t.changes(before, now); len(changes) > 0 {
			moments = append(moments, now.moment(changes))
		}
		before = now
	}
	if !t.seen {
		return nil, t.unseen(ctx)
	}
	return moments, nil
}

// timeline is what is known of one student.
type timeline struct {
	*Publisher
	number       string
	nights       map[int64]*schema.Night
	publications []schema.Publication
	fates        map[int64]schema.Fate
	rowers       map[string]map[string]Rower // by the rules' text, then by file
	rows         map[schema.Sum][][]string   // of the student, in kept bytes
	seen         bool
}

// point is one publication, or one snapshot without any.
type point struct {
	at          time.Time
	publication *schema.Publication // nil for a snapshot alone
	fate        schema.Fate
	night       *schema.Night // nil where the snapshot is gone, or there was none
	rules       *Rules
	rulesText   string
	snapshot    int64
	rows        map[string][][]string // by file
}

func (pt *point) moment(changes []Change) Moment {
	m := Moment{At: pt.at, Snapshot: pt.snapshot, Fate: pt.fate, Changes: changes}
	if pt.publication != nil {
		m.Publication, m.Kind, m.State = pt.publication.Number, pt.publication.Kind, pt.publication.State
	}
	return m
}

func (t *timeline) load(ctx context.Context) error {
	nights, err := t.Store.Nights(ctx, t.number)
	if err != nil {
		return err
	}
	t.nights = map[int64]*schema.Night{}
	for i := range nights {
		t.nights[nights[i].Snapshot] = &nights[i]
		t.seen = t.seen || len(nights[i].Students) > 0
	}
	all, err := t.Store.Publications(ctx)
	if err != nil {
		return err
	}
	t.publications = slices.DeleteFunc(all, func(p schema.Publication) bool { return p.Destination != t.Destination })
	t.fates, err = t.Store.Fates(ctx, t.Destination)
	return err
}

// points returns the publications and the snapshots without one, in the order
// in which they came about.
func (t *timeline) points() (points []*point) {
	published := map[int64]bool{}
	for i := range t.publications {
		pub := &t.publications[i]
		published[pub.Snapshot] = true
		points = append(points, &point{at: pub.PlannedAt, publication: pub, fate: t.fates[pub.Number], night: t.nights[pub.Snapshot], snapshot: pub.Snapshot})
	}
	for _, night := range t.nights {
		if !published[night.Snapshot] {
			points = append(points, &point{at: night.TakenAt, night: night, snapshot: night.Snapshot})
		}
	}
	slices.SortFunc(points, func(a, b *point) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.snapshot, b.snapshot)) })
	return points
}

// fill finds the student's rows at a point. A file that a publication does not
// have stays as it was.
func (t *timeline) fill(ctx context.Context, now, before *point) (err error) {
	now.rows = map[string][][]string{}
	for kind, rows := range before.rows {
		now.rows[kind] = rows
	}
	if now.publication == nil {
		now.rules, now.rulesText = &t.Rules, ""
		for _, f := range t.Rules.Files {
			now.rows[f.Kind] = t.made(now, now.night.Students, f.Kind)
		}
		return nil
	}
	if now.rules, err = rulesOf(now.publication); err != nil {
		return err
	}
	now.rulesText = string(now.publication.Rules)
	for _, f := range now.publication.Files {
		if now.night != nil && now.rules != nil {
			now.rows[f.Kind] = t.made(now, now.night.Students, f.Kind)
		} else if now.rows[f.Kind], err = t.keptRows(ctx, f.Sum, len(t.kind(f.Kind).Columns)+1); err != nil {
			return err
		}
	}
	return nil
}

// made makes the rows of one file of students, under the rules of a point.
func (t *timeline) made(under *point, students []schema.Student, kind string) (rows [][]string) {
	byFile := t.rowers[under.rulesText]
	if byFile == nil {
		byFile = map[string]Rower{}
		t.rowers[under.rulesText] = byFile
	}
	if byFile[kind] == nil {
		byFile[kind] = t.kind(kind).Rows(*under.rules)
	}
	groups := grouping{keep: under.rules.SharedNumber == Keep, emit: func(group []schema.Student) {
		byFile[kind](group, func(fields ...string) { rows = append(rows, slices.Clone(fields)) })
	}}
	for i := range students {
		groups.add(&students[i])
	}
	groups.end()
	return rows
}

// keptRows returns the student's rows in the kept bytes of a file.
func (t *timeline) keptRows(ctx context.Context, sum schema.Sum, fields int) ([][]string, error) {
	if rows, ok := t.rows[sum]; ok {
		return rows, nil
	}
	content, err := t.Store.Content(ctx, sum)
	if err != nil {
		return nil, err
	}
	rows, err := find(content, t.number, fields)
	t.rows[sum] = rows
	t.seen = t.seen || len(rows) > 0
	return rows, err
}

// find returns the rows of one student in a content, which begin in one place.
func find(content schema.Content, number string, fields int) (rows [][]string, err error) {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer d.Close()
	text, err := d.DecodeAll(content.Zstd, make([]byte, 0, content.Size))
	if err != nil {
		return nil, errDamaged
	}
	_, rest, found := bytes.Cut(text, []byte("\n"+number+","))
	if !found {
		_, rest, found = bytes.Cut(text, []byte("\n\""+number+"\","))
	}
	if !found {
		return nil, nil
	}
	at := len(text) - len(rest)
	for line := range bytes.Lines(text[bytes.LastIndexByte(text[:at], '\n')+1:]) {
		row, ok := split(string(bytes.TrimSuffix(line, []byte("\n"))), nil)
		if !ok || len(row) != fields || row[0] != number {
			break
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// changes returns what changed between two points, told like a diff of them.
func (t *timeline) changes(before, now *point) (changes []Change) {
	for _, kind := range t.Kinds {
		old, between, new := before.rows[kind.Name], now.rows[kind.Name], now.rows[kind.Name]
		split := before.rules != nil && now.rules != nil && now.night != nil &&
			string(before.rules.of(kind.Name)) != string(now.rules.of(kind.Name))
		if split {
			between = t.made(before, now.night.Students, kind.Name)
		}
		changes = append(changes, t.step(kind, ByData, before, now, old, between)...)
		if split {
			changes = append(changes, t.step(kind, ByRules, before, now, between, new)...)
		}
	}
	return changes
}

func (t *timeline) step(kind Kind, cause Cause, before, now *point, old, new [][]string) (changes []Change) {
	s := step{cause: cause, before: t.version(kind, before), after: t.version(kind, now)}
	s.changed = extractChanges(s.before, s.after)
	w := &stepWalk{Diff: &Diff{p: t.Publisher}, step: s, file: &fileDiff{kind: kind}}
	m := merger{kind: kind, visit: func(c change) {
		if c.before != nil && c.after != nil && slices.Equal(c.before, c.after) {
			return
		}
		was, stayed := before.place()
		is, stays := now.place()
		changes = append(changes, w.change(c, was, is, stayed, stays))
	}}
	m.pair(old, new)
	if len(changes) == 0 {
		return nil
	}
	e := newExplainer(t.Publisher, s, false)
	e.students = [2]map[string][]schema.Student{before.students(t.number), now.students(t.number)}
	e.leavers = map[string]schema.Leaver{}
	if now.night != nil && now.night.Leaver != nil {
		e.leavers[t.number] = *now.night.Leaver
	}
	for i := range changes {
		changes[i].Reason = e.explain(&changes[i])
	}
	return changes
}

// version is a file of a point as an explainer wants it.
func (t *timeline) version(kind Kind, pt *point) version {
	v := version{kind: kind, rules: pt.rules, snapshot: pt.snapshot}
	if _, ok := pt.rows[kind.Name]; ok {
		v.content = &schema.Content{} // there is a file, whatever is in it
	}
	if pt.night != nil {
		v.settings, v.roster = &pt.night.Settings, &schema.Content{} // likewise
	}
	return v
}

// place is where the student was, and whether they were there.
func (pt *point) place() (place, bool) {
	if pt.night == nil || len(pt.night.Students) == 0 {
		return place{}, false
	}
	row := rosterRow(&pt.night.Students[0])
	return place{row[1], row[2], row[3]}, true
}

func (pt *point) students(number string) map[string][]schema.Student {
	if pt.night == nil {
		return nil
	}
	return map[string][]schema.Student{number: pt.night.Students}
}

// unseen says that there never was a student of that number, and what numbers
// look like, but none of them.
func (t *timeline) unseen(ctx context.Context) error {
	err := errors.New("timeline: no snapshot and no publication has a student of that number")
	least, most, ok := 0, 0, false
	if newest, e := t.Store.Snapshot(ctx, schema.Latest); e == nil {
		least, most, e = t.Store.NumberLengths(ctx, newest.Number)
		ok = e == nil && most > 0
	}
	if !ok {
		return schema.NewFault(schema.Config, err, "see: extract list")
	}
	digits := strconv.Itoa(least)
	if most > least {
		digits += fmt.Sprintf(" to %d", most)
	}
	return schema.NewFault(schema.Config, err, "write it as the files do; those of the newest snapshot have "+digits+" digits")
}

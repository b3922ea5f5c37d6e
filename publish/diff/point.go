package diff

import (
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// point is a publication, or a snapshot without one, on a timeline.
type point struct {
	at          time.Time
	publication *schema.Publication // nil for a snapshot alone
	fate        schema.Fate
	sighting    *schema.Sighting // nil when the snapshot is gone, or there was none
	rules       *files.Rules
	rulesText   string
	snapshot    int64
	rows        map[string][][]string // the student's, by file
	unreadable  []error
}

func (pt *point) moment(changes []Change) Moment {
	m := Moment{
		At:             pt.at,
		Snapshot:       pt.snapshot,
		ApprovedBy:     pt.fate.ApprovedBy,
		ApprovedReason: pt.fate.ApprovedReason,
		Changes:        changes,
	}
	for _, err := range pt.unreadable {
		m.Unreadable = append(m.Unreadable, err.Error())
	}
	if p := pt.publication; p != nil {
		m.Publication = p.Number
		m.Origin = p.Origin
		m.State = p.State
		m.Sent = map[string]time.Time{}
		for _, f := range p.Files {
			if at, ok := pt.fate.Sent[f.Name]; ok {
				m.Sent[f.Kind] = at
			}
		}
	}
	return m
}

// note keeps what cannot be read, so that it is named and stops nothing else.
func (pt *point) note(err error) {
	if err != nil {
		pt.unreadable = append(pt.unreadable, err)
	}
}

// place is where the student was, and whether they were there.
func (pt *point) place() (files.Place, bool) {
	if pt.sighting == nil || len(pt.sighting.Students) == 0 {
		return files.Place{}, false
	}
	first := &pt.sighting.Students[0]
	return files.PlaceOf(files.RosterRow(first)), true
}

func (pt *point) students(number string) map[string][]schema.Student {
	if pt.sighting == nil {
		return nil
	}
	return map[string][]schema.Student{number: pt.sighting.Students}
}

// version is a file at the point as an explainer wants it.
func (pt *point) version(kind files.Kind) version {
	v := version{
		kind:     kind,
		rules:    pt.rules,
		snapshot: pt.snapshot,
	}
	if _, ok := pt.rows[kind.Name]; ok {
		v.content = &schema.Content{} // there is a file, whatever is in it
	}
	if pt.sighting != nil {
		v.settings = pt.sighting.Settings
		v.roster = &schema.Content{} // there is a roster
	}
	return v
}

// changes returns what changed between two points, the way a diff of them would.
func (t *timeline) changes(before, now *point) (changes []Change, err error) {
	for _, kind := range t.Kinds {
		old := before.rows[kind.Name]
		new := now.rows[kind.Name]

		if !otherRules(kind, before, now) {
			ofData := t.between(kind, ByData, before, now, old, new)
			changes = append(changes, ofData...)
			continue
		}

		middle, err := t.made(before, now.sighting.Students, kind.Name)
		if err != nil {
			return nil, err
		}
		ofData := t.between(kind, ByData, before, now, old, middle)
		ofRules := t.between(kind, ByRules, before, now, middle, new)
		changes = append(changes, ofData...)
		changes = append(changes, ofRules...)
	}
	return changes, nil
}

// otherRules reports whether what the rules changed between two points can be told
// apart: they differ, and the later snapshot is there to build a file from.
func otherRules(kind files.Kind, before, now *point) bool {
	known := before.rules != nil && now.rules != nil && now.sighting != nil
	return known && !sameRules(kind, before.rules, now.rules)
}

// between returns what one cause changed of the student's rows in a file.
func (t *timeline) between(
	kind files.Kind, cause Cause, before, now *point, old, new [][]string,
) (changes []Change) {
	visit := func(r *row) error {
		if r.same() {
			return nil
		}
		r.was, r.stayed = before.place()
		r.is, r.stays = now.place()
		changes = append(changes, changeOf(kind, cause, r))
		return nil
	}

	p := pairing{kind: kind, visit: visit}
	_ = p.student(old, new) // visit does not fail
	if len(changes) == 0 {
		return nil
	}

	e := t.explainer(kind, cause, before, now)
	for i := range changes {
		c := &changes[i]
		c.Reason = e.explain(c)
	}
	return changes
}

// explainer explains what changed between two points.
func (t *timeline) explainer(kind files.Kind, cause Cause, before, now *point) *explainer {
	was := before.version(kind)
	is := now.version(kind)
	between := transition{
		cause:   cause,
		before:  was,
		after:   is,
		changed: extractChanges(was.settings, is.settings),
	}

	e := t.newExplainer(between, false)
	e.students[0] = before.students(t.number)
	e.students[1] = now.students(t.number)
	e.leavers = map[string]schema.Leaver{}
	if now.sighting != nil && now.sighting.Leaver != nil {
		e.leavers[t.number] = *now.sighting.Leaver
	}
	return e
}

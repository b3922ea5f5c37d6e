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
}

func (pt *point) moment(changes []Change) Moment {
	m := Moment{At: pt.at, Snapshot: pt.snapshot, Fate: pt.fate, Changes: changes}
	if pt.publication != nil {
		m.Publication, m.Origin, m.State = pt.publication.Number, pt.publication.Origin, pt.publication.State
	}
	return m
}

// place is where the student was, and whether they were there.
func (pt *point) place() (files.Place, bool) {
	if pt.sighting == nil || len(pt.sighting.Students) == 0 {
		return files.Place{}, false
	}
	return files.PlaceOf(files.RosterRow(&pt.sighting.Students[0])), true
}

func (pt *point) students(number string) map[string][]schema.Student {
	if pt.sighting == nil {
		return nil
	}
	return map[string][]schema.Student{number: pt.sighting.Students}
}

// version is a file at the point as an explainer wants it.
func (pt *point) version(kind files.Kind) version {
	v := version{kind: kind, rules: pt.rules, snapshot: pt.snapshot}
	if _, ok := pt.rows[kind.Name]; ok {
		v.content = &schema.Content{} // there is a file, whatever is in it
	}
	if pt.sighting != nil {
		v.settings, v.roster = pt.sighting.Settings, &schema.Content{} // there is a roster
	}
	return v
}

// changes returns what changed between two points, the way a diff of them would.
func (t *timeline) changes(before, now *point) (changes []Change, err error) {
	for _, kind := range t.Kinds {
		old, between := before.rows[kind.Name], now.rows[kind.Name]
		known := before.rules != nil && now.rules != nil && now.sighting != nil
		otherRules := known && string(before.rules.For(kind)) != string(now.rules.For(kind))
		if otherRules {
			if between, err = t.made(before, now.sighting.Students, kind.Name); err != nil {
				return nil, err
			}
		}

		changes = append(changes, t.between(kind, ByData, before, now, old, between)...)
		if otherRules {
			changes = append(changes, t.between(kind, ByRules, before, now, between, now.rows[kind.Name])...)
		}
	}
	return changes, nil
}

// between returns what one cause changed of the student's rows in a file.
func (t *timeline) between(kind files.Kind, cause Cause, before, now *point, old, new [][]string) (changes []Change) {
	p := pairing{kind: kind, visit: func(r *row) error {
		if !r.same() {
			r.was, r.stayed = before.place()
			r.is, r.stays = now.place()
			changes = append(changes, changeOf(kind, cause, r))
		}
		return nil
	}}
	_ = p.student(old, new) // visit does not fail
	if len(changes) == 0 {
		return nil
	}

	e := t.explainer(kind, cause, before, now)
	for i := range changes {
		changes[i].Reason = e.explain(&changes[i])
	}
	return changes
}

// explainer explains what changed between two points.
func (t *timeline) explainer(kind files.Kind, cause Cause, before, now *point) *explainer {
	between := transition{cause: cause, before: before.version(kind), after: now.version(kind)}
	between.changed = extractChanges(between.before.settings, between.after.settings)

	e := t.newExplainer(between, false)
	e.students = [2]map[string][]schema.Student{before.students(t.number), now.students(t.number)}
	e.leavers = map[string]schema.Leaver{}
	if now.sighting != nil && now.sighting.Leaver != nil {
		e.leavers[t.number] = *now.sighting.Leaver
	}
	return e
}

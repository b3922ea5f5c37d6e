package publish

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// version is a file as it was, is or would be at SchooLinks, and what made it.
type version struct {
	called      string // for people: the live gpa.csv
	kind        Kind
	content     *schema.Content  // nil where there is no such file
	roster      *schema.Content  // nil where nobody knows who was in the snapshot
	rules       *Rules           // nil where nobody knows what made it
	settings    *schema.Settings // of the snapshot; nil where there are none
	snapshot    int64            // 0 where there was none, or nobody knows
	publication int64            // 0 where it is of none
}

// scope returns the settings that say who was read; the zero Settings where there
// are none.
func (v version) scope() schema.Settings {
	if v.settings == nil {
		return schema.Settings{}
	}
	return *v.settings
}

// rulesOf returns the rules that made a publication; nil of an adopted one.
func rulesOf(of *schema.Publication) (*Rules, error) {
	if of.Kind == schema.Adopt {
		return nil, nil
	}
	var rules Rules
	if err := json.Unmarshal(of.Rules, &rules); err != nil {
		return nil, fmt.Errorf("read the rules of publication %d: %w", of.Number, err)
	}
	return &rules, nil
}

// or returns known rules, and otherwise today's: adopted files are read as
// files of today would be.
func (p *Publisher) or(known *Rules) Rules {
	if known != nil {
		return *known
	}
	return p.Rules
}

func (p *Publisher) header(v version) []string { return v.kind.Header(p.or(v.rules)) }

// kept returns a file of a publication as the store has it.
func (p *Publisher) kept(ctx context.Context, called string, kind Kind, sum schema.Sum, of *schema.Publication) (v version, err error) {
	v = version{called: called, kind: kind, settings: &of.Settings, snapshot: of.Snapshot, publication: of.Number}
	if v.rules, err = rulesOf(of); err != nil {
		return v, err
	}
	content, err := p.Store.Content(ctx, sum)
	if err != nil {
		return v, err
	}
	v.content = &content
	if of.Snapshot == 0 { // adopted before there was any: nobody knows who was there
		return v, nil
	}
	roster, err := p.Store.Content(ctx, of.Roster)
	v.roster = &roster
	return v, err
}

// visitor is told of every row of two versions of a file once, paired with its
// counterpart, with where its student was and is, and whether they were and are
// in the snapshots.
type visitor func(c change, was, is place, stayed, stays bool)

func (p *Publisher) walk(before, after version, visit visitor, twice func(row []string, after bool)) error {
	var in inputs
	defer in.close()
	old := in.read(before.content, before.called, p.header(before))
	now := in.read(after.content, after.called, p.header(after))
	then := &rosterCursor{r: in.read(before.roster, "the roster of "+before.called, rosterHeader)}
	today := &rosterCursor{r: in.read(after.roster, "the roster of "+after.called, rosterHeader)}
	if in.err != nil {
		return in.err
	}
	m := merger{kind: after.kind, twice: twice, visit: func(c change) {
		was, stayed := then.find(c.number)
		is, stays := today.find(c.number)
		visit(c, was, is, stayed, stays)
	}}
	return errors.Join(m.merge(old, now), then.err, today.err)
}

// comparable reports whether two versions have the same columns, and know
// students by the same one.
func (p *Publisher) comparable(before, after version) bool {
	return slices.Equal(p.header(before), p.header(after)) && p.or(before.rules).Column == p.or(after.rules).Column
}

// inputs are contents being read; the first error stays.
type inputs struct {
	open []io.Closer
	err  error
}

// read starts reading a content; one that is nil has no rows.
func (in *inputs) read(content *schema.Content, name string, header []string) *csvReader {
	if content == nil || in.err != nil {
		return &csvReader{}
	}
	r, err := open(*content)
	if err != nil {
		in.err = err
		return &csvReader{}
	}
	in.open = append(in.open, r)
	c, err := readCSV(name, r, header)
	in.err = err
	return c
}

func (in *inputs) close() {
	for _, c := range in.open {
		c.Close() // of memory: it cannot fail
	}
}

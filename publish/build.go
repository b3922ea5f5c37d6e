package publish

import (
	"context"
	"errors"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Built is the files of a snapshot under some rules, complete.
type Built struct {
	Snapshot schema.Snapshot
	Files    []BuiltFile    // the enabled ones, in the order in which they are sent
	Roster   schema.Content // who was in the snapshot, see rosterHeader
	Findings schema.FindingCounts
}

// BuiltFile is one file with its bytes.
type BuiltFile struct {
	Rule    FileRule
	Content schema.Content
}

// Build makes the files of a snapshot in one pass over its students. It fails
// with a schema.Rejected fault when the snapshot is not what extract sealed,
// and with a schema.Config fault when it knows students by another identifier
// than the rules.
func (p *Publisher) Build(ctx context.Context, ref schema.Ref) (*Built, error) {
	snapshot, err := p.Store.Snapshot(ctx, ref)
	if err != nil {
		return nil, err
	}
	if err := p.Rules.Identified(snapshot); err != nil {
		return nil, err
	}
	p.Log.Info("reading the snapshot", "step", "build", "snapshot", snapshot.Number)
	b := p.newBuilder()
	var digest schema.Digest
	groups := grouping{keep: p.Rules.SharedNumber == Keep, emit: b.add}
	var read int64
	for s, err := range p.Store.Students(ctx, snapshot.Number) {
		if err != nil {
			return nil, err
		}
		digest.AddStudent(s)
		groups.add(s)
		read++
		p.progress("build", read, snapshot.Students)
	}
	groups.end()
	if err := p.verify(ctx, snapshot, &digest); err != nil {
		return nil, err
	}
	return b.finish(snapshot)
}

// verify proves that what was read is what extract sealed, unless the snapshot
// was dropped meanwhile.
func (p *Publisher) verify(ctx context.Context, snapshot schema.Snapshot, digest *schema.Digest) error {
	leavers, err := p.Store.Leavers(ctx, snapshot.Number)
	if err != nil {
		return err
	}
	wrong := digest.Check(&snapshot, leavers)
	if wrong != nil {
		if _, err := p.Store.Snapshot(ctx, schema.Ref{Number: snapshot.Number}); err != nil {
			return err
		}
	}
	return wrong
}

// builder fills all the files at once.
type builder struct {
	rules    Rules
	files    []*contentWriter
	rowers   []Rower
	roster   *contentWriter
	findings schema.FindingCounts
}

func (p *Publisher) newBuilder() *builder {
	b := &builder{rules: p.Rules, roster: newContent(QuoteMinimal), findings: schema.FindingCounts{}}
	b.roster.row(rosterHeader...)
	for _, rule := range p.Rules.Files {
		kind := p.kind(rule.Kind)
		file := newContent(p.Rules.Quote)
		file.row(kind.Header(p.Rules)...)
		b.files = append(b.files, file)
		b.rowers = append(b.rowers, kind.Rows(p.Rules))
	}
	return b
}

func (b *builder) add(students []schema.Student) {
	for i, rows := range b.rowers {
		b.findings.Add(rows(students, b.files[i].add)...)
	}
	for i := range students {
		b.roster.add(rosterRow(&students[i])...)
	}
}

func (b *builder) finish(snapshot schema.Snapshot) (*Built, error) {
	built := &Built{Snapshot: snapshot, Findings: b.findings}
	var errs []error
	for i, file := range b.files {
		content, err := file.finish()
		built.Files = append(built.Files, BuiltFile{Rule: b.rules.Files[i], Content: content})
		errs = append(errs, err)
	}
	var err error
	built.Roster, err = b.roster.finish()
	return built, errors.Join(append(errs, err)...)
}

// grouping brings together the students who share a number, unless each is to
// keep rows of their own. A student without a number is in no file.
type grouping struct {
	keep  bool
	emit  func([]schema.Student)
	group []schema.Student
}

func (g *grouping) add(s *schema.Student) {
	if len(g.group) > 0 && (g.keep || g.group[0].Number != s.Number) {
		g.end()
	}
	if s.Number != "" {
		g.group = append(g.group, *s)
	}
}

func (g *grouping) end() {
	if len(g.group) > 0 {
		g.emit(g.group)
		g.group = g.group[:0]
	}
}

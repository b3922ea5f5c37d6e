package files

import (
	"context"
	"errors"
	"iter"
	"log/slog"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Snapshots reads sealed snapshots.
type Snapshots interface {
	// Snapshot returns the snapshot that a reference names. When there is none, it
	// is a schema.Config fault that wraps schema.ErrNoSnapshot.
	Snapshot(context.Context, schema.Ref) (schema.Snapshot, error)

	// Students yields the students of a snapshot by number, in the descending order
	// of schema.CompareNumbers; those without a number come last. A student is valid only
	// until the next one. An error is the last thing that it yields.
	Students(ctx context.Context, snapshot int64) iter.Seq2[*schema.Student, error]

	Leavers(ctx context.Context, snapshot int64) ([]schema.Leaver, error)
}

// Builder makes files from snapshots.
type Builder struct {
	Snapshots Snapshots
	Kinds     []Kind          // every file that there is
	Rules     Rules           // today's
	Asks      schema.Settings // what today's configuration asks of PowerSchool; zero when that is not known
	Log       *slog.Logger
	Progress  func(step string, done, total int64) // may be nil; total is 0 when it is not known
}

// Built is what some rules make of a snapshot, complete.
type Built struct {
	Snapshot schema.Snapshot
	Files    []BuiltFile    // the enabled ones, in the order in which they are sent
	Roster   schema.Content // who was in the snapshot, see RosterHeader
	Findings schema.FindingTallies
}

// BuiltFile is one file with its bytes.
type BuiltFile struct {
	Rule    FileRule
	Content schema.Content
}

// Build makes the files of a snapshot under today's rules, see BuildUnder, if it
// suits them.
func (b *Builder) Build(ctx context.Context, ref schema.Ref) (*Built, error) {
	snapshot, err := b.Snapshots.Snapshot(ctx, ref)
	if err != nil {
		return nil, err
	}
	if err := b.Suits(snapshot, ref); err != nil {
		return nil, err
	}
	return b.build(ctx, b.Rules, snapshot)
}

// BuildUnder makes the files of a snapshot in one pass over its students. It
// fails with a schema.Rejected fault when the snapshot is not what extract
// sealed, and with a schema.Config fault when it knows students by another
// identifier than the rules.
func (b *Builder) BuildUnder(ctx context.Context, rules Rules, ref schema.Ref) (*Built, error) {
	snapshot, err := b.Snapshots.Snapshot(ctx, ref)
	if err != nil {
		return nil, err
	}
	if err := rules.Identified(snapshot); err != nil {
		return nil, err
	}
	return b.build(ctx, rules, snapshot)
}

func (b *Builder) build(ctx context.Context, rules Rules, snapshot schema.Snapshot) (*Built, error) {
	b.Log.Info("reading the snapshot",
		"step", "build",
		"snapshot", snapshot.Number)
	a, err := b.begin(rules, snapshot)
	if err != nil {
		return nil, err
	}
	digest, err := b.read(ctx, snapshot, a)
	if err != nil {
		return nil, err
	}
	if err := b.verify(ctx, snapshot, digest); err != nil {
		return nil, err
	}
	return a.finish(snapshot)
}

// EmptyRoster returns the roster of no snapshot at all.
func EmptyRoster() (schema.Content, error) {
	roster := NewContent(QuoteMinimal, RosterHeader)
	return roster.Finish()
}

// read adds the students of a snapshot, and returns their digest.
func (b *Builder) read(ctx context.Context, snapshot schema.Snapshot, a *assembly) (*schema.Digest, error) {
	digest := &schema.Digest{}
	sharing := Sharing{
		Keep: a.rules.SharedNumber == Keep,
		Emit: a.add,
	}

	finder := schema.NewFinder(&snapshot, a.findings.Add)

	var read int64
	for s, err := range b.Snapshots.Students(ctx, snapshot.Number) {
		if err != nil {
			return nil, err
		}
		digest.AddStudent(s)
		finder.Add(s)
		sharing.Add(s)
		read++
		b.Report("build", read, snapshot.Students)
	}
	sharing.End()
	return digest, nil
}

// verify proves that what was read is what extract sealed. A snapshot that was
// dropped in the meantime is an error of its own.
func (b *Builder) verify(ctx context.Context, snapshot schema.Snapshot, digest *schema.Digest) error {
	leavers, err := b.Snapshots.Leavers(ctx, snapshot.Number)
	if err != nil {
		return err
	}

	wrong := digest.Check(&snapshot, leavers)
	if wrong == nil {
		return nil
	}
	same := schema.Ref{Number: snapshot.Number}
	if _, err := b.Snapshots.Snapshot(ctx, same); err != nil {
		return err // it was dropped
	}
	return wrong
}

// Report tells Progress, if there is one, how far a step has come.
func (b *Builder) Report(step string, done, total int64) {
	if b.Progress != nil {
		b.Progress(step, done, total)
	}
}

// assembly is all the files while they are built in one pass.
type assembly struct {
	rules    Rules
	files    []*Content
	rowers   []Rower
	roster   *Content
	findings schema.FindingTallies
}

func (b *Builder) begin(rules Rules, snapshot schema.Snapshot) (*assembly, error) {
	a := &assembly{
		rules:    rules,
		roster:   NewContent(QuoteMinimal, RosterHeader),
		findings: schema.NewFindingTallies(snapshot.Findings),
	}

	for _, rule := range rules.Files {
		kind, err := Find(b.Kinds, rule.Kind)
		if err != nil {
			return nil, err
		}
		file := NewContent(rules.Quote, kind.Header(rules))
		a.files = append(a.files, file)
		a.rowers = append(a.rowers, kind.Rows(rules))
	}
	return a, nil
}

// add adds the students who share a number.
func (a *assembly) add(students []schema.Student) {
	for i, addRows := range a.rowers {
		addRows(students, a.files[i].Add)
	}
	for i := range students {
		row := RosterRow(&students[i])
		a.roster.Add(row...)
	}
}

func (a *assembly) finish(snapshot schema.Snapshot) (*Built, error) {
	built := &Built{
		Snapshot: snapshot,
		Findings: a.findings,
	}

	var errs []error
	for i, file := range a.files {
		content, err := file.Finish()
		errs = append(errs, err)
		built.Files = append(built.Files, BuiltFile{
			Rule:    a.rules.Files[i],
			Content: content,
		})
	}

	roster, err := a.roster.Finish()
	errs = append(errs, err)
	built.Roster = roster
	return built, errors.Join(errs...)
}

// Sharing brings together the students who share a number, unless Keep says that
// each has rows of their own. A student without a number is not in any file.
type Sharing struct {
	Keep bool
	Emit func([]schema.Student)

	group []schema.Student
}

// Add adds the next student, in the order of numbers.
func (g *Sharing) Add(s *schema.Student) {
	if len(g.group) > 0 {
		another := g.group[0].Number != s.Number
		if g.Keep || another {
			g.End()
		}
	}
	if s.Number != "" {
		g.group = append(g.group, *s)
	}
}

// End emits the students who wait for others with their number.
func (g *Sharing) End() {
	if len(g.group) > 0 {
		g.Emit(g.group)
		g.group = g.group[:0]
	}
}

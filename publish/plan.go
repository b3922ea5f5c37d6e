package publish

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Plan builds a publication of a snapshot, compares it with what is live,
// judges and records it. Nothing is sent. It fails with a schema.Rejected
// fault when the newest snapshot is wanted and too old.
//
// A plan that would only repeat the newest publication (same snapshot, same
// rules, same limits, same pause) returns that one.
func (p *Publisher) Plan(ctx context.Context, ref schema.Ref) (*schema.Publication, error) {
	snapshot, err := p.Store.Snapshot(ctx, ref)
	if err != nil {
		return nil, err
	}
	if err := p.fresh(snapshot, ref); err != nil {
		return nil, err
	}
	live, err := p.live(ctx)
	if err != nil {
		return nil, err
	}
	rules, err := json.Marshal(p.Rules)
	if err != nil {
		return nil, err
	}
	if again, err := p.repeated(ctx, snapshot, rules, live); again != nil || err != nil {
		return again, err
	}
	built, err := p.Build(ctx, schema.Ref{Number: snapshot.Number})
	if err != nil {
		return nil, err
	}
	publication := &schema.Publication{Kind: schema.Plan, Snapshot: snapshot.Number, Settings: snapshot.Settings, Rules: rules, Findings: built.Findings}
	return p.record(ctx, publication, built, live, nil)
}

// fresh refuses the newest snapshot when it is too old, and warns when it is
// half as old.
func (p *Publisher) fresh(snapshot schema.Snapshot, ref schema.Ref) error {
	age, limit := p.Now().Sub(snapshot.TakenAt), p.Guard.SnapshotMaxAge
	switch {
	case ref != schema.Latest:
		return nil
	case age > limit:
		return schema.NewFault(schema.Rejected, fmt.Errorf("plan: the newest snapshot, %d, was taken %.0f hours ago; the limit is %.0f",
			snapshot.Number, age.Hours(), limit.Hours()), "find out why extract did not run, then: extract run")
	case age > limit/2:
		p.Log.Warn("the newest snapshot is not of today", "step", "plan", "snapshot", snapshot.Number, "hours", int(age.Hours()), "limit", int(limit.Hours()))
	}
	return nil
}

// Resend records a publication with the exact bytes of an earlier one, of the
// files that are enabled today: compared with what is live, and judged.
func (p *Publisher) Resend(ctx context.Context, number int64, by, reason string) (*schema.Publication, error) {
	earlier, err := p.Store.Publication(ctx, number)
	if err != nil {
		return nil, err
	}
	if earlier.Destination != p.Destination {
		return nil, schema.NewFault(schema.Config, fmt.Errorf("resend publication %d: it was made for %s, not for %s", number, earlier.Destination, p.Destination),
			"see: publish list")
	}
	live, err := p.live(ctx)
	if err != nil {
		return nil, err
	}
	built := &Built{}
	for _, rule := range p.Rules.Files {
		i := slices.IndexFunc(earlier.Files, func(f schema.File) bool { return f.Kind == rule.Kind })
		if i < 0 {
			p.Log.Warn("the earlier publication has no such file: what is live stays", "step", "resend", "file", rule.Kind)
			continue
		}
		content, err := p.Store.Content(ctx, earlier.Files[i].Sum)
		if err != nil {
			return nil, err
		}
		rule.Name = earlier.Files[i].Name
		built.Files = append(built.Files, BuiltFile{rule, content})
	}
	if built.Roster, err = p.Store.Content(ctx, earlier.Roster); err != nil {
		return nil, err
	}
	publication := &schema.Publication{Kind: schema.Resend, Resends: number, Snapshot: earlier.Snapshot, Settings: earlier.Settings, Rules: earlier.Rules,
		Findings: earlier.Findings}
	return p.record(ctx, publication, built, live, &schema.Decision{Kind: schema.Ask, By: by, Reason: reason})
}

// liveFile is a file that SchooLinks holds, and where it came from.
type liveFile struct {
	schema.Live
	publication schema.Publication
}

// live returns the live files by name.
func (p *Publisher) live(ctx context.Context) (map[string]*liveFile, error) {
	list, err := p.Store.Live(ctx, p.Destination)
	if err != nil {
		return nil, err
	}
	live := map[string]*liveFile{}
	for _, l := range list {
		publication, err := p.Store.Publication(ctx, l.Publication)
		if err != nil {
			return nil, err
		}
		live[l.Name] = &liveFile{l, publication}
	}
	return live, nil
}

// repeated returns the newest publication when a new one would be the same;
// nil when it would not, or when a person has discarded that one.
func (p *Publisher) repeated(ctx context.Context, snapshot schema.Snapshot, rules json.RawMessage, live map[string]*liveFile) (*schema.Publication, error) {
	newest, err := p.Store.Newest(ctx, p.Destination)
	if err != nil || newest == nil || newest.Kind != schema.Plan || newest.Snapshot != snapshot.Number || string(newest.Rules) != string(rules) {
		return nil, err
	}
	guard, err := json.Marshal(p.Guard)
	if err != nil {
		return nil, err
	}
	full, err := p.Store.Publication(ctx, newest.Number)
	if err != nil {
		return nil, err
	}
	switch full.State {
	case schema.Delivered, schema.Partial:
		return &full, nil // begun under the verdict it had
	case schema.Planned, schema.Failed, schema.Held, schema.Paused, schema.Approved:
		if moved(&full, live) == "" && string(full.Guard) == string(guard) && p.verdict(full.Trips) == full.Verdict {
			return &full, nil
		}
	}
	return nil, nil
}

// record compares what was built, judges and stores it, as the publication
// whose kind and origin are given.
func (p *Publisher) record(ctx context.Context, publication *schema.Publication, built *Built, live map[string]*liveFile, asked *schema.Decision) (*schema.Publication, error) {
	publication.Run, publication.Version, publication.Destination = p.Run, p.Version, p.Destination
	publication.Roster, publication.PlannedAt = built.Roster.Sum, p.Now()
	contents := []schema.Content{built.Roster}
	for _, file := range built.Files {
		if file.Content.Rows == 0 && file.Rule.WhenEmpty == Skip {
			p.Log.Warn("the file has no rows: it is not sent, what is live stays", "step", "diff", "file", file.Rule.Kind)
			continue
		}
		p.Log.Info("comparing with what is live", "step", "diff", "file", file.Rule.Kind, "rows", file.Content.Rows)
		tallies, err := p.compare(ctx, file, &built.Roster, publication, live[file.Rule.Name])
		if err != nil {
			return nil, err
		}
		publication.Files = append(publication.Files, planned(file, live[file.Rule.Name]))
		publication.Tallies = append(publication.Tallies, tallies...)
		contents = append(contents, file.Content)
	}
	if len(publication.Files) == 0 {
		return nil, schema.NewFault(schema.Rejected, errors.New("plan: no file has any rows"), "look at the snapshot: extract show")
	}
	if err := p.judge(ctx, publication, live); err != nil {
		return nil, err
	}
	if err := p.Store.Record(ctx, publication, contents, asked); err != nil {
		return nil, err
	}
	for _, w := range publication.Warnings {
		p.Log.Warn("half way to a limit", "step", "guard", "limit", w.Limit, "unit", w.Unit)
	}
	p.Log.Info("publication recorded", "step", "planned", "publication", publication.Number,
		"verdict", publication.Verdict, "trips", len(publication.Trips))
	return publication, nil
}

// compare tallies a new file against the live one of its name, nil when none
// is live or when that has other columns.
func (p *Publisher) compare(ctx context.Context, file BuiltFile, roster *schema.Content, of *schema.Publication, live *liveFile) ([]schema.Tally, error) {
	rules, err := rulesOf(of)
	if err != nil {
		return nil, err
	}
	kind := p.kind(file.Rule.Kind)
	after := version{called: "the new " + file.Rule.Name, kind: kind, content: &file.Content, roster: roster, rules: rules}
	before := version{kind: kind}
	if live != nil {
		was, err := p.kept(ctx, "the live "+live.Name, kind, live.Sum, &live.publication)
		if err != nil {
			return nil, err
		}
		if p.comparable(was, after) {
			before = was
		}
	}
	t := newTallies(kind, p.Guard, p.or(before.rules), p.or(rules))
	err = p.walk(before, after, t.add, nil)
	return t.finish(), err
}

func planned(file BuiltFile, live *liveFile) schema.File {
	f := schema.File{Kind: file.Rule.Kind, Name: file.Rule.Name,
		Sum: file.Content.Sum, Size: file.Content.Size, Rows: file.Content.Rows}
	if live != nil {
		f.Baseline, f.BaselineOf = &live.Sum, live.publication.Number
	}
	return f
}

// judge sets the limits that a publication exceeds, or that cannot be
// evaluated, those that it comes near, and the verdict.
func (p *Publisher) judge(ctx context.Context, publication *schema.Publication, live map[string]*liveFile) error {
	past, err := p.Store.Past(ctx, p.Destination, p.Guard.Cumulative.Deliveries)
	if err != nil {
		return err
	}
	for i, past1 := range past {
		if past1.Decided { // what a person let go is not counted again
			past = past[:i+1]
			break
		}
	}
	var trips []schema.Trip
	tallies := publication.Tallies
	for _, f := range publication.Files {
		of, compared := p.judgeFile(publication, f, live[f.Name])
		trips = append(trips, of...)
		if !compared {
			tallies = slices.DeleteFunc(slices.Clone(tallies), func(t schema.Tally) bool { return t.File == f.Kind })
		}
	}
	byTally, warnings := p.Guard.judge(tallies, past)
	publication.Trips, publication.Warnings = append(trips, byTally...), warnings
	publication.Verdict = p.verdict(publication.Trips)
	publication.Guard, err = json.Marshal(p.Guard)
	return err
}

// judgeFile returns what is wrong with a file whatever its rows are, and
// whether there is anything that they can be compared with.
func (p *Publisher) judgeFile(publication *schema.Publication, f schema.File, live *liveFile) (trips []schema.Trip, compared bool) {
	file := "file " + f.Kind
	if f.Rows == 0 {
		trips = append(trips, newTrip("empty", file, "it has no rows; it is not sent, approved or not"))
	}
	if live == nil {
		return append(trips, newTrip("baseline", file, "nothing is known to be live as %s, so nobody can say what this changes", f.Name)), false
	}
	if live.publication.Snapshot > publication.Snapshot {
		trips = append(trips, newTrip("older", file, "snapshot %d is older than snapshot %d, which is live", publication.Snapshot, live.publication.Snapshot))
	}
	if !p.sameColumns(publication, live, f.Kind) {
		return append(trips, newTrip("baseline", file, "the live one has other columns, so nobody can say what this changes")), false
	}
	return trips, true
}

// sameColumns reports whether a file of a publication can be compared with the
// live one.
func (p *Publisher) sameColumns(publication *schema.Publication, live *liveFile, kind string) bool {
	now, err1 := rulesOf(publication)
	then, err2 := rulesOf(&live.publication)
	k := p.kind(kind)
	return err1 == nil && err2 == nil && p.comparable(version{kind: k, rules: then}, version{kind: k, rules: now})
}

// verdict is what follows from the limits that are exceeded, today.
func (p *Publisher) verdict(trips []schema.Trip) schema.Verdict {
	switch {
	case p.Guard.paused(p.today()) != nil:
		return schema.Pause
	case len(trips) > 0:
		return schema.Hold
	}
	return schema.Pass
}

package publish

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Plan builds a publication of a snapshot, compares it with what is live, judges
// it and records it. Nothing is sent. When the publication is held, Plan returns
// it together with a schema.HeldBack fault. It fails with a schema.Config fault when
// the snapshot does not suit today's configuration, see files.Builder.Suits, and with
// a schema.Rejected fault when the newest snapshot is wanted and too old.
//
// A plan that would only repeat the newest publication (same snapshot, same
// rules, same limits, same pause) returns that publication.
func (p *Publisher) Plan(ctx context.Context, ref schema.Ref) (*schema.Publication, error) {
	if err := p.takeOver(ctx); err != nil {
		return nil, err
	}
	publication, err := p.plan(ctx, ref)
	if err != nil {
		return nil, err
	}
	return publication, p.heldBack(publication)
}

func (p *Publisher) plan(ctx context.Context, ref schema.Ref) (*schema.Publication, error) {
	snapshot, err := p.Snapshots.Snapshot(ctx, ref)
	if err != nil {
		return nil, err
	}
	if err := p.Suits(snapshot, ref); err != nil {
		return nil, err
	}
	if err := p.fresh(snapshot, ref); err != nil {
		return nil, err
	}
	rules, err := json.Marshal(p.Rules)
	if err != nil {
		return nil, err
	}
	again, err := p.repeated(ctx, snapshot, rules)
	if again != nil || err != nil {
		return again, err
	}

	live, err := p.Live(ctx)
	if err != nil {
		return nil, err
	}
	built, err := p.Build(ctx, schema.Ref{Number: snapshot.Number})
	if err != nil {
		return nil, err
	}
	publication := &schema.Publication{
		Origin:   schema.Plan,
		Snapshot: snapshot.Number,
		Settings: snapshot.Settings,
		Rules:    rules,
		Findings: built.Findings,
	}
	return p.record(ctx, publication, built, live, nil)
}

// fresh refuses the newest snapshot when it is older than the limit, and warns
// when it is older than half of it. It refuses any snapshot whose age nobody can
// tell, because it is dated ahead.
func (p *Publisher) fresh(snapshot schema.Snapshot, ref schema.Ref) error {
	age := p.Now().Sub(snapshot.TakenAt)
	if age < -ClocksDiffer {
		err := fmt.Errorf("plan: snapshot %d is dated %.1f hours ahead", snapshot.Number, -age.Hours())
		return schema.NewFault(schema.Rejected, err,
			"check the clocks of the hosts of extract and publish, then take a new snapshot: extract run")
	}
	if ref != schema.Latest {
		return nil
	}

	limit := p.Guard.SnapshotMaxAge
	if age > limit {
		err := fmt.Errorf("plan: the newest snapshot, %d, was taken %.0f hours ago; the limit is %.0f",
			snapshot.Number, age.Hours(), limit.Hours())
		return schema.NewFault(schema.Rejected, err,
			"find out why extract did not run, then run: extract run")
	}
	if age > limit/2 {
		p.Log.Warn("the newest snapshot is older than half of the limit",
			"step", "plan",
			"snapshot", snapshot.Number,
			"hours", int(age.Hours()),
			"limit", int(limit.Hours()))
	}
	return nil
}

// ClocksDiffer is how far the clocks of two hosts may be apart.
const ClocksDiffer = time.Hour

// repeated returns the newest publication when a new one would be the same;
// nil when it would not, or when a person has discarded the newest.
func (p *Publisher) repeated(
	ctx context.Context, snapshot schema.Snapshot, rules json.RawMessage,
) (*schema.Publication, error) {
	newest, err := p.Records.Newest(ctx, p.Destination)
	if err != nil || newest == nil {
		return nil, err
	}

	sameRules := string(newest.Rules) == string(rules)
	sameFiles := sameRules && newest.Snapshot == snapshot.Number
	if newest.Origin != schema.Plan || !sameFiles {
		return nil, nil
	}

	limits, err := json.Marshal(p.Guard)
	if err != nil {
		return nil, err
	}
	full, err := p.Publications.Publication(ctx, newest.Number)
	if err != nil {
		return nil, err
	}
	if !p.stands(&full, string(limits)) {
		return nil, nil
	}
	if full.State == schema.Delivered || letGo(full.State) {
		return &full, nil
	}
	moved, err := p.moved(ctx, &full)
	if moved != "" || err != nil {
		return nil, err
	}
	return &full, nil
}

// stands reports whether a publication would be judged today as it was, under these
// limits. One that was sent, let go or approved goes by the verdict that it had.
func (p *Publisher) stands(publication *schema.Publication, limits string) bool {
	verdict := p.verdict(publication.Trips)
	sameLimits := string(publication.Guard) == limits
	switch publication.State {
	case schema.Delivered, schema.Partial, schema.Unknown, schema.Approved:
		return true
	case schema.Paused:
		return sameLimits && verdict != schema.Hold
	case schema.Planned, schema.Failed, schema.Held, schema.Expired:
		return sameLimits && verdict == publication.Verdict
	}
	return false
}

// letGo reports whether a publication was released and is not settled.
func letGo(state schema.State) bool {
	return state == schema.Partial || state == schema.Unknown
}

// moved returns the name of a file that the publication would no longer be
// compared with the same one; "" when there is none.
func (p *Publisher) moved(ctx context.Context, publication *schema.Publication) (name string, err error) {
	live, err := p.LiveBefore(ctx, publication.Number)
	if err != nil {
		return "", err
	}

	for _, f := range publication.Files {
		if !stillLive(live[f.Name], f.Baseline) {
			return f.Name, nil
		}
	}
	return "", nil
}

// stillLive reports whether a live file has the sum of a baseline. Either is nil
// when there is none.
func stillLive(live *diff.LiveFile, baseline *schema.Sum) bool {
	if live == nil || baseline == nil {
		return live == nil && baseline == nil
	}
	return live.Sum == *baseline
}

// record compares, judges and stores what was built. publication says where it
// came from; asked is the decision that it be made, nil when there is none.
func (p *Publisher) record(
	ctx context.Context, publication *schema.Publication, built *files.Built,
	live map[string]*diff.LiveFile, asked *schema.Decision,
) (*schema.Publication, error) {
	publication.Run = p.Run
	publication.Version = p.Version
	publication.Destination = p.Destination
	publication.Roster = built.Roster.Sum
	publication.PlannedAt = p.Now()

	contents, err := p.addFiles(ctx, publication, built, live)
	if err != nil {
		return nil, err
	}
	if err := p.judge(ctx, publication, live); err != nil {
		return nil, err
	}
	if err := p.Records.Record(ctx, publication, contents, asked); err != nil {
		return nil, err
	}

	for _, w := range publication.Warnings {
		p.Log.Warn("more than halfway to a limit",
			"step", "guard",
			"limit", w.Limit,
			"unit", w.Unit)
	}
	p.Log.Info("publication recorded",
		"step", "planned",
		"publication", publication.Number,
		"verdict", publication.Verdict,
		"trips", len(publication.Trips))
	return publication, nil
}

// addFiles gives a publication its files, compared with what is live, and
// returns the contents that are to be stored with it.
func (p *Publisher) addFiles(
	ctx context.Context, publication *schema.Publication, built *files.Built, live map[string]*diff.LiveFile,
) ([]schema.Content, error) {
	rules, err := files.RulesOf(publication)
	if err != nil {
		return nil, err
	}

	contents := []schema.Content{built.Roster}
	for _, file := range built.Files {
		isEmpty := file.Content.Rows == 0
		if isEmpty && file.Rule.WhenEmpty == files.Skip {
			p.Log.Warn("the file has no rows: it is not sent, and the live file stays",
				"step", "diff",
				"file", file.Rule.Kind)
			continue
		}

		p.Log.Info("comparing with what is live",
			"step", "diff",
			"file", file.Rule.Kind,
			"rows", file.Content.Rows)
		before := live[file.Rule.Name]
		tallies, err := p.Tally(ctx, file, &built.Roster, rules, before)
		if err != nil {
			return nil, err
		}
		publication.Files = append(publication.Files, planned(file, before))
		publication.Tallies = append(publication.Tallies, tallies...)
		contents = append(contents, file.Content)
	}

	if len(publication.Files) == 0 {
		err := errors.New("plan: no file has any rows")
		return nil, schema.NewFault(schema.Rejected, err,
			"look at the snapshot: extract show")
	}
	return contents, nil
}

// planned is a file of a publication that was compared with the live one; live is
// nil when there is none.
func planned(file files.BuiltFile, live *diff.LiveFile) schema.File {
	f := schema.File{
		Kind: file.Rule.Kind,
		Name: file.Rule.Name,
		Sum:  file.Content.Sum,
		Size: file.Content.Size,
		Rows: file.Content.Rows,
	}
	if live != nil {
		f.Baseline = &live.Sum
		f.BaselineOf = live.Publication.Number
	}
	return f
}

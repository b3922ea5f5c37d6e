package publish

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Plan builds a publication of a snapshot, compares it with what is live,
// judges and records it. Nothing is sent. It fails with a schema.Rejected
// fault when the newest snapshot is wanted and too old.
//
// A plan that would only repeat the newest publication (same snapshot, same
// rules, same verdict) returns that one.
func (p *Publisher) Plan(ctx context.Context, ref schema.Ref) (*schema.Publication, error) {
	snapshot, err := p.Store.Snapshot(ctx, ref)
	if err != nil {
		return nil, err
	}
	if age := p.Now().Sub(snapshot.TakenAt); ref == schema.Latest && age > p.Guard.SnapshotMaxAge {
		return nil, schema.NewFault(schema.Rejected, fmt.Errorf("plan: the newest snapshot, %d, was taken %.0f hours ago; the limit is %.0f",
			snapshot.Number, age.Hours(), p.Guard.SnapshotMaxAge.Hours()), "find out why extract did not run, then: extract run")
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
	return p.record(ctx, built, rules, live)
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
	if err != nil || newest == nil || newest.Snapshot != snapshot.Number || string(newest.Rules) != string(rules) {
		return nil, err
	}
	full, err := p.Store.Publication(ctx, newest.Number)
	if err != nil {
		return nil, err
	}
	switch full.State {
	case schema.Delivered, schema.Partial:
		return &full, nil // begun under the verdict it had
	case schema.Planned, schema.Failed, schema.Held, schema.Approved:
		if moved(&full, live) == "" && p.verdict(p.judge(&full, live)) == full.Verdict {
			return &full, nil
		}
	}
	return nil, nil
}

// record compares, judges and stores what was built.
func (p *Publisher) record(ctx context.Context, built *Built, rules json.RawMessage, live map[string]*liveFile) (*schema.Publication, error) {
	publication := &schema.Publication{
		Run: p.Run, Kind: schema.Plan, Snapshot: built.Snapshot.Number, Spec: built.Snapshot.Spec, Rules: rules, Version: p.Version,
		Destination: p.Destination, Roster: built.Roster.Sum, Findings: built.Findings, PlannedAt: p.Now(),
	}
	contents := []schema.Content{built.Roster}
	for _, file := range built.Files {
		if file.Content.Rows == 0 && file.Rule.WhenEmpty == Skip {
			p.Log.Warn("the file has no rows: it is not sent, what is live stays", "step", "diff", "file", file.Rule.Kind)
			continue
		}
		p.Log.Info("comparing with what is live", "step", "diff", "file", file.Rule.Kind, "rows", file.Content.Rows)
		tallies, err := p.compare(ctx, file, built.Roster, live[file.Rule.Name])
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
	publication.Trips = p.judge(publication, live)
	publication.Verdict = p.verdict(publication.Trips)
	if err := p.Store.Record(ctx, publication, contents); err != nil {
		return nil, err
	}
	p.Log.Info("publication recorded", "step", "planned", "publication", publication.Number,
		"verdict", publication.Verdict, "trips", len(publication.Trips))
	return publication, nil
}

func planned(file BuiltFile, live *liveFile) schema.File {
	f := schema.File{Kind: file.Rule.Kind, Name: file.Rule.Name,
		Sum: file.Content.Sum, Size: file.Content.Size, Rows: file.Content.Rows}
	if live != nil {
		f.Baseline = &live.Sum
	}
	return f
}

// judge returns every limit that a publication exceeds, or that cannot be
// evaluated.
func (p *Publisher) judge(publication *schema.Publication, live map[string]*liveFile) []schema.Trip {
	var trips []schema.Trip
	trip := func(limit, format string, args ...any) {
		trips = append(trips, schema.Trip{Limit: limit, Says: fmt.Sprintf(format, args...)})
	}
	for _, f := range publication.Files {
		if f.Rows == 0 {
			trip("empty", "file %s: it has no rows; it is not sent, approved or not", f.Kind)
		}
		if f.Baseline == nil {
			trip("baseline", "file %s: nothing is known to be live as %s, so nobody can say what this changes", f.Kind, f.Name)
		} else if from := live[f.Name]; from != nil && from.publication.Snapshot > publication.Snapshot {
			trip("older", "file %s: snapshot %d is older than snapshot %d, which is live", f.Kind, publication.Snapshot, from.publication.Snapshot)
		}
	}
	return append(trips, p.Guard.judge(publication.Tallies)...)
}

func (p *Publisher) verdict(trips []schema.Trip) schema.Verdict {
	if len(trips) > 0 {
		return schema.Hold
	}
	return schema.Pass
}

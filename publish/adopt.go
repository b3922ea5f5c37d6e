package publish

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Adopt takes the files in dir for what SchooLinks holds: those that another
// program delivered last, under the names of the enabled files. They become
// live here, so that the first publication is compared with them. All of them
// are read before anything is stored. A file that is missing is a schema.Config
// fault, one that is not fit to compare with a schema.Rejected one.
//
// It may be done again as long as nothing of this program is live: that would
// be a schema.Config fault.
func (p *Publisher) Adopt(ctx context.Context, dir string) (*schema.Publication, error) {
	if err := p.reconcile(ctx); err != nil {
		return nil, err
	}
	if err := p.adoptable(ctx); err != nil {
		return nil, err
	}
	publication := &schema.Publication{
		Run: p.Run, Kind: schema.Adopt, Rules: json.RawMessage(`{}`), Guard: json.RawMessage(`{}`), Version: p.Version,
		Destination: p.Destination, Findings: schema.FindingCounts{}, Verdict: schema.Pass, PlannedAt: p.Now(),
	}
	built, err := p.readAdopted(dir)
	if err != nil {
		return nil, fmt.Errorf("adopt: %w", err)
	}
	snapshot, roster, err := p.newestRoster(ctx)
	if err != nil {
		return nil, err
	}
	publication.Roster = roster.Sum
	if snapshot != nil {
		publication.Snapshot, publication.Settings = snapshot.Number, snapshot.Settings
	}
	contents := []schema.Content{roster}
	for _, file := range built {
		tallies, err := p.compare(ctx, file, &roster, publication, nil)
		if err != nil {
			return nil, err
		}
		publication.Files = append(publication.Files, planned(file, nil))
		publication.Tallies = append(publication.Tallies, tallies...)
		contents = append(contents, file.Content)
	}
	if err := p.Store.Adopt(ctx, p.Lock.Fence(), publication, contents); err != nil {
		return nil, err
	}
	p.Log.Info("adopted", "step", "done", "publication", publication.Number)
	return publication, nil
}

// readAdopted reads the enabled files in a folder; none may be without rows.
func (p *Publisher) readAdopted(dir string) (files []BuiltFile, err error) {
	for _, rule := range p.Rules.Files {
		content, err := readForeign(dir, rule, p.kind(rule.Kind).Header(p.Rules))
		if err != nil {
			return nil, err
		}
		if content.Rows == 0 {
			return nil, schema.NewFault(schema.Rejected, fmt.Errorf("read %s: line 1: there are no rows after the header", filepath.Join(dir, rule.Name)),
				"give the file just as it was delivered last")
		}
		p.Log.Info("read", "step", "read", "file", rule.Name, "rows", content.Rows)
		files = append(files, BuiltFile{rule, content})
	}
	return files, nil
}

// adoptable refuses when this program knows better than any folder what is live.
func (p *Publisher) adoptable(ctx context.Context) error {
	live, err := p.live(ctx)
	if err != nil {
		return err
	}
	for _, f := range slices.SortedFunc(maps.Values(live), func(a, b *liveFile) int { return cmp.Compare(a.Name, b.Name) }) {
		if f.publication.Kind != schema.Adopt {
			return schema.NewFault(schema.Config,
				fmt.Errorf("adopt: %s of publication %d is live at %s, delivered by this program", f.Name, f.publication.Number, p.Destination),
				fmt.Sprintf("there is nothing to adopt, publish run compares with it; see: publish show %d", f.publication.Number))
		}
	}
	return nil
}

// newestRoster returns the roster of the newest snapshot, and an empty one
// when there is no snapshot yet.
func (p *Publisher) newestRoster(ctx context.Context) (*schema.Snapshot, schema.Content, error) {
	roster := *p
	roster.Rules.Files = nil
	if _, err := p.Store.Snapshot(ctx, schema.Latest); errors.Is(err, schema.ErrNoSnapshot) {
		p.Log.Warn("there is no snapshot yet: nobody can say at which school the rows of these files belong", "step", "roster")
		empty, err := roster.newBuilder().finish(schema.Snapshot{})
		if err != nil {
			return nil, schema.Content{}, err
		}
		return nil, empty.Roster, nil
	}
	built, err := roster.Build(ctx, schema.Latest)
	if err != nil {
		return nil, schema.Content{}, err
	}
	return &built.Snapshot, built.Roster, nil
}

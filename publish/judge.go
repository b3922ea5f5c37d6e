package publish

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// judge sets the limits that a publication exceeds or that cannot be evaluated,
// the limits that it is more than halfway to, and the verdict.
func (p *Publisher) judge(ctx context.Context, publication *schema.Publication, live map[string]*diff.LiveFile) error {
	past, err := p.Records.Past(ctx, p.Destination, p.Guard.Deliveries())
	if err != nil {
		return err
	}
	if i := slices.IndexFunc(past, func(p schema.Past) bool { return p.Decided }); i >= 0 {
		past = past[:i+1] // what a person approved is not counted again
	}

	c := guard.Case{Snapshot: publication.Snapshot, Tallies: publication.Tallies, Past: past}
	for _, f := range publication.Files {
		file, err := p.caseFile(publication, f, live[f.Name])
		if err != nil {
			return err
		}
		c.Files = append(c.Files, file)
		if file.Live == nil || !file.Live.Comparable {
			c.Tallies = withoutFile(c.Tallies, f.Kind)
		}
	}

	publication.Trips, publication.Warnings = p.Guard.Judge(c)
	publication.Verdict = p.verdict(publication.Trips)
	publication.Guard, err = json.Marshal(p.Guard)
	return err
}

// caseFile is a file of a publication and the live file of its name, as the guard
// sees them; live is nil when there is none.
func (p *Publisher) caseFile(
	publication *schema.Publication, f schema.File, live *diff.LiveFile,
) (guard.File, error) {
	file := guard.File{Kind: f.Kind, Name: f.Name, Rows: f.Rows}
	if live == nil {
		return file, nil
	}

	kind, err := files.Find(p.Kinds, f.Kind)
	if err != nil {
		return file, err
	}
	now, err := files.RulesOf(publication)
	if err != nil {
		return file, err
	}
	then, err := files.RulesOf(&live.Publication)
	if err != nil {
		return file, err
	}
	file.Live = &guard.Live{Snapshot: live.Publication.Snapshot, Comparable: p.Comparable(kind, then, now)}
	return file, nil
}

// withoutFile returns the tallies of the other files.
func withoutFile(tallies []schema.Tally, kind string) []schema.Tally {
	return slices.DeleteFunc(slices.Clone(tallies), func(t schema.Tally) bool { return t.File == kind })
}

// verdict is what follows today from the limits that are exceeded.
func (p *Publisher) verdict(trips []schema.Trip) schema.Verdict {
	switch {
	case p.Guard.Paused(p.today()) != nil:
		return schema.Pause
	case len(trips) > 0:
		return schema.Hold
	}
	return schema.Pass
}

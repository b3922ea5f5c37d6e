package publish

import (
	"context"
	"fmt"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Resend sends the exact bytes of an earlier publication again, unless the guard
// holds them. They become a new publication. It returns what Nightly returns.
func (p *Publisher) Resend(ctx context.Context, number int64, by, reason string) (*schema.Publication, error) {
	if err := p.takeOver(ctx); err != nil {
		return nil, err
	}
	publication, err := p.planResend(ctx, number, by, reason)
	if err != nil {
		return nil, err
	}
	return p.unlessHeld(ctx, publication)
}

// planResend compares, judges and records a publication with the bytes of an
// earlier one. It has the files that are enabled today.
func (p *Publisher) planResend(ctx context.Context, number int64, by, reason string) (*schema.Publication, error) {
	earlier, err := p.Publications.Publication(ctx, number)
	if err != nil {
		return nil, err
	}
	if earlier.Destination != p.Destination {
		err := fmt.Errorf("resend publication %d: it was made for %s, not for %s",
			number, earlier.Destination, p.Destination)
		return nil, schema.NewFault(schema.Config, err, "see: publish list")
	}

	live, err := p.Live(ctx)
	if err != nil {
		return nil, err
	}

	built := &files.Built{}
	built.Files, err = p.sentBefore(ctx, &earlier)
	if err != nil {
		return nil, err
	}
	built.Roster, err = p.Publications.Content(ctx, earlier.Roster)
	if err != nil {
		return nil, err
	}

	publication := &schema.Publication{
		Origin:   schema.Resend,
		Resends:  number,
		Snapshot: earlier.Snapshot,
		Settings: earlier.Settings,
		Rules:    earlier.Rules,
		Findings: earlier.Findings,
	}
	asked := &schema.Decision{
		Kind:   schema.Ask,
		By:     by,
		Reason: reason,
	}
	return p.record(ctx, publication, built, live, asked)
}

// sentBefore returns the files of an earlier publication that are enabled today,
// under the names that they had then.
func (p *Publisher) sentBefore(ctx context.Context, earlier *schema.Publication) (found []files.BuiltFile, err error) {
	for _, rule := range p.Rules.Files {
		ofKind := func(f schema.File) bool {
			return f.Kind == rule.Kind
		}
		i := slices.IndexFunc(earlier.Files, ofKind)
		if i < 0 {
			p.Log.Warn("the earlier publication does not have this file, so the live file stays",
				"step", "resend",
				"file", rule.Kind)
			continue
		}

		file := earlier.Files[i]
		content, err := p.Publications.Content(ctx, file.Sum)
		if err != nil {
			return nil, err
		}
		rule.Name = file.Name
		found = append(found, files.BuiltFile{
			Rule:    rule,
			Content: content,
		})
	}
	return found, nil
}

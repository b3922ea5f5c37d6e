package publish

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Adopt records the files in dir as what SchooLinks has: the files that another
// program delivered last, under the names of the enabled files. They become
// live here, so that the first publication is compared with them. All of them
// are read before anything is stored. A file that is missing is a schema.Config
// fault; one that nothing can be compared with, or that is about other students than
// the newest snapshot, is a schema.Rejected fault. One that has only its header is
// left out: nothing is known to be live under its name then.
//
// It can be repeated until this program has let a file of its own go; after that
// it is a schema.Config fault.
func (p *Publisher) Adopt(ctx context.Context, dir string) (*schema.Publication, error) {
	if err := p.takeOver(ctx); err != nil {
		return nil, err
	}
	if err := p.adoptable(ctx); err != nil {
		return nil, err
	}

	built, err := p.readAdopted(dir)
	if err != nil {
		return nil, fmt.Errorf("adopt: %w", err)
	}
	return p.adopt(ctx, built, refuseStrays)
}

// AdoptFromServer records the files that are under the names of the enabled files
// at the destination as what SchooLinks has, whoever put them there. What was let
// go for those names before is settled by that. When none is there, it is a
// schema.Rejected fault.
func (p *Publisher) AdoptFromServer(ctx context.Context) (*schema.Publication, error) {
	if err := p.takeOver(ctx); err != nil {
		return nil, err
	}

	built, err := p.readServer(ctx)
	if err != nil {
		return nil, fmt.Errorf("adopt: %w", err)
	}
	return p.adopt(ctx, built, acceptStrays) // SchooLinks has them, whatever they are
}

// adopt records files as delivered. decide is asked about a file whose student numbers
// are mostly nobody's; an error of it ends the adopting.
func (p *Publisher) adopt(
	ctx context.Context, built []files.BuiltFile, decide func(error) error,
) (*schema.Publication, error) {
	snapshot, roster, err := p.newestRoster(ctx)
	if err != nil {
		return nil, err
	}
	if snapshot != nil {
		if err := p.meetStrays(built, snapshot, &roster, decide); err != nil {
			return nil, err
		}
	}

	publication := p.adopted(snapshot, &roster)
	contents := []schema.Content{roster}
	for _, file := range built {
		tallies, err := p.Tally(ctx, file, &roster, nil, nil)
		if err != nil {
			return nil, err
		}
		publication.Files = append(publication.Files, planned(file, nil))
		publication.Tallies = append(publication.Tallies, tallies...)
		contents = append(contents, file.Content)
	}

	err = p.Records.Adopt(ctx, p.Lock.Fence(), publication, contents)
	if err != nil {
		return nil, err
	}
	p.Log.Info("adopted",
		"step", "done",
		"publication", publication.Number)
	return publication, nil
}

// adopted returns a publication of files whose rules nobody knows; snapshot is
// nil when there is none yet.
func (p *Publisher) adopted(snapshot *schema.Snapshot, roster *schema.Content) *schema.Publication {
	nothing := json.RawMessage(`{}`)
	publication := &schema.Publication{
		Run:         p.Run,
		Origin:      schema.Adopt,
		Rules:       nothing,
		Guard:       nothing,
		Version:     p.Version,
		Destination: p.Destination,
		Roster:      roster.Sum,
		Findings:    schema.FindingTallies{},
		Verdict:     schema.Pass,
		PlannedAt:   p.Now(),
	}
	if snapshot != nil {
		publication.Snapshot = snapshot.Number
		publication.Settings = snapshot.Settings
	}
	return publication
}

// readAdopted reads the enabled files in a folder. One without rows is left out.
func (p *Publisher) readAdopted(dir string) (found []files.BuiltFile, err error) {
	for _, rule := range p.Rules.Files {
		kind, err := files.Find(p.Kinds, rule.Kind)
		if err != nil {
			return nil, err
		}
		header := kind.Header(p.Rules)
		file, err := files.ReadForeign(dir, rule, header)
		if err != nil {
			return nil, err
		}
		found = p.take(found, rule, &file)
	}

	if len(found) == 0 {
		err := fmt.Errorf("no file in %s has any rows", dir)
		return nil, schema.NewFault(schema.Rejected, err, "give the files exactly as they were last delivered")
	}
	return found, nil
}

// take adds a file that was read to those that are adopted, if it has rows, and says
// what a person should know about it.
func (p *Publisher) take(found []files.BuiltFile, rule files.FileRule, file *files.Foreign) []files.BuiltFile {
	if file.Rows == 0 {
		p.Log.Warn("the file has only its header: it is not adopted, and nothing becomes live under its name",
			"step", "read",
			"file", rule.Name)
		return found
	}
	for _, note := range file.Notes {
		p.Log.Warn(note,
			"step", "read",
			"file", rule.Name)
	}

	p.Log.Info("read",
		"step", "read",
		"file", rule.Name,
		"rows", file.Rows)
	return append(found, files.BuiltFile{
		Rule:    rule,
		Content: file.Content,
	})
}

// readServer reads the enabled files that are at the destination.
func (p *Publisher) readServer(ctx context.Context) (found []files.BuiltFile, err error) {
	p.Log.Info("connecting",
		"step", "connect",
		"destination", p.Destination)
	session, err := p.Dial(ctx)
	if err != nil {
		return nil, err
	}
	defer session.Close() // it only reads

	l := &looker{Differ: &p.Differ, session: session}
	for _, rule := range p.Rules.Files {
		file, err := l.readForeign(ctx, rule.Name)
		if err != nil {
			return nil, err
		}
		if file == nil {
			p.Log.Warn("nothing can be read under this name, so it is not adopted",
				"step", "read",
				"file", rule.Name)
			continue
		}
		found = p.take(found, rule, file)
	}

	if len(found) == 0 {
		hint := "give the files that were sent last: publish adopt DIR"
		if err := p.adoptable(ctx); err != nil {
			hint = schema.HintOf(err)
		}
		err := fmt.Errorf("none of the files can be read at %s", p.Destination)
		return nil, schema.NewFault(schema.Rejected, err, "SchooLinks takes files away after it has read them; "+hint)
	}
	return found, nil
}

// meetStrays says how many student numbers of each file are nobody's in a snapshot,
// and what seems to have been done to them; decide is asked where they are most.
func (p *Publisher) meetStrays(
	built []files.BuiltFile, snapshot *schema.Snapshot, roster *schema.Content, decide func(error) error,
) error {
	for _, file := range built {
		strays, err := p.Strays(file, roster)
		if err != nil {
			return err
		}

		says := strays.Changed()
		if strays.Nobody > 0 {
			nobodys := fmt.Sprintf("%d of %d student numbers are nobody's in snapshot %d",
				strays.Nobody, strays.Numbers, snapshot.Number)
			says = append(says, nobodys)
		}

		if strays.AreMost() {
			err := fmt.Errorf("adopt: %s: %s", file.Rule.Name, strings.Join(says, "; "))
			if err := decide(err); err != nil {
				return err
			}
		}
		for _, s := range says {
			p.Log.Warn(s,
				"step", "roster",
				"file", file.Rule.Name)
		}
	}
	return nil
}

// refuseStrays refuses a file about strangers: compared with it, every student is new,
// and nobody can see who is lost.
func refuseStrays(err error) error {
	return schema.NewFault(schema.Rejected, err,
		"give the file exactly as it was last delivered, and not as a spreadsheet saved it; "+
			"if that is it, adopt nothing: the first publication is then held until a person approves it")
}

func acceptStrays(error) error { return nil }

// adoptable refuses when this program has let a file go: then this program knows
// better than any folder what SchooLinks has, or is not sure itself.
func (p *Publisher) adoptable(ctx context.Context) error {
	live, err := p.Live(ctx)
	if err != nil {
		return err
	}

	byName := func(a, b *diff.LiveFile) int {
		return cmp.Compare(a.Name, b.Name)
	}
	for _, f := range slices.SortedFunc(maps.Values(live), byName) {
		if f.Publication.Origin == schema.Adopt {
			continue
		}
		number := f.Publication.Number
		err := fmt.Errorf("adopt: this program delivered the %s that is live at %s, in publication %d",
			f.Name, p.Destination, number)
		hint := fmt.Sprintf("there is nothing to adopt: publish run compares with it; see: publish show %d", number)
		if f.SentAt == nil {
			err = fmt.Errorf("adopt: publication %d was let go, and its %s is not known to have been sent",
				number, f.Name)
			hint = "send it: publish run; or take what is at the destination as live: publish adopt --from-server"
		}
		return schema.NewFault(schema.Config, err, hint)
	}
	return nil
}

// newestRoster returns the newest snapshot and its roster; nil and an empty one
// when there is no snapshot yet.
func (p *Publisher) newestRoster(ctx context.Context) (*schema.Snapshot, schema.Content, error) {
	_, err := p.Snapshots.Snapshot(ctx, schema.Latest)
	if errors.Is(err, schema.ErrNoSnapshot) {
		p.Log.Warn("there is no snapshot yet, so the schools and grades of these rows are not known",
			"step", "roster")
		roster, err := files.EmptyRoster()
		return nil, roster, err
	}

	rules := p.Rules
	rules.Files = nil
	built, err := p.BuildUnder(ctx, rules, schema.Latest)
	if err != nil {
		return nil, schema.Content{}, err
	}
	return &built.Snapshot, built.Roster, nil
}

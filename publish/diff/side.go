package diff

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Side names one of the two things that a diff compares. One of its fields is
// set. The zero Side is what is live.
type Side struct {
	Publication int64       // the files of a publication
	Baseline    int64       // what a publication was compared with when it was planned
	Snapshot    *schema.Ref // the files that today's rules make from a snapshot
	Dir         string      // the files in a folder, whoever made them
}

// String writes a side as people name it.
func (s Side) String() string {
	switch {
	case s.Publication != 0:
		return fmt.Sprintf("pub:%d", s.Publication)
	case s.Baseline != 0:
		return fmt.Sprintf("what was live before pub:%d", s.Baseline)
	case s.Snapshot != nil:
		return fmt.Sprintf("snapshot:%d", s.Snapshot.Number)
	case s.Dir != "":
		return "dir:" + s.Dir
	}
	return "live"
}

// versions are the files of a side, by the name of their kind.
type versions map[string]version

// versionsOf reads the files of a side. In the side, it replaces a reference to a
// snapshot with the snapshot's number.
func (d *Differ) versionsOf(ctx context.Context, s *Side) (versions, error) {
	switch {
	case s.Publication != 0:
		return d.ofPublication(ctx, s.Publication)
	case s.Baseline != 0:
		return d.ofBaseline(ctx, s.Baseline)
	case s.Snapshot != nil:
		return d.ofSnapshot(ctx, s)
	case s.Dir != "":
		return d.ofDir(s.Dir)
	}
	return d.ofLive(ctx)
}

func (d *Differ) ofPublication(ctx context.Context, number int64) (versions, error) {
	publication, err := d.Publications.Publication(ctx, number)
	if err != nil {
		return nil, err
	}

	found := versions{}
	for _, f := range publication.Files {
		called := fmt.Sprintf("%s of publication %d", f.Name, number)
		found[f.Kind], err = d.kept(ctx, called, f.Kind, f.Sum, &publication)
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

func (d *Differ) ofBaseline(ctx context.Context, number int64) (versions, error) {
	publication, err := d.Publications.Publication(ctx, number)
	if err != nil {
		return nil, err
	}

	found := versions{}
	for _, f := range publication.Files {
		if f.Baseline == nil {
			continue
		}
		of, err := d.Publications.Publication(ctx, f.BaselineOf)
		if err != nil {
			return nil, err
		}
		called := "the " + f.Name + " that was live"
		found[f.Kind], err = d.kept(ctx, called, f.Kind, *f.Baseline, &of)
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

func (d *Differ) ofLive(ctx context.Context) (versions, error) {
	live, err := d.Live(ctx)
	if err != nil {
		return nil, err
	}
	if len(live) == 0 {
		err := fmt.Errorf("nothing is known to be live at %s", d.Destination)
		return nil, schema.NewFault(schema.Config, err,
			"name what to compare with: pub:N, snapshot:REF or dir:PATH; "+
				"or adopt the files that SchooLinks has: publish adopt DIR")
	}

	found := versions{}
	for _, l := range slices.SortedFunc(maps.Values(live), d.byUse) {
		kind := l.kind()
		found[kind], err = d.kept(ctx, "the live "+l.Name, kind, l.Sum, &l.Publication)
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// byUse orders live files so that the one in use comes last of its kind: the one
// with today's name, or else the newest. (After a file gets another name, the file
// with the old name stays live.)
func (d *Differ) byUse(a, b *LiveFile) int {
	if d.writes(a.Name) != d.writes(b.Name) {
		if d.writes(b.Name) {
			return -1
		}
		return 1
	}
	return cmp.Or(
		cmp.Compare(a.Publication.Number, b.Publication.Number),
		cmp.Compare(a.Name, b.Name),
	)
}

// writes reports whether today's rules make a file with a name.
func (d *Differ) writes(name string) bool {
	return slices.ContainsFunc(d.Rules.Files, func(f files.FileRule) bool {
		return f.Name == name
	})
}

func (d *Differ) ofSnapshot(ctx context.Context, s *Side) (versions, error) {
	built, err := d.Build(ctx, *s.Snapshot)
	if err != nil {
		return nil, err
	}
	s.Snapshot = &schema.Ref{Number: built.Snapshot.Number}
	return d.ofBuilt(built, &d.Rules)
}

// ofBuilt returns what was built under some rules.
func (d *Differ) ofBuilt(built *files.Built, rules *files.Rules) (versions, error) {
	found := versions{}
	for i := range built.Files {
		f := &built.Files[i]
		kind, err := files.Find(d.Kinds, f.Rule.Kind)
		if err != nil {
			return nil, err
		}

		found[f.Rule.Kind] = version{
			called:   f.Rule.Name,
			kind:     kind,
			content:  &f.Content,
			roster:   &built.Roster,
			rules:    rules,
			settings: built.Snapshot.Settings,
			snapshot: built.Snapshot.Number,
		}
	}
	return found, nil
}

// ofDir reads the enabled files that are in a folder.
func (d *Differ) ofDir(dir string) (versions, error) {
	found := versions{}
	for _, rule := range d.Rules.Files {
		path := filepath.Join(dir, rule.Name)
		_, err := os.Stat(path)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}

		kind, err := files.Find(d.Kinds, rule.Kind)
		if err != nil {
			return nil, err
		}
		header := kind.Header(d.Rules)
		file, err := files.ReadForeign(dir, rule, header)
		if err != nil {
			return nil, err
		}

		found[rule.Kind] = version{
			called:  path,
			kind:    kind,
			content: &file.Content,
			foreign: true,
			notes:   file.Notes,
		}
	}

	if len(found) == 0 {
		err := fmt.Errorf("none of the files is in %s", dir)
		return nil, schema.NewFault(schema.Config, err,
			"name a folder with files that have the names in files.*.name of the configuration")
	}
	return found, nil
}

package publish

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Side names one of the two things that a diff compares. One of its fields is
// set; the zero Side is what is live.
type Side struct {
	Publication int64       // the files of a publication
	Baseline    int64       // what a publication was compared with when it was planned
	Snapshot    *schema.Ref // the files that today's rules make of a snapshot
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

// sideOf reads the files of a side, by kind. It names the snapshot that a
// reference stands for.
func (p *Publisher) sideOf(ctx context.Context, s *Side) (map[string]version, error) {
	switch {
	case s.Publication != 0:
		return p.publicationSide(ctx, s.Publication)
	case s.Baseline != 0:
		return p.baselineSide(ctx, s.Baseline)
	case s.Snapshot != nil:
		return p.snapshotSide(ctx, s)
	case s.Dir != "":
		return p.dirSide(s.Dir)
	}
	return p.liveSide(ctx)
}

func (p *Publisher) publicationSide(ctx context.Context, number int64) (map[string]version, error) {
	publication, err := p.Store.Publication(ctx, number)
	if err != nil {
		return nil, err
	}
	files := map[string]version{}
	for _, f := range publication.Files {
		if files[f.Kind], err = p.kept(ctx, fmt.Sprintf("%s of publication %d", f.Name, number), p.kind(f.Kind), f.Sum, &publication); err != nil {
			return nil, err
		}
	}
	return files, nil
}

func (p *Publisher) baselineSide(ctx context.Context, number int64) (map[string]version, error) {
	publication, err := p.Store.Publication(ctx, number)
	if err != nil {
		return nil, err
	}
	files := map[string]version{}
	for _, f := range publication.Files {
		if f.Baseline == nil {
			continue
		}
		of, err := p.Store.Publication(ctx, f.BaselineOf)
		if err != nil {
			return nil, err
		}
		if files[f.Kind], err = p.kept(ctx, "the "+f.Name+" that was live", p.kind(f.Kind), *f.Baseline, &of); err != nil {
			return nil, err
		}
	}
	return files, nil
}

func (p *Publisher) liveSide(ctx context.Context) (map[string]version, error) {
	live, err := p.live(ctx)
	if err != nil {
		return nil, err
	}
	if len(live) == 0 {
		return nil, schema.NewFault(schema.Config, fmt.Errorf("nothing is known to be live at %s", p.Destination),
			"name what to compare with: pub:N, snapshot:REF or dir:PATH; or adopt what SchooLinks holds: publish adopt DIR")
	}
	files := map[string]version{}
	for _, l := range slices.SortedFunc(maps.Values(live), p.byUse) {
		kind := l.kind()
		if files[kind], err = p.kept(ctx, "the live "+l.Name, p.kind(kind), l.Sum, &l.publication); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// byUse orders live files so that of those of one kind the one comes last that
// has today's name, else the one that was sent last: a file that was renamed
// stays live under its old name.
func (p *Publisher) byUse(a, b *liveFile) int {
	current := func(l *liveFile) int {
		if slices.ContainsFunc(p.Rules.Files, func(f FileRule) bool { return f.Name == l.Name }) {
			return 1
		}
		return 0
	}
	return cmp.Or(current(a)-current(b), a.SentAt.Compare(b.SentAt), cmp.Compare(a.Name, b.Name))
}

func (l *liveFile) kind() string {
	i := slices.IndexFunc(l.publication.Files, func(f schema.File) bool { return f.Name == l.Name })
	return l.publication.Files[i].Kind
}

func (p *Publisher) snapshotSide(ctx context.Context, s *Side) (map[string]version, error) {
	built, err := p.Build(ctx, *s.Snapshot)
	if err != nil {
		return nil, err
	}
	s.Snapshot = &schema.Ref{Number: built.Snapshot.Number}
	return p.versions(built), nil
}

// versions returns what was built under the publisher's rules, by kind.
func (p *Publisher) versions(built *Built) map[string]version {
	files := map[string]version{}
	for i := range built.Files {
		f := &built.Files[i]
		files[f.Rule.Kind] = version{called: f.Rule.Name, kind: p.kind(f.Rule.Kind), content: &f.Content, roster: &built.Roster,
			rules: &p.Rules, settings: &built.Snapshot.Settings, snapshot: built.Snapshot.Number}
	}
	return files
}

// dirSide reads the enabled files that are in a folder.
func (p *Publisher) dirSide(dir string) (map[string]version, error) {
	files := map[string]version{}
	for _, rule := range p.Rules.Files {
		kind := p.kind(rule.Kind)
		path := filepath.Join(dir, rule.Name)
		if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
			continue
		}
		content, err := readForeign(dir, rule, kind.Header(p.Rules))
		if err != nil {
			return nil, err
		}
		files[rule.Kind] = version{called: path, kind: kind, content: &content}
	}
	if len(files) == 0 {
		return nil, schema.NewFault(schema.Config, fmt.Errorf("none of the files is in %s", dir),
			"name a folder with files called as in files.*.name of the configuration")
	}
	return files, nil
}

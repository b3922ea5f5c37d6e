package diff

import (
	"context"
	"errors"
	"io"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// version is a file as it was, is, or would be at SchooLinks, and what made it.
type version struct {
	called   string // for people: the live gpa.csv
	kind     files.Kind
	content  *schema.Content // nil when there is no such file
	roster   *schema.Content // nil when it is not known who was in the snapshot
	rules    *files.Rules    // nil when it is not known what made the file
	settings schema.Settings // the extract settings of the snapshot
	snapshot int64           // 0 when there was none, or it is not known

	foreign bool     // whether another program wrote it, in a folder
	notes   []string // what a person should know about it then
}

// rulesFor returns rules when they are known, and today's otherwise: adopted files
// are read as if today's rules had made them.
func (d *Differ) rulesFor(known *files.Rules) files.Rules {
	if known != nil {
		return *known
	}
	return d.Rules
}

func (d *Differ) header(v version) []string {
	rules := d.rulesFor(v.rules)
	return v.kind.Header(rules)
}

// kept returns a file of a publication as the store has it.
func (d *Differ) kept(
	ctx context.Context, called, kind string, sum schema.Sum, of *schema.Publication,
) (v version, err error) {
	v = version{
		called:   called,
		settings: of.Settings,
		snapshot: of.Snapshot,
	}
	v.kind, err = files.Find(d.Kinds, kind)
	if err != nil {
		return v, err
	}
	v.rules, err = files.RulesOf(of)
	if err != nil {
		return v, err
	}

	content, err := d.Publications.Content(ctx, sum)
	if err != nil {
		return v, err
	}
	v.content = &content

	if of.Snapshot == 0 { // adopted before there was any: it is not known who was there
		return v, nil
	}
	roster, err := d.Publications.Content(ctx, of.Roster)
	v.roster = &roster
	return v, err
}

// pairRows visits every row of two versions of a file once, with where its
// student was and is. twice is told about rows whose key their file already has;
// it may be nil.
func (d *Differ) pairRows(before, after version, visit func(*row) error, twice func([]string, bool)) error {
	var in inputs
	defer in.close()
	old := in.read(before.content, before.called, d.header(before))
	now := in.read(after.content, after.called, d.header(after))
	then := in.roster(before)
	today := in.roster(after)
	if in.err != nil {
		return in.err
	}

	p := pairing{kind: after.kind, twice: twice}
	p.visit = func(r *row) error {
		r.was, r.stayed = then.Find(r.number)
		r.is, r.stays = today.Find(r.number)
		return visit(r)
	}
	err := p.files(old, now)
	return errors.Join(err, then.Err(), today.Err())
}

// inputs are contents that are being read, and the first error.
type inputs struct {
	open []io.Closer
	err  error
}

// read starts reading a content. A nil content has no rows.
func (in *inputs) read(content *schema.Content, name string, header []string) *files.Reader {
	if content == nil || in.err != nil {
		return &files.Reader{}
	}

	r, err := files.Open(*content)
	if err != nil {
		in.err = err
		return &files.Reader{}
	}
	in.open = append(in.open, r)

	reader, err := files.NewReader(name, r, header)
	in.err = err
	return reader
}

// roster starts reading who was in the snapshot of a version.
func (in *inputs) roster(of version) *files.Roster {
	name := "the roster of " + of.called
	r := in.read(of.roster, name, files.RosterHeader)
	return files.NewRoster(r)
}

func (in *inputs) close() {
	for _, c := range in.open {
		c.Close() // of memory: it cannot fail
	}
}

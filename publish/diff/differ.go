// Package diff compares two sets of files, row by row, and says why each row
// changed. A Side names what is compared: what is live, a publication, what
// today's rules make from a snapshot, a folder. A Differ prepares a Diff of two
// sides (diff.go), finds the versions of their files (side.go, version.go),
// pairs their rows (rows.go), counts them (tally.go) and explains them
// (explain.go). Timeline does the same for one student through all nights.
//
// It reads snapshots and publications. It knows nothing about deliveries, and
// sends nothing.
package diff

import (
	"context"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Differ compares files.
type Differ struct {
	files.Builder
	Students     Students
	Publications Publications
	Measurers    []guard.Measurer // what the guard wants measured of each column
	Destination  string           // user@host:port/directory; "" when nothing live is asked for
}

// Students reads what snapshots say of some students.
type Students interface {
	// StudentsNumbered returns the students of a snapshot who have one of the
	// numbers. It returns none when the snapshot is gone.
	StudentsNumbered(ctx context.Context, snapshot int64, numbers []string) ([]schema.Student, error)

	// LeaversBetween returns the leavers of the snapshots after first, up to and
	// including last, oldest first.
	LeaversBetween(ctx context.Context, first, last int64) ([]schema.Leaver, error)

	// Sightings returns every snapshot, oldest first, with its students who have
	// the number.
	Sightings(ctx context.Context, number string) ([]schema.Sighting, error)

	// NumberLengths returns the least and the most digits of the student numbers
	// in a snapshot; 0 when it has none.
	NumberLengths(ctx context.Context, snapshot int64) (least, most int, err error)
}

// Publications reads publications, with their bytes.
type Publications interface {
	// Live returns, for each name, the file of the newest publication that was
	// released for it, or that is approved and waits: of the publications before
	// one, or of all when that is 0. A name has none when a person discarded the
	// newest and it is not known whether it was sent.
	Live(ctx context.Context, destination string, before int64) ([]schema.Live, error)

	Content(context.Context, schema.Sum) (schema.Content, error)
	Publication(ctx context.Context, number int64) (schema.Publication, error)

	// Publications returns all of them, newest first, without tallies.
	Publications(context.Context) ([]schema.Publication, error)

	// Fates says what became of the publications for a destination, by number.
	Fates(ctx context.Context, destination string) (map[int64]schema.Fate, error)
}

// Options say which rows a Diff shows, and how.
type Options struct {
	Filter Filter
	Names  bool // add students' names, where the snapshots have them
}

// Filter lets only some rows pass. A field that is "" lets all pass.
type Filter struct{ Tag, School, Grade string }

func (f Filter) passes(kind files.Kind, r *row) bool {
	return f.passesTag(kind, r) &&
		passesEither(f.School, r.was.School, r.is.School) &&
		passesEither(f.Grade, r.was.Grade, r.is.Grade)
}

func (f Filter) passesTag(kind files.Kind, r *row) bool {
	if f.Tag == "" {
		return true
	}
	keyed := kind.Key != 0
	return keyed && r.field(kind.Key) == f.Tag
}

// passesEither reports whether a field that is wanted is what it was, or is now.
func passesEither(wanted, was, is string) bool {
	return wanted == "" || wanted == was || wanted == is
}

// LiveFile is what a file is compared with, and the publication that it is of.
type LiveFile struct {
	schema.Live
	Publication schema.Publication

	Unlike string // why Tally could not compare with it; "" when it could
}

// kind returns the name of the file's kind.
func (l *LiveFile) kind() string {
	for _, f := range l.Publication.Files {
		if f.Name == l.Name {
			return f.Kind
		}
	}
	return ""
}

// Live returns the live files by name.
func (d *Differ) Live(ctx context.Context) (map[string]*LiveFile, error) {
	return d.LiveBefore(ctx, 0)
}

// LiveBefore returns what was or would be live, by name, without a publication and
// those after it; 0 leaves none out.
func (d *Differ) LiveBefore(ctx context.Context, publication int64) (map[string]*LiveFile, error) {
	list, err := d.Publications.Live(ctx, d.Destination, publication)
	if err != nil {
		return nil, err
	}

	live := map[string]*LiveFile{}
	for _, l := range list {
		publication, err := d.Publications.Publication(ctx, l.Publication)
		if err != nil {
			return nil, err
		}
		live[l.Name] = &LiveFile{
			Live:        l,
			Publication: publication,
		}
	}
	return live, nil
}

// Kept returns the files of a publication, by name, byte for byte as they were
// planned.
func (d *Differ) Kept(ctx context.Context, number int64) ([]files.BuiltFile, error) {
	publication, err := d.Publications.Publication(ctx, number)
	if err != nil {
		return nil, err
	}

	var kept []files.BuiltFile
	for _, f := range publication.Files {
		content, err := d.Publications.Content(ctx, f.Sum)
		if err != nil {
			return nil, err
		}
		rule := files.FileRule{Kind: f.Kind, Name: f.Name}
		kept = append(kept, files.BuiltFile{
			Rule:    rule,
			Content: content,
		})
	}
	return kept, nil
}

package report

import (
	"cmp"
	"context"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// A page lists at most valuesShown changes of values (GPAs, attendance) and
// rowsShown other rows of a file. A browser is slow with more of them, and they
// are all in memory.
const (
	valuesShown = 1000
	rowsShown   = 20_000
)

// page is what the template shows.
type page struct {
	*Report
	Files []pageFile
}

// pageFile is a file with its rows, in groups that can be folded.
type pageFile struct {
	FileChanges
	Title    string
	Groups   []*rowGroup
	Twice    []pageDuplicate
	Unlisted string // how many rows are not listed
}

// rowGroup is rows that one cause changed: those of a tag, or of a whole file
// that has no tags.
type rowGroup struct {
	Cause     diff.Cause
	Tag       string
	HasNames  bool // of students
	HasValues bool
	Rows      []pageRow
}

// Long reports whether a group is better folded.
func (g *rowGroup) Long() bool { return len(g.Rows) > 100 }

// pageRow is one row of a group, as it is shown.
type pageRow struct {
	Effect                                      effect
	Number, Name, School, Grade, Values, Reason string
}

var effectClasses = map[effect]string{rowAdded: "plus", rowRemoved: "minus", rowChanged: "tilde"}

// Class is the style of the row's effect.
func (r pageRow) Class() string { return effectClasses[r.Effect] }

// pageDuplicate is a row whose student and tag its file already has.
type pageDuplicate struct{ Number, Tag, Side string }

// page reads the rows. Tags come first: they are what is read most.
func (r *Report) page(ctx context.Context) (*page, error) {
	collectors := map[string]*rowCollector{}
	for _, f := range r.Files {
		collectors[f.File] = &rowCollector{
			report: r,
			byKey:  map[groupKey]*rowGroup{},
		}
	}

	err := r.changes(ctx, func(c diff.Change) error {
		collectors[c.File].add(c)
		return nil
	})
	if err != nil {
		return nil, err
	}

	p := &page{Report: r}
	for _, f := range r.Files {
		file := r.pageFile(f, collectors[f.File])
		p.Files = append(p.Files, file)
	}

	slices.SortStableFunc(p.Files, func(a, b pageFile) int {
		return rank(a) - rank(b)
	})
	return p, nil
}

// rank puts the files that have tags first.
func rank(f pageFile) int {
	if f.keyed {
		return 0
	}
	return 1
}

func (r *Report) pageFile(f FileChanges, collected *rowCollector) pageFile {
	file := pageFile{
		FileChanges: f,
		Title:       f.title,
		Groups:      collected.sorted(),
	}
	if collected.unlisted > 0 {
		file.Unlisted = unlisted(f.File, collected.unlisted)
	}

	for _, d := range f.twice {
		file.Twice = append(file.Twice, pageDuplicate{
			Number: schema.Visible(d.Number),
			Tag:    schema.Visible(d.Tag),
			Side:   schema.Visible(r.side(d)),
		})
	}
	return file
}

// rowCollector collects the rows of one file in groups.
type rowCollector struct {
	report   *Report
	groups   []*rowGroup
	byKey    map[groupKey]*rowGroup
	values   int // listed
	others   int // listed
	unlisted int64
}

type groupKey struct {
	cause diff.Cause
	tag   string
}

func (rc *rowCollector) add(c diff.Change) {
	if !rc.hasRoom(c) {
		rc.unlisted++
		return
	}

	key := groupKey{c.Cause, c.Tag}
	group := rc.byKey[key]
	if group == nil {
		group = &rowGroup{
			Cause: c.Cause,
			Tag:   schema.Visible(c.Tag),
		}
		rc.byKey[key] = group
		rc.groups = append(rc.groups, group)
	}

	row := pageRow{
		Effect: effectOf(c),
		Number: schema.Visible(c.Number),
		Name:   name(c),
		School: schema.Visible(rc.report.numberAndName(c.School)),
		Grade:  schema.Visible(c.Grade),
		Values: move(c),
		Reason: schema.Visible(c.Reason.Says),
	}
	group.HasNames = group.HasNames || row.Name != ""
	group.HasValues = group.HasValues || row.Values != ""
	group.Rows = append(group.Rows, row)
}

// hasRoom reports whether the page lists one more row like this one, and counts
// it.
func (rc *rowCollector) hasRoom(c diff.Change) bool {
	count := &rc.values
	most := valuesShown
	if rc.report.listed(c) {
		count = &rc.others
		most = rowsShown
	}

	if *count == most {
		return false
	}
	*count++
	return true
}

// sorted returns the groups: those by data before those by rules, then by tag.
func (rc *rowCollector) sorted() []*rowGroup {
	slices.SortStableFunc(rc.groups, func(a, b *rowGroup) int {
		if order := cmp.Compare(a.Cause, b.Cause); order != 0 {
			return order
		}
		return schema.CompareNumbers(a.Tag, b.Tag)
	})
	return rc.groups
}

package report

import (
	"cmp"
	"context"
	_ "embed"
	"html/template"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

//go:embed html.tmpl
var htmlText string

var htmlTemplate = template.Must(template.New("report").Funcs(template.FuncMap{
	"visible":  visible,
	"day":      func(t time.Time) string { return t.Format("2 January 2006, 15:04 MST") },
	"cause":    func(c publish.Cause) string { return causeTexts[c] },
	"sentence": sentence,
	"said":     said,
	"file":     func(kind string) string { return fileTitles[kind] },
	"by":       func(by schema.TallyBy) string { return string(by) },
	"title":    func(word string) string { return strings.ToUpper(word[:1]) + word[1:] },
	"known":    func(value string) string { return cmp.Or(value, "not known") },
	"note":     func() string { return sharedNote },
	"draw":     draw,
}).Parse(htmlText))

var fileTitles = map[string]string{"tags": "Tags", "gpa": "Grade point averages", "attendance": "Attendance"}

// A page lists so many changes of GPAs or of attendance, and so many other rows
// of a file: with more no browser is of use, and no memory is large enough.
const (
	valuesShown = 1000
	rowsShown   = 20_000
)

// WriteHTML writes a report as one page that needs nothing else: no script, no
// other file, nothing from a network. What is listed is in memory while it is
// written; further rows are only counted.
func WriteHTML(ctx context.Context, w io.Writer, r *Report) error {
	page, err := r.page(ctx)
	if err != nil {
		return err
	}
	return htmlTemplate.Execute(w, page)
}

// page is what the template shows.
type page struct {
	*Report
	Files []htmlFile
}

// htmlFile is a file with its rows, in groups that can be folded.
type htmlFile struct {
	FileChanges
	Groups   []*group
	Twice    []twice
	Unlisted string // how many rows are not listed
}

// group is rows that one cause changed: those of a tag, or of a file without.
type group struct {
	Cause  publish.Cause
	Tag    string
	Names  bool
	Values bool
	Rows   []row
}

// Long reports whether a group is better folded.
func (g *group) Long() bool { return len(g.Rows) > 100 }

// row is one row of a group, as it is shown.
type row struct{ Change, Number, Name, School, Grade, Values, Reason string }

// Class is how the row's change is coloured.
func (r row) Class() string {
	return map[string]string{"added": "plus", "removed": "minus", "changed": "tilde"}[r.Change]
}

// twice is a row that its file has already.
type twice struct{ Number, Tag, Side string }

// page reads the rows. Tags come first: they are what is read most.
func (r *Report) page(ctx context.Context) (*page, error) {
	p := &page{Report: r}
	groups := map[string]*grouping{}
	for _, f := range r.Files {
		groups[f.File] = &grouping{Report: r, of: map[string]*group{}}
	}
	err := r.changes(ctx, func(c publish.Change) error {
		groups[c.File].add(c)
		return nil
	})
	for _, f := range r.Files {
		g := groups[f.File]
		slices.SortStableFunc(g.list, func(a, b *group) int {
			return cmp.Or(cmp.Compare(a.Cause, b.Cause), schema.CompareNumbers(a.Tag, b.Tag)) // data, then rules
		})
		file := htmlFile{FileChanges: f, Groups: g.list}
		if g.unlisted > 0 {
			file.Unlisted = unlisted(f.File, g.unlisted)
		}
		for _, d := range f.twice {
			side := map[bool]string{false: r.From, true: r.To}[d.After]
			file.Twice = append(file.Twice, twice{visible(d.Number), visible(d.Tag), visible(side)})
		}
		p.Files = append(p.Files, file)
	}
	slices.SortStableFunc(p.Files, func(a, b htmlFile) int { return rank(a) - rank(b) })
	return p, err
}

func rank(f htmlFile) int {
	if f.File == "tags" {
		return 0
	}
	return 1
}

// grouping sorts the rows of one file into groups.
type grouping struct {
	*Report
	list     []*group
	of       map[string]*group
	values   int // listed, and other rows
	others   int
	unlisted int64
}

func (g *grouping) add(c publish.Change) {
	n, most := &g.values, valuesShown
	if g.listed(c) {
		n, most = &g.others, rowsShown
	}
	if *n == most {
		g.unlisted++
		return
	}
	*n++
	key := string(c.Cause) + " " + c.Tag
	if g.of[key] == nil {
		g.of[key] = &group{Cause: c.Cause, Tag: visible(c.Tag)}
		g.list = append(g.list, g.of[key])
	}
	school := strings.TrimSpace(c.School + " " + g.school(c.School))
	r := row{kindOf(c), visible(c.Number), name(c), visible(school), visible(c.Grade), move(c), visible(c.Reason.Says)}
	to := g.of[key]
	to.Names, to.Values = to.Names || r.Name != "", to.Values || r.Values != ""
	to.Rows = append(to.Rows, r)
}

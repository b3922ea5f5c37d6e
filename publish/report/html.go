package report

import (
	"cmp"
	"context"
	_ "embed"
	"html/template"
	"io"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

//go:embed html.tmpl
var htmlText string

var htmlTemplate = template.Must(template.New("report").Funcs(template.FuncMap{
	"visible":  visible,
	"day":      func(t time.Time) string { return t.Format("2 January 2006, 15:04 MST") },
	"cause":    func(c diff.Cause) string { return causeTexts[c] },
	"sentence": sentence,
	"said":     said,
	"by":       func(by schema.TallyBy) string { return string(by) },
	"capital":  func(word string) string { return strings.ToUpper(word[:1]) + word[1:] },
	"known":    func(value string) string { return cmp.Or(value, "not known") },
	"note":     func() string { return sharedNote },
	"draw":     draw,
}).Parse(htmlText))

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

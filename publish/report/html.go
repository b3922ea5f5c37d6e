package report

import (
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
	"visible":  schema.Visible,
	"day":      func(t time.Time) string { return t.Format("2 January 2006, 15:04 MST") },
	"cause":    func(c diff.Cause) string { return causeTexts[c] },
	"sentence": sentence,
	"said":     said,
	"by":       func(by schema.TallyBy) string { return string(by) },
	"capital":  capital,
	"known":    known,
	"note":     func() string { return sharedNote },
	"draw":     draw,
}).Parse(htmlText))

// capital writes a word with a capital letter.
func capital(word string) string {
	return strings.ToUpper(word[:1]) + word[1:]
}

// known writes a value: "not known" when there is none.
func known(value string) string {
	if value == "" {
		return "not known"
	}
	return value
}

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

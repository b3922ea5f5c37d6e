package report

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
)

var update = flag.Bool("update", false, "write what is got as what is wanted")

// TestGolden holds every format, for the office and for outside, against the
// files in testdata.
func TestGolden(t *testing.T) {
	ctx := t.Context()
	for format, write := range map[string]func(*bytes.Buffer, *Report) error{
		"txt":   func(b *bytes.Buffer, r *Report) error { return WriteText(ctx, b, r, false) },
		"color": func(b *bytes.Buffer, r *Report) error { return WriteText(ctx, b, r, true) },
		"json":  func(b *bytes.Buffer, r *Report) error { return WriteJSON(ctx, b, r) },
		"csv":   func(b *bytes.Buffer, r *Report) error { return WriteCSV(ctx, b, r) },
		"html":  func(b *bytes.Buffer, r *Report) error { return WriteHTML(ctx, b, r) },
	} {
		for which, share := range map[string]bool{"whole": false, "shared": true} {
			var got bytes.Buffer
			if err := write(&got, sample(share)); err != nil {
				t.Fatalf("%s.%s: %v", which, format, err)
			}
			golden(t, which+"."+format, withoutStyle(got.Bytes()))

			if format == "json" && !json.Valid(got.Bytes()) {
				t.Errorf("%s.json is not valid JSON", which)
			}
		}
	}
}

// golden compares bytes with a file in testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}

	want, err := os.ReadFile(path)
	if diff := cmp.Diff(string(want), string(got)); err != nil || diff != "" {
		t.Errorf("%s: %v (-want +got)\n%s", path, err, diff)
	}
}

// withoutStyle returns a page without its style, which is a matter of taste.
func withoutStyle(page []byte) []byte {
	begin, end := bytes.Index(page, []byte("<style>")), bytes.Index(page, []byte("</style>"))
	if begin < 0 {
		return page
	}
	return slices.Concat(page[:begin], page[end:])
}

// TestRowsAreCapped proves that a page lists so many changes of values, and
// many more rows of a tag, and counts the others.
func TestRowsAreCapped(t *testing.T) {
	r := sample(false)
	r.rows = func(_ context.Context, visit func(diff.Change) error) error {
		return errors.Join(
			repeat(valuesShown+7, diff.Change{File: "gpa"}, visit),
			repeat(rowsShown+3, diff.Change{File: "tags", Tag: "EL"}, visit),
		)
	}

	p, err := r.page(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		rows     int
		unlisted string
	}{
		{rowsShown, "rows of tags that are not listed here: 3 (--format csv has them)"},
		{valuesShown, "rows of gpa that are not listed here: 7 (--format csv has them)"},
	} {
		file := p.Files[i]
		if n := len(file.Groups[0].Rows); n != want.rows || file.Unlisted != want.unlisted {
			t.Errorf("%s: got %d rows, %q, want %d, %q", file.File, n, file.Unlisted, want.rows, want.unlisted)
		}
	}
}

// repeat visits a row that changed, again and again.
func repeat(times int, c diff.Change, visit func(diff.Change) error) error {
	c.Cause, c.Before, c.After = diff.ByData, []string{"1"}, []string{"2"}
	for range times {
		if err := visit(c); err != nil {
			return err
		}
	}
	return nil
}

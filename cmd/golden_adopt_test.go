package cmd_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest"
)

// TestAdoptTheScriptsFiles: what adopt says of the files that the script made is what
// a comparison of lines says, under the script's settings and under the district's.
func TestAdoptTheScriptsFiles(t *testing.T) {
	script, err := os.ReadFile("../examples/d118-script.yaml")
	if err != nil {
		t.Fatal(err)
	}

	p := newPlace(t)
	dir := filepath.Join(powerschooltest.Golden(t, p.env["powerschool_url"], "small"), "ref")
	dir, err = filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}

	p.configure(string(script))
	p.run(0, "extract", "run")
	p.run(0, "publish", "build", "--to", "script")
	p.configure("csv: {quote: minimal}")
	p.run(0, "publish", "build", "--to", "district")
	p.run(0, "publish", "adopt", dir, "--format", "json", "-o", "adopted.json")

	for _, c := range p.comparisons("adopted.json") {
		adopted := readRows(t, filepath.Join(dir, c.Name()))
		made := readRows(t, filepath.Join(p.dir, c.Rules, c.Name()))
		same := 0
		for student, rows := range adopted.of {
			same += inBoth(rows, made.of[student], c.File == "tags")
		}

		gotAdopted := c.Same + c.Changed + c.OnlyAdopted
		gotMade := c.Same + c.Changed + c.OnlyMade
		if c.Same != same || gotAdopted != adopted.count() || gotMade != made.count() {
			t.Errorf("got %+v, want %d of %d and of %d rows the same", c, same, adopted.count(), made.count())
		}
		if c.Rules == "script" && c.Same < adopted.count()*9/10 {
			t.Errorf("got %+v, want nearly all rows the same: the script's defects are few", c)
		}
	}
}

// comparison is one of those that adopt shows.
type comparison struct {
	File        string `json:"file"`
	Rules       string `json:"rules"`
	Same        int    `json:"same"`
	Changed     int    `json:"changed"`
	OnlyAdopted int    `json:"only_adopted"`
	OnlyMade    int    `json:"only_made"`
}

func (c comparison) Name() string {
	i := slices.Index([]string{"attendance", "gpa", "tags"}, c.File)
	return goldenFiles[i]
}

// comparisons reads what adopt wrote about each file, under both settings.
func (p *place) comparisons(name string) []comparison {
	p.Helper()
	text, err := os.ReadFile(filepath.Join(p.dir, name))
	if err != nil {
		p.Fatal(err)
	}

	var adopted struct {
		Comparisons []comparison `json:"comparisons"`
	}
	if err := json.Unmarshal(text, &adopted); err != nil {
		p.Fatal(err)
	}
	if len(adopted.Comparisons) != 2*len(goldenFiles) {
		p.Fatalf("got %+v, want every file under both settings", adopted.Comparisons)
	}
	return adopted.Comparisons
}

func (r *rows) count() (n int) {
	for _, rows := range r.of {
		n += len(rows)
	}
	return n
}

// inBoth counts the rows of a student that two files have in common, in any order
// or in their places.
func inBoth(a, b []string, inAnyOrder bool) (n int) {
	left := slices.Clone(b)
	for i, row := range a {
		inPlace := i < len(b) && b[i] == row
		at := slices.Index(left, row)
		if inPlace || inAnyOrder && at >= 0 {
			left = slices.Delete(left, at, at+1)
			n++
		}
	}
	return n
}

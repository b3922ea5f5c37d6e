package diff

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// differ has today's rules, and what the guard wants measured.
func differ() *Differ {
	return &Differ{Builder: files.Builder{Rules: rules}, Measurers: guard.New().Measurers()}
}

// tallied counts one row of a student who was there before.
func tallied(kind files.Kind, place files.Place, before, after []string, stays bool) []schema.Tally {
	tallies := differ().newTallies(kind, nil, nil)
	tallies.add(&row{
		number: "9",
		before: before,
		after:  after,
		was:    place,
		is:     place,
		stayed: true,
		stays:  stays,
	})
	return tallies.list()
}

// counts writes tallies by what they count: "tag IEP" is "0→1 +1 lost 0 left 0
// ~0".
func counts(tallies []schema.Tally) map[string]string {
	counts := map[string]string{}
	for _, x := range tallies {
		name := strings.TrimSpace(string(x.By) + " " + x.Value + " " + x.School)
		rows := fmt.Sprintf("%d→%d", x.Before, x.Rows)
		counts[name] = fmt.Sprintf("%s +%d lost %d left %d ~%d", rows, x.Added, x.Lost, x.Left, x.Changed)
	}
	return counts
}

func TestTallies(t *testing.T) {
	const (
		added   = "0→1 +1 lost 0 left 0 ~0"
		lost    = "1→0 +0 lost 1 left 0 ~0"
		left    = "1→0 +0 lost 0 left 1 ~0"
		same    = "1→1 +0 lost 0 left 0 ~0"
		changed = "1→1 +0 lost 0 left 0 ~1"
	)
	everywhere := func(count string) map[string]string {
		return map[string]string{
			"file":                  count,
			"school 101":            count,
			"grade 9":               count,
			"tag IEP":               count,
			"tag_in_school IEP 101": count,
		}
	}
	blanked := map[string]string{
		"file":       changed,
		"school 101": changed,
		"grade 9":    changed,
		"column a":   same,
		"column b":   lost,
	}
	place := files.Place{School: "101", Grade: "9"}
	iep := []string{"9", "IEP"}
	both, one := []string{"9", "3.0", "4.0"}, []string{"9", "3.0", ""}

	for _, test := range []struct {
		name          string
		kind          files.Kind
		before, after []string
		stays         bool
		want          map[string]string
	}{
		{"tag added", tagsLike, nil, iep, true, everywhere(added)},
		{"tag lost", tagsLike, iep, nil, true, everywhere(lost)},
		{"student left", tagsLike, iep, nil, false, everywhere(left)},
		{"value blanked", gpaLike, both, one, true, blanked},
	} {
		got := counts(tallied(test.kind, place, test.before, test.after, test.stays))
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestTalliesOfMoves: a student who moves takes their rows along, so the school
// they came from had the rows before, and has not lost them.
func TestTalliesOfMoves(t *testing.T) {
	tallies := differ().newTallies(tagsLike, nil, nil)
	iep := []string{"9", "IEP"}
	tallies.add(&row{
		number: "9",
		before: iep,
		after:  iep,
		was:    files.Place{School: "101"},
		is:     files.Place{School: "102"},
		stayed: true,
		stays:  true,
	})

	for _, x := range tallies.list() {
		if x.By != schema.BySchool {
			continue
		}

		want := schema.Tally{File: "tags", By: schema.BySchool, Value: x.Value}
		if x.Value == "101" {
			want.Before = 1
		} else {
			want.Rows = 1
		}
		if diff := cmp.Diff(want, x); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// figuresOf returns what the limits measure of the columns.
func figuresOf(tallies []schema.Tally) (columns []map[string]float64) {
	for _, x := range tallies {
		if x.By == schema.ByColumn {
			columns = append(columns, x.Figures)
		}
	}
	return columns
}

// TestFigures: what limits measure of a column is in its tally, and zeros are
// left out.
func TestFigures(t *testing.T) {
	was, is := []string{"9", "3.0", "3.0"}, []string{"9", "2.0", "3.0"}
	got := figuresOf(tallied(gpaLike, files.Place{}, was, is, true))
	if diff := cmp.Diff([]map[string]float64{{"moved": 1}, nil}, got); diff != "" {
		t.Errorf("GPA (-want +got):\n%s", diff)
	}

	was, is = []string{"9", "0.5"}, []string{"9", "1.0"}
	got = figuresOf(tallied(shareLike, files.Place{Days: "10"}, was, is, true))
	if diff := cmp.Diff([]map[string]float64{{"measured": 1, "shift": 50}}, got); diff != "" {
		t.Errorf("attendance (-want +got):\n%s", diff)
	}
}

// content makes a content of a header and rows.
func content(t *testing.T, header []string, rows []string) *schema.Content {
	t.Helper()
	c := files.NewContent(files.QuoteMinimal, header)
	for _, r := range rows {
		c.Add(strings.Split(r, ",")...)
	}

	made, err := c.Finish()
	if err != nil {
		t.Fatal(err)
	}
	return &made
}

// tally counts what differs between two versions.
func tally(t testing.TB, before, after version) []schema.Tally {
	t.Helper()
	d := differ()
	tallies := d.newTallies(after.kind, before.rules, after.rules)
	count := func(r *row) error {
		tallies.add(r)
		return nil
	}

	if err := d.pairRows(before, after, count, nil); err != nil {
		t.Fatal(err)
	}
	return tallies.list()
}

// TestNoRowTakenAwayLetsItPass makes random files, and takes rows away one by
// one: a publication that is held stays held, whatever limit it exceeds.
func TestNoRowTakenAwayLetsItPass(t *testing.T) {
	for seed := range uint64(24) {
		rng := rand.New(rand.NewPCG(seed, 3))
		kind := []files.Kind{tagsLike, gpaLike, shareLike}[seed%3]
		before, after, old, now := randomNight(kind, rng)
		was := version{
			kind:    kind,
			rules:   &rules,
			content: content(t, kind.Header(rules), before),
			roster:  content(t, files.RosterHeader, old),
		}
		is := version{kind: kind, rules: &rules, roster: content(t, files.RosterHeader, now)}

		held := false
		for range 25 {
			is.content = content(t, kind.Header(rules), after)
			trips, _ := guard.New().Judge(guard.Case{Tallies: tally(t, was, is)})
			if held && len(trips) == 0 {
				t.Fatalf("seed %d: it passes with %d rows, and was held with one more", seed, len(after))
			}
			held = len(trips) > 0

			if len(after) == 0 {
				break
			}
			i := rng.IntN(len(after))
			after = slices.Delete(after, i, i+1)
		}
	}
}

// randomNight returns a file and its roster before and after a night.
func randomNight(kind files.Kind, rng *rand.Rand) (before, after, old, now []string) {
	change := []float64{0.02, 0.1, 0.4}[rng.IntN(3)]
	for n := int64(200); n > 0; n-- {
		place := fmt.Sprintf("%d,%d,9,%d", n, 17+rng.IntN(3), 5+rng.IntN(20))
		old = append(old, place)
		stays := rng.Float64() > change/4
		if stays {
			now = append(now, place)
		}

		for _, r := range randomRows(kind, n, rng) {
			before = append(before, r)
			switch {
			case !stays || rng.Float64() < change/4:
			case rng.Float64() < change:
				after = append(after, randomRows(kind, n, rng)[:1]...)
			default:
				after = append(after, r)
			}
		}
	}
	return before, slices.Compact(after), old, now
}

// randomRows returns the rows of student n: one for most kinds.
func randomRows(kind files.Kind, n int64, rng *rand.Rand) (rows []string) {
	number := strconv.FormatInt(n, 10)
	switch kind.Name {
	case "tags":
		for _, tag := range []string{"IEP", "504"} {
			if rng.IntN(2) == 0 || tag == "IEP" {
				rows = append(rows, number+","+tag)
			}
		}
		return rows
	case "gpa":
		simple, weighted := 2+2*rng.Float64(), 2+2*rng.Float64()
		return []string{fmt.Sprintf("%s,%.2f,%.2f", number, simple, weighted)}
	default:
		share := 0.8 + 0.2*rng.Float64()
		return []string{fmt.Sprintf("%s,%.3f", number, share)}
	}
}

// BenchmarkDiff compares two files of a million rows, one in twenty changed,
// reading and proving the kept bytes included.
func BenchmarkDiff(b *testing.B) {
	const students = 400_000
	kind := files.Kind{
		Name:    "tags",
		Key:     1,
		Columns: []files.Column{{Header: "name"}, {Header: "detailed_name"}, {Header: "description"}},
	}
	before := benchmarkVersion(b, kind, students, 1)
	after := benchmarkVersion(b, kind, students, 2)

	b.ReportAllocs()
	for b.Loop() {
		all := tally(b, before, after)[0]
		if all.Lost != students/20 || all.Added != students/20 {
			b.Fatalf("got %+v, want one in twenty lost and added", all)
		}
	}
	b.ReportMetric(float64(before.content.Rows), "rows")
}

// benchmarkVersion is a district's tags. One of every twenty students does not
// have a 504; change says which one.
func benchmarkVersion(b *testing.B, kind files.Kind, students, change int) version {
	tags := files.NewContent(files.QuoteAll, kind.Header(rules))
	roster := files.NewContent(files.QuoteMinimal, files.RosterHeader)
	for n := students; n > 0; n-- {
		number := strconv.Itoa(1_000_000 + n)
		roster.Add(number, strconv.Itoa(n%40), strconv.Itoa(n%13), "120")

		tags.Add(number, "IEP", "Individualized Education Plan", "Student with IDEA Services")
		if n%20 != change {
			tags.Add(number, "504", "Section 504", "Student with 504 Accomodation")
		}
		if n%2 == 0 {
			tags.Add(number, "LI", "Low Income", "Low Income/Economically Disadvantaged Family")
		}
	}

	file, err1 := tags.Finish()
	in, err2 := roster.Finish()
	if err := errors.Join(err1, err2); err != nil {
		b.Fatal(err)
	}
	return version{kind: kind, rules: &rules, content: &file, roster: &in}
}

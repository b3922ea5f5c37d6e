package diff

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Kinds whose rows are like those of SchooLinks' files.
var (
	tagsLike = files.Kind{Name: "tags", Key: 1, Columns: []files.Column{{Header: "tag"}}}
	gpaLike  = files.Kind{Name: "gpa", Columns: []files.Column{
		{Header: "a", Measure: schema.GradePoints, Blank: empty},
		{Header: "b", Measure: schema.GradePoints, Blank: empty},
	}}
	shareLike = files.Kind{Name: "attendance", Columns: []files.Column{
		{
			Header:  "a",
			Measure: schema.Share,
			Blank:   func(v string) bool { return v == "0.0" },
			Points:  func(files.Rules) float64 { return 100 },
		},
	}}
)

func empty(value string) bool { return value == "" }

// rules are those that the kinds here need.
var rules = files.Rules{Header: "n"}

// reader reads a file of a kind, with these rows after its header.
func reader(t *testing.T, kind files.Kind, rows ...string) *files.Reader {
	t.Helper()
	header := kind.Header(rules)
	text := strings.Join(header, ",") + "\n"
	for _, r := range rows {
		text += r + "\n"
	}

	c, err := files.NewReader("test.csv", strings.NewReader(text), header)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// changes pairs rows, and returns those that differ: +after, -before or
// before>after.
func changes(t *testing.T, kind files.Kind, before, after []string) (list []string) {
	t.Helper()
	p := pairing{kind: kind, visit: func(r *row) error {
		switch {
		case r.before == nil:
			list = append(list, "+"+strings.Join(r.after, ","))
		case r.after == nil:
			list = append(list, "-"+strings.Join(r.before, ","))
		case !r.same():
			list = append(list, strings.Join(r.before, ",")+">"+strings.Join(r.after, ","))
		}
		return nil
	}}

	if err := p.files(reader(t, kind, before...), reader(t, kind, after...)); err != nil {
		t.Fatal(err)
	}
	return list
}

func TestPairing(t *testing.T) {
	for _, test := range []struct {
		name          string
		kind          files.Kind
		before, after string // rows, with a space between them
		want          string
	}{
		{"same", gpaLike, "9,1,1", "9,1,1", ""},
		{"numeric order", gpaLike, "10,1,1 9,1,1", "100,1,1 9,1,1", "+100,1,1 -10,1,1"},
		{"changed", gpaLike, "9,1,1", "9,1,2", "9,1,1>9,1,2"},
		{"all gone", gpaLike, "9,1,1 8,1,1", "", "-9,1,1 -8,1,1"},
		{"all new", gpaLike, "", "9,1,1", "+9,1,1"},
		{"tags of one student", tagsLike, "9,IEP 9,504", "9,504 9,EL", "+9,EL -9,IEP"},
		{"tags in another order", tagsLike, "9,IEP 9,504", "9,504 9,IEP", ""},
		{"one row twice", tagsLike, "9,IEP 9,IEP", "9,IEP", "-9,IEP"},
	} {
		before, after := strings.Fields(test.before), strings.Fields(test.after)
		got := strings.Join(changes(t, test.kind, before, after), " ")
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// TestPairingMakesAfterOfBefore compares pairing with plain sets on random files.
func TestPairingMakesAfterOfBefore(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	random := func() (rows []string) {
		for n := 60; n > 0; n-- {
			for tag := range 3 {
				if rng.IntN(3) == 0 {
					rows = append(rows, fmt.Sprintf("%d,T%d", n, tag))
				}
			}
		}
		return rows
	}

	for range 200 {
		before, after := random(), random()
		result := setOf(before)
		for _, c := range changes(t, tagsLike, before, after) {
			if c[0] == '+' {
				result[c[1:]] = true
			} else {
				delete(result, c[1:])
			}
		}

		if diff := cmp.Diff(setOf(after), result); diff != "" {
			t.Fatalf("before with its changes is not after (-want +got):\n%s", diff)
		}
	}
}

func setOf(rows []string) map[string]bool {
	set := map[string]bool{}
	for _, r := range rows {
		set[r] = true
	}
	return set
}

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

// Kinds that are like SchooLinks' files, as far as rows go.
var (
	tagsLike = files.Kind{Name: "tags", Key: 1, Columns: []files.Column{{Header: "tag"}}}
	gpaLike  = files.Kind{Name: "gpa", Columns: []files.Column{
		{Header: "a", Measure: schema.GradePoints, Blank: func(v string) bool { return v == "" }},
		{Header: "b", Measure: schema.GradePoints, Blank: func(v string) bool { return v == "" }},
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

// rules are those that the kinds here need.
var rules = files.Rules{Header: "n"}

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
		before, after []string
		want          []string
	}{
		{"same", gpaLike, []string{"9,1,1"}, []string{"9,1,1"}, nil},
		{"numeric order", gpaLike, []string{"10,1,1", "9,1,1"}, []string{"100,1,1", "9,1,1"}, []string{"+100,1,1", "-10,1,1"}},
		{"changed", gpaLike, []string{"9,1,1"}, []string{"9,1,2"}, []string{"9,1,1>9,1,2"}},
		{"all gone", gpaLike, []string{"9,1,1", "8,1,1"}, nil, []string{"-9,1,1", "-8,1,1"}},
		{"all new", gpaLike, nil, []string{"9,1,1"}, []string{"+9,1,1"}},
		{"tags of one student", tagsLike, []string{"9,IEP", "9,504"}, []string{"9,504", "9,EL"}, []string{"+9,EL", "-9,IEP"}},
		{"tags in another order", tagsLike, []string{"9,IEP", "9,504"}, []string{"9,504", "9,IEP"}, nil},
		{"one row twice", tagsLike, []string{"9,IEP", "9,IEP"}, []string{"9,IEP"}, []string{"-9,IEP"}},
	} {
		got := changes(t, test.kind, test.before, test.after)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestPairingMakesAfterOfBefore holds pairing against plain sets on random files.
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
		result := map[string]bool{}
		for _, r := range before {
			result[r] = true
		}
		for _, c := range changes(t, tagsLike, before, after) {
			if c[0] == '+' {
				result[c[1:]] = true
			} else {
				delete(result, c[1:])
			}
		}
		want := map[string]bool{}
		for _, r := range after {
			want[r] = true
		}
		if diff := cmp.Diff(want, result); diff != "" {
			t.Fatalf("before with its changes is not after (-want +got):\n%s", diff)
		}
	}
}

package diff

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var tagsLike = Kind{Name: "tags", Columns: []string{"tag"}, Tag: 1}

var valueLike = Kind{Name: "gpa", Columns: []string{"a", "b"}, Values: []int{1, 2}, Blank: func(v string) bool { return v == "" }}

var shareLike = Kind{Name: "attendance", Columns: []string{"a"}, Values: []int{1}, Blank: func(v string) bool { return v == "0.0" },
	Points: func(Rules) float64 { return 100 }}

func reader(t *testing.T, kind Kind, rows ...string) *csvReader {
	t.Helper()
	header := kind.Header(Rules{Identifier: "n"})
	text := strings.Join(header, ",") + "\n"
	for _, r := range rows {
		text += r + "\n"
	}
	c, err := readCSV("test.csv", strings.NewReader(text), header)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func changes(t *testing.T, kind Kind, before, after []string) (list []string) {
	t.Helper()
	m := merger{kind: kind, visit: func(c change) {
		switch {
		case c.before == nil:
			list = append(list, "+"+strings.Join(c.after, ","))
		case c.after == nil:
			list = append(list, "-"+strings.Join(c.before, ","))
		case !slices.Equal(c.before, c.after):
			list = append(list, strings.Join(c.before, ",")+">"+strings.Join(c.after, ","))
		}
	}}
	if err := m.merge(reader(t, kind, before...), reader(t, kind, after...)); err != nil {
		t.Fatal(err)
	}
	return list
}

func TestMerge(t *testing.T) {
	for _, test := range []struct {
		name          string
		kind          Kind
		before, after []string
		want          []string
	}{
		{"same", valueLike, []string{"9,1,1"}, []string{"9,1,1"}, nil},
		{"numeric order", valueLike, []string{"10,1,1", "9,1,1"}, []string{"100,1,1", "9,1,1"}, []string{"+100,1,1", "-10,1,1"}},
		{"changed", valueLike, []string{"9,1,1"}, []string{"9,1,2"}, []string{"9,1,1>9,1,2"}},
		{"all gone", valueLike, []string{"9,1,1", "8,1,1"}, nil, []string{"-9,1,1", "-8,1,1"}},
		{"all new", valueLike, nil, []string{"9,1,1"}, []string{"+9,1,1"}},
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

// TestMergeMakesAfterOfBefore holds merge against plain sets on random files.
func TestMergeMakesAfterOfBefore(t *testing.T) {
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

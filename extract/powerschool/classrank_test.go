package powerschool_test

import (
	"slices"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func TestCodeAndAgeOfRanks(t *testing.T) {
	t.Parallel()
	a := readAwkward(t, "ranked")
	url := a.load(t, "classrank", "studentid", 0)
	for i, code := range []string{"", "S1"} {
		q := elsewhere()
		q.GPA = schema.GPA{Source: schema.GPAOfClassRank, Simple: "simple", StoreCode: code, MaxAge: 400}
		students, _ := read(t, open(t, url, q), through)
		for j, s := range students {
			got := []string{dash(string(s.SimpleGPA)), dash(join(s.Findings))}
			want := a.students[j].cells[1+2*i : 3+2*i]
			if !slices.Equal(got, want) {
				t.Errorf("%s, store code %q: got %q, want %q", a.students[j].label, code, got, want)
			}
		}
	}
}

// dash is how the data sets write an empty text.
func dash(text string) string {
	if text == "" {
		return "-"
	}
	return text
}

func TestGPAOfClassRank(t *testing.T) {
	t.Parallel()
	a := readAwkward(t, "classrank")
	url := a.load(t, "classrank", "studentid", 0)
	q := elsewhere()
	q.GPA = schema.GPA{Source: schema.GPAOfClassRank, Simple: "simple", Weighted: "Weighted"}

	s := open(t, url, q)
	if err := s.Check(t.Context()); err != nil {
		t.Fatal(err)
	}

	students, total := read(t, s, through)
	// same-day-same has 4 and 4.0, same-day-differs 3.1 and 3.2.
	if want := int64(len(students) + 2); total.Rows != want {
		t.Errorf("got %d rows, want %d", total.Rows, want)
	}

	a.expect(t, students, 1, func(s schema.Student) []string {
		return []string{
			dash(string(s.SimpleGPA)),
			dash(string(s.WeightedGPA)),
			dash(join(s.Findings)),
		}
	})

	q.GPA.Weighted = ""
	students, _ = read(t, open(t, url, q), through)
	for i, s := range students {
		if s.WeightedGPA != "" || dash(string(s.SimpleGPA)) != a.students[i].cells[1] {
			t.Errorf("%s, without a weighted GPA: got %q, %q", a.students[i].label, s.SimpleGPA, s.WeightedGPA)
		}
	}
}

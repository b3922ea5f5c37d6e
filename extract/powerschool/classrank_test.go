package powerschool_test

import (
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

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

	dash := func(text string) string {
		if text == "" {
			return "-"
		}
		return text
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

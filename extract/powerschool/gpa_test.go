package powerschool_test

import (
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func TestGPAs(t *testing.T) {
	t.Parallel()
	a := readAwkward(t, "gpas")
	url := a.load(t, "u_def_ext_students0", "studentsdcid", 0)
	said := func(s schema.Student) string {
		var texts []string
		for _, f := range s.Findings {
			if f.Kind() != schema.NoCountedDay {
				texts = append(texts, string(f))
			}
		}
		return dash(strings.Join(texts, " "))
	}

	q := elsewhere()
	q.GPA.Range = nil
	students, _ := read(t, open(t, url, q), through)
	a.expect(t, students, 1, func(s schema.Student) []string {
		gpas := []string{dash(string(s.SimpleGPA)), dash(string(s.WeightedGPA)), said(s)}
		return append(gpas, a.students[s.DCID-firstDCID].cells[4:]...)
	})

	q.GPA.Range = &schema.GPARange{Least: "0", Greatest: "5"}
	students, _ = read(t, open(t, url, q), through)
	a.expect(t, students, 4, func(s schema.Student) []string {
		return []string{dash(string(s.SimpleGPA)) + " " + dash(string(s.WeightedGPA)), said(s)}
	})
}

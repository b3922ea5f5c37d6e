package powerschool_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/postgres/postgrestest"
)

// The files beside each golden set say what the script would have written
// without its defects; the students must hold all that those files say.
func TestStudentsHoldWhatTheGoldenFilesSay(t *testing.T) {
	for _, set := range []string{"small", "small-textflags"} {
		t.Run(set, func(t *testing.T) {
			t.Parallel()
			url := postgrestest.Empty(t)
			dir := powerschooltest.Golden(t, url, set)
			s := open(t, url, d118())
			if err := s.Check(t.Context()); err != nil {
				t.Fatal(err)
			}

			students, read := read(t, s, through)
			for file, lines := range map[string]func(schema.Student) []string{
				"attendance_percentage.csv": attendanceLines,
				"gpa.csv":                   gpaLines,
				"student_tags.csv":          tagLines,
			} {
				want := records(t, filepath.Join(dir, "fixed", file))
				if diff := cmp.Diff(want, linesOf(students, lines)); diff != "" {
					t.Errorf("%s (-file +students):\n%s", file, diff)
				}
			}

			if read.ScopeUnknown != 3 {
				t.Errorf("got %d students of unknown scope, want 3", read.ScopeUnknown)
			}
			if read.Rows <= int64(len(students)) {
				t.Errorf("got %d rows and %d students, want more rows", read.Rows, len(students))
			}
		})
	}
}

// linesOf returns the sorted lines of the students who have a number.
func linesOf(students []schema.Student, lines func(schema.Student) []string) (all []string) {
	for _, st := range students {
		if st.Number != "" {
			all = append(all, lines(st)...)
		}
	}
	slices.Sort(all)

	return all
}

// records returns a CSV's sorted lines without the header and without the texts of
// tags; its numbers are doubles.
func records(t *testing.T, path string) (lines []string) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()

	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}

	for _, r := range all[1:] {
		if len(r) == 4 {
			r = r[:2]
		}

		for i, field := range r[1:] {
			f, err := strconv.ParseFloat(field, 64)
			if err == nil && len(all[0]) < 4 {
				r[i+1] = shortest(f)
			}
		}

		lines = append(lines, strings.Join(r, ","))
	}

	slices.Sort(lines)

	return lines
}

func double(d schema.Decimal) float64 {
	f, _ := d.Float()
	return f
}

func shortest(f float64) string {
	return strconv.FormatFloat(f, 'g', -1, 64)
}

func attendanceLines(s schema.Student) []string {
	if s.DaysPresent == "" || double(s.DaysEnrolled) <= 0 {
		return nil
	}
	share := double(s.DaysPresent) / double(s.DaysEnrolled)
	return []string{s.Number + "," + shortest(share)}
}

func gpaLines(s schema.Student) []string {
	if s.SimpleGPA == "" || s.WeightedGPA == "" {
		return nil
	}
	simple, weighted := double(s.SimpleGPA), double(s.WeightedGPA)
	return []string{s.Number + "," + shortest(simple) + "," + shortest(weighted)}
}

func tagLines(s schema.Student) (lines []string) {
	facts, _ := s.Facts.Values()
	for _, tag := range []struct{ name, fact, value string }{
		{"IEP", "iep", "1"},
		{"504", "section_504", "1"},
		{"EL", "lep", "1"},
		{"LI", "lii", "1"},
		{"GFT", "gifted", "Y"},
	} {
		same := func(value string) bool {
			d, ok := schema.ParseDecimal(value)
			if ok {
				value = string(d)
			}
			return strings.EqualFold(strings.TrimSpace(value), tag.value)
		}
		if slices.ContainsFunc(facts[tag.fact], same) {
			lines = append(lines, s.Number+","+tag.name)
		}
	}

	return lines
}

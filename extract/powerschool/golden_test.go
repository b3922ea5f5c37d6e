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
				"attendance_percentage.csv": attendanceLines, "gpa.csv": gpaLines, "student_tags.csv": tagLines,
			} {
				var got []string
				for _, st := range students {
					if st.Number != "" {
						got = append(got, lines(st)...)
					}
				}
				slices.Sort(got)
				if diff := cmp.Diff(records(t, filepath.Join(dir, "fixed", file)), got); diff != "" {
					t.Errorf("%s (-file +students):\n%s", file, diff)
				}
			}
			if read.ScopeUnknown != 3 || read.Rows <= int64(len(students)) {
				t.Errorf("got %d students of unknown scope, %d rows, %d students; want 3, and more rows than students", read.ScopeUnknown, read.Rows, len(students))
			}
		})
	}
}

// records returns a CSV's lines without header and without the texts of tags,
// its numbers as doubles.
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
			if f, err := strconv.ParseFloat(field, 64); err == nil && len(all[0]) < 4 {
				r[i+1] = strconv.FormatFloat(f, 'g', -1, 64)
			}
		}
		lines = append(lines, strings.Join(r, ","))
	}
	slices.Sort(lines)
	return lines
}

func double(d schema.Decimal) float64 { f, _ := d.Float(); return f }

func attendanceLines(s schema.Student) []string {
	if s.DaysPresent == "" || s.DaysEnrolled == "" || double(s.DaysEnrolled) <= 0 {
		return nil
	}
	return []string{s.Number + "," + strconv.FormatFloat(double(s.DaysPresent)/double(s.DaysEnrolled), 'g', -1, 64)}
}

func gpaLines(s schema.Student) []string {
	if s.SimpleGPA == "" || s.WeightedGPA == "" {
		return nil
	}
	return []string{s.Number + "," + strconv.FormatFloat(double(s.SimpleGPA), 'g', -1, 64) + "," + strconv.FormatFloat(double(s.WeightedGPA), 'g', -1, 64)}
}

func tagLines(s schema.Student) (lines []string) {
	facts, _ := s.Facts.Values()
	for _, tag := range [][3]string{{"IEP", "iep", "1"}, {"504", "section_504", "1"}, {"EL", "lep", "1"}, {"LI", "lii", "1"}, {"GFT", "gifted", "Y"}} {
		if slices.ContainsFunc(facts[tag[1]], func(v string) bool {
			d, ok := schema.ParseDecimal(v)
			return ok && string(d) == tag[2] || strings.EqualFold(strings.TrimSpace(v), tag[2])
		}) {
			lines = append(lines, s.Number+","+tag[0])
		}
	}
	return lines
}

package cmd_test

import (
	"bufio"
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/sessiontest"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool/powerschooltest"
)

var goldenFiles = []string{"attendance_percentage.csv", "gpa.csv", "student_tags.csv"}

// build takes a snapshot of each golden data set through each driver, and builds
// its files under a configuration. check looks at what is in the folder out.
func build(t *testing.T, configuration string, check func(t *testing.T, goldenDir, out string)) {
	for _, set := range []string{"small", "small-textflags"} {
		for _, driver := range []string{"pgx", "godror"} {
			t.Run(set+"/"+driver, func(t *testing.T) {
				t.Parallel()
				p := newPlace(t)
				goldenDir := powerschooltest.Golden(t, p.env["powerschool_url"], set)
				if driver == "godror" {
					get := func(name string) string { return p.env[name] }
					set := func(name, value string) { p.env[name] = value }
					sessiontest.Oracle(t, get, set)
				}

				p.configure(configuration)
				p.run(0, "extract", "run")
				p.run(0, "publish", "build", "--to", "out")
				check(t, goldenDir, filepath.Join(p.dir, "out"))
			})
		}
	}
}

// TestScriptsFiles compares the files under examples/d118-script.yaml with those
// of the Python script, byte for byte. Each row that deviations.tsv lists can be
// the script's or the recommended one.
func TestScriptsFiles(t *testing.T) {
	configuration, err := os.ReadFile("../examples/d118-script.yaml")
	if err != nil {
		t.Fatal(err)
	}

	build(t, string(configuration), func(t *testing.T, dir, out string) {
		listed := deviations(t, filepath.Join(dir, "deviations.tsv"))
		for _, name := range goldenFiles {
			want := readRows(t, filepath.Join(dir, "ref", name))
			got := readRows(t, filepath.Join(out, name))
			for student, recommended := range listed[name] {
				if slices.Equal(got.of[student], recommended) {
					want.replace(student, recommended)
				}
			}
			compare(t, name, want, got)
		}
	})
}

// scriptsDays are the days that counted for the script. The golden files were made
// with them, and their students have days of 2023.
const scriptsDays = "attendance: {members_only: false, unrecorded: absent, bounded: false, stale_after: none}\n"

// TestFilesWithoutTheScriptsDefects compares the files with every defect of the
// script fixed, and its choices kept, with fixed/: byte for byte.
func TestFilesWithoutTheScriptsDefects(t *testing.T) {
	const fixed = "csv: {quote: minimal}\n" +
		"students: {shared_number: keep}\n" +
		scriptsDays +
		"gpa: {require: both, omit_zero: false, range: any}"

	build(t, fixed, func(t *testing.T, dir, out string) {
		for _, name := range goldenFiles {
			want, err1 := os.ReadFile(filepath.Join(dir, "fixed", name))
			got, err2 := os.ReadFile(filepath.Join(out, name))
			if err1 != nil || err2 != nil {
				t.Fatal(err1, err2)
			}
			if diff := gocmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		}
	})
}

// chosen are the values that differ from fixed/ because of the defaults, by file
// and by label in cases.tsv: students who share a number have neither GPA nor
// attendance, a GPA of 0 is blank, and one GPA is enough. "" is no row.
var chosen = map[string]map[string]string{
	"attendance_percentage.csv": {
		"S09-dup-number-a": "",
		"S09-dup-number-b": "",
	},
	"gpa.csv": {
		"S09-dup-number-a":   "",
		"S09-dup-number-b":   "",
		"G12-weighted-null":  "3.5,",
		"G12-simple-null":    ",3.5",
		"G02-zero-both":      "",
		"G02-zero-simple":    ",3.2",
		"G02-zero-weighted":  "2.5,",
		"G19-minus-zero":     ",3.5",
		"G19-zero-exp":       ",3.5",
		"G19-underflow":      ",3.5",
		"G11-na-weighted":    "3.5,",
		"G14-nan":            ",3.5",
		"G14-nan2":           "3.5,",
		"G15-overflow":       ",3.5",
		"G16-bad-underscore": ",3.5",
		"G21-blank":          ",3.5",
		"G23-hexint":         ",3.0",
		"G23-percent":        ",3.5",
		"G23-fraction":       ",3.5",
		"G23-inner-space":    ",3.5",
		"G23-dot":            ",3.5",
		"G23-quote":          ",3.5",
		"G23-infx":           ",3.5",
		"G23-signs":          ",3.5",
	},
}

// TestDefaultFiles compares the files under the defaults, except for the quotes and
// for what is read, with fixed/ and what the defaults choose.
func TestDefaultFiles(t *testing.T) {
	build(t, "csv: {quote: minimal}\n"+scriptsDays+"gpa: {range: any}", func(t *testing.T, dir, out string) {
		numbers := cases(t, filepath.Join(dir, "cases.tsv"))
		for _, name := range goldenFiles {
			want := readRows(t, filepath.Join(dir, "fixed", name))
			for label, values := range chosen[name] {
				var rows []string
				if values != "" {
					rows = []string{numbers[label] + "," + values}
				}
				want.replace(numbers[label], rows)
			}
			compare(t, name, want, readRows(t, filepath.Join(out, name)))
		}
	})
}

// cases reads cases.tsv: student numbers by label.
func cases(t *testing.T, path string) map[string]string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}

	numbers := map[string]string{}
	for line := range strings.Lines(string(text)) {
		fields := strings.Split(line, "\t")
		numbers[fields[2]] = fields[0]
	}
	return numbers
}

// rows is a file: its header, its students in order, and the rows of each.
type rows struct {
	header   string
	students []string
	of       map[string][]string
}

func readRows(t *testing.T, path string) *rows {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(text), "\n")
	if lines[len(lines)-1] != "" {
		t.Fatalf("%s: no line end at the end", path)
	}

	r := &rows{header: lines[0], of: map[string][]string{}}
	for _, line := range lines[1 : len(lines)-1] {
		student, _, _ := strings.Cut(line, ",")
		if n := len(r.students); n == 0 || r.students[n-1] != student {
			r.students = append(r.students, student)
		}
		r.of[student] = append(r.of[student], strings.TrimSuffix(line, "\n"))
	}
	return r
}

// replace gives a student other rows; without lines it removes the student.
func (r *rows) replace(student string, lines []string) {
	r.of[student] = lines
	if i := slices.Index(r.students, student); i >= 0 {
		r.students = slices.Delete(r.students, i, i+1)
	}
	if len(lines) == 0 {
		return
	}

	i := slices.IndexFunc(r.students, func(s string) bool {
		return cmp.Or(len(s)-len(student), strings.Compare(s, student)) < 0
	})
	if i < 0 {
		i = len(r.students)
	}
	r.students = slices.Insert(r.students, i, student)
}

// compare compares the bytes of two files, except for the order of the rows of one
// student number, which the script left to the database.
func compare(t *testing.T, name string, want, got *rows) {
	t.Helper()
	text := func(r *rows) string {
		s := r.header
		for _, student := range r.students {
			s += strings.Join(slices.Sorted(slices.Values(r.of[student])), "\n") + "\n"
		}
		return s
	}

	if diff := gocmp.Diff(text(want), text(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// deviations reads deviations.tsv: the recommended rows, by file and student.
func deviations(t *testing.T, path string) map[string]map[string][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()

	listed := map[string]map[string][]string{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) < 5 || fields[0] == "file" {
			continue
		}

		if listed[fields[0]] == nil {
			listed[fields[0]] = map[string][]string{}
		}
		var recommended []string
		if fields[4] != "" {
			recommended = strings.Split(fields[4], " | ")
		}
		listed[fields[0]][fields[1]] = recommended
	}
	return listed
}

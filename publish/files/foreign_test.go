package files

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

var gpaHeader = []string{"student_number", "numerator_unweighted", "numerator_weighted"}

// foreign reads text as another program's gpa.csv.
func foreign(t *testing.T, text string) (is string, notes []string, err error) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "gpa.csv"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}

	found, err := ReadForeign(dir, FileRule{Kind: "gpa", Name: "gpa.csv"}, gpaHeader)
	if err != nil {
		return "", nil, err
	}
	return contentText(t, found.Content), found.Notes, nil
}

func contentText(t *testing.T, content schema.Content) string {
	t.Helper()
	r, err := Open(content)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestReadForeignKeepsTheScriptsBytes reads the files that the script made.
func TestReadForeignKeepsTheScriptsBytes(t *testing.T) {
	headers := map[string][]string{
		"attendance_percentage.csv": {"student_number", "attendance_percentage"},
		"gpa.csv":                   gpaHeader,
		"student_tags.csv":          {"student_number", "name", "detailed_name", "description"},
	}

	for _, set := range []string{"small", "small-textflags"} {
		dir := filepath.Join("../../extract/powerschool/testdata/golden", set, "ref")
		for name, header := range headers {
			t.Run(set+"/"+name, func(t *testing.T) { keepsBytes(t, dir, name, header) })
		}
	}
}

func keepsBytes(t *testing.T, dir, name string, header []string) {
	want, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}

	content, err := ReadForeign(dir, FileRule{Name: name}, header)
	if err != nil {
		t.Fatal(err)
	}
	if rows := int64(strings.Count(string(want), "\n")) - 1; content.Rows != rows {
		t.Errorf("got %d rows, want %d", content.Rows, rows)
	}
	if diff := cmp.Diff(string(want), contentText(t, content.Content)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

const (
	header       = "student_number,numerator_unweighted,numerator_weighted\n"
	quotedHeader = `"student_number","numerator_unweighted","numerator_weighted"` + "\n"
)

func TestReadForeign(t *testing.T) {
	plain := header + "12,3.5,4.0\n9,1,2\n"
	windows := "\ufeff" + strings.ReplaceAll(plain, "\n", "\r\n")
	quoted := quotedHeader + `"12","3.5",""` + "\n9,1,2\n"

	for _, test := range []struct{ name, text, want string }{
		{"as it is", header + "12,3.5,\n9,nan,inf\n", header + "12,3.5,\n9,nan,inf\n"},
		{"windows", windows, plain},
		{"quotes", quoted, quoted},
		{"unsorted", header + "9,1,1\n12,2,2\n100,3,3\n9,0,0\n", header + "100,3,3\n12,2,2\n9,1,1\n9,0,0\n"},
		{"duplicate rows", header + "9,1,1\n9,1,1\n", header + "9,1,1\n9,1,1\n"},
		{"empty lines", header + "\n9,1,1\n\r\n8,1,1\n\n", header + "9,1,1\n8,1,1\n"},
		{"line feed in a field", header + "9,\"a\nb\",1\n10,1,1\n", header + "10,1,1\n9,\"a\nb\",1\n"},
		{"carriage return in a field", header + "9,\"a\rb\",1\n", header + "9,\"a\rb\",1\n"},
		{"leading zeros", header + "7,1,1\n007,2,2\n07,3,3\n8,1,1\n", header + "8,1,1\n7,1,1\n07,3,3\n007,2,2\n"},
		{"not a number", header + "x1,1,1\n9,1,1\n", header + "9,1,1\nx1,1,1\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, notes, err := foreign(t, test.text)
			if notes != nil {
				t.Errorf("got notes %q, want none", notes)
			}
			if diff := cmp.Diff(test.want, got); err != nil || diff != "" {
				t.Fatalf("%v (-want +got):\n%s", err, diff)
			}

			c, err := NewReader("again", strings.NewReader(got), gpaHeader)
			for err == nil && c.next != nil {
				_, err = c.Group()
			}
			if err != nil {
				t.Errorf("cannot be compared with: %v", err)
			}
		})
	}
}

// TestReadForeignNotes: what can be read without a doubt is read, and what a person
// should know is said.
func TestReadForeignNotes(t *testing.T) {
	rows := header + "12,3.5,4.0\n9,1,2\n"
	cut := strings.TrimSuffix(rows, "\n")
	cutInWindows := strings.TrimSuffix(strings.ReplaceAll(rows, "\n", "\r\n"), "\n")

	for name, test := range map[string]struct {
		text, want string
		note       string
	}{
		"no line end":         {cut, rows, noLineEnd},
		"half a line end":     {cutInWindows, rows, noLineEnd},
		"only a header":       {header, header, onlyHeader},
		"nothing but headers": {"\ufeff" + quotedHeader + "\r\n\r\n", quotedHeader, onlyHeader},
	} {
		got, notes, err := foreign(t, test.text)
		if err != nil || got != test.want || !slices.Equal(notes, []string{test.note}) {
			t.Errorf("%s: got %q, notes %q, %v, want %q, %q", name, got, notes, err, test.want, test.note)
		}
	}
}

func TestReadForeignRefuses(t *testing.T) {
	mac := strings.ReplaceAll(header+"77770,1,1\n", "\n", "\r")
	semicolons := strings.ReplaceAll(header+"77770,1,1\n", ",", ";")
	tabs := strings.ReplaceAll(header+"77770,1,1\n", ",", "\t")

	for _, test := range []struct{ name, text, want string }{
		{"empty", "", "line 1: the file is empty"},
		{"another header", "student_number,gpa\n9,1\n", "line 1: the header is not student_number,"},
		{"no header", "9,1,1\n", "line 1: the header is not student_number,"},
		{"torn at the end", header + "77770,1,1\n77771,2", "the last line is cut off: "},
		{"torn in quotes", header + "77770,1,1\n77771,2,\"3", "the last line is cut off: "},
		{"torn row", header + "77770,1,1\n77771,2\n", "line 3: wrong number of fields"},
		{"open quote", header + "77770,1,\"1\n", "line"},
		{"cp1252", header + "77771,1,1\n77770,caf\xe9,1\n", "line 3: it is not UTF-8"},
		{"utf16", "\xff\xfes\x00t\x00", "line 1: the file is UTF-16, and not UTF-8"},
		{"a workbook", "PK\x03\x04\x14\x00", "line 1: the file is a workbook of Excel, and not CSV"},
		{"old Macintosh", mac, "line 1: it ends with a carriage return alone"},
		{"one such line", header + "77770,1,1\r77771,1,1\n", "line 2: it ends with a carriage return alone"},
		{"semicolons", semicolons, "line 1: its fields are separated by semicolons"},
		{"tabs", tabs, "line 1: its fields are separated by tabs"},
	} {
		_, _, err := foreign(t, test.text)
		if schema.KindOf(err) != schema.Rejected {
			t.Errorf("%s: got %v, want a rejected fault", test.name, err)
			continue
		}

		says := err.Error()
		if !strings.Contains(says, "gpa.csv: ") || !strings.Contains(says, test.want) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
		if strings.Contains(says, "7777") || strings.Contains(says, "caf") {
			t.Errorf("%s: %v has a value in it", test.name, err)
		}
	}

	_, err := ReadForeign(t.TempDir(), FileRule{Kind: "gpa", Name: "gpa.csv"}, gpaHeader)
	if schema.KindOf(err) != schema.Config || !strings.Contains(err.Error(), "gpa.csv is missing") {
		t.Errorf("got %v, want a missing file", err)
	}
}

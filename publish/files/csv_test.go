package files

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

func TestReadCSVRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "another header": "n,b\n", "a torn row": "n,tag\n9\n", "a bare quote": "n,tag\n9,a\"b\n",
	} {
		c, err := NewReader("test.csv", strings.NewReader(text), []string{"n", "tag"})
		if name == "nothing" && err == nil && c.next == nil {
			t.Errorf("%s was read", name)
		}
		if name != "nothing" && schema.KindOf(err) != schema.Rejected {
			t.Errorf("%s: got %v, want a rejected fault", name, err)
		}
	}
	unsorted, err := NewReader("test.csv", strings.NewReader("n,tag\n9,IEP\n10,IEP\n"), []string{"n", "tag"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := unsorted.Group(); schema.KindOf(err) != schema.Rejected || strings.Contains(err.Error(), "10,") {
		t.Errorf("ascending numbers: got %v, want a rejected fault without values", err)
	}
}

// readAll returns the rows after the header, as many groups as there are.
func readAll(text string, header []string) (rows [][]string, err error) {
	c, err := NewReader("test.csv", strings.NewReader(text), header)
	for err == nil && c.next != nil {
		var group [][]string
		group, err = c.Group()
		for _, row := range group {
			rows = append(rows, slices.Clone(row))
		}
	}
	return rows, err
}

func TestReadCSVGroups(t *testing.T) {
	long := strings.Repeat("x", 100_000)
	text := "n,tag\n\"10\",\"a \"\"b\"\", c\"\n10,\n\"9\",\"two\nlines\"\n8," + long + "\n7,\"\"\n"
	rows, err := readAll(text, []string{"n", "tag"})
	want := [][]string{{"10", `a "b", c`}, {"10", ""}, {"9", "two\nlines"}, {"8", long}, {"7", ""}}
	if err != nil || !slices.EqualFunc(rows, want, slices.Equal) {
		t.Errorf("got %.200q, %v", rows, err)
	}
}

// FuzzReadCSV holds the reader against encoding/csv, which is stricter in
// nothing, and against the writer.
func FuzzReadCSV(f *testing.F) {
	f.Add("9,a\n8,b\n")
	f.Add("\"9\",\"a\"\"b\"\n8,\"x\ny\"\n")
	f.Add("9,a\"b\n\"8\"x,y\n")
	f.Fuzz(func(t *testing.T, text string) {
		header := []string{"n", "tag"}
		rows, err := readAll("n,tag\n"+text, header)
		if err != nil || strings.Contains(text, "\r") || strings.Contains(text, "\n\n") || strings.HasPrefix(text, "\n") {
			return // encoding/csv folds line ends and skips empty lines
		}
		r := csv.NewReader(strings.NewReader(text))
		for _, row := range rows {
			want, err := r.Read()
			if err != nil || !slices.Equal(row, want) {
				t.Fatalf("%q: got row %q, want %q, %v", text, row, want, err)
			}
		}
		if _, err := r.Read(); !errors.Is(err, io.EOF) {
			t.Fatalf("%q: more than %d rows", text, len(rows))
		}
		var b bytes.Buffer
		w := csvWriter{w: bufio.NewWriter(&b), quote: QuoteAll}
		w.write(header...)
		for _, row := range rows {
			w.write(row...)
		}
		w.w.Flush()
		again, err := readAll(b.String(), header)
		if err != nil || !slices.EqualFunc(again, rows, slices.Equal) {
			t.Fatalf("%q: written and read again it is %q, %v", text, again, err)
		}
	})
}

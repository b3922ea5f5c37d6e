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

var tagHeader = []string{"n", "tag"}

func TestReadCSVRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":        "",
		"another header": "n,b\n",
		"a torn row":     "n,tag\n9\n",
		"a bare quote":   "n,tag\n9,a\"b\n",
	} {
		_, err := NewReader("test.csv", strings.NewReader(text), tagHeader)
		if schema.KindOf(err) != schema.Rejected {
			t.Errorf("%s: got %v, want a rejected fault", name, err)
		}
	}

	unsorted, err := NewReader("test.csv", strings.NewReader("n,tag\n9,IEP\n10,IEP\n"), tagHeader)
	if err != nil {
		t.Fatal(err)
	}
	_, err = unsorted.Group()
	if schema.KindOf(err) != schema.Rejected || strings.Contains(err.Error(), "10,") {
		t.Errorf("ascending numbers: got %v, want a rejected fault without values", err)
	}
}

// readAll returns the rows after the header, of all groups.
func readAll(text string) (rows [][]string, err error) {
	c, err := NewReader("test.csv", strings.NewReader(text), tagHeader)
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
	rows, err := readAll("n,tag\n" +
		`"10","a ""b"", c"` + "\n" +
		"10,\n" +
		"\"9\",\"two\nlines\"\n" +
		"8," + long + "\n" +
		`7,""` + "\n")

	want := [][]string{
		{"10", `a "b", c`},
		{"10", ""},
		{"9", "two\nlines"},
		{"8", long},
		{"7", ""},
	}
	if err != nil || !slices.EqualFunc(rows, want, slices.Equal) {
		t.Errorf("got %.200q, %v", rows, err)
	}
}

// FuzzReadCSV compares the reader with encoding/csv, which accepts all that the
// reader accepts, and with the writer.
func FuzzReadCSV(f *testing.F) {
	f.Add("9,a\n8,b\n")
	f.Add("\"9\",\"a\"\"b\"\n8,\"x\ny\"\n")
	f.Add("9,a\"b\n\"8\"x,y\n")

	f.Fuzz(func(t *testing.T, text string) {
		rows, err := readAll("n,tag\n" + text)
		folded := strings.Contains("\n"+text, "\n\n") || strings.Contains(text, "\r")
		if err != nil || folded {
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

		again, err := readAll(writeAll(rows))
		if err != nil || !slices.EqualFunc(again, rows, slices.Equal) {
			t.Fatalf("%q: written and read again it is %q, %v", text, again, err)
		}
	})
}

// writeAll writes a header and rows, with every field in quotes.
func writeAll(rows [][]string) string {
	var b bytes.Buffer
	w := csvWriter{w: bufio.NewWriter(&b), quote: QuoteAll}

	w.write(tagHeader...)
	for _, row := range rows {
		w.write(row...)
	}

	w.w.Flush() // to memory: it cannot fail
	return b.String()
}

package files

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Foreign is a file that another program wrote, the way this program would write it.
type Foreign struct {
	schema.Content

	Notes []string // what a person should know about the file: counts, and no values
}

// What a person should know about a file that could be read.
const (
	onlyHeader = "it has only its header"
	noLineEnd  = "its last line has no line end: if the file was cut off there, rows are missing"
)

// ReadForeign reads a file that another program wrote, see ParseForeign.
func ReadForeign(dir string, rule FileRule, header []string) (Foreign, error) {
	path := filepath.Join(dir, rule.Name)

	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		hint := fmt.Sprintf("put the %s that was last delivered there, or set files.%s.enabled: false",
			rule.Name, rule.Kind)
		return Foreign{}, schema.NewFault(schema.Config, fmt.Errorf("%s is missing", path), hint)
	}
	if err != nil {
		return Foreign{}, err
	}

	return ParseForeign(path, text, header)
}

// ParseForeign returns a file that another program wrote, on Linux or Windows, the
// way this program would write it: without a byte order mark, with a line feed at
// the end of each line, and with student numbers in descending order. Everything
// else stays byte for byte, so a file that is already like this does not change.
func ParseForeign(path string, text []byte, header []string) (Foreign, error) {
	var f Foreign
	records, err := f.readRecords(text, header)
	if err == nil {
		f.Content, err = contentOf(records)
	}
	if err != nil {
		err = fmt.Errorf("read %s: %w", path, err)
		return Foreign{}, schema.NewFault(schema.Rejected, err,
			"give the file exactly as it was last delivered")
	}

	if f.Rows == 0 {
		f.Notes = append(f.Notes, onlyHeader)
	}
	return f, nil
}

// foreignRecord is one record of a file that another program wrote.
type foreignRecord struct {
	number string
	text   []byte // without its line end
}

// signatures are how files begin that a spreadsheet saves and that are no CSV in
// UTF-8.
var signatures = []struct{ begin, is string }{
	{"PK\x03\x04", "a workbook of Excel, and not CSV"},
	{"\xd0\xcf\x11\xe0", "a workbook of an old Excel, and not CSV"},
	{"\xff\xfe", "UTF-16, and not UTF-8"},
	{"\xfe\xff", "UTF-16, and not UTF-8"},
}

// plainText removes a byte order mark, and ends the last line where it has no end.
// It refuses a text that is not UTF-8, or whose lines end as on an old Macintosh.
func (f *Foreign) plainText(text []byte) ([]byte, error) {
	for _, s := range signatures {
		if bytes.HasPrefix(text, []byte(s.begin)) {
			err := errors.New("line 1: the file is " + s.is)
			return nil, schema.NewFault(schema.Rejected, err, "save the file as CSV UTF-8")
		}
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))

	n := 0
	for line := range bytes.Lines(text) {
		n++
		if !utf8.Valid(line) {
			err := fmt.Errorf("line %d: it is not UTF-8", n)
			return nil, schema.NewFault(schema.Rejected, err, "save the file as UTF-8")
		}
	}
	if n := bareReturn(text); n > 0 {
		err := fmt.Errorf("line %d: it ends with a carriage return alone, as on an old Macintosh", n)
		return nil, schema.NewFault(schema.Rejected, err, "save the file with line ends of Windows or Unix")
	}

	if len(text) > 0 && text[len(text)-1] != '\n' {
		f.Notes = append(f.Notes, noLineEnd)
		text = append(slices.Clip(text), '\n')
	}
	return text, nil
}

// bareReturn returns the line that ends with a carriage return alone; 0 when there
// is none. In quotes it is part of a field. As the last byte of several lines it is
// half of a line end of Windows.
func bareReturn(text []byte) (line int) {
	inQuotes := false
	line = 1
	for i, b := range text {
		rest := text[i+1:]
		isHalf := len(rest) == 0 && line > 1

		switch {
		case b == '"':
			inQuotes = !inQuotes
		case b == '\n':
			line++
		case b == '\r' && !inQuotes && !isHalf && !bytes.HasPrefix(rest, []byte("\n")):
			return line
		}
	}
	return 0
}

// readRecords returns the header and then the other records, in the order of
// their student numbers.
func (f *Foreign) readRecords(text []byte, header []string) ([]foreignRecord, error) {
	text, err := f.plainText(text)
	if err != nil {
		return nil, err
	}

	r := csv.NewReader(bytes.NewReader(text))
	r.FieldsPerRecord = len(header)

	var records []foreignRecord
	for {
		start := r.InputOffset()
		fields, err := r.Read()
		if err == io.EOF {
			break
		}

		isFirst := len(records) == 0
		if isFirst && !slices.Equal(fields, header) {
			return nil, headerFault(fields, header)
		}
		atEnd := r.InputOffset() == int64(len(text))
		if err != nil && atEnd && f.Notes != nil {
			return nil, errors.New("the last line is cut off: it has no line end, and not all of its fields")
		}
		if err != nil {
			return nil, err // it names the line, and no value
		}

		record := text[start:r.InputOffset()]
		records = append(records, foreignRecord{
			number: fields[0],
			text:   bytes.Trim(record, "\r\n"),
		})
	}

	if len(records) == 0 {
		return nil, errors.New("line 1: the file is empty")
	}

	slices.SortStableFunc(records[1:], func(a, b foreignRecord) int {
		return schema.CompareNumbers(b.number, a.number)
	})
	return records, nil
}

// headerFault says how the first line differs from the header.
func headerFault(fields, header []string) error {
	want := strings.Join(header, ",")
	for separator, name := range map[string]string{";": "semicolons", "\t": "tabs"} {
		if len(fields) == 1 && fields[0] == strings.Join(header, separator) {
			return fmt.Errorf("line 1: its fields are separated by %s, and not by commas", name)
		}
	}
	return fmt.Errorf("line 1: the header is not %s", want)
}

// contentOf returns records as a content; the first is the header.
func contentOf(records []foreignRecord) (schema.Content, error) {
	c := NewContent(QuoteMinimal, nil)
	for _, r := range records {
		c.csv.w.Write(r.text)
		c.csv.w.WriteByte('\n') // an error of the writer stays until Finish returns it
	}
	c.rows = int64(len(records) - 1)
	return c.Finish()
}

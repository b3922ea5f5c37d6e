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

// foreignRecord is one record of a file that another program wrote.
type foreignRecord struct {
	number string
	line   int
	text   []byte // without its line end
}

// ReadForeign reads a file that another program wrote, see ParseForeign.
func ReadForeign(dir string, rule FileRule, header []string) (schema.Content, error) {
	path := filepath.Join(dir, rule.Name)

	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		hint := fmt.Sprintf("put the %s that was last delivered there, or set files.%s.enabled: false",
			rule.Name, rule.Kind)
		return schema.Content{}, schema.NewFault(schema.Config, fmt.Errorf("%s is missing", path), hint)
	}
	if err != nil {
		return schema.Content{}, err
	}

	return ParseForeign(path, text, header)
}

// ParseForeign returns a file that another program wrote, on Linux or Windows, the
// way this program would write it: without a byte order mark, with a line feed at
// the end of each line, and with student numbers in descending order. Everything
// else stays byte for byte, so a file that is already like this does not change.
func ParseForeign(path string, text []byte, header []string) (schema.Content, error) {
	records, err := readRecords(text, header)
	if err != nil {
		err = fmt.Errorf("read %s: %w", path, err)
		return schema.Content{}, schema.NewFault(schema.Rejected, err,
			"give the file exactly as it was last delivered")
	}
	return contentOf(records)
}

// plainText removes a byte order mark. It refuses a text that is not UTF-8, or
// whose last line has no line end.
func plainText(text []byte) ([]byte, error) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))

	n := 0
	for line := range bytes.Lines(text) {
		n++
		if !utf8.Valid(line) {
			err := fmt.Errorf("line %d: it is not UTF-8", n)
			return nil, schema.NewFault(schema.Rejected, err, "save the file as UTF-8")
		}
		if line[len(line)-1] != '\n' {
			return nil, fmt.Errorf("line %d: the last line has no line end, so the file is incomplete", n)
		}
	}
	return text, nil
}

// readRecords returns the header and then the other records, in the order of
// their student numbers.
func readRecords(text []byte, header []string) ([]foreignRecord, error) {
	text, err := plainText(text)
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

		line := 1
		if err == nil {
			line, _ = r.FieldPos(0)
		}
		isFirst := len(records) == 0
		if isFirst && !slices.Equal(fields, header) {
			return nil, fmt.Errorf("line %d: the header is not %s", line, strings.Join(header, ","))
		}
		if err != nil {
			return nil, err // it names the line, and no value
		}

		record := text[start:r.InputOffset()]
		records = append(records, foreignRecord{
			number: fields[0],
			line:   line,
			text:   bytes.Trim(record, "\r\n"),
		})
	}

	if len(records) == 0 {
		return nil, errors.New("line 1: the file is empty")
	}
	return records, sortRecords(records[1:])
}

func sortRecords(records []foreignRecord) error {
	slices.SortStableFunc(records, func(a, b foreignRecord) int {
		return schema.CompareNumbers(b.number, a.number)
	})

	for i := 1; i < len(records); i++ {
		a, b := records[i-1], records[i]
		sameValue := schema.CompareNumbers(a.number, b.number) == 0
		if sameValue && a.number != b.number {
			return fmt.Errorf("line %d: the student number is the one on line %d, written differently", b.line, a.line)
		}
	}
	return nil
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

package publish

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// csvWriter writes rows as SchooLinks reads them: UTF-8, commas, every line
// ended by a line feed. (encoding/csv cannot quote every field.)
type csvWriter struct {
	w     *bufio.Writer
	quote Quote
}

func (c csvWriter) row(fields ...string) {
	for i, field := range fields {
		if i > 0 {
			c.w.WriteByte(',')
		}
		if c.quote == QuoteAll || strings.ContainsAny(field, "\",\r\n") {
			c.w.WriteByte('"')
			c.w.WriteString(strings.ReplaceAll(field, `"`, `""`))
			c.w.WriteByte('"')
		} else {
			c.w.WriteString(field)
		}
	}
	c.w.WriteByte('\n') // an error of the writer stays until Flush returns it
}

// csvReader reads a file back in groups: all the rows of one student number.
type csvReader struct {
	name string // for errors
	r    *csv.Reader
	next []string // the first row of the next group; nil at the end
	rows [][]string
}

// readCSV starts reading a file of a kind. Its header must be the kind's.
func readCSV(name string, r io.Reader, header []string) (*csvReader, error) {
	c := &csvReader{name: name, r: csv.NewReader(r)}
	c.r.FieldsPerRecord = len(header)
	if err := c.advance(); err != nil {
		return nil, err
	}
	if !slices.Equal(c.next, header) {
		return nil, c.fault(errors.New("the header is not " + strings.Join(header, ",")))
	}
	return c, c.advance()
}

// number returns the student number of the group that group would return;
// ok is false at the end of the file.
func (c *csvReader) number() (number string, ok bool) {
	if c.next == nil {
		return "", false
	}
	return c.next[0], true
}

// group returns the rows of the next student number, valid until the next call.
func (c *csvReader) group() ([][]string, error) {
	number := c.next[0]
	c.rows = c.rows[:0]
	for c.next != nil && c.next[0] == number {
		c.rows = append(c.rows, c.next)
		if err := c.advance(); err != nil {
			return nil, err
		}
	}
	if c.next != nil && cmp.Or(schema.CompareNumbers(c.next[0], number), strings.Compare(c.next[0], number)) >= 0 {
		line, _ := c.r.FieldPos(0)
		return nil, c.fault(fmt.Errorf("line %d: student numbers do not descend", line))
	}
	return c.rows, nil
}

func (c *csvReader) advance() (err error) {
	c.next, err = c.r.Read()
	if err == io.EOF {
		return nil
	}
	return c.fault(err)
}

// fault says what cannot be read. encoding/csv's errors name lines and columns
// and quote nothing.
func (c *csvReader) fault(err error) error {
	if err == nil {
		return nil
	}
	return schema.NewFault(schema.Rejected, fmt.Errorf("read %s: %w", c.name, err),
		"the database holds what this program did not write: restore it from its backup")
}

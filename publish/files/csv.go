package files

import (
	"bufio"
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

func (c csvWriter) write(fields ...string) {
	for i, field := range fields {
		if i > 0 {
			c.w.WriteByte(',')
		}

		mustQuote := c.quote == QuoteAll || strings.ContainsAny(field, "\",\r\n")
		if !mustQuote {
			c.w.WriteString(field)
			continue
		}
		c.w.WriteByte('"')
		c.w.WriteString(strings.ReplaceAll(field, `"`, `""`))
		c.w.WriteByte('"')
	}
	c.w.WriteByte('\n') // an error of the writer stays until Flush returns it
}

// Reader reads a file back in groups: all the rows of one student number. The
// zero Reader has no rows. (encoding/csv takes more than twice the time.)
type Reader struct {
	name   string // for errors
	r      io.Reader
	buf    []byte
	block  string // what is read and not yet a row
	fields int
	line   int        // of the next group's first row
	read   int        // lines read
	next   []string   // the first row of the next group; nil at the end
	rows   [][]string // memory for the rows of a group
	used   int        // how many of rows are in use
}

// NewReader starts reading a file of a kind. Its header must be the kind's.
func NewReader(name string, r io.Reader, header []string) (*Reader, error) {
	c := &Reader{
		name:   name,
		r:      r,
		buf:    make([]byte, 64<<10),
		fields: len(header),
	}
	if err := c.advance(); err != nil {
		return nil, err
	}
	if !slices.Equal(c.next, header) {
		want := strings.Join(header, ",")
		return nil, c.fault(fmt.Errorf("line 1: the header is not %s", want))
	}

	c.used = 0
	return c, c.advance()
}

// Number returns the student number of the group that Group would return; ok is
// false at the end of the file.
func (c *Reader) Number() (number string, ok bool) {
	if c.next == nil {
		return "", false
	}
	return c.next[0], true
}

// Group returns the rows of the next student number, valid until the next call.
func (c *Reader) Group() ([][]string, error) {
	number := c.next[0]
	last := c.used - 1 // next is the row read last
	c.rows[0], c.rows[last] = c.rows[last], c.rows[0]
	c.used = 1

	for {
		if err := c.advance(); err != nil {
			return nil, err
		}
		if c.next == nil {
			return c.rows[:c.used], nil
		}
		if c.next[0] != number {
			break
		}
	}

	descending := schema.CompareNumbers(c.next[0], number) < 0
	if !descending {
		return nil, c.fault(fmt.Errorf("line %d: student numbers are not in descending order", c.line))
	}
	return c.rows[:c.used-1], nil
}

// advance reads the next row into the memory of rows behind those in use.
func (c *Reader) advance() error {
	c.line = c.read + 1
	text, err := c.text()
	if err == io.EOF {
		c.next = nil
		return nil
	}
	if err != nil {
		return c.fault(err)
	}

	if c.used == len(c.rows) {
		c.rows = append(c.rows, nil)
	}
	memory := c.rows[c.used][:0]
	row, ok := split(text, memory)
	if !ok || len(row) != c.fields {
		return c.fault(fmt.Errorf("line %d: it does not have %d fields", c.line, c.fields))
	}

	c.next = row
	c.rows[c.used] = row
	c.used++
	return nil
}

// text reads the text of one row, without its line end: a line, and the next
// lines too while a quote is open.
func (c *Reader) text() (string, error) {
	from := 0
	for {
		end := strings.IndexByte(c.block[from:], '\n')
		if end < 0 {
			if err := c.fill(); err != nil {
				return "", err
			}
			continue
		}

		c.read++
		text := c.block[:from+end]
		closed := strings.Count(text, `"`)%2 == 0
		if closed {
			c.block = c.block[len(text)+1:]
			return text, nil
		}
		from = len(text) + 1
	}
}

// fill reads more of the file, after what is left of the block. Rows are parts of
// one string, so that they need not be allocated one by one.
func (c *Reader) fill() error {
	if len(c.block) > len(c.buf)/2 {
		c.buf = make([]byte, 2*len(c.block))
	}

	rest := copy(c.buf, c.block)
	n, err := io.ReadAtLeast(c.r, c.buf[rest:], 1)
	c.block = string(c.buf[:rest+n])

	switch {
	case err == io.EOF && c.block == "":
		return io.EOF
	case err == io.EOF:
		return fmt.Errorf("line %d: the last line has no line end, so the file is incomplete", c.line)
	}
	return err
}

// split appends the fields of a row; ok is false where a quote is out of place.
func split(text string, fields []string) (_ []string, ok bool) {
	for {
		var field string
		if strings.HasPrefix(text, `"`) {
			field, text, ok = quoted(text[1:])
		} else {
			field, text, ok = plain(text)
		}
		if !ok {
			return nil, false
		}

		fields = append(fields, field)
		if text == "" {
			return fields, true
		}
		text = text[1:] // the comma
	}
}

// plain returns a field without quotes, and what follows it: a comma or the end.
func plain(text string) (field, rest string, ok bool) {
	end := strings.IndexByte(text, ',')
	if end < 0 {
		end = len(text)
	}
	field, rest = text[:end], text[end:]
	return field, rest, !strings.Contains(field, `"`)
}

// quoted returns a field whose opening quote is read, and what follows it: a
// comma or the end.
func quoted(text string) (field, rest string, ok bool) {
	doubled := false
	at := 0
	for {
		end := strings.IndexByte(text[at:], '"')
		if end < 0 {
			return "", "", false
		}
		at += end
		if !strings.HasPrefix(text[at+1:], `"`) {
			break
		}
		doubled = true
		at += 2
	}

	field, rest = text[:at], text[at+1:]
	if doubled {
		field = strings.ReplaceAll(field, `""`, `"`)
	}
	inPlace := rest == "" || rest[0] == ','
	return field, rest, inPlace
}

// FormError says where a file is not what its Reader expects. Either its bytes
// are damaged, which Verify tells, or this program did not write it like that.
type FormError struct {
	File string
	Says string // it names lines, and no values

	IsHeader bool // it is the header that is another
}

func (e *FormError) Error() string { return "read " + e.File + ": " + e.Says }

// fault says what cannot be read.
func (c *Reader) fault(err error) error {
	if errors.Is(err, ErrDamaged) {
		return fmt.Errorf("read %s: %w", c.name, err)
	}

	form := &FormError{
		File:     c.name,
		Says:     err.Error(),
		IsHeader: c.line == 1,
	}
	return schema.NewFault(schema.Rejected, form,
		"the database has something that this program did not write: restore it from a backup")
}

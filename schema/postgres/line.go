package postgres

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// line is one row in the text format of COPY, see
// https://www.postgresql.org/docs/current/sql-copy.html. It reuses its memory for
// the next row.
type line struct {
	buf []byte
	bad string // the first column that PostgreSQL would not take
}

// int adds a bigint.
func (r *line) int(n int64) {
	r.buf = strconv.AppendInt(r.buf, n, 10)
	r.buf = append(r.buf, '\t')
}

// intOrNull adds a bigint that may be null.
func (r *line) intOrNull(n *int64) {
	if n == nil {
		r.null()
		return
	}
	r.int(*n)
}

// text adds a text, or null for an empty one.
func (r *line) text(column, value string) {
	if value == "" {
		r.null()
		return
	}

	r.escape(column, value)
	r.buf = append(r.buf, '\t')
}

// findings adds an array of texts.
func (r *line) findings(column string, findings []schema.Finding) {
	r.buf = append(r.buf, '{')
	for i, finding := range findings {
		if i > 0 {
			r.buf = append(r.buf, ',')
		}

		quoted := arrayText.Replace(string(finding))
		r.escape(column, `"`+quoted+`"`)
	}

	r.buf = append(r.buf, '}', '\t')
}

// arrayText writes a text as it stands in quotes in an array.
var arrayText = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

func (r *line) null() {
	r.buf = append(r.buf, '\\', 'N', '\t')
}

func (r *line) escape(column, value string) {
	if !utf8.ValidString(value) {
		r.bad = column
	}

	start := 0
	for i := range len(value) {
		c := value[i]
		if c >= ' ' && c != '\\' {
			continue
		}

		var letter byte
		switch c {
		case '\\':
			letter = '\\'
		case '\t':
			letter = 't'
		case '\n':
			letter = 'n'
		case '\r':
			letter = 'r'
		case 0:
			r.bad = column
			continue
		default:
			continue
		}

		r.buf = append(r.buf, value[start:i]...)
		r.buf = append(r.buf, '\\', letter)
		start = i + 1
	}

	r.buf = append(r.buf, value[start:]...)
}

// end returns the row, valid until the next column is added. It is a
// schema.Rejected fault, naming no value, when PostgreSQL could not hold it.
func (r *line) end() ([]byte, error) {
	text := r.buf
	bad := r.bad
	r.buf = r.buf[:0]
	r.bad = ""

	if bad != "" {
		err := fmt.Errorf("column %s: a value contains a zero byte or is not UTF-8", bad)
		return nil, schema.NewFault(schema.Rejected, err, "correct the value in PowerSchool")
	}

	text[len(text)-1] = '\n' // instead of the last tab

	return text, nil
}

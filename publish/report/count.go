package report

import (
	"encoding/json"
	"strconv"
)

// Count is a number of rows, which a report that leaves the office may have to
// hide.
type Count struct {
	n      int64
	hidden hidden
}

// hidden says how a count is hidden.
type hidden int

const (
	shown   hidden = iota
	small          // under ten, zero included
	leftOut        // it would reveal one that is small
)

// tooFew is the least count that everybody may see.
const tooFew = 10

func count(n int64) Count { return Count{n: n} }

// String writes a count for people.
func (c Count) String() string {
	switch c.hidden {
	case small:
		return "<10"
	case leftOut:
		return "–"
	}
	return strconv.FormatInt(c.n, 10)
}

// MarshalJSON writes the number, "<10", or null when it is left out.
func (c Count) MarshalJSON() ([]byte, error) {
	switch c.hidden {
	case small:
		return []byte(`"<10"`), nil
	case leftOut:
		return []byte("null"), nil
	}
	return json.Marshal(c.n)
}

// cell writes a count for a spreadsheet.
func (c Count) cell() string {
	if c.hidden == leftOut {
		return ""
	}
	return c.String()
}

// Zero reports whether a count is known to be zero.
func (c Count) Zero() bool { return c.n == 0 && c.hidden == shown }

// Some reports whether a count is known to be more than zero.
func (c Count) Some() bool { return c.n > 0 && c.hidden == shown }

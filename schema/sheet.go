package schema

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode/utf8"
)

// byteOrderMark tells Excel that a file is UTF-8. SchooLinks' own files never have it.
const byteOrderMark = "\ufeff"

// Sheet writes a table as CSV for a spreadsheet. No cell is one that a spreadsheet
// would take for a formula (CWE-1236).
type Sheet struct{ csv *csv.Writer }

// NewSheet begins a table.
func NewSheet(w io.Writer, header []string) (*Sheet, error) {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return nil, err
	}

	s := &Sheet{csv.NewWriter(w)}
	return s, s.csv.Write(header)
}

// Add adds a row.
func (s *Sheet) Add(cells []string) error {
	for i, cell := range cells {
		cells[i] = inert(cell)
	}
	return s.csv.Write(cells)
}

// End completes the table. It returns the first error that there was.
func (s *Sheet) End() error {
	s.csv.Flush()
	return s.csv.Error()
}

// inert makes a cell that no spreadsheet computes. One that begins like a formula,
// even in quotes or after spaces, gets an apostrophe before it.
func inert(cell string) string {
	cell = Visible(cell)
	if beginsFormula(cell) {
		return "'" + cell
	}
	return cell
}

func beginsFormula(cell string) bool {
	begin := strings.TrimLeft(cell, " \"'")
	first, size := utf8.DecodeRuneInString(begin)
	return size > 0 && strings.ContainsRune("=+-@＝＋－＠", first)
}

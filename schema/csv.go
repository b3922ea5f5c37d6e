package schema

import (
	"encoding/csv"
	"io"
	"iter"
	"strings"
	"unicode/utf8"
)

// byteOrderMark tells Excel that a file is UTF-8.
const byteOrderMark = "\ufeff"

// WriteCSV writes a table for a spreadsheet. No cell is one that a spreadsheet would
// take for a formula (CWE-1236). SchooLinks' files are not written like this.
func WriteCSV(w io.Writer, header []string, rows iter.Seq[[]string]) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}

	c := csv.NewWriter(w)
	if err := c.Write(header); err != nil {
		return err
	}
	for row := range rows {
		if err := c.Write(inert(row)); err != nil {
			return err
		}
	}

	c.Flush()
	return c.Error()
}

// inert makes cells that no spreadsheet computes. A cell that begins like a
// formula, even in quotes or after spaces, gets an apostrophe before it.
func inert(cells []string) []string {
	for i, cell := range cells {
		cells[i] = Visible(cell)
		if beginsFormula(cells[i]) {
			cells[i] = "'" + cells[i]
		}
	}
	return cells
}

func beginsFormula(cell string) bool {
	begin := strings.TrimLeft(cell, " \"'")
	first, size := utf8.DecodeRuneInString(begin)
	return size > 0 && strings.ContainsRune("=+-@＝＋－＠", first)
}

package powerschool

import "database/sql"

// How many rows Oracle's driver is asked to fetch at a time. It takes memory for
// all of them in advance, of the width that their columns may have.
const (
	mostRows   = 1000     // more are not faster
	fetchBytes = 10 << 20 // for the rows of one fetch
)

const (
	cellBytes   = 256  // more than a number or a date takes: godror writes numbers as text
	longestText = 4000 // of Oracle's VARCHAR2, in bytes, unless the database was set up for more
	computed    = 13   // columns of the statement that are of no table
)

// fetchOptions asks for as many rows at a time as fit in fetchBytes.
func (s *Source) fetchOptions() []any {
	if s.driver.FetchOptions == nil {
		return nil
	}

	rows := fetchBytes / s.rowBytes()
	return s.driver.FetchOptions(min(max(rows, 1), mostRows))
}

// rowBytes is no less than the memory that a row of the widest query takes. It
// counts every column that the query reads, also those that are only compared. A
// table that was not looked at counts as one of long texts.
func (s *Source) rowBytes() int {
	bytes := computed * cellBytes
	for _, t := range s.Tables() {
		of, known := s.widths[t.Name]
		if !known {
			of = len(t.columns) * (cellBytes + longestText)
		}
		bytes += of
	}
	return bytes
}

// width is the memory that a row of these columns takes. The driver says the length
// of a text in bytes, as the client's character set needs them.
func width(types []*sql.ColumnType) (bytes int) {
	counted := map[string]bool{}
	for _, t := range types {
		if counted[t.Name()] {
			continue
		}
		counted[t.Name()] = true

		length, _ := t.Length()
		bytes += cellBytes + int(min(length, fetchBytes))
	}
	return bytes
}

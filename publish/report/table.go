package report

import "github.com/schoolinks-sync/schoolinks-sync/schema"

// Table counts rows by something: the file as a whole, tags, columns, schools
// or grades.
type Table struct {
	By    schema.TallyBy `json:"by"`
	Lines []Line         `json:"lines"`
}

// Line is one line of a Table.
type Line struct {
	Value   string `json:"value"`
	Name    string `json:"name,omitempty"` // of a school
	Rows    Count  `json:"rows"`
	Before  Count  `json:"before"`
	Added   Count  `json:"added"`
	Lost    Count  `json:"lost"`
	Left    Count  `json:"left"`
	Changed Count  `json:"changed"`
}

func lineOf(t schema.Tally) Line {
	return Line{
		Value:   t.Value,
		Rows:    count(t.Rows),
		Before:  count(t.Before),
		Added:   count(t.Added),
		Lost:    count(t.Lost),
		Left:    count(t.Left),
		Changed: count(t.Changed),
	}
}

// column is one of a line's counts.
type column int

const (
	rows column = iota
	before
	added
	lost
	left
	changed
)

// columnNames are the headers of the columns, in their order.
var columnNames = []string{"rows", "before", "added", "lost", "left", "changed"}

func (c column) of(l *Line) *Count {
	counts := [...]*Count{
		rows:    &l.Rows,
		before:  &l.Before,
		added:   &l.Added,
		lost:    &l.Lost,
		left:    &l.Left,
		changed: &l.Changed,
	}
	return counts[c]
}

// Counts are a line's, in the order of the columns.
func (l Line) Counts() []Count {
	return []Count{
		l.Rows,
		l.Before,
		l.Added,
		l.Lost,
		l.Left,
		l.Changed,
	}
}

package schema

import "encoding/json"

// Fact says where one demographic value of a student is. With Column, it is that
// column of STUDENTS itself, or of an extension table, which is a table whose
// STUDENTSDCID is STUDENTS.DCID; if Dates are given, only while they contain the
// day of the snapshot. With Student, it is 1 for a student about whom the table has
// at least one such row, and 0 for any other student. A date is written as
// 2026-08-17, and the blank date is NULL.
type Fact struct {
	Name   string `json:"name"`
	Table  string `json:"table"`
	Column string `json:"column,omitempty"`

	Student string  `json:"student,omitempty"` // StudentsDCID or StudentID
	Where   []Where `json:"where,omitempty"`   // the row must meet all of them
	Lookups Lookups `json:"lookup,omitempty"`

	Dates
}

// The columns by which a table names the student a row is about.
const (
	StudentsDCID = "studentsdcid" // STUDENTS.DCID
	StudentID    = "studentid"    // STUDENTS.ID
)

// Dates are columns of a fact's table that say on which days a row holds. Without
// a start column, or if the start is NULL, it has begun; without an end column, or
// if the end is NULL, it goes on.
type Dates struct {
	Start        string `json:"start,omitempty"`
	End          string `json:"end,omitempty"`
	EndExclusive bool   `json:"end_exclusive,omitempty"` // the end is the day after the last one
	GraceDays    int    `json:"grace_days,omitempty"`    // how many days after the last one still count
}

// Where is a condition on a column: it is one of In, it begins with Prefix, it
// contains Contains, or it is not blank. Surrounding spaces and case do not matter,
// and In compares numbers by value. A blank column meets none of them, and so it
// meets a condition with Not.
type Where struct {
	Column   string   `json:"column"` // text, numbers, or dates
	In       []string `json:"in,omitempty"`
	Prefix   string   `json:"prefix,omitempty"`
	Contains string   `json:"contains,omitempty"`
	NotBlank bool     `json:"not_blank,omitempty"`
	Not      bool     `json:"not,omitempty"` // the column must not meet the condition
}

// Lookup is a table that must have a row for the fact's, such as GEN for the
// program of SPENROLLMENTS.
type Lookup struct {
	Table string  `json:"table"`
	On    string  `json:"on"`  // a column of the fact's table
	Key   string  `json:"key"` // the column of the lookup table that it refers to
	Where []Where `json:"where,omitempty"`
}

// Lookups are tables that must all have a row for the fact's.
type Lookups []Lookup

// MarshalJSON writes one lookup as older versions did.
func (l Lookups) MarshalJSON() ([]byte, error) {
	if len(l) == 1 {
		return json.Marshal(l[0])
	}
	return json.Marshal([]Lookup(l))
}

// UnmarshalJSON also reads the only lookup that older settings could have.
func (l *Lookups) UnmarshalJSON(text []byte) error {
	var one Lookup
	if err := json.Unmarshal(text, &one); err == nil {
		*l = Lookups{one}
		return nil
	}
	return json.Unmarshal(text, (*[]Lookup)(l))
}

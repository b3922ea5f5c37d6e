package files

import (
	"fmt"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Kind is one of SchooLinks' files, and has everything that is special about it.
// To add a file, add a Kind in a Go file of its own, and to All.
type Kind struct {
	Name      string    // the configuration's name for it, under files and for its own settings
	FileName  string    // the default of files.NAME.name: the name that SchooLinks expects
	WhenEmpty WhenEmpty // the default of files.NAME.when_empty
	Title     string    // for people

	Columns []Column // after the first one, which is the student's identifier
	Key     int      // the field that tells a student's rows apart; 0 when a student has one row

	// Rows makes the rows, under some rules.
	Rows func(Rules) Rower

	// Rules is the part of the rules that the rows depend on, besides what all
	// files depend on; nil when there is none.
	Rules func(Rules) any

	// Settings are the extract settings that the values depend on: whole keys, or
	// the beginnings of keys, which end in a dot.
	Settings []string

	// Facts returns the facts that the rows of a key depend on. It is nil when rows
	// do not depend on facts.
	Facts func(rules Rules, key string) []string

	// Sources are what the values come from, besides facts.
	Sources []Source

	// AtSchool says that the values are those of the student's current school: who
	// moves to another one has others.
	AtSchool bool
}

// Source is a value of a snapshot that a file's values come from.
type Source struct {
	Name  string // for people: simple GPA
	Value func(*schema.Student) schema.Decimal

	// Rejects are the findings that keep the value out of the snapshot.
	Rejects []schema.Finding
}

// Column is one column of a file.
type Column struct {
	Header string

	// Measure says what its values are, for the guard; "" is text. A value that
	// is measured can be lost on its own while its row stays.
	Measure schema.Measure

	// Blank reports whether a value counts as missing. It is nil for text.
	Blank func(value string) bool

	// Points returns the factor that turns a share into percentage points. It is
	// nil for other measures.
	Points func(Rules) float64
}

// Rower adds the rows of the students who share a number (almost always there is
// one student).
type Rower func(students []schema.Student, add func(fields ...string))

// Header returns the header of the file under some rules.
func (k Kind) Header(r Rules) []string {
	header := []string{r.Header}
	for _, c := range k.Columns {
		header = append(header, c.Header)
	}
	return header
}

// Find returns the kind with a name. A name that is not known was stored by a
// newer version of the program; it is a schema.Config fault.
func Find(kinds []Kind, name string) (Kind, error) {
	for _, k := range kinds {
		if k.Name == name {
			return k, nil
		}
	}

	err := fmt.Errorf("this program does not know the file %q", name)
	return Kind{}, schema.NewFault(schema.Config, err,
		"update the program to the version that published it")
}

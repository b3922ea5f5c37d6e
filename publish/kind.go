package publish

import "github.com/schoolinks-sync/schoolinks-sync/schema"

// Kind is one of SchooLinks' files: its header, and how students become its
// rows.
type Kind struct {
	Name    string   // attendance, gpa or tags
	Columns []string // the header after the first field, which is the student's identifier
	Tag     int      // the field that tells apart a student's rows; 0 where there is one row a student
	Values  []int    // the fields with a value that can be lost on its own
	Blank   func(value string) bool
	Points  func(Rules) float64 // of shares: what makes percentage points of one; nil for other values
	Rows    func(Rules) Rower
}

// Header returns the header of the file under some rules.
func (k Kind) Header(r Rules) []string { return append([]string{r.Identifier}, k.Columns...) }

// Rower adds the rows of the students who share a number, nearly always one
// student, and returns what a person should know about them.
type Rower func(students []schema.Student, add func(fields ...string)) []schema.Finding

// kind returns the kind of that name, which the configuration has checked.
func (p *Publisher) kind(name string) Kind {
	for _, k := range p.Kinds {
		if k.Name == name {
			return k
		}
	}
	panic("no file of the kind " + name)
}

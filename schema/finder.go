package schema

// Finder finds everything that is to be known about the students of a snapshot,
// also what shows only in the whole of it.
type Finder struct {
	Counts FindingCounts           // of the snapshot
	Emit   func(*Student, Finding) // a student is valid only during the call
	last   Student
	shared bool // whether last was emitted with NumberShared
}

// Add adds the next student, in the order of CompareNumbers.
func (f *Finder) Add(s *Student) {
	for _, finding := range s.Findings {
		f.Emit(s, finding)
	}
	f.unusual(s, SimpleUnusual, s.SimpleGPA)
	f.unusual(s, WeightedUnusual, s.WeightedGPA)

	shares := s.Number != "" && s.Number == f.last.Number
	if shares && !f.shared {
		f.Emit(&f.last, NumberShared)
	}
	if shares {
		f.Emit(s, NumberShared)
	}
	f.shared = shares
	f.last = *s
}

// unusual emits an unusual GPA, unless so many are that the district has this scale.
func (f *Finder) unusual(s *Student, kind Finding, gpa Decimal) {
	if f.Counts[kind] > 0 && gpa != "" && !Usual(gpa) {
		f.Emit(s, kind.Saying(string(gpa)))
	}
}

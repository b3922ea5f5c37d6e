package schema

// Finder finds everything that is to be known about the students of a snapshot,
// also what shows only in the whole of it.
type Finder struct {
	counts FindingCounts
	noRow  []Finding // by the extension tables' bits in Student.Rows
	missed []Finding // the same for RowMissing
	emit   func(*Student, Finding)
	last   Student
	shared bool // whether last was emitted with NumberShared
}

// NewFinder returns a finder for the students of a snapshot. It emits each finding with
// its student, who is valid only during the call.
func NewFinder(s *Snapshot, emit func(*Student, Finding)) *Finder {
	f := &Finder{
		counts: s.Findings,
		emit:   emit,
	}
	for _, table := range s.Settings.ExtensionTables() {
		f.noRow = append(f.noRow, NoRow.Of(table))
		f.missed = append(f.missed, RowMissing.Of(table))
	}
	return f
}

// Add adds the next student, in the order of CompareNumbers.
func (f *Finder) Add(s *Student) {
	for _, finding := range s.Findings {
		f.emit(s, finding)
	}
	f.unusual(s, SimpleUnusual, s.SimpleGPA)
	f.unusual(s, WeightedUnusual, s.WeightedGPA)
	f.rows(s)

	shares := s.Number != "" && s.Number == f.last.Number
	if shares && !f.shared {
		f.emit(&f.last, NumberShared)
	}
	if shares {
		f.emit(s, NumberShared)
	}
	f.shared = shares
	f.last = *s
}

// unusual emits an unusual GPA, unless so many are that the district has this scale.
func (f *Finder) unusual(s *Student, kind Finding, gpa Decimal) {
	if f.counts[kind] > 0 && gpa != "" && !Usual(gpa) {
		f.emit(s, kind.Saying(string(gpa)))
	}
}

// rows emits the extension tables that have no row and, as far as is known, had none.
func (f *Finder) rows(s *Student) {
	for bit, kind := range f.noRow {
		has := s.Rows>>bit&1 == 1 // every bit of RowsUnknown is set
		if !has && !s.Has(f.missed[bit]) {
			f.emit(s, kind)
		}
	}
}

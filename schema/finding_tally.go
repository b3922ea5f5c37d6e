package schema

import "encoding/json"

// FindingTally says of how many students a kind of finding was made, and in which
// schools and grades. Findings that are about nobody in the snapshot have neither.
type FindingTally struct {
	Count   int64           `json:"count"`
	Schools map[int64]int64 `json:"schools,omitempty"` // by STUDENTS.SCHOOLID
	Grades  map[int64]int64 `json:"grades,omitempty"`  // by STUDENTS.GRADE_LEVEL
}

// UnmarshalJSON also reads the number alone, which older versions wrote.
func (t *FindingTally) UnmarshalJSON(text []byte) error {
	if json.Unmarshal(text, &t.Count) == nil {
		return nil
	}

	type plain FindingTally
	return json.Unmarshal(text, (*plain)(t))
}

// FindingTallies are the findings of a publication, by kind.
type FindingTallies map[Finding]FindingTally

// NewFindingTallies begins with the counts of a snapshot.
func NewFindingTallies(counts FindingCounts) FindingTallies {
	tallies := FindingTallies{}
	for f, n := range counts {
		tallies[f] = FindingTally{
			Count:   n,
			Schools: map[int64]int64{},
			Grades:  map[int64]int64{},
		}
	}
	return tallies
}

// Add notes the school and the grade of a student about whom the snapshot has a
// finding.
func (t FindingTallies) Add(s *Student, f Finding) {
	tally, ok := t[f.Kind()]
	if ok {
		tally.Schools[s.SchoolID]++
		tally.Grades[s.GradeLevel]++
	}
}

// Names returns the kinds, in byte order.
func (t FindingTallies) Names() []Finding {
	counts := FindingCounts{}
	for f := range t {
		counts[f] = 0
	}
	return counts.Names()
}

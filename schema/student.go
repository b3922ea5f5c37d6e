package schema

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
)

// Student is one student of a snapshot. A student is in it once, even if the
// extension tables of PowerSchool hold several rows about them.
type Student struct {
	DCID int64 // STUDENTS.DCID, unique in PowerSchool
	ID   int64 // STUDENTS.ID, what attendance refers to
	// Number is the identifier by which SchooLinks knows the student: the column
	// of STUDENTS that Settings.Identifier names. STUDENT_NUMBER, DCID and ID are
	// canonical digits; STATE_STUDENTNUMBER is text as it is written, trimmed. It is
	// "" if it cannot be used, and Findings says why.
	Number string

	EnrollStatus, GradeLevel, SchoolID int64

	FirstName, LastName string // "" unless the configuration asks for names

	DaysPresent  Decimal // sum of ATTENDANCEVALUE; NULL when there is none
	DaysEnrolled Decimal // sum of MEMBERSHIPVALUE; NULL when there is none
	DaysUnknown  int64   // days whose ATTENDANCEVALUE is NULL

	SimpleGPA, WeightedGPA Decimal // NULL if absent, or unusable, and Findings says why

	Facts    Facts
	Findings []Finding // in byte order

	// Rows has bit i set if the i-th of Settings.ExtensionTables has a row about the
	// student. It is RowsUnknown in snapshots of older versions.
	Rows int64
}

// Before is what the snapshot before says about a student.
type Before struct {
	DCID int64
	Rows int64 // see Student.Rows
}

// RowsUnknown means that nobody knows which extension tables had a row.
const RowsUnknown = -1

// Facts are a student's demographic values as PowerSchool wrote them: a JSON
// object from a fact's name to its distinct values, names and values in byte
// order, without spaces ({"iep":["1"]}). Several values come from several rows; a
// fact without a value is left out. Equal facts are equal text.
type Facts string

// NewFacts writes facts in their one form.
func NewFacts(values map[string][]string) Facts {
	if len(values) == 0 {
		return "{}"
	}

	sorted := make(map[string][]string, len(values))
	for name, v := range values {
		inOrder := slices.Sorted(slices.Values(v))
		sorted[name] = slices.Compact(inOrder)
	}

	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)

	if err := e.Encode(sorted); err != nil {
		panic(err) // strings always encode
	}

	text := strings.TrimSuffix(b.String(), "\n")
	return Facts(text)
}

// Values reads facts back.
func (f Facts) Values() (map[string][]string, error) {
	var values map[string][]string
	err := json.Unmarshal([]byte(f), &values)
	return values, err
}

// Leaver is a student of the previous snapshot who is not in this one, with what
// PowerSchool says about them today. Nil means that it says nothing.
type Leaver struct {
	DCID                               int64
	Number                             string // as in the previous snapshot
	EnrollStatus, GradeLevel, SchoolID *int64
}

// CompareNumbers orders student numbers for the files: numbers that are digits come
// after all others and go by value, the others by bytes. Only the same text is
// equal: 007 and 7 are two students, and go by bytes. It returns -1, 0 or +1.
func CompareNumbers(a, b string) int {
	if a == b {
		return 0
	}

	aDigits := digits(a)
	bDigits := digits(b)

	switch {
	case aDigits && !bDigits:
		return 1
	case bDigits && !aDigits:
		return -1
	case aDigits:
		aValue := strings.TrimLeft(a, "0")
		bValue := strings.TrimLeft(b, "0")
		order := cmp.Or(
			cmp.Compare(len(aValue), len(bValue)),
			strings.Compare(aValue, bValue),
		)
		if order != 0 {
			return order
		}
	}

	return strings.Compare(a, b)
}

package schema

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// Student is one student of a snapshot. A student is in it once, however many
// rows the extension tables of PowerSchool hold about them.
type Student struct {
	DCID int64 // STUDENTS.DCID, unique in PowerSchool
	ID   int64 // STUDENTS.ID, what attendance refers to
	// Number is the identifier by which SchooLinks knows the student: the column
	// of STUDENTS that Settings.Identifier names. STUDENT_NUMBER, DCID and ID are
	// canonical digits, STATE_STUDENTNUMBER is text as it is written, trimmed. ""
	// when it cannot be used; then Findings says why.
	Number string

	EnrollStatus, GradeLevel, SchoolID int64

	FirstName, LastName string // "" unless the configuration asks for names

	DaysPresent  Decimal // sum of ATTENDANCEVALUE; NULL when there is none
	DaysEnrolled Decimal // sum of MEMBERSHIPVALUE; NULL when there is none
	DaysUnknown  int64   // days whose ATTENDANCEVALUE is NULL

	SimpleGPA, WeightedGPA Decimal // NULL when absent or unusable; then Findings says why

	Facts    Facts
	Findings []Finding // in the order of their names
}

// Finding names something about a student's source data that a person should
// know. It says what is wrong, never the value.
type Finding string

// The findings of an extract.
const (
	NumberMissing     Finding = "number_missing"      // no student number, or what else identifies students: the student is in no file
	NumberNotWhole    Finding = "number_not_whole"    // likewise
	NumberTooLong     Finding = "number_too_long"     // likewise: longer than 20 characters
	FTEMissing        Finding = "fte_missing"         // FTEID is NULL: no attendance
	EntryMissing      Finding = "entry_missing"       // ENTRYDATE is NULL, where attendance counts from there: none
	YearMissing       Finding = "year_missing"        // the school has no year term at the cutoff, where attendance counts in it: none
	DaysNotRecorded   Finding = "days_not_recorded"   // some days have no attendance value
	SimpleNotNumber   Finding = "simple_not_number"   // the GPA is left out
	WeightedNotNumber Finding = "weighted_not_number" // likewise
	SimpleDiffers     Finding = "simple_differs"      // two rows with different GPAs: neither is used
	WeightedDiffers   Finding = "weighted_differs"    // likewise
)

// The findings that only the whole of a snapshot or of its files shows.
const (
	NumberShared         Finding = "number_shared"           // students who share their number with another
	ScopeUnknown         Finding = "scope_unknown"           // students left out because status, grade or school is NULL
	AttendanceOutOfRange Finding = "attendance_out_of_range" // sent as it is, though below 0 or above 1
)

// Facts are a student's demographic values as PowerSchool wrote them: a JSON
// object from a fact's name to its distinct values, names and values in byte
// order, without space ({"iep":["1"]}). Several values come from several rows;
// a fact without a value is not in it. Equal facts are equal text.
type Facts string

// NewFacts writes facts in their one form.
func NewFacts(values map[string][]string) Facts {
	if len(values) == 0 {
		return "{}"
	}
	sorted := make(map[string][]string, len(values))
	for name, v := range values {
		sorted[name] = slices.Compact(slices.Sorted(slices.Values(v)))
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(sorted); err != nil {
		panic(err) // strings always encode
	}
	return Facts(strings.TrimSuffix(b.String(), "\n"))
}

// Values reads facts back.
func (f Facts) Values() (map[string][]string, error) {
	var values map[string][]string
	err := json.Unmarshal([]byte(f), &values)
	return values, err
}

// Leaver is a student of the previous snapshot who is not in this one, with
// what PowerSchool says of them today. Nil means that it says nothing.
type Leaver struct {
	DCID                               int64
	Number                             string // as in the previous snapshot
	EnrollStatus, GradeLevel, SchoolID *int64
}

// FindingCounts says of how many students, or of how many rows, each finding was made.
type FindingCounts map[Finding]int64

// Add counts each of findings once.
func (c FindingCounts) Add(findings ...Finding) {
	for _, f := range findings {
		c[f]++
	}
}

// Names returns the findings that were counted, in byte order.
func (c FindingCounts) Names() []Finding { return slices.Sorted(maps.Keys(c)) }

// CompareNumbers orders student numbers for the files: digits by value, before
// anything else, which is ordered by bytes. It returns -1, 0 or +1.
func CompareNumbers(a, b string) int {
	if a == b {
		return 0
	}
	da, db := digits(a), digits(b)
	if da != db {
		if da {
			return 1
		}
		return -1
	}
	if da {
		a, b = strings.TrimLeft(a, "0"), strings.TrimLeft(b, "0")
		if len(a) != len(b) {
			if len(a) < len(b) {
				return -1
			}
			return 1
		}
	}
	return strings.Compare(a, b)
}

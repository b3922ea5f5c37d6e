package schema

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// What is to be known about the students of each kind of finding.
var findingTexts = map[Finding]string{
	NumberMissing:  "no student number, so they are in no file",
	NumberNotWhole: "a student number that is not a whole number, so they are in no file",
	NumberExponent: "a student number with an exponent, as a spreadsheet writes it, so they are in no file",
	NumberTooLong:  "a student number of more than 20 characters, so they are in no file",
	NumberShared:   "a student number that another student has too",
	ScopeUnknown:   "left out, because the enrollment status, the grade or the school is blank",

	FTEMissing:           "no FTEID, so it is not known which days of attendance count",
	EntryMissing:         "no entry date, so it is not known which days of attendance count",
	YearMissing:          "the school has no year term, so it is not known which days of attendance count",
	NoCountedDay:         "no day of attendance counts, though other students have days",
	AttendanceStale:      "the newest day of attendance is long before the newest of the school, so none is sent",
	SchoolStale:          "the newest day of attendance of the whole school is long before that of other schools",
	NoAttendance:         "nobody has a day of attendance that counts, so no attendance is sent",
	DaysNotRecorded:      "days of membership without an attendance value",
	AttendanceOutOfRange: "attendance below 0 or above 1, which is sent as it is",

	SimpleNotNumber:    "an unweighted GPA that is not a number, so it is left out",
	WeightedNotNumber:  "a weighted GPA that is not a number, so it is left out",
	SimpleOutOfRange:   "an unweighted GPA that cannot be one, so it is left out",
	WeightedOutOfRange: "a weighted GPA that cannot be one, so it is left out",
	SimpleTooOld:       "an unweighted GPA that is too old, so it is left out",
	WeightedTooOld:     "a weighted GPA that is too old, so it is left out",
	SimpleDiffers:      "rows with different unweighted GPAs, so none is sent",
	WeightedDiffers:    "rows with different weighted GPAs, so none is sent",
	SimpleUnusual:      "an unweighted GPA that is unusual in the district, which is sent as it is",
	WeightedUnusual:    "a weighted GPA that is unusual in the district, which is sent as it is",

	BadByte:        "a value with bytes that are not text",
	NameUnreadable: "a name with bytes that are not text",
}

// Text says in words what a kind of finding means for its students. A kind of a
// newer version has no words.
func (f Finding) Text() string {
	kind, table, _ := strings.Cut(string(f.Kind()), "/")
	switch Finding(kind) {
	case RowMissing:
		return fmt.Sprintf("no row in %s, though there was one in the snapshot before", cmp.Or(table, "a table"))
	case NoRow:
		return fmt.Sprintf("no row in %s", cmp.Or(table, "a table"))
	}
	return findingTexts[f.Kind()]
}

// Sentence says of how many students a kind of finding was made, and what it means for
// them. count is a number, or "<10".
func (f Finding) Sentence(count string) string {
	says := string(f.Kind()) + ": " + Students(count)
	if text := f.Text(); text != "" {
		says += ": " + text
	}
	return says
}

// Students is a count of students in words: "1 student", "<10 students".
func Students(count string) string {
	if count == "1" {
		return "1 student"
	}
	return count + " students"
}

// FindingKinds are all kinds of findings, in byte order.
func FindingKinds() []Finding {
	kinds := slices.Collect(maps.Keys(findingTexts))
	kinds = append(kinds, RowMissing, NoRow)
	slices.Sort(kinds)
	return kinds
}

// Known reports whether findings can be of a kind.
func (f Finding) Known() bool {
	return f.Text() != ""
}

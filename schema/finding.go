package schema

import (
	"maps"
	"slices"
	"strings"
	"unicode"
)

// Finding is something that a person should know about a student's source data:
// a kind, and after a colon what PowerSchool says, if that explains it
// ("simple_not_number:4.0W"). What it says is a student's data: it is stored and
// shown on request, and never logged.
type Finding string

// The kinds of findings about one student that extract makes.
const (
	// The identifier (the student number, or what the settings name) is absent, is
	// not whole, was written with an exponent (a spreadsheet has rounded it), or has
	// more than 20 characters: the student is in no file.
	NumberMissing  Finding = "number_missing"
	NumberNotWhole Finding = "number_not_whole"
	NumberExponent Finding = "number_exponent"
	NumberTooLong  Finding = "number_too_long"

	// The days that count cannot be told, so there is no attendance: FTEID is NULL,
	// ENTRYDATE is NULL, or the school has no year term at the cutoff.
	FTEMissing   Finding = "fte_missing"
	EntryMissing Finding = "entry_missing"
	YearMissing  Finding = "year_missing"

	// There is no attendance: no day counts, though other students have days; or the
	// newest day that counts is long before the newest of the student's school.
	NoCountedDay    Finding = "no_counted_day"
	AttendanceStale Finding = "attendance_stale"

	// SchoolStale: the newest day that counts of the whole school is long before that of
	// the other schools. The attendance is sent.
	SchoolStale Finding = "school_stale"

	DaysNotRecorded      Finding = "days_not_recorded"       // some days have no attendance value
	AttendanceOutOfRange Finding = "attendance_out_of_range" // sent as it is, though below 0 or above 1

	// The GPA is left out: it is not a number, it is outside what a GPA can be, it
	// is too old, or rows hold different ones.
	SimpleNotNumber    Finding = "simple_not_number"
	WeightedNotNumber  Finding = "weighted_not_number"
	SimpleOutOfRange   Finding = "simple_out_of_range"
	WeightedOutOfRange Finding = "weighted_out_of_range"
	SimpleTooOld       Finding = "simple_too_old"
	WeightedTooOld     Finding = "weighted_too_old"
	SimpleDiffers      Finding = "simple_differs"
	WeightedDiffers    Finding = "weighted_differs"

	// RowMissing is followed by a slash and an extension table, which has no row
	// about the student, but had one in the snapshot before.
	RowMissing Finding = "row_missing"

	// BadByte: a value has a zero byte, or bytes that are not UTF-8, which are
	// replaced. In a name, which no file has, it is NameUnreadable.
	BadByte        Finding = "bad_byte"
	NameUnreadable Finding = "name_unreadable"
)

// The kinds of findings that show only in a whole snapshot.
const (
	NumberShared    Finding = "number_shared"    // students who share their number with another
	ScopeUnknown    Finding = "scope_unknown"    // left out because status, grade or school is NULL
	NoAttendance    Finding = "no_attendance"    // no student has a day that counts
	NoRow           Finding = "no_row"           // as RowMissing, but there was none before either, or nobody knows
	SimpleUnusual   Finding = "simple_unusual"   // sent, though few students have such a GPA: see Unusual
	WeightedUnusual Finding = "weighted_unusual" // the same
)

// longestSaid is how much of what PowerSchool says a finding holds, in characters.
const longestSaid = 40

// Saying is a finding of this kind with what PowerSchool says, or the beginning
// of it, on one line.
func (f Finding) Saying(text string) Finding {
	text = strings.Map(printable, strings.ToValidUTF8(text, "\ufffd"))
	characters := []rune(text)
	if len(characters) > longestSaid {
		text = string(characters[:longestSaid-1]) + "…"
	}

	return f + ":" + Finding(text)
}

// printable replaces what a terminal, or a spreadsheet, does not show as it is.
func printable(r rune) rune {
	if !unicode.IsPrint(r) {
		return '\ufffd'
	}
	return r
}

// Of is a finding of this kind about one table.
func (f Finding) Of(table string) Finding {
	return f + "/" + Finding(table)
}

// Kind is the finding without what PowerSchool says.
func (f Finding) Kind() Finding {
	kind, _, _ := strings.Cut(string(f), ":")
	return Finding(kind)
}

// Said is what PowerSchool says, or "".
func (f Finding) Said() string {
	_, said, _ := strings.Cut(string(f), ":")
	return said
}

// Is reports whether a finding is of a kind; a kind without a table is that kind
// of any table.
func (f Finding) Is(kind Finding) bool {
	is := f.Kind()
	if is == kind {
		return true
	}

	of, _, hasTable := strings.Cut(string(is), "/")
	return hasTable && Finding(of) == kind
}

// Has reports whether a student has a finding of a kind.
func (s *Student) Has(kind Finding) bool {
	return slices.ContainsFunc(s.Findings, func(f Finding) bool {
		return f.Is(kind)
	})
}

// FindingCounts says of how many students, or rows, each kind of finding was made.
type FindingCounts map[Finding]int64

// Add counts each of findings once.
func (c FindingCounts) Add(findings ...Finding) {
	for _, f := range findings {
		c[f.Kind()]++
	}
}

// Names returns the kinds that were counted, in byte order.
func (c FindingCounts) Names() []Finding {
	return slices.Sorted(maps.Keys(c))
}

// The GPAs that nearly all scales have. Some districts have a scale of 100 points.
const (
	leastUsual    = 0
	greatestUsual = 6
	greatestGPA   = 100
)

// Usual reports whether a GPA is on a scale of 4, 5 or 6 points.
func Usual(gpa Decimal) bool {
	value, ok := gpa.Float()
	return ok && value >= leastUsual && value <= greatestUsual
}

// Possible reports whether a GPA is on any scale that is known.
func Possible(gpa Decimal) bool {
	value, ok := gpa.Float()
	return ok && value >= 0 && value <= greatestGPA
}

package diff

import (
	"cmp"
	"maps"
	"slices"
)

// Reason is why a row changed.
type Reason struct {
	Code Code
	Says string // "fact iep changed 1 → 0"
}

// because is a reason about which there is no more to say than its code does.
func because(code Code) Reason { return Reason{Code: code, Says: code.Text()} }

// Code is the kind of a reason.
type Code string

const (
	Entered         Code = "entered"          // the student was not in the snapshot before
	LeftGraduated   Code = "left_graduated"   // ENROLL_STATUS 3
	LeftTransferred Code = "left_transferred" // ENROLL_STATUS 2
	LeftInactive    Code = "left_inactive"    // any other that is not read
	LeftUnknown     Code = "left_unknown"     // PowerSchool did not say
	OutOfScope      Code = "out_of_scope"     // enrolled, in a grade or school that is not read
	OlderSnapshot   Code = "older_snapshot"   // from a newer snapshot to an older one: the student is only in one of them
	FactChanged     Code = "fact_changed"
	ValueChanged    Code = "value_changed"    // a GPA, or days of attendance
	SourceRejected  Code = "source_rejected"  // a finding says why the value is not used
	RuleChanged     Code = "rule_changed"     // the students are the same, the rules are not
	SettingsChanged Code = "settings_changed" // a fact's definition, the scope or the window is another
	NotComparable   Code = "not_comparable"   // the rules of before need a fact that is not read any more
	Unknown         Code = "unknown"
)

// texts say what each reason means where its rows are counted.
var texts = map[Code]string{
	Entered:         "entered",
	LeftGraduated:   "left: graduated",
	LeftTransferred: "left: transferred out",
	LeftInactive:    "left: inactive",
	LeftUnknown:     "left: PowerSchool does not say why",
	OutOfScope:      "out of scope: a grade or school that is not read",
	OlderSnapshot:   "in one of the two snapshots only",
	FactChanged:     "a fact changed",
	ValueChanged:    "a GPA, or days of attendance, changed",
	SourceRejected:  "a value in PowerSchool is rejected, or no longer",
	RuleChanged:     "the rules changed, the students did not",
	SettingsChanged: "the extract's settings changed",
	NotComparable:   "a fact is not read any more",
	Unknown:         "not known",
}

// Text says what a reason means where its rows are counted.
func (c Code) Text() string { return texts[c] }

// ReasonCount says how many rows changed for a reason.
type ReasonCount struct {
	Code Code
	Rows int64
}

// countReasons returns the counts, the most frequent reason first.
func countReasons(counts map[Code]int64) []ReasonCount {
	var list []ReasonCount
	for _, code := range slices.Sorted(maps.Keys(counts)) {
		list = append(list, ReasonCount{code, counts[code]})
	}
	slices.SortStableFunc(list, func(a, b ReasonCount) int { return cmp.Compare(b.Rows, a.Rows) })
	return list
}

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

// join returns the reason of a change that several things contribute to. Its code
// is the first one's: what settings changed must not look like what children did.
func join(all []Reason) Reason {
	reason := all[0]
	for _, r := range all[1:] {
		reason.Says += ", " + r.Says
	}
	return reason
}

// because is a reason that needs no more words than those of its code.
func because(code Code) Reason {
	return Reason{Code: code, Says: code.Text()}
}

// Code is the kind of a reason.
type Code string

const (
	Entered         Code = "entered"          // the student was not in the snapshot before
	LeftGraduated   Code = "left_graduated"   // ENROLL_STATUS 3
	LeftTransferred Code = "left_transferred" // ENROLL_STATUS 2
	LeftInactive    Code = "left_inactive"    // any other ENROLL_STATUS that is not read
	LeftUnknown     Code = "left_unknown"     // PowerSchool did not say
	OutOfScope      Code = "out_of_scope"     // enrolled, in a grade or school that is not read
	OlderSnapshot   Code = "older_snapshot"   // compared with an older snapshot; only one of them has the student
	OtherStudent    Code = "other_student"    // the students who have the number are not those who had it
	FactChanged     Code = "fact_changed"
	ValueChanged    Code = "value_changed"    // a GPA, or days of attendance
	SourceRejected  Code = "source_rejected"  // a finding says why the value is not used
	RuleChanged     Code = "rule_changed"     // the students are the same, the rules are not
	SettingsChanged Code = "settings_changed" // a fact's definition, the scope or the window changed
	NotComparable   Code = "not_comparable"   // the old rules need a fact that is no longer read
	Unknown         Code = "unknown"
)

// texts say what each reason means when its rows are counted.
var texts = map[Code]string{
	Entered:         "entered",
	LeftGraduated:   "left: graduated",
	LeftTransferred: "left: transferred out",
	LeftInactive:    "left: inactive",
	LeftUnknown:     "left: PowerSchool does not say why",
	OutOfScope:      "out of scope: a grade or school that is not read",
	OlderSnapshot:   "only in one of the two snapshots",
	OtherStudent:    "the number is another student's, or no longer is",
	FactChanged:     "a fact changed",
	ValueChanged:    "a GPA, or days of attendance, changed",
	SourceRejected:  "a value in PowerSchool is rejected, or is no longer rejected",
	RuleChanged:     "the rules changed, the students did not",
	SettingsChanged: "the extract's settings changed",
	NotComparable:   "a fact is no longer read",
	Unknown:         "not known",
}

// Text says what a reason means when its rows are counted.
func (c Code) Text() string { return texts[c] }

// ReasonCount says how many rows changed for a reason.
type ReasonCount struct {
	Code Code
	Rows int64
}

// countReasons returns the counts, with the most frequent reason first.
func countReasons(counts map[Code]int64) []ReasonCount {
	var list []ReasonCount
	for _, code := range slices.Sorted(maps.Keys(counts)) {
		list = append(list, ReasonCount{code, counts[code]})
	}
	slices.SortStableFunc(list, func(a, b ReasonCount) int {
		return cmp.Compare(b.Rows, a.Rows)
	})
	return list
}

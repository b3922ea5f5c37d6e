package report

import "github.com/schoolinks-sync/schoolinks-sync/publish"

// reasonTexts says what each reason means where its rows are counted.
var reasonTexts = map[publish.Code]string{
	publish.Entered:         "entered",
	publish.LeftGraduated:   "left: graduated",
	publish.LeftTransferred: "left: transferred out",
	publish.LeftInactive:    "left: inactive",
	publish.LeftUnknown:     "left: PowerSchool does not say why",
	publish.OutOfScope:      "out of scope: a grade or school that is not read",
	publish.OlderSnapshot:   "in one of the two snapshots only",
	publish.FactChanged:     "a fact changed",
	publish.ValueChanged:    "a GPA, or days of attendance, changed",
	publish.SourceRejected:  "a value in PowerSchool is rejected, or no longer",
	publish.RuleChanged:     "the rules changed, the students did not",
	publish.SettingsChanged: "the extract's settings changed",
	publish.NotComparable:   "a fact is not read any more",
	publish.Unknown:         "not known",
}

// causeTexts says what each cause means.
var causeTexts = map[publish.Cause]string{
	publish.ByData:  "changes of students",
	publish.ByRules: "changes of the rules",
}

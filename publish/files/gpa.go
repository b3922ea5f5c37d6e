package files

import "github.com/schoolinks-sync/schoolinks-sync/schema"

// gpa is gpa.csv: a student's simple and weighted grade point averages. One
// that is absent is left blank.
var gpa = Kind{
	Name:      "gpa",
	FileName:  "gpa.csv",
	WhenEmpty: HoldEmpty,
	Title:     "Grade point averages",
	Columns: []Column{
		{Header: "numerator_unweighted", Measure: schema.GradePoints, Blank: none},
		{Header: "numerator_weighted", Measure: schema.GradePoints, Blank: none},
	},
	Rows:     gpaRows,
	Rules:    func(r Rules) any { return r.GPA },
	Settings: []string{"gpa."},
	Sources: []Source{
		{
			Name:  "simple GPA",
			Value: func(st *schema.Student) schema.Decimal { return st.SimpleGPA },
			Rejects: []schema.Finding{
				schema.SimpleNotNumber,
				schema.SimpleOutOfRange,
				schema.SimpleTooOld,
				schema.SimpleDiffers,
			},
		},
		{
			Name:  "weighted GPA",
			Value: func(st *schema.Student) schema.Decimal { return st.WeightedGPA },
			Rejects: []schema.Finding{
				schema.WeightedNotNumber,
				schema.WeightedOutOfRange,
				schema.WeightedTooOld,
				schema.WeightedDiffers,
			},
		},
	},
}

// gpaRows adds no row for students who share a number: SchooLinks takes one record
// for each student.
func gpaRows(rules Rules) Rower {
	return func(students []schema.Student, add func(...string)) {
		if len(students) > 1 {
			return
		}

		student := &students[0]
		simple := formatGPA(rules.GPA, student.SimpleGPA)
		weighted := formatGPA(rules.GPA, student.WeightedGPA)

		enough := simple != "" || weighted != ""
		if rules.GPA.Require == Both {
			enough = simple != "" && weighted != ""
		}
		if enough {
			add(student.Number, simple, weighted)
		}
	}
}

// formatGPA writes a GPA; "" when there is none, or when a zero is left out.
func formatGPA(rule GPARule, gpa schema.Decimal) string {
	f, ok := gpa.Float()
	switch {
	case !ok, f == 0 && rule.OmitZero:
		return ""
	case rule.Decimals != nil:
		return formatExact(exact(gpa), *rule.Decimals)
	}
	return formatFloat(f)
}

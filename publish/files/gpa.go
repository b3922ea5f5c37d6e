package files

import (
	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// gpa is gpa.csv: a student's simple and weighted grade point averages. One
// that is absent is left blank.
var gpa = publish.Kind{
	Name:    "gpa",
	Columns: []string{"numerator_unweighted", "numerator_weighted"},
	Values:  []int{1, 2},
	Blank:   func(value string) bool { return value == "" },
	Rows:    gpaRows,
}

// gpaRows adds no row where one number stands for several students: SchooLinks
// takes one record a student.
func gpaRows(rules publish.Rules) publish.Rower {
	value := func(d schema.Decimal) string {
		f, ok := d.Float()
		if !ok || f == 0 && rules.GPA.OmitZero {
			return ""
		}
		if rules.GPA.Decimals != nil {
			return formatExact(exact(d), *rules.GPA.Decimals)
		}
		return formatFloat(f)
	}
	return func(students []schema.Student, add func(...string)) []schema.Finding {
		if len(students) > 1 {
			return nil
		}
		simple, weighted := value(students[0].SimpleGPA), value(students[0].WeightedGPA)
		enough := simple != "" || weighted != ""
		if rules.GPA.Require == publish.Both {
			enough = simple != "" && weighted != ""
		}
		if enough {
			add(students[0].Number, simple, weighted)
		}
		return nil
	}
}

package config

import (
	"regexp"
	"strings"
)

// namedGrade is a grade that is written as schools write it: 08, 9th, grade 9.
var namedGrade = regexp.MustCompile(`^(grade *)?0*([0-9]+)(st|nd|rd|th)?( *grade)?$`)

// gradeHint returns the number of PowerSchool's for an item of students.grades that is
// written in another way; "" for a number, and for what cannot be a grade.
func gradeHint(key, text string) string {
	if !strings.HasPrefix(key, "students.grades[") || whole.MatchString(text) {
		return ""
	}

	grade := strings.ToLower(strings.TrimSpace(text))
	switch number := namedGrade.FindStringSubmatch(grade); {
	case number != nil:
		return "write " + number[2]
	case strings.HasPrefix(grade, "pk"), strings.HasPrefix(grade, "pre"):
		return "write -1 or -2, as PowerSchool numbers pre-kindergarten here: " +
			"select distinct grade_level from students"
	case strings.HasPrefix(grade, "k"):
		return "write 0, which is kindergarten"
	}
	return ""
}

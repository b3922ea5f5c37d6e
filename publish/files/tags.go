package files

import (
	"slices"
	"strings"
	"unicode"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// tags is student_tags.csv: one row for each student and tag. With each file,
// SchooLinks removes every tag and creates it again.
var tags = Kind{
	Name:      "tags",
	FileName:  "student_tags.csv",
	WhenEmpty: HoldEmpty,
	Title:     "Tags",
	Columns:   []Column{{Header: "name"}, {Header: "detailed_name"}, {Header: "description"}},
	Key:       1,
	Rows:      tagRows,
	Rules:     func(r Rules) any { return r.Tags },
	Facts:     tagFacts,
}

// tagFacts returns the facts that a tag's condition uses; nil when the rules do
// not have the tag.
func tagFacts(rules Rules, name string) []string {
	i := slices.IndexFunc(rules.Tags, func(t Tag) bool { return t.Name == name })
	if i < 0 {
		return nil
	}
	return rules.Tags[i].When.Facts()
}

// tagRows adds every tag that at least one of the students who share a number
// has, once, in the order of the rules.
func tagRows(rules Rules) Rower {
	has := matcher(rules.Tags)

	return func(students []schema.Student, add func(...string)) []schema.Finding {
		for i, tag := range rules.Tags {
			given := slices.ContainsFunc(students, func(s schema.Student) bool { return has(s.Facts)[i] })
			if given {
				add(students[0].Number, tag.Name, tag.DetailedName, tag.Description)
			}
		}
		return nil
	}
}

// matcher returns which of the tags a student with some facts has. A district has
// few different combinations of facts, so each is evaluated once.
func matcher(tags []Tag) func(schema.Facts) []bool {
	const enough = 10_000 // remembered combinations, in case a district has many after all
	known := map[schema.Facts][]bool{}

	return func(facts schema.Facts) []bool {
		if has, ok := known[facts]; ok {
			return has
		}

		values, _ := facts.Values() // facts that cannot be read were changed: the digest says so
		has := make([]bool, len(tags))
		for i, tag := range tags {
			has[i] = tag.When.Holds(values, same)
		}

		if len(known) < enough {
			known[facts] = has
		}
		return has
	}
}

// same compares a fact with what a rule asks for: without the space around them,
// without regard to case, and as numbers where both are numbers. 1, ' 01 ' and 1.0
// are the same.
func same(value, is string) bool {
	a, okA := schema.ParseDecimal(value)
	b, okB := schema.ParseDecimal(is)
	if okA && okB {
		return a == b
	}
	return strings.EqualFold(strings.TrimFunc(value, unicode.IsSpace), strings.TrimFunc(is, unicode.IsSpace))
}

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
	Columns: []Column{
		{Header: "name"},
		{Header: "detailed_name"},
		{Header: "description"},
	},
	Key:   1,
	Rows:  tagRows,
	Rules: func(r Rules) any { return r.Tags },
	Facts: tagFacts,
}

// tagFacts returns the facts that a tag's condition uses; nil when the rules do
// not have the tag.
func tagFacts(rules Rules, name string) []string {
	for _, tag := range rules.Tags {
		if tag.Name == name {
			return tag.When.Facts()
		}
	}
	return nil
}

// tagRows adds every tag that at least one of the students who share a number
// has, once, in the order of the rules.
func tagRows(rules Rules) Rower {
	has := matcher(rules.Tags)

	return func(students []schema.Student, add func(...string)) {
		for i, tag := range rules.Tags {
			hasTag := func(s schema.Student) bool {
				return has(s.Facts)[i]
			}
			if slices.ContainsFunc(students, hasTag) {
				add(students[0].Number, tag.Name, tag.DetailedName, tag.Description)
			}
		}
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

		// Facts that cannot be read were changed: the digest says so.
		values, _ := facts.Values()
		has := make([]bool, len(tags))
		for i, tag := range tags {
			has[i] = tag.When.Holds(values)
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
	value = strings.TrimFunc(value, unicode.IsSpace)
	is = strings.TrimFunc(is, unicode.IsSpace)
	return strings.EqualFold(value, is)
}

package files

import (
	"strings"
	"unicode"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// tags is student_tags.csv: one row a student and tag. SchooLinks removes
// every tag and makes it anew from each file.
var tags = publish.Kind{
	Name:    "tags",
	Columns: []string{"name", "detailed_name", "description"},
	Tag:     1,
	Rows:    tagRows,
}

// tagRows gives every tag that one of the students who share a number has,
// once, in the order of the rules.
func tagRows(rules publish.Rules) publish.Rower {
	has := matcher(rules.Tags)
	return func(students []schema.Student, add func(...string)) []schema.Finding {
		for i, tag := range rules.Tags {
			for _, s := range students {
				if has(s.Facts)[i] {
					add(s.Number, tag.Name, tag.DetailedName, tag.Description)
					break
				}
			}
		}
		return nil
	}
}

// matcher returns which of the tags go with a student's facts. A district has
// few different facts, so each is looked at once.
func matcher(tags []publish.Tag) func(schema.Facts) []bool {
	const enough = 10_000 // facts remembered, should a district have many after all
	known := map[schema.Facts][]bool{}
	return func(facts schema.Facts) []bool {
		if has, ok := known[facts]; ok {
			return has
		}
		values, _ := facts.Values() // what cannot be read was not sealed like this: the digest tells
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

// same compares a fact with what a rule asks for: trimmed, without regard to
// case, and as numbers where both are. 1, ' 01 ' and 1.0 are the same.
func same(value, is string) bool {
	a, okA := schema.ParseDecimal(value)
	b, okB := schema.ParseDecimal(is)
	if okA && okB {
		return a == b
	}
	return strings.EqualFold(strings.TrimFunc(value, unicode.IsSpace), strings.TrimFunc(is, unicode.IsSpace))
}

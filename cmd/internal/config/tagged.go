package config

import (
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// TagCount says how many students would have a tag.
type TagCount struct {
	Name     string
	Students int64
}

// TagCounts counts who would have each tag, of students by all their facts. There
// are none where the file of tags is not built.
func (c *Config) TagCounts(students map[schema.Facts]int64) (counts []TagCount) {
	if !c.Files.enabled(hasKey) {
		return nil
	}

	for _, t := range c.Tags {
		count := TagCount{Name: t.Name}
		condition := t.When.condition()
		for facts, n := range students {
			values, err := facts.Values()
			if err == nil && condition.Holds(values) {
				count.Students += n
			}
		}
		counts = append(counts, count)
	}
	return counts
}

// UsesFact reports whether a tag depends on a fact.
func (c *Config) UsesFact(name string) bool {
	return slices.ContainsFunc(c.Tags, func(t Tag) bool {
		return slices.Contains(t.When.condition().Facts(), name)
	})
}

// Tagged reports whether a value of a fact can give a tag.
func (c *Config) Tagged(fact, value string) bool {
	return slices.ContainsFunc(c.Tags, func(t Tag) bool {
		return gives(t.When.condition(), fact, value)
	})
}

// gives reports whether a part of a condition that is about a fact holds for a value.
func gives(c files.Condition, fact, value string) bool {
	if c.Fact == fact && c.Holds(map[string][]string{fact: {value}}) {
		return true
	}
	return slices.ContainsFunc(slices.Concat(c.All, c.Any), func(part files.Condition) bool {
		return gives(part, fact, value)
	})
}

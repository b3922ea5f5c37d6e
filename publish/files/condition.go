package files

import "slices"

// Condition says who has a tag. It is one of three: about the values of a Fact,
// All of several, or Any of several.
//
// Values are compared without the space around them, without regard to case,
// and as numbers where both are numbers. A student can have several values of a
// fact, from several rows; then one that fits is enough, so that in doubt nobody
// loses a tag. A fact that PowerSchool leaves blank has no value, and no
// condition about it holds.
type Condition struct {
	Fact string `json:"fact,omitempty"`

	// One of these says what is asked of Fact.
	Is       string   `json:"is,omitempty"`        // a value is this
	In       []string `json:"in,omitempty"`        // a value is one of these
	NotIn    []string `json:"not_in,omitempty"`    // a value is none of these
	NotBlank bool     `json:"not_blank,omitempty"` // there is a value

	All []Condition `json:"all,omitempty"`
	Any []Condition `json:"any,omitempty"`
}

// Facts returns the names of the facts that the condition looks at, once each.
func (c Condition) Facts() (names []string) {
	if c.Fact != "" {
		names = append(names, c.Fact)
	}

	for _, part := range slices.Concat(c.All, c.Any) {
		for _, name := range part.Facts() {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// Holds reports whether the condition holds for a student with these values of
// facts.
func (c Condition) Holds(facts map[string][]string) bool {
	holds := func(part Condition) bool { return part.Holds(facts) }
	fails := func(part Condition) bool { return !part.Holds(facts) }

	switch {
	case len(c.Any) > 0:
		return slices.ContainsFunc(c.Any, holds)
	case len(c.All) > 0:
		return !slices.ContainsFunc(c.All, fails)
	}
	return slices.ContainsFunc(facts[c.Fact], c.fits)
}

// fits reports whether a value is what the condition asks of its fact. A value
// of only space does not count.
func (c Condition) fits(value string) bool {
	is := func(word string) bool { return same(value, word) }

	switch {
	case is(""):
		return false
	case c.NotBlank:
		return true
	case len(c.NotIn) > 0:
		return !slices.ContainsFunc(c.NotIn, is)
	case len(c.In) > 0:
		return slices.ContainsFunc(c.In, is)
	}
	return is(c.Is)
}

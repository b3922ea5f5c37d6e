package powerschool

import (
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// candidates returns the columns of a table that match, and the table itself where
// a row of a student is the fact. A table that no column joins to students has none.
func (t described) candidates(terms []term) (cs []Candidate) {
	base, ok := t.base()
	if !ok {
		return nil
	}

	ofTable, best := match(terms, t.name)
	rows := base.Fact.Student != "" && base.Extension == ""
	if rows && ofTable != not {
		c := base
		c.how = byTable
		c.Tag = best.tag
		c.Fact.Name = t.name
		cs = append(cs, c)
	}

	for _, column := range t.columns {
		how, by := match(terms, column.name)
		if how == not && ofTable != not && !rows {
			how = byTable
			by = best
		}
		if how != not && column.mayHoldFact() {
			cs = append(cs, base.with(column.name, how, by.tag))
		}
	}

	return cs
}

// base is what all candidates of a table have in common: how the table's rows are
// about students.
func (t described) base() (c Candidate, ok bool) {
	c.Fact.Table = t.name

	switch {
	case t.name == "students": // its dates are those of the enrollment
	case t.has(schema.StudentsDCID) && !t.hasRows():
		c.Near = t.dates()
	case t.has(schema.StudentsDCID):
		c.Fact.Student = schema.StudentsDCID
		t.setDates(&c)
	case t.name == enrollments:
		c.Fact = ofEnrollments()
	case t.has(schema.StudentID):
		c.Fact.Student = schema.StudentID
		t.setDates(&c)
	case t.has(enrollmentsExtension):
		c.Fact = ofEnrollments()
		c.Extension = t.name
	default:
		return c, false
	}

	return c, true
}

// hasRows reports whether a student may have several rows in the table: PowerSchool
// gives a child table an ID of its own, and the names of the state's end in _C.
func (t described) hasRows() bool {
	return strings.HasSuffix(t.name, "_c") || t.has("id")
}

// with is the candidate for a column.
func (c Candidate) with(column string, how int, tag string) Candidate {
	c.how = how
	c.Tag = tag
	c.Fact.Name = column
	if c.Fact.Student == "" {
		c.Fact.Column = column
	} else {
		c.Column = column
	}
	return c
}

// keys are columns that PowerSchool itself needs.
var keys = []string{
	"id", "dcid",
	schema.StudentsDCID, schema.StudentID, enrollmentsExtension,
	"whocreated", "whomodified", "psguid", "ip_address",
}

// mayHoldFact reports whether a fact can be read from the column.
func (c describedColumn) mayHoldFact() bool {
	return textOrNumber.accepts(c.holds) && !slices.Contains(keys, c.name)
}

// setDates sets the dates of a row, if the names of the table's dates leave no doubt.
func (t described) setDates(c *Candidate) {
	var starts, ends []string
	for _, name := range t.dates() {
		switch {
		case names(name, "start", "begin", "enter", "entry"):
			starts = append(starts, name)
		case names(name, "end", "exit"):
			ends = append(ends, name)
		}
	}

	if len(starts) == 1 && len(ends) == 1 {
		c.Fact.Start = starts[0]
		c.Fact.End = ends[0]
		return
	}
	c.Near = t.dates()
}

// names reports whether a column's name says one of the words of a date:
// START_DATE, PROGRAMSTARTDATE.
func names(column string, words ...string) bool {
	says := func(word string) bool {
		begins := func(part string) bool { return strings.HasPrefix(part, word) }
		return slices.ContainsFunc(parts(column), begins) || strings.Contains(plain(column), word+"date")
	}
	return slices.ContainsFunc(words, says)
}

// datesNamed returns the table's dates whose names match.
func (t described) datesNamed(terms []term) (found []string) {
	if _, ok := t.base(); !ok {
		return nil
	}
	for _, name := range t.dates() {
		if how, _ := match(terms, name); how != not {
			found = append(found, t.name+"."+name)
		}
	}
	return found
}

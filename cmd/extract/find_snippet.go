package main

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
)

// snippet is the part of a configuration that reads a candidate and tags the students
// who have it, "" if nobody does. hint is what a person still has to decide. taken are
// the names of the facts before it.
func snippet(c powerschool.Candidate, taken map[string]bool) (yaml, hint string) {
	values, others := saying(c.Values)
	unseen := c.Many || c.Rare || c.Other > 0
	if len(values) == 0 && !unseen {
		return "", "no configuration, because no student in scope has it"
	}

	condition := "not_blank: true"
	switch {
	case len(values) == 0 && len(others) > 0 && c.Fact.Student == "":
		condition = "not_in: [" + strings.Join(others, ", ") + "]"
		hint = "every value but these counts: unless that is right, list the values that mean yes, as in: [A, B]"
	case len(values) == 0:
		hint = "every value counts: unless that is right, list the values that mean yes, as in: [A, B]"
	case len(values) == 1:
		condition = "is: " + values[0]
	default:
		condition = "in: [" + strings.Join(values, ", ") + "]"
		hint = "every value but no counts: keep those that mean yes"
	}

	name := factName(c, taken)
	taken[name] = true
	yaml = "facts:\n" + fact(name, c, condition)
	if c.Fact.Student != "" {
		condition = `is: "1"` // there is such a row
	}

	return yaml + "tags:\n" + tag(c.Tag, name, condition), hint
}

// saying returns the values that may mean yes, and those that mean no, as YAML.
func saying(values powerschool.Values) (texts, others []string) {
	var all []string
	for _, v := range values.Values {
		if v.Text != "" {
			all = append(all, v.Text)
		}
	}

	for _, text := range all {
		quoted := strconv.Quote(text)
		if meansNo(text, all) {
			others = append(others, quoted)
		} else {
			texts = append(texts, quoted)
		}
	}
	return texts, others
}

// notOfName are the characters that the name of a fact cannot have.
var notOfName = regexp.MustCompile(`[^a-z0-9_]`)

// factName is the name of a candidate's fact, with its table where another has the
// name already.
func factName(c powerschool.Candidate, taken map[string]bool) string {
	name := notOfName.ReplaceAllString(c.Fact.Name, "_")
	if taken[name] {
		table := cmp.Or(c.Extension, c.Fact.Table)
		name = notOfName.ReplaceAllString(table, "_") + "_" + name
	}
	return name[:min(len(name), longestName)]
}

// longestName is how long the name of a fact may be.
const longestName = 100

// fact writes a fact. condition is about the candidate's column, where a row of the
// student is the fact.
func fact(name string, c powerschool.Candidate, condition string) string {
	f := c.Fact
	if f.Student == "" {
		return fmt.Sprintf("  %s: {table: %s, column: %s}\n", name, f.Table, f.Column)
	}

	lines := []string{"table: " + f.Table, "student: " + f.Student}
	where := "where: [{column: " + c.Column + ", " + condition + "}]"
	switch {
	case c.Program != "":
		lines = append(lines, fmt.Sprintf("where: [{column: programid, is: %q}]", f.Where[0].In[0]))
	case c.Extension != "":
		const lookup = "lookup: {table: %s, on: dcid, key: spenrollmentsdcid, %s}"
		lines = append(lines, fmt.Sprintf(lookup, c.Extension, where))
	case c.Column != "":
		lines = append(lines, where)
	}

	if f.Start != "" {
		lines = append(lines, "start: "+f.Start)
	}
	if f.End != "" {
		lines = append(lines, "end: "+f.End)
	}
	if f.EndExclusive {
		lines = append(lines, "end_exclusive: true")
	}

	return "  " + name + ":\n    " + strings.Join(lines, "\n    ") + "\n"
}

// tag writes a tag, with the texts of the default one if there is one of that name.
func tag(name, fact, condition string) string {
	t := config.Tag{
		Name:         name,
		DetailedName: name,
		Description:  name,
	}
	for _, known := range config.Default().Tags {
		if known.Name == name {
			t = known
		}
	}

	const lines = "  - name: %q\n    detailed_name: %q\n    description: %q\n    when: {fact: %s, %s}\n"
	return fmt.Sprintf(lines, t.Name, t.DetailedName, t.Description, fact, condition)
}

package powerschool

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// gpaTable is the table that has the columns of the GPAs.
func gpaTable(g schema.GPA) string {
	if g.Source == schema.GPAOfStudents {
		return "students"
	}
	return g.Table
}

// gpa selects a GPA. CLASSRANK's are joined under an alias.
func (a *asking) gpa(name, alias string) string {
	switch {
	case name == "":
		return "cast(null as varchar(1)) " + alias
	case a.GPA.Source == schema.GPAOfClassRank:
		return alias + ".gpa"
	}

	return a.of(gpaTable(a.GPA), name)
}

// The newest GPA of each student under one method. Rows of the same day count as
// one if they agree; if they do not, the student has two GPAs, which is a finding.
const newestRanked = `left join (select distinct r.studentid, r.gpa
           from (select c.studentid, c.gpa,
                        rank() over (partition by c.studentid order by c.dateranked desc nulls last) newest
                 from classrank c where %s) r
           where r.newest = 1) %s on %[2]s.studentid = s.id`

// ranked joins the GPAs of CLASSRANK.
func (a *asking) ranked() (joins []string) {
	if a.GPA.Source != schema.GPAOfClassRank {
		return nil
	}

	if simple := a.GPA.Simple; simple != "" {
		joins = append(joins, a.rankedBy(simple, "g1"))
	}
	if weighted := a.GPA.Weighted; weighted != "" {
		joins = append(joins, a.rankedBy(weighted, "g2"))
	}

	return joins
}

func (a *asking) rankedBy(method, alias string) string {
	ofMethod := a.is("c.gpamethod", method)
	return fmt.Sprintf(newestRanked, ofMethod, alias)
}

func gpaColumns(g schema.GPA) (cs []column) {
	if g.Simple+g.Weighted == "" {
		return nil
	}
	if g.Source == schema.GPAOfClassRank {
		return rankColumns()
	}

	table := gpaTable(g)
	if g.Simple != "" {
		simple := extension("gpa.table", table, "gpa.simple", g.Simple)
		cs = append(cs, simple...)
	}
	if g.Weighted != "" {
		weighted := extension("gpa.table", table, "gpa.weighted", g.Weighted)
		cs = append(cs, weighted...)
	}

	return cs
}

// rankColumns are the columns of CLASSRANK.
func rankColumns() []column {
	const key = "gpa.source"
	const table = "classrank"

	student := fixed(key, table, number, "studentid")
	values := fixed(key, table, textOrNumber, "gpamethod", "gpa")
	day := fixed(key, table, date, "dateranked")
	return slices.Concat(student, values, day)
}

// gpa is one grade point average as the rows of a student have it.
type gpa struct {
	number   schema.Decimal
	unusable string // text that is not a number
	differs  bool   // between rows
}

func (g *gpa) add(text []byte) {
	if len(text) == 0 {
		return
	}

	number, unusable := usable(string(text))
	if g.number == "" && g.unusable == "" {
		g.number = number
		g.unusable = unusable
	}

	if g.number != number || g.unusable != unusable {
		g.differs = true
	}
}

// usable parses a GPA. A number past the largest double cannot be sent.
func usable(text string) (number schema.Decimal, unusable string) {
	if d, ok := schema.ParseDecimal(text); ok {
		if _, ok := d.Float(); ok {
			return d, ""
		}
	}
	return "", strconv.Quote(text)
}

func (g *gpa) value() schema.Decimal {
	if g.differs {
		return ""
	}
	return g.number
}

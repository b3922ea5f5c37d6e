package powerschool

import (
	"fmt"
	"slices"

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

// oldGPA selects a GPA that is left out because of its age.
func (a *asking) oldGPA(name, alias string) string {
	if name == "" || a.GPA.Source != schema.GPAOfClassRank {
		return "cast(null as varchar(1)) " + alias + "_old"
	}
	return alias + ".old"
}

// The newest GPA of each student under one method. Rows of the same day count as
// one if they agree; if they do not, the student has two GPAs, which is a finding.
const newestRanked = `left join (select distinct r.studentid, %s
           from (select c.studentid, c.gpa, c.dateranked,
                        rank() over (partition by c.studentid order by c.dateranked desc nulls last) newest
                 from %s c where %s and %s) r
           where r.newest = 1) %s on %[5]s.studentid = s.id`

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
	gpa := a.rankedByAge()
	ofMethod := a.is("c.gpamethod", method)
	ofCode := a.rankedCode()
	return fmt.Sprintf(newestRanked, gpa, a.table("classrank"), ofMethod, ofCode, alias)
}

// rankedByAge selects the GPA, or else the one that is too old. A rank without a day
// is of no known age.
func (a *asking) rankedByAge() string {
	if a.GPA.MaxAge == 0 {
		return "r.gpa, cast(null as varchar(1)) old"
	}

	const byAge = "case when r.dateranked >= %s then r.gpa end gpa, " +
		"case when r.dateranked >= %s then null else r.gpa end old"
	oldest := a.day(-a.GPA.MaxAge)
	again := a.day(-a.GPA.MaxAge)
	return fmt.Sprintf(byAge, oldest, again)
}

// rankedCode is the condition for the STORECODE. The cumulative rank has none.
func (a *asking) rankedCode() string {
	const column = "c.storecode"
	if code := a.GPA.StoreCode; code != "" {
		return a.is(column, code)
	}
	return negated("length(" + asText(column) + ") > 0")
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
		simple := extension("gpa.table", table, "gpa.simple", g.Simple, textOrNumber)
		cs = append(cs, simple...)
	}
	if g.Weighted != "" {
		weighted := extension("gpa.table", table, "gpa.weighted", g.Weighted, textOrNumber)
		cs = append(cs, weighted...)
	}

	return cs
}

// rankColumns are the columns of CLASSRANK.
func rankColumns() []column {
	const key = "gpa.source"
	const table = "classrank"

	student := fixed(key, table, number, "studentid")
	values := fixed(key, table, textOrNumber, "gpamethod", "gpa", "storecode")
	day := fixed(key, table, date, "dateranked")
	return slices.Concat(student, values, day)
}

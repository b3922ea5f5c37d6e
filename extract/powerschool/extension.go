package powerschool

import (
	"fmt"
	"slices"
	"strings"
)

// extensions returns the extension tables that are joined, once each, in lower
// case: x1 is the first of them.
func (q Query) extensions() (tables []string) {
	add := func(table string) {
		table = strings.ToLower(table)
		if table != "students" && !slices.Contains(tables, table) {
			tables = append(tables, table)
		}
	}
	if q.GPA.Source != ClassRank && q.GPA.Simple+q.GPA.Weighted != "" {
		add(q.GPA.table())
	}
	for _, f := range q.Facts {
		if f.Student == "" {
			add(f.Table)
		}
	}
	return tables
}

// of returns a column of an extension table, or of STUDENTS itself.
func (q Query) of(table, column string) string {
	if n := slices.Index(q.extensions(), strings.ToLower(table)); n >= 0 {
		return fmt.Sprintf("x%d.%s", n+1, column)
	}
	return "s." + column
}

// table is where the columns of the GPAs are.
func (g GPA) table() string {
	if g.Source == OfStudents {
		return "students"
	}
	return g.Table
}

// gpa selects a GPA. CLASSRANK's are joined under an alias.
func (a *asking) gpa(name, alias string) string {
	switch {
	case name == "":
		return "cast(null as varchar(1)) " + alias
	case a.GPA.Source == ClassRank:
		return alias + ".gpa"
	}
	return a.of(a.GPA.table(), name)
}

// The newest GPA of each student under one method. Rows of the same day are one
// where they agree; where they do not, the student has two GPAs, which is found.
const newestRanked = `left join (select distinct r.studentid, r.gpa
           from (select c.studentid, c.gpa, rank() over (partition by c.studentid order by c.dateranked desc nulls last) newest
                 from classrank c where %s) r
           where r.newest = 1) %s on %[2]s.studentid = s.id`

func (a *asking) ranked(method, alias string) []string {
	if method == "" {
		return nil
	}
	return []string{fmt.Sprintf(newestRanked, a.is("c.gpamethod", method), alias)}
}

func (g GPA) columns() (cs []column) {
	if g.Simple+g.Weighted == "" {
		return nil
	}
	if g.Source == ClassRank {
		cs = fixed("gpa.source", "classrank", number, "studentid")
		cs = append(cs, fixed("gpa.source", "classrank", textOrNumber, "gpamethod", "gpa")...)
		return append(cs, fixed("gpa.source", "classrank", date, "dateranked")...)
	}
	if g.Simple != "" {
		cs = append(cs, extension("gpa.table", g.table(), "gpa.simple", g.Simple)...)
	}
	if g.Weighted != "" {
		cs = append(cs, extension("gpa.table", g.table(), "gpa.weighted", g.Weighted)...)
	}
	return cs
}

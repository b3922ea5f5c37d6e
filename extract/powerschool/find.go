package powerschool

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Candidate is a place that may hold what somebody looks for, and what it holds
// about the students in scope.
type Candidate struct {
	// Fact reads it. Where Column is not "", Fact says which rows are meant, and lacks
	// the condition on the column, because only a person knows which values mean yes.
	Fact      schema.Fact
	Column    string
	Extension string // the table of Column where that is not Fact.Table: one of SPENROLLMENTS' extensions
	Program   string // the name of the program that Fact counts
	Tag       string // a name for the tag

	Values
	Many bool     // there are too many values to show one
	Rare bool     // there are several values, each of too few students to show one
	Err  error    // why the values could not be counted
	Near []string // dates of the same table, which Fact does not use

	how int // how well the name matches
}

// Found is what Find found.
type Found struct {
	Words      []string // what was looked for
	Candidates []Candidate
	LeftOff    int      // how many more places match
	Dates      []string // dates whose names match: TABLE.COLUMN
}

// mostCandidates limits how many queries Find asks, and how much there is to read.
const mostCandidates = 25

// Find looks for words in the names of columns, tables and programs, and counts
// what each place that it finds says about the students in scope. It returns no text
// about one student. A word of fewer than two letters is a schema.Config fault.
func (s *Source) Find(ctx context.Context, words []string, at schema.Moment) (f Found, err error) {
	terms, err := terms(words)
	if err != nil {
		return f, err
	}
	for _, t := range ofPrograms(terms) {
		f.Words = append(f.Words, t.text)
	}

	tables, err := s.dictionary(ctx)
	if err != nil {
		return f, err
	}
	for _, t := range tables {
		f.Candidates = append(f.Candidates, t.candidates(terms)...)
		f.Dates = append(f.Dates, t.datesNamed(terms)...)
	}

	programs, err := s.programs(ctx, tables, ofPrograms(terms))
	if err != nil {
		return f, err
	}
	f.Candidates = append(programs, f.Candidates...)

	f.rank()
	for i := range f.Candidates {
		if err := s.count(ctx, &f.Candidates[i], at); err != nil {
			return f, err
		}
	}

	return f, nil
}

// rank puts the candidates whose names match best first, and leaves off those that
// are too many.
func (f *Found) rank() {
	slices.SortStableFunc(f.Candidates, func(a, b Candidate) int {
		return cmp.Compare(a.how, b.how)
	})

	n := min(len(f.Candidates), mostCandidates)
	f.LeftOff = len(f.Candidates) - n
	f.Candidates = f.Candidates[:n]
}

// SPENROLLMENTS has the programs that students are in, and GEN the names of these.
const (
	enrollments          = "spenrollments"
	enrollmentsExtension = "spenrollmentsdcid" // the key of its extensions
)

// ofEnrollments are the rows of SPENROLLMENTS, whose exit date is the day after the
// last one.
func ofEnrollments() schema.Fact {
	return schema.Fact{
		Table:   enrollments,
		Student: schema.StudentID,
		Dates: schema.Dates{
			Start:        "enter_date",
			End:          "exit_date",
			EndExclusive: true,
		},
	}
}

const programs = `select g.id, g.name from %s g where lower(trim(g.cat)) = 'specprog' order by g.name, g.id`

// programs returns the programs whose names match.
func (s *Source) programs(ctx context.Context, tables []described, terms []term) (cs []Candidate, err error) {
	known := func(table string, columns ...string) bool {
		return slices.ContainsFunc(tables, func(t described) bool { return t.name == table && t.has(columns...) })
	}
	hasNames := known("gen", "id", "cat", "name")
	hasPrograms := known(enrollments, "studentid", "programid", "enter_date", "exit_date")
	if !hasNames || !hasPrograms {
		return nil, nil
	}

	query := fmt.Sprintf(programs, s.query.table("gen"))
	rows := s.rows(ctx, "read the names of the programs", query, nil, nil)
	for r, err := range rows {
		if err != nil {
			return nil, err
		}

		id, err := r.integer(0, "gen.id")
		if err != nil {
			return nil, err
		}
		name := string(r[1])
		how, best := match(terms, name)
		if how == not {
			continue
		}

		c := Candidate{
			Fact:    ofEnrollments(),
			Program: name,
			Tag:     best.tag,
			how:     how,
		}
		c.Fact.Name = fmt.Sprintf("program_%d", id)
		c.Fact.Where = []schema.Where{{Column: "programid", In: []string{fmt.Sprint(id)}}}
		cs = append(cs, c)
	}

	return cs, nil
}

// What Find may show of a column's values, besides what a survey may.
const (
	mostFound   = 20 // a column with more is only said to have more
	mostOfRare  = 3  // more values than these, of a few students each, may be free text
	longestRare = 4  // characters of a value of a few students, such as FDC
)

// count counts the values of a candidate. An error that is about this place alone,
// such as a column that the account may not read, stays with the candidate.
func (s *Source) count(ctx context.Context, c *Candidate, at schema.Moment) error {
	query, binds := s.countValues(c.Fact, at)
	if c.Column != "" {
		query, binds = s.countStudents(c, at)
	}

	const blanks = 1
	all, other, err := s.tally(ctx, "count the values of "+c.place(), query, binds, mostFound+blanks)
	if err != nil && (ctx.Err() != nil || schema.KindOf(err) == schema.Unreachable) {
		return err
	}

	c.Err = err
	c.show(all, other > 0)
	return nil
}

// place is where the candidate's values are: TABLE.COLUMN, or a table.
func (c *Candidate) place() string {
	table := cmp.Or(c.Extension, c.Fact.Table)
	column := cmp.Or(c.Column, c.Fact.Column)
	if column == "" {
		return table
	}
	return table + "." + column
}

// Place is what people call the candidate: TABLE.COLUMN, a table, or a program.
func (c *Candidate) Place() string {
	if c.Program != "" {
		id := c.Fact.Where[0].In[0]
		return "program " + id + ", " + c.Program
	}
	return c.place()
}

// A student with several rows counts once for each value.
const eachStudent = `select v.fact, count(*) n
from (select distinct s.dcid, %s.%s fact
      from %s s join %s e on e.%s = s.%s%s
      where %s) v
group by v.fact order by n desc, v.fact`

// countStudents is the query that counts the students by the values of a column of
// which they may have several rows.
func (s *Source) countStudents(c *Candidate, at schema.Moment) (query string, binds []any) {
	a := s.asking(at)
	row, extension := "e", ""
	if c.Extension != "" {
		row = "l"
		extension = fmt.Sprintf(" join %s l on l.%s = e.dcid", a.table(c.Extension), enrollmentsExtension)
	}

	conditions := append([]string{a.scope("s")}, a.during("e", c.Fact.Dates)...)
	query = fmt.Sprintf(eachStudent,
		row,
		c.Column,
		a.table("students"),
		a.table(c.Fact.Table),
		c.Fact.Student,
		studentKey(c.Fact),
		extension,
		strings.Join(conditions, " and "))
	return query, a.binds
}

// show keeps of the values what may be shown. Free text may be about one student.
func (c *Candidate) show(all []Value, more bool) {
	all = trimmed(all)
	values, rare := 0, 0
	for _, v := range all {
		if v.Text == "" {
			continue
		}
		values++
		if v.Rows < fewRows {
			rare++
		}
	}

	c.Many = more || values > mostFound
	c.Rare = !c.Many && rare == values && rare > mostOfRare
	if c.Many || c.Rare {
		return
	}

	for _, v := range all {
		if v.mayShow(values > mostValues) {
			c.Values.Values = append(c.Values.Values, v)
		} else {
			c.Other += v.Rows
		}
	}
}

// mayShow reports whether a value is plain text that says nothing about a few
// students. many is whether the column has many values.
func (v Value) mayShow(many bool) bool {
	length := utf8.RuneCountInString(v.Text)
	isPlain := length <= longestValue && schema.Visible(v.Text) == v.Text
	tellsOfFew := v.Rows < fewRows && (many || length > longestRare)
	return v.Text == "" || isPlain && !tellsOfFew
}

// trimmed unites the values that differ only in surrounding spaces.
func trimmed(all []Value) (united []Value) {
	for _, v := range all {
		v.Text = strings.TrimSpace(v.Text)
		same := func(other Value) bool { return other.Text == v.Text }
		if i := slices.IndexFunc(united, same); i >= 0 {
			united[i].Rows += v.Rows
			continue
		}
		united = append(united, v)
	}

	slices.SortStableFunc(united, func(a, b Value) int {
		return cmp.Compare(b.Rows, a.Rows)
	})
	return united
}

package powerschool

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// About says which account asks, and which database answers.
type About struct {
	Account, Version, CharacterSet string
	Client                         string // the version of the driver's client library; "" if it has none
}

// About asks the database about itself.
func (s *Source) About(ctx context.Context) (a About, err error) {
	rows := s.rows(ctx, "ask the database about itself", s.driver.About, nil, nil)
	for r, err := range rows {
		if err != nil {
			return a, err
		}

		a.Account = string(r[0])
		a.Version = string(r[1])
		a.CharacterSet = string(r[2])
	}

	if s.driver.Client == nil {
		return a, nil
	}

	a.Client, err = s.driver.Client(ctx)

	return a, s.fault(ctx, "ask for the client library's version", err)
}

// Value is a value of a fact, and how many rows about students in scope have it.
// Text is "" for NULL.
type Value struct {
	Text string
	Rows int64
}

// Values are the values of a fact in PowerSchool, the most frequent first, and how
// many rows have any other value. No text about one student is among them.
type Values struct {
	Values []Value
	Other  int64
}

// What a survey may show of a fact. A fact can turn out to be free text, which may
// be about one student.
const (
	mostValues   = 10
	longestValue = 20 // characters
	fewRows      = 10 // if there are more values than mostValues
)

// countValues is the query that counts the values of a fact.
func (s *Source) countValues(f schema.Fact, at schema.Moment) (query string, binds []any) {
	a := s.asking(at)
	a.GPA = schema.GPA{}
	a.Facts = []schema.Fact{f}

	const values = "select v.fact, count(*) n from (select %s fact from %s s %s where %s) v " +
		"group by v.fact order by n desc, v.fact"
	value := a.fact(0, f)
	joins := strings.Join(a.joins(), " ")
	query = fmt.Sprintf(values, value, a.table("students"), joins, a.scope("s"))
	return query, a.binds
}

// tally reads values and their counts. It returns the first ones, one more than most
// if there are more, and the sum of the others.
func (s *Source) tally(
	ctx context.Context,
	doing, query string,
	binds []any,
	most int,
) (first []Value, other int64, err error) {
	cache := newFactsCache(nil)
	var types []*sql.ColumnType
	rows := s.rows(ctx, doing, query, binds, &types)
	for r, err := range rows {
		if err != nil {
			return nil, 0, err
		}

		n, err := r.integer(1, "the count of rows")
		if err != nil {
			return nil, 0, err
		}

		if len(first) > most {
			other += n
			continue
		}

		isNumber := numbers(types)[0]
		first = append(first, Value{
			Text: cache.value(r[0], isNumber),
			Rows: n,
		})
	}

	return first, other, nil
}

// Counted are the values of a fact among students, who are counted by all their
// facts.
func Counted(fact string, students map[schema.Facts]int64) (v Values) {
	byText := map[string]int64{}
	for facts, n := range students {
		values, err := facts.Values()
		if err != nil { // facts are written by this program
			v.Other += n
			continue
		}
		byText[strings.Join(values[fact], " and ")] += n
	}

	var all []Value
	for text, n := range byText {
		all = append(all, Value{Text: text, Rows: n})
	}
	slices.SortFunc(all, func(a, b Value) int {
		return cmp.Or(cmp.Compare(b.Rows, a.Rows), strings.Compare(a.Text, b.Text))
	})

	most := min(len(all), mostValues+1)
	for _, value := range all[most:] {
		v.Other += value.Rows
	}
	return v.shown(all[:most])
}

// shown leaves out values that could be about one student. all are the most
// frequent values, and one more if there are more.
func (v Values) shown(all []Value) Values {
	many := len(all) > mostValues
	for i, value := range all {
		few := value.Rows < fewRows && value.Text != ""
		rare := many && few
		long := utf8.RuneCountInString(value.Text) > longestValue
		if i >= mostValues || rare || long {
			v.Other += value.Rows
			continue
		}

		v.Values = append(v.Values, value)
	}

	return v
}

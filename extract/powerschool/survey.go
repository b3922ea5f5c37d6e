package powerschool

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"
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

// Rows counts the rows of a table.
func (s *Source) Rows(ctx context.Context, t Table) (n int64, err error) {
	doing := "count the rows of table " + t.Name
	query := "select count(*) from " + t.Name

	rows := s.rows(ctx, doing, query, nil, nil)
	for r, err := range rows {
		if err != nil {
			return 0, err
		}

		n, err = r.integer(0, "the count of rows")
		if err != nil {
			return 0, err
		}
	}

	return n, nil
}

// NewestDay returns the newest day with attendance up to and including through, or
// the zero time if there is none.
func (s *Source) NewestDay(ctx context.Context, through time.Time) (day time.Time, err error) {
	const doing = "look for the newest day of attendance"
	const newest = "select max(d.calendardate) from %s d where d.calendardate <= %s"

	a := s.asking(through)
	query := fmt.Sprintf(newest, a.Attendance.View, a.timestamp(through))

	rows := s.rows(ctx, doing, query, a.binds, nil)
	for r, err := range rows {
		if err != nil {
			return day, err
		}
		if len(r[0]) == 0 {
			continue
		}

		length := min(len(r[0]), len(time.DateOnly))
		text := string(r[0][:length])
		day, err = time.Parse(time.DateOnly, text)
		if err != nil {
			return day, err
		}
	}

	return day, nil
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

// Survey counts the values of a fact among the students in scope.
func (s *Source) Survey(
	ctx context.Context,
	f schema.Fact,
	through time.Time,
) (v Values, err error) {
	query, binds := s.countValues(f, through)
	all, other, err := s.tally(ctx, "count the values of fact "+f.Name, query, binds, mostValues)
	if err != nil {
		return v, err
	}

	v.Other = other
	return v.shown(all), nil
}

// countValues is the query that counts the values of a fact.
func (s *Source) countValues(f schema.Fact, through time.Time) (query string, binds []any) {
	a := s.asking(through)
	a.GPA = schema.GPA{}
	a.Facts = []schema.Fact{f}

	const values = "select v.fact, count(*) n from (select %s fact from students s %s where %s) v " +
		"group by v.fact order by n desc, v.fact"
	value := a.fact(0, f)
	joins := strings.Join(a.joins(), " ")
	query = fmt.Sprintf(values, value, joins, a.scope("s"))
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

// Facts returns the facts that the query reads.
func (s *Source) Facts() []schema.Fact { return s.query.Facts }

package main

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// checkAbout says which database answers, and as which account it is read.
func checkAbout(ctx context.Context, list *cli.Checklist, s *powerschool.Source) {
	about, err := s.About(ctx)
	if err != nil {
		list.Warn("PowerSchool", "if the lines below are all ok, there is nothing to do", "connected, but: %s", err)
		return
	}

	client := ""
	if about.Client != "" {
		client = ", client library " + about.Client
	}
	list.OK("PowerSchool", "connected as %s; version %s, character set %s%s",
		about.Account, about.Version, about.CharacterSet, client)
}

// checkTables looks at every table, and returns the names, in lower case, of
// those that cannot be read as configured.
func checkTables(ctx context.Context, list *cli.Checklist, s *powerschool.Source) (unsound []string) {
	for _, table := range s.Tables() {
		var rows int64
		types, err := s.CheckTable(ctx, table)
		if err == nil {
			rows, err = s.Rows(ctx, table)
		}

		name := "table " + table.Name
		switch {
		case err != nil:
			list.Fail(name, err)
			unsound = append(unsound, strings.ToLower(table.Name))
		case rows == 0:
			list.Warn(name, "check that this is the right table and that the account may see its rows",
				"the table has no rows; %s", columns(types))
		default:
			list.OK(name, "rows: %s; %s", thousands(rows), columns(types))
		}
	}
	return unsound
}

// columns names columns and their types, once each.
func columns(types []*sql.ColumnType) string {
	var names []string
	for _, t := range types {
		name := strings.ToLower(t.Name()) + " " + t.DatabaseTypeName()
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// checkContents looks at what the sound tables say, up to the moment up to which
// a run would count attendance.
func (p *program) checkContents(
	ctx context.Context,
	list *cli.Checklist,
	conf *config.Config,
	s *powerschool.Source,
	unsound []string,
) {
	moment, err := p.moment(conf, "")
	if err != nil {
		return // it is about the time zone, of which checkZone has told
	}

	sound := func(table string) bool {
		name := strings.ToLower(table)
		return !slices.Contains(unsound, name)
	}
	if sound(conf.Attendance.View) {
		checkAttendance(ctx, list, s, moment.Through)
	}
	if !sound("students") {
		return
	}

	for _, fact := range s.Facts() {
		unsoundLookup := func(l schema.Lookup) bool { return !sound(l.Table) }
		if sound(fact.Table) && !slices.ContainsFunc(fact.Lookups, unsoundLookup) {
			checkFact(ctx, list, s, fact, moment)
		}
	}
}

// stale is the number of days without attendance after which it seems that
// nobody refreshes the view: a holiday of a week is shorter.
const stale = 7

func checkAttendance(
	ctx context.Context,
	list *cli.Checklist,
	s *powerschool.Source,
	through time.Time,
) {
	const next = "unless school is out, check that PowerSchool refreshes its attendance views every night " +
		"and that attendance.view is the view your district uses"

	newest, err := s.NewestDay(ctx, through)
	age := through.Sub(newest) / (24 * time.Hour)
	day := newest.Format(time.DateOnly)
	last := through.Format(time.DateOnly)

	switch {
	case err != nil:
		list.Fail("attendance", err)
	case newest.IsZero():
		list.Warn("attendance", next, "there is no day of attendance up to %s", last)
	case age > stale:
		list.Warn("attendance", next, "the newest day is %s, %d days before %s", day, age, last)
	default:
		list.OK("attendance", "the newest day up to %s is %s", last, day)
	}
}

// checkFact counts the values of a fact.
func checkFact(
	ctx context.Context,
	list *cli.Checklist,
	s *powerschool.Source,
	fact schema.Fact,
	moment schema.Moment,
) {
	name := "fact " + fact.Name
	values, err := s.Survey(ctx, fact, moment)
	if err != nil {
		list.Fail(name, err)
		return
	}

	var counts []string
	someone := values.Other > 0
	for _, value := range values.Values {
		text := value.Text
		if text == "" {
			text = "null"
		}
		someone = someone || value.Text != ""
		counts = append(counts, text+" × "+count(value.Rows))
	}
	if values.Other > 0 {
		counts = append(counts, "other × "+count(values.Other))
	}

	if !someone {
		list.Warn(name, "check that facts."+fact.Name+" names what your district uses",
			"no student in scope has a value")
		return
	}
	list.OK(name, "%s", strings.Join(counts, ", "))
}

// count writes a number of students, but not a small one, by which a student
// could be recognized.
func count(n int64) string {
	if n < 10 {
		return "<10"
	}
	return thousands(n)
}

func thousands(n int64) string {
	if n < 1000 {
		return strconv.FormatInt(n, 10)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}

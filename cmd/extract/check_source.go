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

// checkAbout says who answers, and to whom.
func checkAbout(ctx context.Context, list *cli.Checklist, s *powerschool.Source) {
	about, err := s.About(ctx)
	if err != nil {
		list.Warn("PowerSchool", "nothing needs to be done, if all that follows is ok", "connected, but: %s", err)
		return
	}
	client := ""
	if about.Client != "" {
		client = ", client library " + about.Client
	}
	list.OK("PowerSchool", "connected as %s; version %s, character set %s%s", about.Account, about.Version, about.CharacterSet, client)
}

// checkTables looks at every table, and returns those that are not as they
// should be, in lower case.
func checkTables(ctx context.Context, list *cli.Checklist, s *powerschool.Source) (unsound []string) {
	for _, table := range s.Tables() {
		name, rows := "table "+table.Name, int64(0)
		types, err := s.CheckTable(ctx, table)
		if err == nil {
			rows, err = s.Rows(ctx, table)
		}
		switch {
		case err != nil:
			list.Fail(name, err)
			unsound = append(unsound, strings.ToLower(table.Name))
		case rows == 0:
			list.Warn(name, "check that it is the right one, and that the account may see its rows", "it has no rows; %s", columns(types))
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
		if name := strings.ToLower(t.Name()) + " " + t.DatabaseTypeName(); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// checkContents looks at what the sound tables say, up to when a run would.
func (p *program) checkContents(ctx context.Context, list *cli.Checklist, conf *config.Config, s *powerschool.Source, unsound []string) {
	through, err := p.cutoff(conf, "")
	if err != nil {
		return // the time zone, which was told
	}
	sound := func(table string) bool { return !slices.Contains(unsound, strings.ToLower(table)) }
	if sound(conf.Attendance.View) {
		checkAttendance(ctx, list, s, through)
	}
	for _, fact := range s.Facts() {
		if sound("students") && sound(fact.Table) && (fact.Lookup == nil || sound(fact.Lookup.Table)) {
			checkFact(ctx, list, s, fact, through)
		}
	}
}

// stale is after how many days attendance seems not to be kept up: a week's
// holiday is shorter.
const stale = 7

func checkAttendance(ctx context.Context, list *cli.Checklist, s *powerschool.Source, through time.Time) {
	const next = "unless school is out, see whether PowerSchool refreshes its attendance views every night, and whether attendance.view is the one in use"
	day, err := s.NewestDay(ctx, through)
	age := through.Sub(day) / (24 * time.Hour)
	switch {
	case err != nil:
		list.Fail("attendance", err)
	case day.IsZero():
		list.Warn("attendance", next, "there is no day up to %s", through.Format(time.DateOnly))
	case age > stale:
		list.Warn("attendance", next, "the newest day is %s, %d days before %s", day.Format(time.DateOnly), age, through.Format(time.DateOnly))
	default:
		list.OK("attendance", "the newest day up to %s is %s", through.Format(time.DateOnly), day.Format(time.DateOnly))
	}
}

// checkFact counts the values of a fact.
func checkFact(ctx context.Context, list *cli.Checklist, s *powerschool.Source, fact schema.Fact, through time.Time) {
	name := "fact " + fact.Name
	values, err := s.Survey(ctx, fact, through)
	if err != nil {
		list.Fail(name, err)
		return
	}
	var says []string
	someone := values.Other > 0
	for _, value := range values.Values {
		text := value.Text
		if text == "" {
			text = "null"
		}
		someone = someone || value.Text != ""
		says = append(says, text+" × "+count(value.Rows))
	}
	if values.Other > 0 {
		says = append(says, "other × "+count(values.Other))
	}
	if !someone {
		list.Warn(name, "check that facts."+fact.Name+" names what your district uses", "no student in scope has a value")
		return
	}
	list.OK(name, "%s", strings.Join(says, ", "))
}

// count writes a number of students. A few could be told apart.
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

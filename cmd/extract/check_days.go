package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/extract"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// checkDays says who has days of attendance, and warns if nobody was ever absent.
func checkDays(list *cli.Checklist, s *schema.Snapshot, survey *extract.Survey) {
	const name = "days"
	const fewStudents = 10

	if survey.Attended == 0 {
		return // checkNewest tells
	}

	without := s.Students - survey.Attended
	if without*20 > s.Students {
		list.Warn(name, "look at them after a run: extract show --finding no_counted_day; "+
			"and check attendance.window and attendance.view",
			"%s of %s students have no day that counts", count(without), thousands(s.Students))
	} else {
		list.OK(name, "%s of %s students have days that count", thousands(survey.Attended), thousands(s.Students))
	}

	if survey.Often >= fewStudents && survey.Always == survey.Often {
		list.Warn("absences", "check that attendance.view is the one for how your district takes attendance",
			"every student was present on every day")
	}
}

// stale is the number of days without attendance after which it seems that
// nobody refreshes the view: a holiday of a week is shorter.
const stale = 7

// checkNewest warns if the newest day of attendance is old.
func checkNewest(list *cli.Checklist, newest, through time.Time) {
	const next = "unless school is out, check that PowerSchool refreshes its attendance views every night " +
		"and that attendance.view is the view your district uses"

	age := through.Sub(newest) / (24 * time.Hour)
	day := newest.Format(time.DateOnly)
	last := through.Format(time.DateOnly)

	switch {
	case newest.IsZero():
		list.Warn("attendance", next, "there is no day that counts up to %s", last)
	case age > stale:
		list.Warn("attendance", next, "the newest day is %s, %d days before %s", day, age, last)
	default:
		list.OK("attendance", "the newest day up to %s is %s", last, day)
	}
}

// modes are the ways to take attendance, and what is in the names of PowerSchool's
// views of them.
var modes = map[string]string{
	"ATT_ModeDaily":    "_daily_",
	"ATT_ModeMeeting":  "_meeting_",
	"ATT_ModeInterval": "_interval_",
	"ATT_ModeTime":     "_time",
}

// checkModes compares how attendance is taken with the view in use. A view of
// another mode shows everybody present.
func checkModes(
	ctx context.Context,
	list *cli.Checklist,
	s *powerschool.Source,
	a schema.Attendance,
	through time.Time,
) {
	const name = "how attendance is taken"
	const next = "name the view of that mode in attendance.view, or ps_adaadm_defaults_all"

	taken, err := s.Modes(ctx, through)
	hidden := errors.Is(err, powerschool.ErrAbsent) || schema.KindOf(err) == schema.Refused
	switch {
	case hidden:
		list.Warn(name, "to see it, grant the account select on ATTENDANCE", "not known: %s", err)
		return
	case err != nil:
		list.Warn(name, schema.HintOf(err), "not known: %s", err)
		return
	}

	var all, ofView int64
	var counts []string
	for _, mode := range taken {
		all += mode.Records
		counts = append(counts, mode.Code+" × "+thousands(mode.Records))
		if part, known := modes[mode.Code]; known && strings.Contains(a.View, part) {
			ofView += mode.Records
		}
	}

	says := strings.Join(counts, ", ")
	switch {
	case all == 0:
		list.Warn(name, "unless school is out, check that attendance is taken in PowerSchool",
			"no record in the last 30 days")
	case !ofOneMode(a.View):
		list.OK(name, "records of the last 30 days: %s", says)
	case ofView*2 < all:
		list.Warn(name, next, "attendance.view is %s, but the records of the last 30 days are: %s", a.View, says)
	default:
		list.OK(name, "records of the last 30 days: %s; attendance.view is %s", says, a.View)
	}
}

// ofOneMode reports whether a view is PowerSchool's for one mode.
func ofOneMode(view string) bool {
	for _, part := range modes {
		if strings.Contains(view, part) {
			return true
		}
	}
	return false
}

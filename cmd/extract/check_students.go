package main

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/config"
	"github.com/schoolinks-sync/schoolinks-sync/extract"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// checkStudents reads the students once, as the next run will, and says what a
// person needs to know about them.
func (p *program) checkStudents(
	ctx context.Context,
	list *cli.Checklist,
	conf *config.Config,
	s *powerschool.Source,
	settings schema.Settings,
) {
	moment, err := p.moment(conf, "")
	if err != nil {
		return // it is about the time zone, of which checkZone has told
	}
	if err := s.CheckRows(ctx); err != nil {
		list.Fail("students", err)
		return
	}

	survey := extract.NewSurvey()
	o := extract.Options{
		Moment:   moment,
		TakenAt:  p.Now(),
		Settings: settings,
		Log:      slog.New(slog.DiscardHandler),
	}
	snapshot, err := extract.DryRun(ctx, s, o, survey)
	if err != nil {
		list.Fail("students", err)
		return
	}

	list.OK("students", "%s in scope", thousands(snapshot.Students))
	checkRows(list, snapshot)
	checkFacts(list, conf, settings, survey)
	checkTags(list, conf, survey)
	checkGPAs(list, settings.GPA, snapshot, survey)
	checkDays(list, snapshot, survey)
	checkNewest(list, survey.Newest, moment.Through)
	checkModes(ctx, list, s, settings.Attendance, moment.Through)
	checkFindings(list, snapshot)
}

// checkRows says of how many students each extension table has a row. A table that
// has one of most students should have one of all.
func checkRows(list *cli.Checklist, s *schema.Snapshot) {
	for _, table := range slices.Sorted(maps.Keys(s.Rows)) {
		name := "rows of " + table
		rows := s.Rows[table]
		without := s.Students - rows
		most := rows*2 > s.Students
		many := without*100 > s.Students

		switch {
		case rows == 0:
			list.Warn(name, "check that this is the right table, and that the account may see its rows",
				"there is no row about any student in scope")
		case most && many:
			list.Warn(name, "if they should have one, save a page of theirs in PowerSchool that shows the table",
				"%s of %s students have no row, so they have no value and no tag of this table",
				count(without), thousands(s.Students))
		default:
			list.OK(name, "%s of %s students have one", count(rows), thousands(s.Students))
		}
	}
}

// checkTags counts who would have each tag today.
func checkTags(list *cli.Checklist, conf *config.Config, survey *extract.Survey) {
	var counts, nobody []string
	for _, tag := range conf.TagCounts(survey.Facts) {
		counts = append(counts, tag.Name+" "+count(tag.Students))
		if tag.Students == 0 {
			nobody = append(nobody, tag.Name)
		}
	}
	if len(counts) == 0 {
		return
	}

	if len(nobody) > 0 && survey.Other == 0 {
		list.Warn("tags", "check the conditions under tags, and the facts that they need",
			"no student would have %s; students by tag: %s", strings.Join(nobody, ", "), strings.Join(counts, ", "))
		return
	}
	list.OK("tags", "students by tag: %s", strings.Join(counts, ", "))
}

// checkGPAs says what the values of each GPA are.
func checkGPAs(list *cli.Checklist, gpa schema.GPA, s *schema.Snapshot, survey *extract.Survey) {
	left := func(kinds ...schema.Finding) (n int64) {
		for _, f := range kinds {
			n += s.Findings[f]
		}
		return n
	}

	if gpa.Simple != "" {
		out := left(schema.SimpleNotNumber, schema.SimpleOutOfRange, schema.SimpleTooOld, schema.SimpleDiffers)
		checkGPA(list, "gpa.simple", survey.Simple, out)
	}
	if gpa.Weighted != "" {
		out := left(schema.WeightedNotNumber, schema.WeightedOutOfRange, schema.WeightedTooOld, schema.WeightedDiffers)
		checkGPA(list, "gpa.weighted", survey.Weighted, out)
	}
}

func checkGPA(list *cli.Checklist, key string, gpas extract.GPAs, out int64) {
	switch {
	case gpas.Values == 0 && out == 0:
		list.Warn(key, "check that "+key+" names the right column", "no student in scope has a value")
	case out > gpas.Values:
		err := fmt.Errorf("%s of %s values cannot be used", thousands(out), thousands(out+gpas.Values))
		list.Fail(key, schema.NewFault(schema.Config, err,
			"check that "+key+" names the right column; the students are listed by: extract show --finding KIND"))
	default:
		least, _ := gpas.Least.Float()
		greatest, _ := gpas.Greatest.Float()
		list.OK(key, "%s values, from %.0f to %.0f; %s cannot be used",
			thousands(gpas.Values), math.Floor(least), math.Ceil(greatest), count(out))
	}
}

// checkFindings says what else a run would find.
func checkFindings(list *cli.Checklist, s *schema.Snapshot) {
	var found []string
	for _, f := range s.Findings.Names() {
		found = append(found, string(f)+" "+count(s.Findings[f]))
	}
	if len(found) > 0 {
		list.OK("findings", "%s; after a run, extract show --finding KIND lists them", strings.Join(found, ", "))
	}
}

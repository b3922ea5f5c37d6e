package main

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
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

// checkTables looks at every table, but not at its rows. It returns the names, in
// lower case, of those that cannot be read as configured.
func checkTables(ctx context.Context, list *cli.Checklist, s *powerschool.Source) (unsound []string) {
	for _, table := range s.Tables() {
		name := "table " + table.Name
		types, err := s.CheckTable(ctx, table)
		if err != nil {
			list.Fail(name, err)
			unsound = append(unsound, strings.ToLower(table.Name))
			continue
		}
		list.OK(name, "%s", columns(types))
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

// sound are the settings without the facts and the GPAs that cannot be read. ok is
// false when nothing is left to read.
func sound(s schema.Settings, unsound []string) (left schema.Settings, ok bool) {
	is := func(table string) bool {
		return slices.Contains(unsound, strings.ToLower(table))
	}
	inLookup := func(l schema.Lookup) bool { return is(l.Table) }

	s.Facts = slices.DeleteFunc(slices.Clone(s.Facts), func(f schema.Fact) bool {
		return is(f.Table) || slices.ContainsFunc(f.Lookups, inLookup)
	})
	if is(s.GPA.Table) || is("classrank") {
		s.GPA = schema.GPA{}
	}

	needed := []string{"students", s.Attendance.View}
	if s.Attendance.Window == schema.WindowSchoolYear {
		needed = append(needed, "terms")
	}
	return s, !slices.ContainsFunc(needed, is)
}

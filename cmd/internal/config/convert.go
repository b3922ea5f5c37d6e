package config

import (
	"maps"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/extract"
	"github.com/schoolinks-sync/schoolinks-sync/extract/powerschool"
	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
)

// Query returns what to ask of PowerSchool. Lists are in order and without
// repetition, so that equal scopes are equal settings.
func (c *Config) Query() powerschool.Query {
	q := powerschool.Query{
		EnrollStatus:   ordered(c.Students.EnrollStatus),
		Grades:         ordered(c.Students.Grades),
		ExcludeSchools: ordered(c.Students.ExcludeSchools),
		Names:          c.Students.Names,
		Attendance:     powerschool.Attendance{View: c.Attendance.View, Window: c.Attendance.Window},
		GPA:            powerschool.GPA{Table: c.GPA.Table, Simple: c.GPA.Simple, Weighted: c.GPA.Weighted},
	}
	for _, name := range slices.Sorted(maps.Keys(c.Facts)) {
		q.Facts = append(q.Facts, powerschool.Fact{Name: name, Table: c.Facts[name].Table, Column: c.Facts[name].Column})
	}
	return q
}

func ordered(numbers []int64) []int64 {
	return slices.Compact(slices.Sorted(slices.Values(numbers)))
}

// Rules returns how students become rows, with the files in the order in which
// they are sent: attendance, gpa, tags.
func (c *Config) Rules() publish.Rules {
	r := publish.Rules{
		Identifier:   "student_number",
		SharedNumber: c.Students.SharedNumber,
		Attendance:   publish.AttendanceRule{OmitZero: c.Attendance.OmitZero},
		GPA:          publish.GPARule{Require: c.GPA.Require, OmitZero: c.GPA.OmitZero},
		Quote:        c.CSV.Quote,
	}
	for _, t := range c.Tags {
		r.Tags = append(r.Tags, publish.Tag{
			Name: t.Name, DetailedName: t.DetailedName, Description: t.Description,
			When: publish.Condition{Fact: t.When.Fact, Is: t.When.Is},
		})
	}
	for _, f := range c.Files.list() {
		if f.Enabled {
			r.Files = append(r.Files, publish.FileRule{Kind: f.kind, Name: f.Name, WhenEmpty: f.WhenEmpty})
		}
	}
	return r
}

type fileOfKind struct {
	kind string
	File
}

func (f Files) list() []fileOfKind {
	return []fileOfKind{{"attendance", f.Attendance}, {"gpa", f.GPA}, {"tags", f.Tags}}
}

// GuardLimits returns what a publication may take away, or add.
func (c *Config) GuardLimits() publish.Guard {
	g := c.Guard
	limit := func(l Limit) publish.Limit { return publish.Limit{Percent: float64(l.Percent), Rows: l.Rows} }
	guard := publish.Guard{
		Lost: limit(g.Lost), Left: limit(g.Left), Added: limit(g.Added),
		Vanished:        publish.Vanished(g.Vanished),
		GPAJump:         publish.GPAJump{Percent: float64(g.GPAJump.Percent), By: g.GPAJump.By, Rows: g.GPAJump.Rows},
		AttendanceShift: publish.AttendanceShift(g.AttendanceShift),
		Cumulative:      publish.Cumulative{Percent: float64(g.Cumulative.Percent), Deliveries: g.Cumulative.Deliveries},
		SnapshotMaxAge:  g.SnapshotMaxAge,
		ApprovalTTL:     g.ApprovalTTL,
	}
	for _, p := range g.Pause {
		guard.Pause = append(guard.Pause, publish.Pause(p))
	}
	return guard
}

// Server returns how to deliver to the account.
func (c *Config) Server(a Account) sftp.Config {
	port := a.Port
	if port == 0 {
		port = int(c.SFTP.Port)
	}
	return sftp.Config{
		Host: a.Host, Port: port, User: a.User, Password: a.Password.Reveal,
		KnownHosts: c.SFTP.KnownHosts,
		Directory:  c.SFTP.Directory, StageDirectory: c.SFTP.StageDirectory,
		Upload: c.SFTP.Upload, Verify: c.SFTP.Verify,
		Timeout: c.SFTP.Timeout,
	}
}

// Retention returns how many snapshots are kept.
func (c *Config) Retention() extract.Retention { return extract.Retention(c.Keep) }

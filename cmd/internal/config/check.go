package config

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// check returns what is wrong with a configuration whose every value has its type.
func check(c *Config, d *decoder) error {
	k := &checker{decoder: d}

	k.source(c)
	k.tags(c)
	k.files(c.Files)
	k.guard(c.Guard)
	k.csv(c.CSV)
	k.sftp(c.SFTP)
	k.keep(c.Keep)
	k.path("report.dir", c.Report.Dir)
	k.run(c.Run)

	return k.err
}

// source checks what is asked of PowerSchool.
func (k *checker) source(c *Config) {
	k.powerschool(c.PowerSchool)
	k.students(c.Students)
	k.attendance(c.Attendance)
	k.gpa(c)

	for _, name := range sortedKeys(c.Facts) {
		key := "facts." + name
		k.name(key, name, factName)
		k.fact(key, c.Facts[name])
	}
}

func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}

func (k *checker) powerschool(p PowerSchool) {
	oneOf(k, "powerschool.driver", p.Driver,
		Oracle,
		Postgres)

	_, err := time.LoadLocation(p.Timezone)
	if err != nil || p.Timezone == "" {
		k.fail("powerschool.timezone", "unknown time zone",
			cmp.Or(windowsHint(p.Timezone), "write an IANA name such as America/Chicago, or Local"))
	}

	if _, err := time.Parse(time.DateOnly, p.BlankDate); err != nil && p.BlankDate != None {
		k.fail("powerschool.blank_date", "is not a day", "write a day such as 1900-01-01, or none")
	}
	if p.Schema != "" {
		k.name("powerschool.schema", p.Schema, columnName)
	}
}

func (k *checker) students(s Students) {
	k.notEmpty("students.enroll_status", len(s.EnrollStatus))
	k.notEmpty("students.grades", len(s.Grades))
	oneOf(k, "students.identifier", s.Identifier,
		schema.KnownByStudentNumber,
		schema.KnownByDCID,
		schema.KnownByID,
		schema.KnownByStateNumber)
	oneOf(k, "students.shared_number", s.SharedNumber,
		files.Omit,
		files.Keep)
}

func (k *checker) attendance(a Attendance) {
	k.name("attendance.view", a.View, tableName)
	oneOf(k, "attendance.window", a.Window,
		schema.WindowFTE,
		schema.WindowEnrollment,
		schema.WindowSchoolYear)
	oneOf(k, "attendance.through", a.Through,
		Now,
		Yesterday)
	oneOf(k, "attendance.unrecorded", a.Unrecorded,
		schema.UnrecordedExclude,
		schema.UnrecordedAbsent)
	oneOf(k, "attendance.scale", a.Scale,
		files.Fraction,
		files.Percent)
	k.decimals("attendance.decimals", a.Decimals)
}

func (k *checker) tags(c *Config) {
	if c.Files.enabled(hasKey) {
		k.notEmpty("tags", len(c.Tags))
	}

	seen := map[string]bool{}
	for i, t := range c.Tags {
		key := fmt.Sprintf("tags[%d]", i)
		name := key + ".name"
		k.present("tags", name)
		k.present("tags", key+".detailed_name")
		k.present("tags", key+".description")

		k.notEmpty(name, len(t.Name))
		if seen[t.Name] {
			k.fail(name, "duplicate tag", "give each tag its own name")
		}
		seen[t.Name] = true

		k.when(key+".when", t.When, c.Facts)
	}
}

// hasKey reports whether a student can have several rows in a file, one a tag.
func hasKey(kind files.Kind) bool {
	return kind.Key != 0
}

// noFact says that a tag's fact is not defined. When the tag is a default one,
// the facts of the file need tags of their own.
func (k *checker) noFact(key, name string, facts []string) {
	if !k.given("tags") {
		what := fmt.Sprintf("a default tag needs the fact %q", name)
		k.fail("facts", what, "facts replaces all of the default facts: write tags as well")
		return
	}

	hint := "define it under facts"
	if len(facts) > 0 {
		hint = cli.DidYouMean(name, facts)
	}
	k.fail(key, "no such fact", hint)
}

func (k *checker) files(f Files) {
	seen := map[string]bool{}
	for _, kind := range files.All() {
		key := "files." + kind.Name
		file := f[kind.Name]
		oneOf(k, key+".when_empty", file.WhenEmpty,
			files.Skip,
			files.HoldEmpty)

		name := key + ".name"
		if !fileName.MatchString(file.Name) {
			k.fail(name, "must be a plain file name",
				"use at most 100 letters, digits, dots, _ and -")
		}
		k.path(name, file.Name)

		same := strings.ToLower(file.Name) // to Windows
		if seen[same] {
			k.fail(name, "duplicate file name", "give each file its own name")
		}
		seen[same] = true
	}
}

// enabled reports whether any file of a kind that fits is built.
func (f Files) enabled(fits func(files.Kind) bool) bool {
	for _, kind := range files.All() {
		if f[kind.Name].Enabled && fits(kind) {
			return true
		}
	}
	return false
}

func (k *checker) guard(g guard.Guard) {
	for _, limit := range g.Limits {
		section := "guard." + limit.Name() + "."
		for _, b := range limit.Bounds() {
			k.within(section+b.Key, b.Value, b.Least, b.Most)
		}
	}

	for i, p := range g.Pause {
		key := fmt.Sprintf("guard.pause[%d]", i)
		k.pause(key, p)
	}
}

// pause checks one pause: two days, the first of them not after the last.
func (k *checker) pause(key string, p guard.Pause) {
	from := k.day(key+".from", p.From)
	to := k.day(key+".to", p.To)
	if to.Before(from) {
		k.fail(key+".to", "is before from",
			"write the last day of the pause, on which nothing is sent either")
	}

	k.notEmpty(key+".reason", len(p.Reason))
}

func (k *checker) day(key, text string) time.Time {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		k.fail(key, "is not a day", "write a day such as 2026-07-01")
	}
	return day
}

func (k *checker) csv(c CSV) {
	oneOf(k, "csv.quote", c.Quote,
		files.QuoteAll,
		files.QuoteMinimal)
}

func (k *checker) sftp(s SFTP) {
	k.within("sftp.port", s.Port, 1, 65535)
	k.notEmpty("sftp.directory", len(s.Directory))
	k.notEmpty("sftp.known_hosts", len(s.KnownHosts))
	k.path("sftp.known_hosts", s.KnownHosts)

	k.downward("sftp.directory", s.Directory)
	k.downward("sftp.stage_directory", s.StageDirectory)
	k.downward("sftp.probe_directory", s.ProbeDirectory)
	same := path.Clean(s.ProbeDirectory) == path.Clean(s.Directory)
	if same && k.given("sftp.probe_directory") {
		k.fail("sftp.probe_directory",
			"must not be sftp.directory, because SchooLinks takes the files there",
			`name another folder, or write ""`)
	}

	oneOf(k, "sftp.upload", s.Upload,
		sftp.Atomic,
		sftp.Direct)
	oneOf(k, "sftp.verify", s.Verify,
		sftp.VerifyHash,
		sftp.VerifySize)
}

func (k *checker) keep(keep Keep) {
	k.within("keep.last", keep.Last, 0, maxKept)
	k.within("keep.daily", keep.Daily, 0, maxKept)
	k.within("keep.weekly", keep.Weekly, 0, maxKept)
	k.within("keep.monthly", keep.Monthly, 0, maxKept)
}

func (k *checker) run(r Run) {
	const key = "run.timeout"
	if k.given(key) && (r.Timeout < time.Second || r.Timeout > 24*time.Hour) {
		k.fail(key, "must be from 1s to 24h", "write a duration in this range, such as 45m")
	}
}

// maxKept is more days than there are in a century.
const maxKept = 100_000

package config

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/cmd/internal/cli"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// checker holds a configuration against what its values may be, and keeps the
// first trouble.
type checker struct {
	*decoder
	err error
}

// check returns what is wrong with a configuration whose every value has its type.
func check(c *Config, d *decoder) error {
	k := &checker{decoder: d}
	k.source(c)
	k.tags(c)
	k.files(c.Files)
	k.guard(c.Guard)
	oneOf(k, "csv.quote", c.CSV.Quote, files.QuoteAll, files.QuoteMinimal)
	k.sftp(c.SFTP)
	k.keep(c.Keep)
	return k.err
}

func (k *checker) source(c *Config) {
	oneOf(k, "powerschool.driver", c.PowerSchool.Driver, Oracle, Postgres)
	if _, err := time.LoadLocation(c.PowerSchool.Timezone); err != nil || c.PowerSchool.Timezone == "" {
		k.fail("powerschool.timezone", "unknown time zone", "write an IANA name such as America/Chicago, or Local")
	}
	k.notEmpty("students.enroll_status", len(c.Students.EnrollStatus))
	k.notEmpty("students.grades", len(c.Students.Grades))
	oneOf(k, "students.identifier", c.Students.Identifier,
		schema.KnownByStudentNumber, schema.KnownByDCID, schema.KnownByID, schema.KnownByStateNumber)
	oneOf(k, "students.shared_number", c.Students.SharedNumber, files.Omit, files.Keep)
	k.name("attendance.view", c.Attendance.View, tableName)
	oneOf(k, "attendance.window", c.Attendance.Window, schema.WindowFTE, schema.WindowEnrollment, schema.WindowSchoolYear)
	oneOf(k, "attendance.through", c.Attendance.Through, Now, Yesterday)
	oneOf(k, "attendance.scale", c.Attendance.Scale, files.Fraction, files.Percent)
	k.decimals("attendance.decimals", c.Attendance.Decimals)
	k.gpa(c)
	for _, name := range slices.Sorted(maps.Keys(c.Facts)) {
		k.name("facts."+name, name, factName)
		k.fact("facts."+name, c.Facts[name])
	}
}

func (k *checker) tags(c *Config) {
	if c.Files.enabled(func(kind files.Kind) bool { return kind.Key != 0 }) {
		k.notEmpty("tags", len(c.Tags))
	}
	facts := slices.Sorted(maps.Keys(c.Facts))
	seen := map[string]bool{}
	for i, t := range c.Tags {
		key := fmt.Sprintf("tags[%d]", i)
		for _, field := range []string{".name", ".detailed_name", ".description"} {
			k.present("tags", key+field)
		}
		k.notEmpty(key+".name", len(t.Name))
		if seen[t.Name] {
			k.fail(key+".name", "duplicate tag", "give each tag a name of its own")
		}
		seen[t.Name] = true
		k.when(key+".when", t.When, facts)
	}
}

// noFact says that a tag's fact is not defined; where the tag is a default, it
// is the file's facts that need tags of their own.
func (k *checker) noFact(key, name string, facts []string) {
	if _, given := k.at["tags"]; !given {
		k.fail("facts", fmt.Sprintf("a default tag needs the fact %q", name), "facts replaces the defaults whole: write tags as well")
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
		key, file := "files."+kind.Name, f[kind.Name]
		oneOf(k, key+".when_empty", file.WhenEmpty, files.Skip, files.HoldEmpty)
		if !fileName.MatchString(file.Name) {
			k.fail(key+".name", "must be a plain file name", "use letters, digits, dot, _ and -, at most 100")
		}
		if seen[file.Name] {
			k.fail(key+".name", "duplicate file name", "give each file a name of its own")
		}
		seen[file.Name] = true
	}
}

// enabled reports whether a file is built that fits.
func (f Files) enabled(fits func(files.Kind) bool) bool {
	return slices.ContainsFunc(files.All(), func(kind files.Kind) bool { return f[kind.Name].Enabled && fits(kind) })
}

func (k *checker) guard(g guard.Guard) {
	for _, limit := range g.Limits {
		for _, b := range limit.Bounds() {
			k.within("guard."+limit.Name()+"."+b.Key, b.Value, b.Least, b.Most)
		}
	}
	for i, p := range g.Pause {
		k.pause(fmt.Sprintf("guard.pause[%d]", i), p)
	}
}

// pause looks at one pause: two days, the first of them not after the last.
func (k *checker) pause(key string, p guard.Pause) {
	const hint = "write a day as 2026-07-01"
	from, err1 := time.Parse(time.DateOnly, p.From)
	to, err2 := time.Parse(time.DateOnly, p.To)
	switch {
	case err1 != nil:
		k.fail(key+".from", "is not a day", hint)
	case err2 != nil:
		k.fail(key+".to", "is not a day", hint)
	case to.Before(from):
		k.fail(key+".to", "is before from", "write the last day of the pause, which is part of it")
	}
	k.notEmpty(key+".reason", len(p.Reason))
}

func (k *checker) sftp(s SFTP) {
	k.within("sftp.port", s.Port, 1, 65535)
	k.notEmpty("sftp.directory", len(s.Directory))
	k.notEmpty("sftp.known_hosts", len(s.KnownHosts))
	k.downward("sftp.directory", s.Directory)
	k.downward("sftp.stage_directory", s.StageDirectory)
	k.downward("sftp.probe_directory", s.ProbeDirectory)
	if k.given("sftp.probe_directory") && path.Clean(s.ProbeDirectory) == path.Clean(s.Directory) {
		k.fail("sftp.probe_directory", "must not be sftp.directory, whose files SchooLinks takes", `name another folder, or write ""`)
	}
	oneOf(k, "sftp.upload", s.Upload, sftp.Atomic, sftp.Direct)
	oneOf(k, "sftp.verify", s.Verify, sftp.VerifyHash, sftp.VerifySize)
}

func (k *checker) keep(keep Keep) {
	k.within("keep.last", keep.Last, 0, maxKept)
	k.within("keep.daily", keep.Daily, 0, maxKept)
	k.within("keep.weekly", keep.Weekly, 0, maxKept)
	k.within("keep.monthly", keep.Monthly, 0, maxKept)
}

// maxKept is more days than there are in a century.
const maxKept = 100_000

// What a name may be: a table or view with its schema, a column, a fact, a file.
var (
	tableName  = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_$#]*(\.[A-Za-z][A-Za-z0-9_$#]*)?$`)
	columnName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_$#]*$`)
	factName   = regexp.MustCompile(`^[A-Za-z0-9_]{1,100}$`)
	fileName   = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`)
)

func (k *checker) name(key, value string, allowed *regexp.Regexp) {
	switch {
	case value == "":
		k.present(key[:strings.LastIndexByte(key, '.')], key)
		k.fail(key, "must not be empty", "name the table or column in PowerSchool")
	case !allowed.MatchString(value):
		k.fail(key, "is not a name", "use letters, digits and _, a letter first")
	}
}

func oneOf[T ~string](k *checker, key string, value T, known ...T) {
	if slices.Contains(known, value) {
		return
	}
	words := make([]string, len(known))
	for i, w := range known {
		words[i] = string(w)
	}
	k.fail(key, "unknown value", cli.DidYouMean(string(value), words))
}

func (k *checker) notEmpty(key string, length int) {
	if length == 0 {
		k.fail(key, "must not be empty", "write at least one, or remove the key to have its default")
	}
}

func (k *checker) within(key string, n, least, most int64) {
	if n < least || n > most {
		k.fail(key, fmt.Sprintf("must be from %d to %d", least, most), "write a number in this range")
	}
}

func (k *checker) downward(key, path string) {
	if slices.Contains(strings.Split(path, "/"), "..") {
		k.fail(key, "must not go up with ..", "write the path from its root, such as /automated")
	}
}

// present fails when the file has a list or mapping of its own, but not this key in it.
func (k *checker) present(of, key string) {
	_, given := k.at[of]
	if _, ok := k.at[key]; given && !ok {
		k.fail(key, "is missing", "write it")
	}
}

// fail keeps the first trouble, at the key's place or that of the nearest key above it.
func (k *checker) fail(key, what, hint string) {
	if k.err != nil {
		return
	}
	p, above := k.at[key], key
	for p == (place{}) && above != "" {
		above = above[:max(0, strings.LastIndexAny(above, ".["))]
		p = k.at[above]
	}
	k.err = k.fault(p, key, what, hint)
}

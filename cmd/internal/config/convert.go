package config

import (
	"cmp"
	"slices"
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/extract"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Settings returns what to ask of PowerSchool. Lists are in order and without
// repetition, so that equal scopes are equal settings.
func (c *Config) Settings() schema.Settings {
	s := schema.Settings{
		EnrollStatus:   ordered(c.Students.EnrollStatus),
		Grades:         ordered(c.Students.Grades),
		ExcludeSchools: ordered(c.Students.ExcludeSchools),
		Identifier:     c.Students.Identifier,
		Names:          c.Students.Names,
		Attendance:     c.Attendance.settings(),
		GPA:            c.GPA.settings(),
		Through:        string(c.Attendance.Through),
		Schema:         strings.ToLower(c.PowerSchool.Schema),
	}

	if c.PowerSchool.BlankDate != None {
		s.BlankDate = c.PowerSchool.BlankDate
	}

	for _, name := range sortedKeys(c.Facts) {
		fact := c.Facts[name].settings(name)
		s.Facts = append(s.Facts, fact)
	}

	return s
}

// boundDays is how far before the cutoff days are read: a year, and a margin for a
// school year that begins early.
const boundDays = 400

func (a Attendance) settings() schema.Attendance {
	s := schema.Attendance{
		View:        strings.ToLower(a.View),
		Window:      a.Window,
		MembersOnly: a.MembersOnly,
		StaleAfter:  int(a.StaleAfter),
	}

	if a.Unrecorded != schema.UnrecordedAbsent {
		s.Unrecorded = a.Unrecorded
	}
	if a.Bounded {
		s.BoundDays = boundDays
	}
	return s
}

func (g GPA) settings() schema.GPA {
	s := schema.GPA{
		Source:   g.Source,
		Simple:   g.Simple,
		Weighted: g.Weighted,
		Range:    g.Range,
	}

	switch g.Source {
	case schema.GPAOfClassRank: // there, simple and weighted are names of methods
		s.StoreCode = g.Code
		s.MaxAge = int(g.MaxAge)
		return s
	case schema.GPAOfExtension:
		s.Table = strings.ToLower(g.Table)
	}

	s.Simple = strings.ToLower(g.Simple)
	s.Weighted = strings.ToLower(g.Weighted)
	return s
}

// ordered returns the values in order, each once, or nil for none.
func ordered[T cmp.Ordered](values []T) []T {
	sorted := slices.Sorted(slices.Values(values))
	return slices.Compact(sorted)
}

// Rules returns how students become rows, with the files in the order in which
// they are sent.
func (c *Config) Rules() files.Rules {
	r := files.Rules{
		Header:       headers[c.Students.Identifier],
		Identifier:   c.Students.Identifier,
		SharedNumber: c.Students.SharedNumber,
		Attendance: files.AttendanceRule{
			OmitZero: c.Attendance.OmitZero,
			Scale:    c.Attendance.Scale,
			Decimals: decimals(c.Attendance.Decimals),
		},
		GPA: files.GPARule{
			Require:  c.GPA.Require,
			OmitZero: c.GPA.OmitZero,
			Decimals: decimals(c.GPA.Decimals),
		},
		Quote: c.CSV.Quote,
	}

	for _, t := range c.Tags {
		r.Tags = append(r.Tags, files.Tag{
			Name:         t.Name,
			DetailedName: t.DetailedName,
			Description:  t.Description,
			When:         t.When.condition(),
		})
	}

	for _, kind := range files.All() {
		f := c.Files[kind.Name]
		if !f.Enabled {
			continue
		}
		r.Files = append(r.Files, files.FileRule{
			Kind:      kind.Name,
			Name:      f.Name,
			WhenEmpty: f.WhenEmpty,
		})
	}

	return r
}

// headers are SchooLinks' names for what it can know students by
// (https://schoolinkshome.notion.site, Account Identifiers in SchooLinks).
var headers = map[schema.Identifier]string{
	schema.KnownByStudentNumber: "student_number",
	schema.KnownByDCID:          "student_sis_id",
	schema.KnownByID:            "student_sis_id",
	schema.KnownByStateNumber:   "student_state_id",
}

func decimals(n *int64) *int {
	if n == nil {
		return nil
	}
	digits := int(*n)
	return &digits
}

// Server returns how to deliver to the account.
func (c *Config) Server(a Account) sftp.Config {
	port := a.Port
	if port == 0 {
		port = int(c.SFTP.Port)
	}

	return sftp.Config{
		Host:           a.Host,
		Port:           port,
		User:           a.User,
		Password:       a.Password.Reveal,
		Key:            a.Key.Reveal,
		Passphrase:     a.Passphrase.Reveal,
		KnownHosts:     c.SFTP.KnownHosts,
		Directory:      c.SFTP.Directory,
		StageDirectory: c.SFTP.StageDirectory,
		Upload:         c.SFTP.Upload,
		Verify:         c.SFTP.Verify,
		Timeout:        c.SFTP.Timeout,
	}
}

// Retention returns how many snapshots are kept.
func (c *Config) Retention() extract.Retention {
	return extract.Retention(c.Keep)
}

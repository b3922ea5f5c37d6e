package config

import (
	_ "embed"
	"fmt"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

//go:embed schoolinks.yaml
var defaultText string

// DefaultText returns Default as a file, with every key and what it is for.
func DefaultText() string {
	kinds := files.All()
	width := 0
	for _, kind := range kinds {
		width = max(width, len(kind.Name)+1)
	}

	var list strings.Builder
	for _, kind := range kinds {
		fmt.Fprintf(&list, "  %-*s {enabled: true, name: %s, when_empty: %s}\n",
			width,
			kind.Name+":",
			kind.FileName,
			kind.WhenEmpty)
	}

	return strings.Replace(defaultText, "files: {}\n", "files:\n"+list.String(), 1)
}

// Default returns the configuration of an empty file: the constants of
// Community High School District 118's script, for Illinois' tables.
func Default() *Config {
	return &Config{
		PowerSchool: PowerSchool{
			Driver:   Oracle,
			Timezone: "Local",
			Timeout:  10 * time.Minute,

			BlankDate: "1900-01-01",
		},
		Students: Students{
			EnrollStatus:   []int64{0},
			Grades:         []int64{8, 9, 10, 11, 12},
			ExcludeSchools: []int64{901},
			Identifier:     schema.KnownByStudentNumber,
			SharedNumber:   files.Omit,
		},
		Schools:    map[int64]string{},
		Attendance: defaultAttendance,
		GPA:        defaultGPA,
		Facts:      defaultFacts(),
		Tags:       defaultTags(),
		Files:      defaultFiles(),
		CSV:        CSV{Quote: files.QuoteAll},
		Guard:      guard.New(),
		Report:     Report{Keep: 14 * 24 * time.Hour},
		SFTP:       defaultSFTP,
		Keep: Keep{
			Last:    7,
			Daily:   30,
			Weekly:  13,
			Monthly: 24,
		},
	}
}

var (
	defaultAttendance = Attendance{
		View:        "ps_adaadm_daily_ctod",
		Window:      schema.WindowFTE,
		Through:     Now,
		MembersOnly: true,
		Unrecorded:  schema.UnrecordedExclude,
		Bounded:     true,
		StaleAfter:  30,
		Scale:       files.Fraction,
	}
	defaultGPA = GPA{
		Source:   schema.GPAOfExtension,
		Table:    "u_def_ext_students0",
		Simple:   "simple_gpa",
		Weighted: "weighted_gpa",
		MaxAge:   400,
		Require:  files.Any,
		OmitZero: true,
	}
	defaultSFTP = SFTP{
		Port:           22,
		Directory:      "/automated",
		ProbeDirectory: "/other",
		KnownHosts:     "known_hosts",
		Upload:         sftp.Atomic,
		Verify:         sftp.VerifyHash,
		Timeout:        5 * time.Minute,
	}
)

// defaultFacts are the facts that the default tags need, in Illinois' tables.
func defaultFacts() map[string]Fact {
	return map[string]Fact{
		"iep":         {Table: "s_il_stu_x", Column: "iep"},
		"section_504": {Table: "s_il_stu_plan504_x", Column: "participant"},
		"lep":         {Table: "s_il_stu_x", Column: "lep"},
		"lii":         {Table: "s_il_stu_x", Column: "lii"},
		"gifted":      {Table: "s_stu_crdc_x", Column: "giftedtalentedprograms_yn"},
	}
}

// defaultFiles are all files, enabled.
func defaultFiles() Files {
	all := Files{}
	for _, kind := range files.All() {
		all[kind.Name] = File{
			Enabled:   true,
			Name:      kind.FileName,
			WhenEmpty: kind.WhenEmpty,
		}
	}
	return all
}

// defaultTags are SchooLinks' tags. The texts are those in use there, with their
// misspelling.
func defaultTags() []Tag {
	return []Tag{
		{
			Name:         "IEP",
			DetailedName: "Individualized Education Plan",
			Description:  "Student with IDEA Services",
			When:         When{Fact: "iep", Is: "1"},
		},
		{
			Name:         "504",
			DetailedName: "Section 504",
			Description:  "Student with 504 Accomodation",
			When:         When{Fact: "section_504", Is: "1"},
		},
		{
			Name:         "EL",
			DetailedName: "English Learner",
			Description:  "Low English Proficiency Learner",
			When:         When{Fact: "lep", Is: "1"},
		},
		{
			Name:         "LI",
			DetailedName: "Low Income",
			Description:  "Low Income/Economically Disadvantaged Family",
			When:         When{Fact: "lii", Is: "1"},
		},
		{
			Name:         "GFT",
			DetailedName: "Gifted & Talented",
			Description:  "Student in Gifted or Talented Program",
			When:         When{Fact: "gifted", Is: "Y"},
		},
	}
}

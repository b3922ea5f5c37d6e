// Package config reads the one configuration file and the environment of the
// programs, and turns them into the settings of the packages that own them.
//
// The file is YAML and is read strictly: anything in it that is not understood
// is a schema.Config fault with its line, its column and the next step.
// Secrets come from the environment only.
package config

import (
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/publish/sftp"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Config is the configuration file.
type Config struct {
	PowerSchool PowerSchool      `yaml:"powerschool"`
	Students    Students         `yaml:"students"`
	Schools     map[int64]string `yaml:"schools"` // names for reports, by STUDENTS.SCHOOLID
	Attendance  Attendance       `yaml:"attendance"`
	GPA         GPA              `yaml:"gpa"`
	Facts       map[string]Fact  `yaml:"facts"` // replaces all of the defaults
	Tags        []Tag            `yaml:"tags"`  // replaces all of the defaults
	Files       Files            `yaml:"files"`
	CSV         CSV              `yaml:"csv"`
	Guard       guard.Guard      `yaml:"guard"`
	Report      Report           `yaml:"report"`
	SFTP        SFTP             `yaml:"sftp"`
	Keep        Keep             `yaml:"keep"`
	Run         Run              `yaml:"run"`

	// InsecureDatabase allows PostgreSQL on another machine below sslmode=verify-full.
	InsecureDatabase bool `yaml:"insecure_database"`
}

// PowerSchool says how to reach the source.
type PowerSchool struct {
	Driver   string        `yaml:"driver"`   // godror or pgx; POWERSCHOOL_DRIVER overrides it: see Driver
	Timezone string        `yaml:"timezone"` // an IANA name, or Local; POWERSCHOOL_TIMEZONE overrides it: see Location
	Timeout  time.Duration `yaml:"timeout"`  // of one query

	BlankDate string `yaml:"blank_date"` // a day, or None
	Schema    string `yaml:"schema"`     // of the tables that are named without one
}

// None is the word for no such thing.
const None = "none"

// Students says which students are read, and what is read about them.
type Students struct {
	EnrollStatus   []int64            `yaml:"enroll_status"`
	Grades         []int64            `yaml:"grades"`
	ExcludeSchools []int64            `yaml:"exclude_schools"`
	Identifier     schema.Identifier  `yaml:"identifier"`
	Names          bool               `yaml:"names"`
	SharedNumber   files.SharedNumber `yaml:"shared_number"`
}

// Attendance says where attendance comes from and how it is published.
type Attendance struct {
	View        string            `yaml:"view"`
	Window      schema.Window     `yaml:"window"`
	Through     Through           `yaml:"through"`
	MembersOnly bool              `yaml:"members_only"`
	Unrecorded  schema.Unrecorded `yaml:"unrecorded"`
	Bounded     bool              `yaml:"bounded"`
	StaleAfter  Days              `yaml:"stale_after"`
	OmitZero    bool              `yaml:"omit_zero"`
	Scale       files.Scale       `yaml:"scale"`
	Decimals    *int64            `yaml:"decimals"` // nil is as many as a number needs
}

// Days is a number of days, written 30d; 0 is written none, and there is no limit.
type Days int64

// Through says up to when attendance counts.
type Through string

const (
	Now       Through = "now"       // today included
	Yesterday Through = "yesterday" // to the end of the day before
)

// Tag is a SchooLinks label and the condition that gives it.
type Tag struct {
	Name         string `yaml:"name"`
	DetailedName string `yaml:"detailed_name"`
	Description  string `yaml:"description"`
	When         When   `yaml:"when"`
}

// Files are SchooLinks' files, by the names of their kinds. It has every kind.
type Files map[string]File

// File says whether a file is built, its name at SchooLinks, and what happens when
// it is empty.
type File struct {
	Enabled   bool            `yaml:"enabled"`
	Name      string          `yaml:"name"`
	WhenEmpty files.WhenEmpty `yaml:"when_empty"`
}

// CSV is the form of the files.
type CSV struct {
	Quote files.Quote `yaml:"quote"`
}

// Report says where run leaves its reports, and how long they stay there.
type Report struct {
	Dir  string        `yaml:"dir"` // "" for none
	Keep time.Duration `yaml:"keep"`
}

// SFTP says how to deliver; the address and the account are in the environment.
type SFTP struct {
	Port           int64         `yaml:"port"` // unless SCHOOLINKS_SFTP_ADDRESS has one
	Directory      string        `yaml:"directory"`
	StageDirectory string        `yaml:"stage_directory"`
	ProbeDirectory string        `yaml:"probe_directory"` // where publish check tries writing; "" is nowhere
	KnownHosts     string        `yaml:"known_hosts"`
	Upload         sftp.Upload   `yaml:"upload"`
	Verify         sftp.Verify   `yaml:"verify"`
	Timeout        time.Duration `yaml:"timeout"`
}

// Keep is how many snapshots of each kind extract prune keeps; 0 keeps none.
type Keep struct {
	Last    int64 `yaml:"last"`
	Daily   int64 `yaml:"daily"`
	Weekly  int64 `yaml:"weekly"`
	Monthly int64 `yaml:"monthly"`
}

// Run says how long one run may take; 0 is the program's own default.
type Run struct {
	Timeout time.Duration `yaml:"timeout"`
}

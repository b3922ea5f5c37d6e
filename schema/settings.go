package schema

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Settings say what to ask PowerSchool: which students, and what about them. They
// are sealed into every snapshot, and so they are the contract between the program
// that asks and the one that reads the answer. Names of tables and columns are as
// the configuration gives them, with a schema if one is needed.
//
// The zero Settings belong to a publication without a snapshot: nothing is known.
type Settings struct {
	EnrollStatus   []int64    `json:"enroll_status"`   // STUDENTS.ENROLL_STATUS: 0 is currently enrolled
	Grades         []int64    `json:"grades"`          // STUDENTS.GRADE_LEVEL
	ExcludeSchools []int64    `json:"exclude_schools"` // STUDENTS.SCHOOLID, which is SCHOOLS.SCHOOL_NUMBER
	Identifier     Identifier `json:"identifier"`      // what becomes a student's number
	Names          bool       `json:"names"`           // whether to read first and last names
	Attendance     Attendance `json:"attendance"`
	GPA            GPA        `json:"gpa"`
	Facts          []Fact     `json:"facts"` // in byte order of their names

	// The day that PowerSchool stores for a blank date; "" if there is none.
	BlankDate string `json:"blank_date,omitempty"`
	// The schema of the tables that are named without one.
	Schema string `json:"schema,omitempty"`

	Through string `json:"through"` // up to when attendance counts: now, yesterday, a day, or a day and time

	text       string // what they were parsed from; "" if this program made them
	unreadable error
}

// ParseSettings reads settings from the text that a store holds, and keeps the
// text unchanged: the digest of a snapshot covers it. Text from an older program
// lacks newer keys, and text from a newer one has more.
func ParseSettings(text string) (Settings, error) {
	var s Settings
	err := json.Unmarshal([]byte(text), &s)
	if err != nil {
		return Settings{}, err
	}

	trimmed := strings.TrimSpace(text)
	if !strings.HasPrefix(trimmed, "{") {
		return Settings{}, errors.New("not a JSON object")
	}

	s.text = text

	return s, nil
}

// UnreadableSettings are settings of which only the text can be kept, and why.
func UnreadableSettings(text string, why error) Settings {
	return Settings{
		text:       text,
		unreadable: why,
	}
}

// Err says why settings cannot be read, such as those of a newer program. Whoever
// needs to know what they say must ask; nothing is known of them.
func (s Settings) Err() error { return s.unreadable }

// Text returns the JSON that the settings were parsed from. For settings that this
// program made, it is their one form: every key, in the order of the fields, or
// "{}" for the zero Settings.
func (s Settings) Text() string {
	switch {
	case s.text != "":
		return s.text
	case !s.Known():
		return "{}"
	}

	text, err := json.Marshal(s)
	if err != nil {
		panic(err) // plain values always encode
	}

	return string(text)
}

// Known reports whether anything is known. Settings without an enrollment status
// would select no student.
func (s Settings) Known() bool {
	return s.EnrollStatus != nil
}

// Equal reports whether the texts of two settings are the same.
func (s Settings) Equal(other Settings) bool {
	return s.Text() == other.Text()
}

// FactNames returns the names of the facts that are read; nil if that is not
// known.
func (s Settings) FactNames() (names []string) {
	for _, f := range s.Facts {
		names = append(names, f.Name)
	}
	return names
}

// Holds reports whether a student with this status, grade and school would be
// read. Nil means not known; such a student would not be read.
func (s Settings) Holds(status, grade, school *int64) bool {
	known := status != nil && grade != nil && school != nil
	if !known {
		return false
	}

	if !slices.Contains(s.EnrollStatus, *status) {
		return false
	}
	return s.Outside(grade, school) == ""
}

// Outside says what puts a grade or a school out of scope: "grade 13, school 901".
func (s Settings) Outside(grade, school *int64) string {
	var out []string
	if grade != nil && !slices.Contains(s.Grades, *grade) {
		says := fmt.Sprintf("grade %d", *grade)
		out = append(out, says)
	}
	if school != nil && slices.Contains(s.ExcludeSchools, *school) {
		says := fmt.Sprintf("school %d", *school)
		out = append(out, says)
	}

	return strings.Join(out, ", ")
}

// InScope reports whether a student of a snapshot would be read.
func (s Settings) InScope(st *Student) bool {
	return s.Holds(&st.EnrollStatus, &st.GradeLevel, &st.SchoolID)
}

// Identifier is the column of STUDENTS by which SchooLinks knows students. "" means
// KnownByStudentNumber: older settings do not have the key, because there was only
// that one.
type Identifier string

const (
	KnownByStudentNumber Identifier = "student_number"
	KnownByDCID          Identifier = "dcid"
	KnownByID            Identifier = "id"
	KnownByStateNumber   Identifier = "state_studentnumber" // text; its leading zeros count
)

// Column returns the name of the column.
func (i Identifier) Column() string {
	if i == "" {
		return string(KnownByStudentNumber)
	}
	return string(i)
}

// Attendance says where a student's days come from.
type Attendance struct {
	View   string `json:"view"`   // one row for each student and day, with ATTENDANCEVALUE and MEMBERSHIPVALUE
	Window Window `json:"window"` // which days can count

	// Of the days in the window, the zero values let all of them count.
	MembersOnly bool       `json:"members_only,omitempty"` // only days with a MEMBERSHIPVALUE above 0
	Unrecorded  Unrecorded `json:"unrecorded,omitempty"`   // what a day without an ATTENDANCEVALUE is

	// Only the last so many days before the cutoff are read; 0 is all days.
	BoundDays int `json:"bounded,omitempty"`
	// How many days the newest day may be before the newest of the school; 0 is any.
	StaleAfter int `json:"stale_after,omitempty"`
}

// Unrecorded says what a day of membership without an ATTENDANCEVALUE is. ""
// means UnrecordedAbsent, because older settings do not have the key.
type Unrecorded string

const (
	UnrecordedExclude Unrecorded = "exclude" // it does not count
	UnrecordedAbsent  Unrecorded = "absent"  // it counts as a day on which the student was not present
)

// Window says which days of a student count, up to the cutoff.
type Window string

const (
	// WindowFTE counts the days under the student's current STUDENTS.FTEID.
	WindowFTE Window = "fte"
	// WindowEnrollment counts the days at the student's current school since
	// STUDENTS.ENTRYDATE, whatever their FTEID.
	WindowEnrollment Window = "enrollment"
	// WindowSchoolYear counts all days, at any school, since the first day of the
	// year term (TERMS.ISYEARREC = 1) of the student's current school that the
	// cutoff falls into.
	WindowSchoolYear Window = "school_year"
)

// GPA says where the two grade point averages are, as text or numbers. One whose
// name is "" is not read, and no student has it.
type GPA struct {
	Source   GPASource `json:"source"`          // "" is GPAOfExtension
	Table    string    `json:"table,omitempty"` // of GPAOfExtension
	Simple   string    `json:"simple"`
	Weighted string    `json:"weighted"`

	// Of GPAOfClassRank: CLASSRANK.STORECODE; "" is the cumulative rank.
	StoreCode string `json:"store_code,omitempty"`
	// Of GPAOfClassRank, in days; 0 is any age.
	MaxAge int `json:"max_age,omitempty"`
	// What a GPA of the district can be; nil if that is not said.
	Range *GPARange `json:"range,omitempty"`
}

// GPASource says what GPA.Simple and GPA.Weighted name.
type GPASource string

const (
	GPAOfExtension GPASource = "extension" // columns of an extension table of STUDENTS
	GPAOfStudents  GPASource = "students"  // columns of STUDENTS itself, such as SIMPLE_GPA
	// GPAOfClassRank takes CLASSRANK.GPA for two of its GPA methods, from the
	// student's rows of one STORECODE with the newest DATERANKED.
	GPAOfClassRank GPASource = "classrank"
)

// ExtensionTables are the extension tables that the settings read, once each, in
// lower case. They have a row about a student, or none; STUDENTS itself always has
// one.
func (s Settings) ExtensionTables() (tables []string) {
	add := func(table string) {
		table = strings.ToLower(table)
		if table != "students" && !slices.Contains(tables, table) {
			tables = append(tables, table)
		}
	}

	ofExtension := s.GPA.Source == "" || s.GPA.Source == GPAOfExtension
	if ofExtension && s.GPA.Simple+s.GPA.Weighted != "" {
		add(s.GPA.Table)
	}
	for _, f := range s.Facts {
		if f.Student == "" {
			add(f.Table)
		}
	}

	return tables
}

package powerschool

// Query is what to ask of PowerSchool: who, and what about them. It is sealed
// into every snapshot as its settings. Names of tables and columns stand as
// the configuration gives them, with a schema where one is needed.
type Query struct {
	EnrollStatus   []int64    `json:"enroll_status"`   // STUDENTS.ENROLL_STATUS: 0 is currently enrolled
	Grades         []int64    `json:"grades"`          // STUDENTS.GRADE_LEVEL
	ExcludeSchools []int64    `json:"exclude_schools"` // STUDENTS.SCHOOLID, that is SCHOOLS.SCHOOL_NUMBER
	Identifier     Identifier `json:"identifier"`      // what becomes a student's number; "" is StudentNumber
	Names          bool       `json:"names"`           // whether to read first and last names
	Attendance     Attendance `json:"attendance"`
	GPA            GPA        `json:"gpa"`
	Facts          []Fact     `json:"facts"` // in byte order of their names
}

// Identifier is the column of STUDENTS by which SchooLinks knows students.
type Identifier string

const (
	StudentNumber Identifier = "student_number"
	DCID          Identifier = "dcid"
	ID            Identifier = "id"
	StateNumber   Identifier = "state_studentnumber" // text; its leading zeros count
)

// Attendance says where a student's days come from.
type Attendance struct {
	View   string `json:"view"`   // one row a student and day, with ATTENDANCEVALUE and MEMBERSHIPVALUE
	Window Window `json:"window"` // which days count
}

// Window says which days of a student count, up to the cutoff.
type Window string

const (
	// FTE counts the days under the student's current STUDENTS.FTEID.
	FTE Window = "fte"
	// Enrollment counts the days at the student's current school since
	// STUDENTS.ENTRYDATE, whatever their FTEID.
	Enrollment Window = "enrollment"
	// SchoolYear counts all days, at any school, since the first day of the
	// year term (TERMS.ISYEARREC = 1) of the student's current school that the
	// cutoff falls into.
	SchoolYear Window = "school_year"
)

// GPA says where the two grade point averages are, text or numbers. One that
// is "" is not read, and nobody has it.
type GPA struct {
	Source   GPASource `json:"source"`          // "" is Extension
	Table    string    `json:"table,omitempty"` // of Extension
	Simple   string    `json:"simple"`
	Weighted string    `json:"weighted"`
}

// GPASource says what GPA.Simple and GPA.Weighted name.
type GPASource string

const (
	Extension  GPASource = "extension" // columns of an extension table of STUDENTS
	OfStudents GPASource = "students"  // columns of STUDENTS itself, such as SIMPLE_GPA
	// ClassRank takes CLASSRANK.GPA of two of its GPA methods: of a student's
	// rows the ones with the newest DATERANKED.
	ClassRank GPASource = "classrank"
)

// Fact is one demographic value of a student. With Column it is that column of
// an extension table of STUDENTS, that is a table whose STUDENTSDCID is
// STUDENTS.DCID, or of STUDENTS itself; where Dates are given, only while they
// contain the day of the cutoff. With Student it is 1 for a student of whom the
// table has such a row, however many, and 0 for anybody else.
type Fact struct {
	Name   string `json:"name"`
	Table  string `json:"table"`
	Column string `json:"column,omitempty"`

	Student string  `json:"student,omitempty"` // StudentsDCID or StudentID
	Where   []Where `json:"where,omitempty"`   // all of them hold for the row
	Lookup  *Lookup `json:"lookup,omitempty"`

	Dates
}

// How a table names the student its rows are about.
const (
	StudentsDCID = "studentsdcid" // STUDENTS.DCID
	StudentID    = "studentid"    // STUDENTS.ID
)

// Dates are columns of a fact's table that say while its rows hold, by the day.
// No start column, like a start that is NULL, means that it has begun; no end
// column, like an end that is NULL, that it goes on.
type Dates struct {
	Start        string `json:"start,omitempty"`
	End          string `json:"end,omitempty"`
	EndExclusive bool   `json:"end_exclusive,omitempty"` // the end is the day after the last one
	GraceDays    int    `json:"grace_days,omitempty"`    // how many days after the last one still count
}

// Where is a condition of a column: to be one of In, to begin with Prefix, or to
// hold anything. Surrounding spaces and case do not matter, and for In numbers
// are compared by value.
type Where struct {
	Column   string   `json:"column"` // of text or numbers; with NotBlank of any type, such as a date
	In       []string `json:"in,omitempty"`
	Prefix   string   `json:"prefix,omitempty"`
	NotBlank bool     `json:"not_blank,omitempty"`
}

// Lookup is a second table that must have a row for the first one's, such as
// GEN for the program of SPENROLLMENTS.
type Lookup struct {
	Table string  `json:"table"`
	On    string  `json:"on"`  // the fact's table's column
	Key   string  `json:"key"` // the lookup table's
	Where []Where `json:"where,omitempty"`
}

package powerschool

// Query is what to ask of PowerSchool: who, and what about them. It is sealed
// into every snapshot as its settings. Names of tables and columns stand as
// the configuration gives them, with a schema where one is needed.
type Query struct {
	EnrollStatus   []int64    `json:"enroll_status"`   // STUDENTS.ENROLL_STATUS: 0 is currently enrolled
	Grades         []int64    `json:"grades"`          // STUDENTS.GRADE_LEVEL
	ExcludeSchools []int64    `json:"exclude_schools"` // STUDENTS.SCHOOLID, that is SCHOOLS.SCHOOL_NUMBER
	Names          bool       `json:"names"`           // whether to read first and last names
	Attendance     Attendance `json:"attendance"`
	GPA            GPA        `json:"gpa"`
	Facts          []Fact     `json:"facts"` // in byte order of their names
}

// Attendance says where a student's days come from.
type Attendance struct {
	View   string `json:"view"`   // one row a student and day, with ATTENDANCEVALUE and MEMBERSHIPVALUE
	Window Window `json:"window"` // which days count
}

// Window says which days of a student count.
type Window string

// FTE counts the days under the student's current STUDENTS.FTEID.
const FTE Window = "fte"

// GPA says where the two grade point averages are: text or number columns of
// an extension table of STUDENTS.
type GPA struct {
	Table    string `json:"table"`
	Simple   string `json:"simple"`
	Weighted string `json:"weighted"`
}

// Fact is one demographic value: a column of an extension table of STUDENTS,
// that is a table whose STUDENTSDCID is STUDENTS.DCID.
type Fact struct {
	Name   string `json:"name"`
	Table  string `json:"table"`
	Column string `json:"column"`
}

package publish

// Rules say how students become the rows of the files. They are kept with
// every publication; two publications of the same snapshot under equal rules
// have the same bytes.
type Rules struct {
	Identifier   string         `json:"identifier"`       // the first column of every file, by which SchooLinks knows students
	Column       string         `json:"column,omitempty"` // what a snapshot must have read for it, see schema.Snapshot.Identifier; "" is student_number
	SharedNumber SharedNumber   `json:"shared_number"`
	Attendance   AttendanceRule `json:"attendance"`
	GPA          GPARule        `json:"gpa"`
	Tags         []Tag          `json:"tags"`  // in the order of a student's rows
	Files        []FileRule     `json:"files"` // the enabled ones, in the order in which they are sent
	Quote        Quote          `json:"quote"`
}

// SharedNumber says what becomes of students who share a student number.
type SharedNumber string

const (
	Omit SharedNumber = "omit" // one student to SchooLinks: tags united, GPA and attendance left out
	Keep SharedNumber = "keep" // the rows of each
)

// AttendanceRule is about attendance_percentage.csv.
type AttendanceRule struct {
	OmitZero bool  `json:"omit_zero"` // no row for a student who was never present
	Scale    Scale `json:"scale,omitempty"`
	Decimals *int  `json:"decimals,omitempty"` // digits after the point, halves rounded away from zero; nil is as many as it needs
}

// Scale says what full attendance is. "" is Fraction.
type Scale string

const (
	Fraction Scale = "fraction" // 1
	Percent  Scale = "percent"  // 100
)

// GPARule is about gpa.csv.
type GPARule struct {
	Require  Require `json:"require"`
	OmitZero bool    `json:"omit_zero"`          // a GPA of 0 is left blank, before Require looks
	Decimals *int    `json:"decimals,omitempty"` // as those of AttendanceRule
}

// Require says which GPAs a student needs to be in the file.
type Require string

const (
	Any  Require = "any"
	Both Require = "both"
)

// Tag is a SchooLinks label and whom it is given to.
type Tag struct {
	Name         string    `json:"name"`
	DetailedName string    `json:"detailed_name"`
	Description  string    `json:"description"`
	When         Condition `json:"when"`
}

// FileRule is one enabled file.
type FileRule struct {
	Kind      string    `json:"kind"` // attendance, gpa or tags
	Name      string    `json:"name"` // as SchooLinks expects it
	WhenEmpty WhenEmpty `json:"when_empty"`
}

// WhenEmpty says what becomes of a file without rows, which is never sent.
type WhenEmpty string

const (
	Skip      WhenEmpty = "skip" // the other files go on without it
	HoldEmpty WhenEmpty = "hold" // the publication is held
)

// Quote says which fields of a CSV stand in double quotes.
type Quote string

const (
	QuoteAll     Quote = "all"     // every field, as SchooLinks recommends
	QuoteMinimal Quote = "minimal" // those that need it
)

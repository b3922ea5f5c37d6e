package files

import (
	"encoding/json"
	"fmt"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Rules say how students become the rows of the files. They are kept with
// every publication. Two publications of the same snapshot under equal rules
// have the same bytes.
type Rules struct {
	// Header is the header of the first column of every file, which identifies
	// students at SchooLinks. Stored rules call it identifier.
	Header string `json:"identifier"`

	// Identifier is the column of STUDENTS that must identify students in a
	// snapshot; "" is student_number. Stored rules call it column.
	Identifier schema.Identifier `json:"column,omitempty"`

	SharedNumber SharedNumber   `json:"shared_number"`
	Attendance   AttendanceRule `json:"attendance"`
	GPA          GPARule        `json:"gpa"`
	Tags         []Tag          `json:"tags"`  // in the order of a student's rows
	Files        []FileRule     `json:"files"` // the enabled ones, in the order in which they are sent
	Quote        Quote          `json:"quote"`
}

// RulesOf returns the rules that made a publication; nil where nobody knows them:
// of one that was adopted, or that sends adopted files again.
func RulesOf(p *schema.Publication) (*Rules, error) {
	var rules Rules
	if err := json.Unmarshal(p.Rules, &rules); err != nil {
		err = fmt.Errorf("read the rules of publication %d: %w", p.Number, err)
		return nil, schema.NewFault(schema.Rejected, err,
			"if a newer version wrote them, update this program; if not, something changed them in the database")
	}

	if rules.Header == "" { // no rules make files without one
		return nil, nil
	}
	return &rules, nil
}

// For returns, as JSON, the part of the rules that the rows of a kind depend on.
func (r Rules) For(kind Kind) json.RawMessage {
	part := map[string]any{
		"identifier":    r.Header,
		"column":        r.Identifier,
		"shared_number": r.SharedNumber,
	}
	if kind.Rules != nil {
		part[kind.Name] = kind.Rules(r)
	}

	text, err := json.Marshal(part)
	if err != nil {
		panic(err) // plain values always encode
	}
	return text
}

// Identified refuses a snapshot that identifies students by another column than
// the rules: SchooLinks would find none of them, or others with the same number.
// It is a schema.Config fault. Settings that cannot be read are a schema.Rejected
// one.
func (r Rules) Identified(s schema.Snapshot) error {
	if err := s.Settings.Err(); err != nil {
		return err
	}

	has := s.Settings.Identifier.Column()
	want := r.Identifier.Column()
	if has == want {
		return nil
	}

	err := fmt.Errorf("snapshot %d identifies students by %s, but students.identifier is %s", s.Number, has, want)
	return schema.NewFault(schema.Config, err, "run: extract run")
}

// SharedNumber says what happens to students who share a student number.
type SharedNumber string

const (
	Omit SharedNumber = "omit" // as one student: with the tags of all, without GPA and attendance
	Keep SharedNumber = "keep" // each has rows
)

// AttendanceRule is about attendance_percentage.csv.
type AttendanceRule struct {
	OmitZero bool  `json:"omit_zero"` // no row for a student who was never present
	Scale    Scale `json:"scale,omitempty"`

	// Decimals are the digits after the point; a half is rounded away from zero.
	// nil is as many digits as a value needs.
	Decimals *int `json:"decimals,omitempty"`
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
	OmitZero bool    `json:"omit_zero"`          // a GPA of 0 is blank, also for Require
	Decimals *int    `json:"decimals,omitempty"` // see AttendanceRule
}

// Require says which GPAs a student needs to be in the file.
type Require string

const (
	Any  Require = "any"
	Both Require = "both"
)

// Tag is a SchooLinks label and the condition for having it.
type Tag struct {
	Name         string    `json:"name"`
	DetailedName string    `json:"detailed_name"`
	Description  string    `json:"description"`
	When         Condition `json:"when"`
}

// FileRule is one enabled file.
type FileRule struct {
	Kind      string    `json:"kind"` // the name of its Kind
	Name      string    `json:"name"` // the name that SchooLinks expects
	WhenEmpty WhenEmpty `json:"when_empty"`
}

// WhenEmpty says what happens when a file has no rows. Such a file is never sent.
type WhenEmpty string

const (
	Skip      WhenEmpty = "skip" // the other files are sent without it
	HoldEmpty WhenEmpty = "hold" // the publication is held
)

// Quote says which fields of a CSV are in double quotes.
type Quote string

const (
	QuoteAll     Quote = "all"     // every field, as SchooLinks recommends
	QuoteMinimal Quote = "minimal" // only fields that need it
)

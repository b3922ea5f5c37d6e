package schema

import (
	"encoding/json"
	"time"
)

// Publication is one set of files for SchooLinks: built, compared with what is
// live at its destination, and judged. It never changes; its State is read
// from the decisions and deliveries that refer to it.
type Publication struct {
	Number      int64
	Run         string // the id of the run that made it
	Origin      Origin
	Resends     int64           // the number of the publication whose bytes it sends again, or 0
	Snapshot    int64           // the number of the snapshot it was built from; of an adopted one, that of its roster, or 0
	Settings    Settings        // that snapshot's; the zero Settings without one
	Rules       json.RawMessage // the rules that made the files; {} of an adopted one, for nobody knows them
	Version     string          // of the program that made it
	Destination string          // user@host:port/directory
	Roster      Sum             // content: who was in the snapshot, never sent
	Files       []File          // in the order in which they are sent
	Tallies     []Tally
	Findings    FindingCounts
	Guard       json.RawMessage // the limits it was judged by; {} of an adopted one
	Verdict     Verdict
	Trips       []Trip // the limits it exceeds
	Warnings    []Trip // the limits it is more than half way to
	PlannedAt   time.Time
	State       State
}

// Origin is how a publication came about.
type Origin string

const (
	Plan   Origin = "plan"   // built from a snapshot
	Resend Origin = "resend" // the exact bytes of an earlier one
	Adopt  Origin = "adopt"  // files that another program delivered before this one
)

// File is one CSV of a publication.
type File struct {
	Kind       string // the configuration's name for it: attendance, gpa, tags
	Name       string // as SchooLinks expects it
	Sum        Sum    // of its exact bytes, which the store keeps
	Size       int64  // bytes
	Rows       int64  // without the header
	Baseline   *Sum   // of the live file it was compared with; nil when nothing was live
	BaselineOf int64  // the publication that file was delivered by, or 0
}

// Content is bytes that the store keeps once, under their SHA-256.
type Content struct {
	Sum  Sum
	Zstd []byte // compressed
	Size int64  // bytes, uncompressed
	Rows int64  // lines, without the header
}

// Live is a file at a destination: the one last delivered there under its
// name, which is what SchooLinks holds.
type Live struct {
	Name        string
	Sum         Sum
	Publication int64
	SentAt      time.Time
}

// Tally counts the rows of a file, as a whole or by one tag, school or grade,
// or the values in one column, against the live file.
type Tally struct {
	File    string // the file's kind
	By      TallyBy
	Value   string // "" for a file; the tag's name, the column's header, the school's or grade's number
	Rows    int64  // now
	Before  int64  // live
	Added   int64
	Lost    int64 // rows removed of students who are in the new snapshot
	Left    int64 // rows removed of students who are not
	Changed int64 // same student, and tag, with other values

	School string // of ByTagInSchool; "" elsewhere

	// Figures are what the limits of the guard measured, by name; nil where there
	// are none. A figure of 0 is left out.
	//
	//	moved     of a GPA's ByColumn: values that moved by more than the guard's gpa_jump
	//	measured  of attendance's ByColumn: students with enough days on both sides
	//	shift     by how many percentage points their mean moved
	Figures map[string]float64
}

// Fate is what became of a publication: when it was sent, and who let it go.
type Fate struct {
	SentAt                     *time.Time // the last of its files; nil when none was
	ApprovedBy, ApprovedReason string
}

// Past is what a publication that was delivered had, by file and by tag.
type Past struct {
	Publication int64
	PlannedAt   time.Time
	Decided     bool // a person approved it, or adopted it
	Tallies     []Tally
}

// Measure is what the values of a column are, where they can be measured.
type Measure string

const (
	GradePoints Measure = "grade_points" // a GPA
	Share       Measure = "share"        // of days; a fraction, or a percentage
)

// TallyBy is what a tally counts by.
type TallyBy string

const (
	ByFile        TallyBy = "file"
	ByTag         TallyBy = "tag"
	ByTagInSchool TallyBy = "tag_in_school" // schools as in BySchool; Value is the tag
	ByColumn      TallyBy = "column"        // the values of a column: those not blank and, for attendance, not 0.0
	BySchool      TallyBy = "school"        // where the student was or is, by the roster of the one file or the other; "" where it is not known
	ByGrade       TallyBy = "grade"         // likewise
)

// Verdict is what the guard says of a publication.
type Verdict string

const (
	Pass  Verdict = "pass"
	Hold  Verdict = "hold"
	Pause Verdict = "pause" // planned on a day on which nothing is to be sent
)

// Trip is one limit of the guard that a publication exceeds.
type Trip struct {
	Limit string `json:"limit"` // the configuration's name for it: lost, left, vanished, …
	Unit  string `json:"unit"`  // what exceeds it: "tag 504", "school 17", "file gpa"
	Says  string `json:"says"`  // "tag 504: 41 of 240 rows lost (17 %); the limit is 5 %"
}

// State is where a publication stands.
type State string

const (
	Planned    State = "planned"    // passed, nothing sent yet
	Held       State = "held"       // stopped by the guard; a person decides
	Paused     State = "paused"     // planned on a day on which nothing is to be sent
	Approved   State = "approved"   // a person said yes, nothing sent yet
	Delivering State = "delivering" // a delivery has begun and not ended
	Delivered  State = "delivered"  // every file was sent
	Partial    State = "partial"    // some files were sent
	Failed     State = "failed"     // a delivery was tried, nothing was sent
	Unknown    State = "unknown"    // a delivery broke off and nobody could ask the server
	Discarded  State = "discarded"  // a person said no
	Superseded State = "superseded" // a newer publication took its place
)

// Decision is what was decided about a publication: by a person, or by a newer
// publication that supersedes it.
type Decision struct {
	Publication int64
	Kind        DecisionKind
	By, Reason  string
	At          time.Time
}

// DecisionKind is what was decided.
type DecisionKind string

const (
	Approve   DecisionKind = "approve"
	Discard   DecisionKind = "discard"
	Supersede DecisionKind = "supersede"
	Ask       DecisionKind = "resend" // that an earlier publication be sent again, as this one
)

// Delivery is one attempt to send a publication's files.
type Delivery struct {
	Number      int64
	Run         string
	Publication int64
	StartedAt   time.Time
	EndedAt     *time.Time // nil while it goes on, or when its process died
	Outcome     State      // delivered, partial, failed or unknown; "" while it goes on
	HostKey     string     // SHA256 fingerprint of the server's key
	Files       []DeliveredFile
}

// DeliveredFile is one file of a delivery and how far it came.
type DeliveredFile struct {
	Name     string
	Sum      Sum
	StagedAs string     // its name on the server until it is renamed
	StagedAt *time.Time // when all of it was on the server, and verified
	SentAt   *time.Time // when it had its final name
	Verified string     // how: hash, size, consumed, replaced, or adopted
}

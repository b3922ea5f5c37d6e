package schema

import (
	"encoding/json"
	"slices"
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
	Snapshot    int64           // the snapshot it was built from, or the one of an adopted one's roster; 0 without one
	Settings    Settings        // of that snapshot; the zero Settings without one
	Rules       json.RawMessage // the rules that made the files; {} for an adopted one, whose rules nobody knows
	Version     string          // of the program that made it
	Destination string          // user@host:port/directory
	Roster      Sum             // content: who was in the snapshot, never sent
	Files       []File          // in the order in which they are sent
	Tallies     []Tally
	Findings    FindingTallies
	Guard       json.RawMessage // the limits it was judged by; {} for an adopted one
	Verdict     Verdict
	Trips       []Trip // the limits it exceeds
	Warnings    []Trip // the limits it has reached more than half of
	PlannedAt   time.Time
	State       State

	// Met is what the last delivery found at the destination that is not of this
	// store, if it gave up because of that.
	Met []Met
}

// Held returns everything that holds the publication: the limits that it exceeds,
// and what a delivery met at the destination.
func (p *Publication) Held() []Trip {
	held := slices.Clone(p.Trips)
	for _, m := range p.Met {
		held = append(held, m.Trip)
	}
	return held
}

// Met is a file at the destination that is not of this store.
type Met struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"` // in hexadecimal digits
	Trip   Trip   `json:"trip"`
}

// Origin is how a publication came about.
type Origin string

const (
	Plan   Origin = "plan"   // built from a snapshot
	Resend Origin = "resend" // the exact bytes of an earlier one
	Adopt  Origin = "adopt"  // files that another program delivered earlier
)

// File is one CSV of a publication.
type File struct {
	Kind       string // its name in the configuration: attendance, gpa, tags
	Name       string // as SchooLinks expects it
	Sum        Sum    // of its exact bytes, which the store keeps
	Size       int64  // bytes
	Rows       int64  // without the header
	Baseline   *Sum   // of the live file it was compared with; nil when nothing was live
	BaselineOf int64  // the publication that delivered that file, or 0
}

// Content is bytes that the store keeps once, under their SHA-256.
type Content struct {
	Sum  Sum
	Zstd []byte // compressed
	Size int64  // bytes, uncompressed
	Rows int64  // lines, without the header
}

// Live is what the next file of a name is compared with: the file of the newest
// publication that was released for it, or that is approved and waits.
type Live struct {
	Name        string
	Sum         Sum
	Publication int64
	ReleasedAt  *time.Time // nil while it only waits
	SentAt      *time.Time // nil when it is not known to have been sent

	// Holds is what SchooLinks may hold under the name: the file that is known to
	// have been sent last, and those that were released after it. The oldest comes
	// first. When SentAt is set, it is this file alone.
	Holds []Holding
}

// Holding is a file that SchooLinks may hold.
type Holding struct {
	Publication int64
	Sum         Sum
	SentAt      *time.Time // nil when it is not known to have been sent
	MayBeTorn   bool       // it was written under its final name, and how that ended is not known
}

// Tally compares a file with the live one: it counts the rows of the whole file,
// of one tag, school or grade, or the values in one column.
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

	School string // for ByTagInSchool; "" for the others

	// Figures are what the limits of the guard measured, by name; nil if there are
	// none. A figure of 0 is left out.
	//
	//	moved     ByColumn of a GPA: values that moved by more than the guard's gpa_jump
	//	measured  ByColumn of attendance: students with enough days on both sides
	//	shift     by how many percentage points their mean moved
	Figures map[string]float64
}

// Fate is what became of a publication: which of its files were sent when, by name,
// and who approved the delivery that sent the last of them.
type Fate struct {
	Sent                       map[string]time.Time
	ApprovedBy, ApprovedReason string
}

// Past is an earlier delivered publication, with its tallies by file and by tag.
type Past struct {
	Publication int64
	PlannedAt   time.Time
	Decided     bool // a person approved it, or adopted it
	Tallies     []Tally
}

// Measure says what the values of a column are, if they can be measured.
type Measure string

const (
	GradePoints Measure = "grade_points" // a GPA
	Share       Measure = "share"        // of days: a fraction or a percentage
)

// TallyBy is what a tally counts by.
type TallyBy string

const (
	ByFile        TallyBy = "file"
	ByTag         TallyBy = "tag"
	ByTagInSchool TallyBy = "tag_in_school" // schools as in BySchool; Value is the tag
	ByColumn      TallyBy = "column"        // the values of a column: those not blank and, for attendance, not 0.0
	BySchool      TallyBy = "school"        // the student's, from the roster of either file; "" if it is not known
	ByGrade       TallyBy = "grade"         // the student's, as for BySchool
)

// Verdict is what the guard says about a publication.
type Verdict string

const (
	Pass  Verdict = "pass"
	Hold  Verdict = "hold"
	Pause Verdict = "pause" // planned on a day on which nothing is to be sent
)

// Trip is one limit of the guard that a publication exceeds.
type Trip struct {
	Limit string `json:"limit"` // its name in the configuration: lost, left, vanished, …
	Unit  string `json:"unit"`  // what exceeds it: "tag 504", "school 17", "file gpa"
	Says  string `json:"says"`  // "tag 504: 41 of 240 rows lost (17%); the limit is 5%"
}

// State is where a publication stands. It is read from decisions and deliveries.
//
// A file is sent when the server confirmed its rename, or when its bytes were seen
// under the final name. Before a delivery is released, nothing of it was sent.
type State string

const (
	Planned    State = "planned"    // passed, nothing sent yet
	Held       State = "held"       // stopped by the guard; a person decides
	Paused     State = "paused"     // planned on a day on which nothing is to be sent
	Approved   State = "approved"   // a person said yes, nothing sent yet
	Expired    State = "expired"    // a person said yes, and it was not sent in time
	Delivering State = "delivering" // a delivery has begun, and neither its run nor a later one has ended it
	Delivered  State = "delivered"  // every file was sent
	Partial    State = "partial"    // released; every file that was not sent is known not to have been sent
	Failed     State = "failed"     // a delivery was tried; nothing was sent
	Unknown    State = "unknown"    // released; of a file it is not known whether it was sent
	Discarded  State = "discarded"  // a person said no
	Superseded State = "superseded" // a newer publication took its place
)

// Decision is what was decided about a publication: by a person, by a newer
// publication that supersedes it, or by a delivery that met something else at the
// destination than what is live.
type Decision struct {
	Publication int64
	Kind        DecisionKind
	By, Reason  string
	At          time.Time
	Recorded              // the database's own word for it
	ExpiresAt   time.Time // of an approval: until when it can be used
	Met         []Met     // of a hold
}

// DecisionKind is what was decided.
type DecisionKind string

const (
	Approve   DecisionKind = "approve"
	Discard   DecisionKind = "discard"
	Supersede DecisionKind = "supersede"
	Ask       DecisionKind = "resend" // that an earlier publication be sent again, as this one
	HoldBack  DecisionKind = "hold"
)

// Delivery is one attempt to send a publication's files.
type Delivery struct {
	Number         int64
	Run            string
	Publication    int64
	StartedAt      time.Time
	ReleasedAt     *time.Time // right before the first file could get its final name; nil when nothing was sent
	EndedAt        *time.Time // nil while it goes on, or when its process died
	HostKey        string     // SHA256 fingerprint of the server's key
	StageDirectory string     // where its files were staged; "" when an older version did that
	Files          []DeliveredFile
}

// DeliveredFile is one file of a delivery, and how far its delivery got.
type DeliveredFile struct {
	Name      string
	Sum       Sum
	StagedAs  string     // its name on the server until it is renamed
	StagedAt  *time.Time // when all of it was on the server, and verified
	SentAt    *time.Time // when it had its final name
	RefusedAt *time.Time // when it was known that a released delivery did not send it
	Verified  string     // how it is known that the server has it: ByHash …
}

// How it is known that a server has a file.
const (
	ByHash   = "hash"     // it was read back
	BySize   = "size"     // the server says how many bytes it has
	Consumed = "consumed" // it was taken away before it could be looked at
	Unseen   = "unseen"   // the server took all of it, and lets nobody look
	Adopted  = "adopted"  // a person says so
)

// Outcome says how a delivery ended: delivered, partial, failed or unknown; it is
// Delivering while it has not ended.
func (d *Delivery) Outcome() State {
	switch {
	case d.EndedAt == nil:
		return Delivering
	case d.ReleasedAt == nil:
		return Failed
	}

	outcome := Delivered
	for _, f := range d.Files {
		switch {
		case f.SentAt != nil:
		case f.RefusedAt == nil:
			return Unknown
		default:
			outcome = Partial
		}
	}
	return outcome
}

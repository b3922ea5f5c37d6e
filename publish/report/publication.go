package report

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Story is a publication with all that became of it: what is reported on.
type Story struct {
	schema.Publication
	Decisions  []schema.Decision
	Deliveries []schema.Delivery
}

// Publication is the one model of a publication, for JSON and for text. A list
// is [] when it is empty; it is nil, and left out, when it is not shown.
// Fields may be added; SchemaVersion changes when one is changed or removed.
type Publication struct {
	SchemaVersion int            `json:"schema_version,omitempty"` // 2; 0 inside a report, which has its own
	Publication   int64          `json:"publication"`
	State         schema.State   `json:"state"`
	Origin        schema.Origin  `json:"kind"`
	Resends       int64          `json:"resends,omitempty"`
	Snapshot      int64          `json:"snapshot,omitempty"`    // of an adopted one, that of its roster
	Destination   string         `json:"destination,omitempty"` // "" in a report that is shared
	PlannedAt     time.Time      `json:"planned_at"`
	Verdict       schema.Verdict `json:"verdict"`
	Trips         []schema.Trip  `json:"trips"`
	Warnings      []schema.Trip  `json:"warnings"`
	Files         []File         `json:"files,omitzero"`   // not in a report
	Tallies       []Tally        `json:"tallies,omitzero"` // not in a report or a list
	Findings      []Finding      `json:"findings"`
	Decisions     []Decision     `json:"decisions,omitzero"`  // not in a list
	Deliveries    []Delivery     `json:"deliveries,omitzero"` // not in a list
	Run           string         `json:"run,omitempty"`       // not in a report
	Version       string         `json:"version,omitempty"`   // not in a report

	Unreadable string `json:"unreadable,omitempty"` // why the snapshot's settings cannot be read
}

// File is one file of a Publication.
type File struct {
	File   string `json:"file"` // its kind
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	Bytes  int64  `json:"bytes"`
	Rows   int64  `json:"rows"`
}

// Tally is one tally of a Publication. Figures are what the limits of the guard
// measured, by name.
type Tally struct {
	File string         `json:"file"` // its kind
	By   schema.TallyBy `json:"by"`
	Line
	School  string             `json:"school,omitempty"`
	Figures map[string]float64 `json:"-"`
}

// Decision is one decision about a Publication.
type Decision struct {
	Decision schema.DecisionKind `json:"decision"`
	By       string              `json:"by"` // "", and no Reason and DBUser, in a report that is shared
	Reason   string              `json:"reason"`
	At       time.Time           `json:"at"`

	// The database's own word for it; absent in decisions of older versions.
	RecordedAt time.Time `json:"recorded_at,omitzero"`
	DBUser     string    `json:"db_user,omitempty"`
}

// Delivery is one delivery of a Publication.
type Delivery struct {
	Delivery   int64        `json:"delivery"`
	StartedAt  time.Time    `json:"started_at"`
	ReleasedAt *time.Time   `json:"released_at"` // null when nothing was sent
	EndedAt    *time.Time   `json:"ended_at"`
	Outcome    schema.State `json:"outcome"`
	HostKey    string       `json:"host_key"`
	Files      []Sent       `json:"files"`
}

// Sent is one file of a Delivery. SentAt is null when it was not sent, or when that
// is not known.
type Sent struct {
	Name     string     `json:"name"`
	Fate     string     `json:"fate"` // sent, not sent or unknown
	SentAt   *time.Time `json:"sent_at"`
	Verified string     `json:"verified"`
}

// New returns all of a publication.
func New(s Story) *Publication {
	p := outline(&s)
	p.SchemaVersion = 2
	p.Run = s.Run
	p.Version = s.Version
	p.Files = each(s.Files, fileOf)
	p.Tallies = each(s.Tallies, tallyOf)
	return p
}

// outline returns what a report shows of a publication, besides its changes.
func outline(s *Story) *Publication {
	p := &Publication{
		Publication: s.Number,
		State:       s.State,
		Origin:      s.Origin,
		Resends:     s.Resends,
		Snapshot:    s.Snapshot,
		Destination: s.Destination,
		PlannedAt:   s.PlannedAt.UTC(),
		Verdict:     s.Verdict,
		Trips:       append([]schema.Trip{}, s.Held()...),
		Warnings:    append([]schema.Trip{}, s.Warnings...),
		Findings:    []Finding{},
		Decisions:   each(s.Decisions, decisionOf),
		Deliveries:  each(s.Deliveries, deliveryOf),
	}

	if err := s.Settings.Err(); err != nil {
		p.Unreadable = err.Error()
	}
	for _, f := range s.Findings.Names() {
		tally := s.Findings[f]
		p.Findings = append(p.Findings, Finding{
			Finding: f,
			Says:    f.Text(),
			Count:   count(tally.Count),
			Schools: tally.Schools,
			Grades:  tally.Grades,
		})
	}
	return p
}

// each returns a list with the view of each item, never nil.
func each[T, V any](items []T, view func(T) V) []V {
	views := make([]V, len(items))
	for i, item := range items {
		views[i] = view(item)
	}
	return views
}

func fileOf(f schema.File) File {
	return File{
		File:   f.Kind,
		Name:   f.Name,
		SHA256: hex.EncodeToString(f.Sum[:]),
		Bytes:  f.Size,
		Rows:   f.Rows,
	}
}

func tallyOf(t schema.Tally) Tally {
	return Tally{
		File:    t.File,
		By:      t.By,
		Line:    lineOf(t),
		School:  t.School,
		Figures: t.Figures,
	}
}

func decisionOf(d schema.Decision) Decision {
	return Decision{
		Decision: d.Kind,
		By:       d.By,
		Reason:   d.Reason,
		At:       d.At.UTC(),

		RecordedAt: d.RecordedAt.UTC(),
		DBUser:     d.DBUser,
	}
}

func deliveryOf(d schema.Delivery) Delivery {
	return Delivery{
		Delivery:   d.Number,
		StartedAt:  d.StartedAt.UTC(),
		ReleasedAt: d.ReleasedAt,
		EndedAt:    d.EndedAt,
		Outcome:    d.Outcome(),
		HostKey:    d.HostKey,
		Files: each(d.Files, func(f schema.DeliveredFile) Sent {
			return sentOf(&d, f)
		}),
	}
}

// The fates of a file in a delivery.
const (
	fateSent    = "sent"
	fateNotSent = "not sent"
	fateUnknown = "unknown"
)

func sentOf(d *schema.Delivery, f schema.DeliveredFile) Sent {
	fate := fateUnknown
	switch {
	case f.SentAt != nil:
		fate = fateSent
	case d.ReleasedAt == nil, f.RefusedAt != nil:
		fate = fateNotSent
	}
	return Sent{
		Name:     f.Name,
		Fate:     fate,
		SentAt:   f.SentAt,
		Verified: f.Verified,
	}
}

// MarshalJSON writes the figures as fields of the tally, after the others.
func (t Tally) MarshalJSON() ([]byte, error) {
	type fields Tally // without this method
	object, err := encode(fields(t), "")
	if err != nil || len(t.Figures) == 0 {
		return object, err
	}

	figures, err := json.Marshal(t.Figures) // in the order of their names
	if err != nil {
		return nil, err
	}
	object = bytes.TrimSuffix(object, []byte("}"))
	object = append(object, ',')
	return append(object, figures[1:]...), nil
}

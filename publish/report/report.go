// Package report shows publications to people and to programs.
package report

import (
	"encoding/hex"
	"strconv"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Publication is a publication with all that became of it.
type Publication struct {
	schema.Publication
	Decisions  []schema.Decision
	Deliveries []schema.Delivery
}

// View is a publication as --format json shows it. Fields may be added;
// SchemaVersion changes when one changes or goes.
type View struct {
	SchemaVersion int                  `json:"schema_version"`
	Publication   int64                `json:"publication"`
	State         schema.State         `json:"state"`
	Kind          string               `json:"kind"`               // plan, resend or adopt
	Snapshot      int64                `json:"snapshot,omitempty"` // of an adopted one, that of its roster
	Destination   string               `json:"destination"`
	PlannedAt     time.Time            `json:"planned_at"`
	Verdict       schema.Verdict       `json:"verdict"`
	Trips         []schema.Trip        `json:"trips"`
	Files         []File               `json:"files"`
	Tallies       []Tally              `json:"tallies,omitempty"`
	Findings      schema.FindingCounts `json:"findings"`
	Decisions     []Decision           `json:"decisions,omitempty"`
	Deliveries    []Delivery           `json:"deliveries,omitempty"`
	Run           string               `json:"run"`
	Version       string               `json:"version"`
}

// File is one file of a View.
type File struct {
	File   string `json:"file"`
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	Bytes  int64  `json:"bytes"`
	Rows   int64  `json:"rows"`
}

// Tally is one tally of a View.
type Tally struct {
	File     string         `json:"file"`
	By       schema.TallyBy `json:"by"`
	Value    string         `json:"value"`
	Rows     int64          `json:"rows"`
	Before   int64          `json:"before"`
	Added    int64          `json:"added"`
	Lost     int64          `json:"lost"`
	Left     int64          `json:"left"`
	Changed  int64          `json:"changed"`
	School   string         `json:"school,omitempty"`
	Moved    int64          `json:"moved,omitempty"`
	Measured int64          `json:"measured,omitempty"`
	Shift    float64        `json:"shift,omitempty"`
}

// Decision is one decision of a View.
type Decision struct {
	Decision schema.DecisionKind `json:"decision"`
	By       string              `json:"by"`
	Reason   string              `json:"reason"`
	At       time.Time           `json:"at"`
}

// Delivery is one delivery of a View.
type Delivery struct {
	Delivery  int64        `json:"delivery"`
	StartedAt time.Time    `json:"started_at"`
	EndedAt   *time.Time   `json:"ended_at"`
	Outcome   schema.State `json:"outcome"`
	HostKey   string       `json:"host_key"`
	Files     []Sent       `json:"files"`
}

// Sent is one file of a Delivery; SentAt is null where it was not sent.
type Sent struct {
	Name     string     `json:"name"`
	SentAt   *time.Time `json:"sent_at"`
	Verified string     `json:"verified"`
}

// New returns the view of a publication.
func New(p Publication) View {
	v := View{SchemaVersion: 1, Publication: p.Number, State: p.State, Kind: string(p.Kind), Snapshot: p.Snapshot, Destination: p.Destination,
		PlannedAt: p.PlannedAt.UTC(), Verdict: p.Verdict, Trips: p.Trips, Findings: p.Findings, Run: p.Run, Version: p.Version}
	for _, f := range p.Files {
		v.Files = append(v.Files, File{f.Kind, f.Name, hex.EncodeToString(f.Sum[:]), f.Size, f.Rows})
	}
	for _, t := range p.Tallies {
		v.Tallies = append(v.Tallies, tally(t))
	}
	for _, d := range p.Decisions {
		v.Decisions = append(v.Decisions, Decision{d.Kind, d.By, d.Reason, d.At.UTC()})
	}
	for _, d := range p.Deliveries {
		v.Deliveries = append(v.Deliveries, delivery(d))
	}
	return v
}

func tally(t schema.Tally) Tally {
	return Tally{
		File: t.File, By: t.By, Value: t.Value, School: t.School,
		Rows: t.Rows, Before: t.Before, Added: t.Added, Lost: t.Lost, Left: t.Left, Changed: t.Changed,
		Moved:    int64(t.Figures["moved"]),
		Measured: int64(t.Figures["measured"]),
		Shift:    t.Figures["shift"],
	}
}

func delivery(d schema.Delivery) Delivery {
	v := Delivery{Delivery: d.Number, StartedAt: d.StartedAt.UTC(), EndedAt: d.EndedAt, Outcome: d.Outcome, HostKey: d.HostKey}
	for _, f := range d.Files {
		v.Files = append(v.Files, Sent{f.Name, f.SentAt, f.Verified})
	}
	return v
}

// List returns the views of publications.
func List(publications []schema.Publication) []View {
	views := make([]View, len(publications))
	for i, p := range publications {
		views[i] = New(Publication{Publication: p})
	}
	return views
}

// ListHeader names the columns of ListRows.
var ListHeader = []string{"PUBLICATION", "STATE", "KIND", "SNAPSHOT", "PLANNED", "FILES", "ROWS", "DESTINATION"}

// ListRows returns one row a publication, for a table.
func ListRows(publications []schema.Publication) [][]string {
	rows := make([][]string, len(publications))
	for i, p := range publications {
		var lines int64
		for _, f := range p.Files {
			lines += f.Rows
		}
		rows[i] = []string{number(p.Number), string(p.State), string(p.Kind), snapshot(p.Snapshot), p.PlannedAt.UTC().Format(time.RFC3339),
			strconv.Itoa(len(p.Files)), number(lines), p.Destination}
	}
	return rows
}

// snapshot writes a snapshot's number, a dash where there was none.
func snapshot(n int64) string {
	if n == 0 {
		return "-"
	}
	return number(n)
}

func number(n int64) string { return strconv.FormatInt(n, 10) }

package report

import (
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Story is what became of a publication.
type Story struct {
	Publication int64          `json:"publication"`
	State       schema.State   `json:"state"`
	Kind        string         `json:"kind"`
	Resends     int64          `json:"resends,omitempty"`
	Snapshot    int64          `json:"snapshot,omitempty"`
	Destination string         `json:"destination,omitempty"`
	PlannedAt   time.Time      `json:"planned_at"`
	Verdict     schema.Verdict `json:"verdict"`
	Trips       []schema.Trip  `json:"trips"`
	Warnings    []schema.Trip  `json:"warnings"`
	Findings    []Finding      `json:"findings"`
	Decisions   []Decision     `json:"decisions"`
	Deliveries  []Delivery     `json:"deliveries"`
}

// Finding is something about the source data, and how often it was found.
type Finding struct {
	Finding schema.Finding `json:"finding"`
	Count   Count          `json:"count"`
}

func story(p *Publication) *Story {
	v := New(*p)
	s := &Story{Publication: v.Publication, State: v.State, Kind: v.Kind, Resends: p.Resends, Snapshot: v.Snapshot, Destination: v.Destination,
		PlannedAt: v.PlannedAt, Verdict: v.Verdict, Trips: orNone(p.Trips), Warnings: orNone(p.Warnings),
		Findings: []Finding{}, Decisions: orNone(v.Decisions), Deliveries: orNone(v.Deliveries)}
	for _, f := range p.Findings.Names() {
		s.Findings = append(s.Findings, Finding{f, count(p.Findings[f])})
	}
	return s
}

// orNone returns a list that is [] in JSON when it is empty.
func orNone[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// Package guard has the limits on what a publication may remove from, or add to,
// what is live. A limit that is exceeded, or that cannot be evaluated, holds the
// publication for a person; halfway to the limit there is a warning.
//
// A limit is a Go file of its own: its name, its settings with their defaults,
// what it measures while files are compared, when it trips, and the sentence
// that says so. To add a limit, add a file and a line in New.
package guard

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Limit is one limit of the guard. Its exported fields are its settings: what is
// under its name in the configuration, and in the publications that it judged.
type Limit interface {
	// Name is the limit's name in the configuration, in publications and in
	// reports.
	Name() string

	// Trips returns what exceeds a part of the limit: 1 is the limit itself, 0.5
	// is for a warning. Its sentences say what was found, and what the limit is.
	Trips(c *Case, part float64) []schema.Trip

	// Bounds are what the settings may be.
	Bounds() []Bound
}

// Bound is the least and the most that a whole number among the settings may be.
type Bound struct {
	Key         string
	Value       int64
	Least, Most int64
}

// Guard is all limits, and what stops a publication besides them.
type Guard struct {
	Limits         []Limit       // the most serious first
	SnapshotMaxAge time.Duration // an older newest snapshot is not published
	ApprovalTTL    time.Duration // an approval must come within this time after the planning
	Pause          []Pause
}

// Pause is the days on which nothing is sent, including the first and the last.
type Pause struct {
	From   string `yaml:"from"` // 2026-07-01
	To     string `yaml:"to"`
	Reason string `yaml:"reason"`
}

// New returns the guard with every limit at its default.
func New() Guard {
	return Guard{
		Limits: []Limit{
			&Empty{},
			&Baseline{},
			&Older{},
			newVanished(),
			newLost(),
			newLeft(),
			newAdded(),
			newGPAJump(),
			newAttendanceShift(),
			newCumulative(),
		},
		SnapshotMaxAge: 26 * time.Hour,
		ApprovalTTL:    96 * time.Hour,
		Pause:          []Pause{},
	}
}

// Judge returns the limits that a case exceeds, the most serious first, and the
// limits that it is more than halfway to.
func (g Guard) Judge(c Case) (trips, warnings []schema.Trip) {
	const half = 0.5
	c.limits = g.Limits

	for _, limit := range g.Limits {
		held := limit.Trips(&c, 1)
		trips = append(trips, held...)

		for _, w := range limit.Trips(&c, half) {
			sameUnit := func(t schema.Trip) bool {
				return t.Unit == w.Unit
			}
			if !slices.ContainsFunc(held, sameUnit) {
				warnings = append(warnings, w)
			}
		}
	}
	return trips, warnings
}

// Paused returns the pause that a day falls into, or nil.
func (g Guard) Paused(day string) *Pause {
	for i, p := range g.Pause {
		if p.From <= day && day <= p.To {
			return &g.Pause[i]
		}
	}
	return nil
}

// Deliveries returns how many deliveries of the past a case must have.
func (g Guard) Deliveries() int64 {
	cumulative := limitOf[*Cumulative](g.Limits)
	if cumulative == nil {
		return 0
	}
	return cumulative.Deliveries
}

// MarshalJSON writes the limits that have settings, by name, and how old a
// snapshot and an approval may be. This is kept with every publication. A pause
// is not kept, because it does not change the judgment.
func (g Guard) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for _, limit := range g.Limits {
		if err := writeSetting(&b, limit.Name(), limit); err != nil {
			return nil, err
		}
	}
	if err := writeSetting(&b, "snapshot_max_age", g.SnapshotMaxAge); err != nil {
		return nil, err
	}
	if err := writeSetting(&b, "approval_ttl", g.ApprovalTTL); err != nil {
		return nil, err
	}

	b.WriteByte('}')
	return b.Bytes(), nil
}

// writeSetting adds a key and its value to a JSON object that is not closed yet.
// A value without settings is left out.
func writeSetting(b *bytes.Buffer, name string, value any) error {
	text, err := json.Marshal(value)
	if err != nil || string(text) == "{}" {
		return err
	}

	opening := ","
	if b.Len() == 0 {
		opening = "{"
	}
	fmt.Fprintf(b, "%s%q:%s", opening, name, text)
	return nil
}

// limitOf returns the limit of a type, for another limit that builds on it; nil
// when it is not among them.
func limitOf[L Limit](limits []Limit) (found L) {
	for _, limit := range limits {
		if l, ok := limit.(L); ok {
			return l
		}
	}
	return found
}

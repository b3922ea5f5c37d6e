package report

import (
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Status is where things stand at a destination, as --format json shows it.
type Status struct {
	SchemaVersion int          `json:"schema_version"`
	Destination   string       `json:"destination"`
	Files         []LiveStatus `json:"files"`   // what SchooLinks holds, by name
	Waiting       []Waiting    `json:"waiting"` // the publications that are not settled, newest first
}

// LiveStatus is what is known of one file at the destination.
type LiveStatus struct {
	Name     string    `json:"name"`
	Compared int64     `json:"compared"` // the publication with which the next one is compared
	Holds    []Holding `json:"holds"`    // what SchooLinks holds; several when that is not known
}

// Holding is a file that SchooLinks holds, or may hold.
type Holding struct {
	Publication int64      `json:"publication"`
	SentAt      *time.Time `json:"sent_at"` // null when it is not known to have been sent
}

// Waiting is a publication that waits: for a person, for the next run, or for the end
// of a pause.
type Waiting struct {
	Publication int64         `json:"publication"`
	State       schema.State  `json:"state"`
	Standing    string        `json:"standing"`
	Trips       []schema.Trip `json:"trips"` // what holds it
	DecideBy    time.Time     `json:"decide_by"`
}

// NewStatus returns where things stand at a destination; stories are those of its
// publications that are not settled. They can be approved within ttl.
func NewStatus(destination string, live []schema.Live, stories []Story, ttl time.Duration) *Status {
	return &Status{
		SchemaVersion: 1,
		Destination:   destination,
		Files: each(live, func(l schema.Live) LiveStatus {
			return LiveStatus{
				Name:     l.Name,
				Compared: l.Publication,
				Holds: each(l.Holds, func(h schema.Holding) Holding {
					return Holding{Publication: h.Publication, SentAt: h.SentAt}
				}),
			}
		}),
		Waiting: each(stories, func(s Story) Waiting {
			return Waiting{
				Publication: s.Number,
				State:       s.State,
				Standing:    New(s).Standing(),
				Trips:       append([]schema.Trip{}, s.Held()...),
				DecideBy:    s.PlannedAt.Add(ttl).UTC(),
			}
		}),
	}
}

// WriteStatus writes where things stand for a terminal.
func WriteStatus(w io.Writer, s *Status) error {
	t := &text{w: w}
	t.line("%s", s.Destination)
	if len(s.Files) == 0 {
		t.line("nothing is known to be live")
	}
	for _, f := range s.Files {
		t.line("%s: %s", f.Name, f.text())
	}

	for _, p := range s.Waiting {
		t.line("\npublication %d: %s", p.Publication, p.Standing)
		for _, trip := range p.Trips {
			t.line("  held by %s: %s", trip.Limit, sentence(trip))
		}
		if p.State == schema.Held || p.State == schema.Paused {
			t.line("  decide by %s", p.DecideBy.Format(time.RFC3339))
		}
	}
	return t.err
}

// text says what SchooLinks holds of a file.
func (f *LiveStatus) text() string {
	if len(f.Holds) == 1 && f.Holds[0].SentAt != nil {
		h := f.Holds[0]
		text := "publication " + number(h.Publication) + ", sent " + h.SentAt.UTC().Format(time.RFC3339)
		if f.Compared != h.Publication {
			text += "; publication " + number(f.Compared) + " is approved and waits"
		}
		return text
	}

	var may []string
	for _, h := range f.Holds {
		may = append(may, strconv.FormatInt(h.Publication, 10))
	}
	switch len(may) {
	case 0:
		return "not known; publication " + number(f.Compared) + " is approved and waits"
	case 1:
		return "not known: publication " + may[0] + " was let go, and is not known to have been sent"
	}
	return "not known: that of publication " + strings.Join(may, " or ")
}

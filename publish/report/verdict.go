package report

import (
	"fmt"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// verdicts say what state a publication is in, for whoever reads one line only.
var verdicts = map[schema.State]string{
	schema.Planned:    "planned, nothing was sent yet",
	schema.Held:       "held: nothing was sent, a person must decide",
	schema.Paused:     "paused: nothing was sent",
	schema.Approved:   "approved, nothing was sent yet",
	schema.Delivering: "being delivered",
	schema.Delivered:  "delivered",
	schema.Partial:    "delivered in part: the next run goes on",
	schema.Failed:     "not delivered: nothing was sent, the next run tries again",
	schema.Unknown:    "it is not known what was delivered: the next run looks",
	schema.Discarded:  "discarded: a person decided against it",
	schema.Superseded: "superseded: nothing was sent, a newer one took its place",
}

// Standing says where the publication stands.
func (s *Story) Standing() string {
	if s.Kind == string(schema.Adopt) {
		return "adopted: delivered before by another program"
	}
	return verdicts[s.State]
}

// Tone is that of the verdict: good, bad, or neither.
func (s *Story) Tone() string {
	switch s.State {
	case schema.Delivered:
		return "good"
	case schema.Held, schema.Failed, schema.Partial, schema.Unknown:
		return "bad"
	}
	return "plain"
}

// Title names the report.
func (r *Report) Title() string {
	if r.Story == nil {
		return visible(r.From + " → " + r.To)
	}
	if r.Story.Snapshot == 0 {
		return fmt.Sprintf("Publication %d", r.Story.Publication)
	}
	return fmt.Sprintf("Publication %d of snapshot %d", r.Story.Publication, r.Story.Snapshot)
}

// Says is the sentence under the title.
func (r *Report) Says() string {
	switch {
	case r.Story != nil:
		return r.Story.Standing()
	case r.Differs():
		return "they differ"
	}
	return "no row differs"
}

package report

import "github.com/schoolinks-sync/schoolinks-sync/schema"

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
func (p *Publication) Standing() string {
	if p.Origin == schema.Adopt {
		return "adopted: delivered before by another program"
	}
	return verdicts[p.State]
}

// Tone says how the verdict sounds: good, bad or plain.
func (p *Publication) Tone() string {
	switch p.State {
	case schema.Delivered:
		return "good"
	case schema.Held, schema.Failed, schema.Partial, schema.Unknown:
		return "bad"
	}
	return "plain"
}

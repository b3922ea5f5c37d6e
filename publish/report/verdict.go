package report

import (
	"strings"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// verdicts say what state a publication is in, for whoever reads one line only.
var verdicts = map[schema.State]string{
	schema.Planned:    "planned, nothing was sent yet",
	schema.Held:       "held: nothing was sent, a person must decide",
	schema.Paused:     "paused: nothing was sent",
	schema.Approved:   "approved, nothing was sent yet",
	schema.Expired:    "approved too long ago: nothing was sent",
	schema.Delivering: "being delivered, or its run has died: the next run takes over",
	schema.Delivered:  "delivered",
	schema.Partial:    "delivered in part: the next run sends the rest",
	schema.Failed:     "not delivered: nothing was sent, the next run tries again",
	schema.Unknown:    "it is not known what was delivered: the next run sends what is missing",
	schema.Discarded:  "discarded: a person decided against it",
	schema.Superseded: "superseded: a newer one took its place",
}

// Standing says where the publication stands.
func (p *Publication) Standing() string {
	if p.Origin == schema.Adopt {
		return "adopted: delivered before by another program"
	}
	switch p.State {
	case schema.Partial, schema.Unknown, schema.Discarded, schema.Superseded:
		return verdicts[p.State] + "; " + p.whatWasSent()
	}
	return verdicts[p.State]
}

// whatWasSent says of which files it is known that they were sent, and of which it
// is not known. A file that was sent by a later delivery was sent.
func (p *Publication) whatWasSent() string {
	fates := map[string]string{}
	var names []string
	for _, d := range p.Deliveries {
		for _, f := range d.Files {
			if fates[f.Name] == "" {
				names = append(names, f.Name)
			}
			if f.Fate == fateSent || f.Fate == fateUnknown && fates[f.Name] != fateSent || fates[f.Name] == "" {
				fates[f.Name] = f.Fate
			}
		}
	}

	var sent, unknown []string
	for _, name := range names {
		switch fates[name] {
		case fateSent:
			sent = append(sent, name)
		case fateUnknown:
			unknown = append(unknown, name)
		}
	}

	says := "nothing was sent"
	if len(sent) > 0 {
		says = "sent: " + strings.Join(sent, ", ")
	}
	if len(unknown) > 0 && len(sent) == 0 {
		return "not known whether sent: " + strings.Join(unknown, ", ")
	}
	if len(unknown) > 0 {
		says += "; not known whether sent: " + strings.Join(unknown, ", ")
	}
	return says
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

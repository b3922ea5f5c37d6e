package publish_test

import (
	"fmt"
	"slices"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// version is what a file was made from: students by dcid.
type version map[int64]schema.Student

// model works out by docs/operate.md, and with nothing of the product, what must be so.
// It hears what was committed to the store and what the server really did.
type model struct {
	now      func() time.Time
	ttl      time.Duration // of an approval
	maxAge   time.Duration // of a snapshot
	students version       // of the newest snapshot
	snapshot int64         // its number
	takenAt  time.Time
	paused   bool // today

	pubs     []*modelPub // number 1 first
	attempts []*attempt  // to send a file
	texts    map[schema.Sum]string
	versions map[string]version // of each text of each file: name + text
	took     map[string]string  // what SchooLinks got last from this program, or was adopted, by name
	wrong    []string           // what must not be
}

// modelPub is a publication.
type modelPub struct {
	number, snapshot int64
	plan             bool // built from its snapshot
	planned          time.Time
	files            map[string]string // texts, by name
	base             map[string]string // the texts that they were compared with, by name
	holds            bool
	approved         bool // and neither used nor taken back by what a delivery met
	discarded        bool
	superseded       bool
	adopted          bool   // its bytes are another program's
	over             string // the SHA-256 of what a delivery has met under the name gpa.csv
}

// attempt is an attempt to send a file.
type attempt struct {
	delivery                      int64
	pub                           *modelPub
	name, staged                  string
	released                      time.Time // zero when it was not
	arrived, sent, refused, ended bool
}

func newModel(now func() time.Time, limits guard.Guard) *model {
	return &model{
		now:      now,
		ttl:      limits.ApprovalTTL,
		maxAge:   limits.SnapshotMaxAge,
		texts:    map[schema.Sum]string{},
		versions: map[string]version{},
		took:     map[string]string{},
	}
}

func (m *model) complain(format string, args ...any) {
	m.wrong = append(m.wrong, fmt.Sprintf(format, args...))
}

// fate says whether a file of a publication was released, when last, and whether it is
// known to have been sent or refused.
func (m *model) fate(p *modelPub, name string) (released time.Time, sent, inDoubt bool) {
	for _, a := range m.attempts {
		if a.pub == p && a.name == name && !a.released.IsZero() {
			released = a.released
			sent = sent || a.sent
			inDoubt = inDoubt || !a.sent && !a.refused
		}
	}
	return released, sent, inDoubt && !sent
}

// next is the number of the publication after the newest.
func (m *model) next() int64 { return int64(len(m.pubs)) + 1 }

// live is the publication that a file of a name is compared with, and whether it is
// known to have been sent; nil when nothing is known. Only those before a number count.
func (m *model) live(name string, before int64) (p *modelPub, sent bool) {
	for _, p := range slices.Backward(m.pubs[:before-1]) {
		released, sent, _ := m.fate(p, name)
		_, has := p.files[name]
		if released.IsZero() && (!has || !m.waits(p)) {
			continue
		}
		if p.discarded && !sent {
			return nil, false
		}
		return p, sent
	}
	return nil, false
}

// letGo reports whether a publication was released, and whether all of that is known to
// have been sent.
func (m *model) letGo(p *modelPub) (let, all bool) {
	all = true
	for name := range p.files {
		released, sent, _ := m.fate(p, name)
		if !released.IsZero() {
			let = true
			all = all && sent
		}
	}
	return let, let && all
}

// waits reports whether a publication is approved and waits.
func (m *model) waits(p *modelPub) bool {
	let, _ := m.letGo(p)
	over := let || p.discarded || p.superseded || m.now().Sub(p.planned) > m.ttl
	if over || !p.approved || m.open(p) {
		return false
	}
	return !slices.ContainsFunc(m.pubs[p.number:], func(newer *modelPub) bool {
		let, _ := m.letGo(newer)
		return let
	})
}

// open reports whether a delivery of a publication has not ended.
func (m *model) open(p *modelPub) bool {
	return slices.ContainsFunc(m.attempts, func(a *attempt) bool { return a.pub == p && !a.ended })
}

// possible are the texts that SchooLinks may have under a name: the last one that is
// known to have been sent, and those let go after it.
func (m *model) possible(name string) (texts []string) {
	for _, p := range m.pubs {
		released, sent, _ := m.fate(p, name)
		if sent {
			texts = nil
		}
		if !released.IsZero() {
			texts = append(texts, p.files[name])
		}
	}
	return texts
}

package publish_test

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// recorded is told of a publication that was recorded. A run that was overtaken has
// compared it with what was live before.
func (m *model) recorded(p *schema.Publication, contents []schema.Content, overtaken bool) {
	m.keep(contents)
	pub := &modelPub{
		number:   p.Number,
		snapshot: p.Snapshot,
		plan:     p.Origin == schema.Plan,
		planned:  p.PlannedAt,
		adopted:  p.Resends > 0 && m.pubs[p.Resends-1].adopted,
		files:    map[string]string{},
		base:     map[string]string{},
		holds:    p.Verdict == schema.Hold,
	}

	versions := map[string]version{}
	for _, f := range p.Files {
		text := m.texts[f.Sum]
		if pub.plan {
			m.versions[f.Name+text] = m.students
		}
		pub.files[f.Name] = text
		versions[f.Name] = m.versions[f.Name+text]
		if f.BaselineOf > 0 {
			pub.base[f.Name] = m.pubs[f.BaselineOf-1].files[f.Name]
		}
	}
	if pub.plan && pub.files[gpa] != gpaText(m.students) {
		m.complain("publication %d has another gpa.csv than its snapshot", p.Number)
	}

	if !overtaken {
		base, holds := m.judge(versions, p.Snapshot, pub.adopted)
		m.compare(p, base, holds)
		m.again(pub)
		pub.holds = holds
	}
	m.add(pub)
}

// add adds a publication, which supersedes those that were not let go.
func (m *model) add(p *modelPub) {
	for _, older := range m.pubs {
		let, _ := m.letGo(older)
		older.superseded = older.superseded || !let && !m.open(older) && !m.waits(older)
	}
	m.pubs = append(m.pubs, p)
}

// again complains of a publication that repeats the newest, which was sent or is to go.
func (m *model) again(p *modelPub) {
	if len(m.pubs) == 0 {
		return
	}
	newest := m.pubs[len(m.pubs)-1]
	let, _ := m.letGo(newest)
	stands := !newest.discarded && (let || m.waits(newest) && !m.moved(newest))
	if p.plan && newest.plan && newest.snapshot == p.snapshot && stands {
		m.complain("publication %d repeats publication %d", p.number, newest.number)
	}
}

// compare compares the guard's judgment with the model's.
func (m *model) compare(p *schema.Publication, base map[string]int64, holds bool) {
	want := schema.Pass
	if holds {
		want = schema.Hold
	}
	if m.paused {
		want = schema.Pause
	}
	if p.Verdict != want {
		m.complain("publication %d: the verdict is %s for %q, want %s", p.Number, p.Verdict, limits(p.Trips), want)
	}
	for _, f := range p.Files {
		if f.BaselineOf != base[f.Name] {
			m.complain("publication %d: %s was compared with publication %d, want %d",
				p.Number, f.Name, f.BaselineOf, base[f.Name])
		}
	}
}

// keep keeps the texts of contents.
func (m *model) keep(contents []schema.Content) {
	for _, c := range contents {
		r, err := files.Open(c)
		if err != nil {
			panic(err)
		}
		var text bytes.Buffer
		if _, err := text.ReadFrom(r); err != nil {
			panic(err)
		}
		m.texts[c.Sum] = text.String()
	}
}

// adopted is told of files that are live from now on, whoever put them there.
func (m *model) adopted(p *schema.Publication, contents []schema.Content) {
	m.keep(contents)
	pub := &modelPub{
		number:   p.Number,
		snapshot: p.Snapshot,
		planned:  p.PlannedAt,
		adopted:  true,
		files:    map[string]string{},
	}
	m.add(pub)
	for _, f := range p.Files {
		pub.files[f.Name] = m.texts[f.Sum]
		if known := f.Name + m.texts[f.Sum]; m.versions[known] == nil {
			m.versions[known] = m.students // another program made it from the same
		}
		m.took[f.Name] = m.texts[f.Sum]
		m.attempts = append(m.attempts, &attempt{
			pub:      pub,
			name:     f.Name,
			released: m.now(),
			sent:     true,
			arrived:  true,
			ended:    true,
		})
	}
}

// decided is told of a decision.
func (m *model) decided(d schema.Decision) {
	p := m.pubs[d.Publication-1]
	switch d.Kind {
	case schema.Approve:
		p.approved = true
	case schema.Discard:
		p.discarded = true
	case schema.HoldBack:
		p.approved = false
		p.over = d.Met[0].SHA256
	}
}

// begun is told of a delivery that has begun.
func (m *model) begun(d *schema.Delivery) {
	for _, f := range d.Files {
		m.attempts = append(m.attempts, &attempt{
			delivery: d.Number,
			pub:      m.pubs[d.Publication-1],
			name:     f.Name,
			staged:   f.StagedAs,
		})
	}
}

// of returns the attempts of a delivery to send these files, or all of its files.
func (m *model) of(delivery int64, names ...string) (found []*attempt) {
	for _, a := range m.attempts {
		if a.delivery == delivery && (names == nil || slices.Contains(names, a.name)) {
			found = append(found, a)
		}
	}
	return found
}

// staged returns the attempt that stages a file under a name: the last one, where files are
// written in place.
func (m *model) staged(name string) *attempt {
	for _, a := range slices.Backward(m.attempts) {
		if a.staged == name {
			return a
		}
	}
	return nil
}

// stages is told that a file is staged by a run that saw these files. Nothing that is known
// to have been sent, or was seen, is sent again.
func (m *model) stages(staged string, saw map[string]string) {
	a := m.staged(staged)
	released := a.released // already, when it is written in place
	a.released = time.Time{}
	_, sent, inDoubt := m.fate(a.pub, a.name)
	a.released = released
	seen := inDoubt && saw[a.name] == a.pub.files[a.name]
	if sent || seen {
		m.complain("publication %d: %s is sent twice", a.pub.number, a.name)
	}
}

// released is told that a delivery was released, which only one may be that passes or
// was approved.
func (m *model) released(delivery int64) {
	attempts := m.of(delivery)
	p := attempts[0].pub
	let, _ := m.letGo(p)
	if !let && m.moved(p) {
		m.complain("publication %d is released: it was compared with what is no longer live", p.number)
	}
	if !let && (p.holds && !p.approved || p.discarded || m.paused) {
		m.complain("publication %d is released: it is held, discarded or paused", p.number)
	}
	for _, a := range attempts {
		a.released = m.now()
	}
}

// arrived is told that a file has its final name.
func (m *model) arrived(staged, name, text string) {
	a := m.staged(staged)
	a.arrived = text == a.pub.files[name]
	if torn := !a.arrived && staged != name; torn || a.released.IsZero() {
		m.complain("publication %d: %s got its name before its release, or not whole", a.pub.number, name)
	}
	m.took[name] = text
}

// sent is told that a file is recorded as sent, with this under its name.
func (m *model) sent(delivery int64, name, there string) {
	for _, a := range m.of(delivery, name) {
		a.sent = true
		isThere := there == a.pub.files[name] // whoever put it there
		if !a.arrived && !isThere {
			m.complain("publication %d: %s is called sent and was not", a.pub.number, name)
		}
		if !a.arrived {
			m.took[name] = there
		}
	}
}

// refused is told that files are recorded as not sent.
func (m *model) refused(delivery int64, names []string) {
	for _, a := range m.of(delivery, names...) {
		a.refused = true
		if a.arrived {
			m.complain("publication %d: %s is called not sent and was", a.pub.number, a.name)
		}
	}
}

// ended is told that deliveries have ended.
func (m *model) ended(attempts []*attempt) {
	for _, a := range attempts {
		a.ended = true
	}
}

// check compares what the store calls live with the model, and with what SchooLinks got.
func (m *model) check(after string, live []schema.Live) {
	seen := map[string]bool{}
	for _, l := range live {
		seen[l.Name] = true
		p, sent := m.live(l.Name, m.next())
		number := int64(0)
		if p != nil {
			number = p.number
		}
		if number != l.Publication || sent != (l.SentAt != nil) {
			m.complain("%s: the store says that %s is live of publication %d (sent %v), want %d (sent %v)",
				after, l.Name, l.Publication, l.SentAt != nil, number, sent)
		}
		possible := slices.ContainsFunc(l.Holds, func(h schema.Holding) bool {
			torn := l.SentAt == nil && strings.HasPrefix(m.texts[h.Sum], m.took[l.Name])
			return torn || m.texts[h.Sum] == m.took[l.Name]
		})
		if !possible && m.took[l.Name] != "" {
			m.complain("%s: the store knows nothing of the %s that SchooLinks got last", after, l.Name)
		}
	}
	for name := range maps.Keys(marks) {
		if p, _ := m.live(name, m.next()); p != nil && !seen[name] {
			m.complain("%s: the store knows no live %s, want that of publication %d", after, name, p.number)
		}
	}
}

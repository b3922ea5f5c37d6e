package publish_test

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
)

// predict says how a run without faults ends when this is under the name gpa.csv, and
// which publications are unsettled then.
func (m *model) predict(found string) (ends ending, unsettled []int64) {
	newest := m.pubs[len(m.pubs)-1]
	same := newest.plan && newest.snapshot == m.snapshot && !newest.discarded
	let, all := m.letGo(newest)
	_, gpaSent, _ := m.fate(newest, gpa)
	goesOn := let || m.waits(newest) && !m.moved(newest)
	_, holds := m.judge(m.today(), m.snapshot, false)

	switch {
	case m.now().Sub(m.takenAt) > m.maxAge:
		return m.afterwards(rejected, found)
	case same && all:
		return idle, m.pending()
	case m.paused:
		return paused, m.pending()
	case same && goesOn && (gpaSent || !m.meets(newest, found)):
		return goes, nil
	case same && goesOn:
		return held, m.heldBack(newest)
	case holds:
		return m.afterwards(held, found)
	case m.meets(&modelPub{files: map[string]string{gpa: gpaText(m.students)}}, found):
		return held, m.pending()
	}
	return goes, nil
}

// ending is how a run ends.
type ending string

const (
	goes   ending = "sent"
	held   ending = "held"
	idle   ending = "nothing to do"
	paused ending = "paused"

	rejected ending = "rejected: the snapshot is too old"
)

// pending are the publications that were let go and are not known to have arrived.
func (m *model) pending() (numbers []int64) {
	for _, name := range []string{attendance, gpa, tags} {
		p, sent := m.live(name, m.next())
		if p != nil && !sent && !slices.Contains(numbers, p.number) {
			numbers = append(numbers, p.number)
		}
	}
	slices.Sort(numbers)
	return numbers
}

// afterwards says how a run ends whose own publication may not go, and what is pending
// then: what was let go before goes first, unless it meets another's file.
func (m *model) afterwards(ends ending, found string) (ending, []int64) {
	if m.paused {
		return ends, m.pending()
	}

	var sent []int64
	wasSent := func(number int64) bool { return slices.Contains(sent, number) }
	for _, number := range m.pending() {
		p := m.pubs[number-1]
		if m.tooLate(p) || m.waits(p) && m.moved(p) {
			continue
		}
		live, known := m.live(gpa, m.next())
		if live == p && !known && m.meets(p, found) {
			return held, slices.DeleteFunc(m.heldBack(p), wasSent)
		}
		sent = append(sent, number)
	}
	return ends, slices.DeleteFunc(m.pending(), wasSent)
}

// heldBack is what is pending when a publication has met another's file, which takes its
// approval back.
func (m *model) heldBack(p *modelPub) []int64 {
	defer func(was bool) { p.approved = was }(p.approved)
	p.approved = false
	return m.pending()
}

// tooLate reports whether a publication was planned, and its pending files let go, too
// long ago to be sent without a person.
func (m *model) tooLate(p *modelPub) bool {
	last := p.planned
	for name := range p.files {
		live, sent := m.live(name, m.next())
		if released, _, _ := m.fate(p, name); live == p && !sent && released.After(last) {
			last = released
		}
	}
	return m.now().Sub(last) > m.ttl
}

// moved reports whether a publication would be compared with other files by now.
func (m *model) moved(p *modelPub) bool {
	for name := range p.files {
		text := ""
		if live, _ := m.live(name, p.number); live != nil {
			text = live.files[name]
		}
		if text != p.base[name] {
			return true
		}
	}
	return false
}

// meets reports whether what was found under the name gpa.csv holds a publication.
func (m *model) meets(p *modelPub, found string) bool {
	text, has := p.files[gpa]
	if !has || found == "" || found == text || m.approvedOver(p, found) {
		return false
	}
	live, _ := m.live(gpa, m.next())
	possible := m.possible(gpa)
	ours := slices.ContainsFunc(possible, func(text string) bool { return strings.HasPrefix(text, found) })
	return live != nil && len(possible) > 0 && !ours
}

// approvedOver reports whether a person has approved to replace what was found.
func (m *model) approvedOver(p *modelPub, found string) bool {
	hash := fmt.Sprintf("%x", sha256.Sum256([]byte(found)))
	return p.number > 0 && m.waits(p) && p.over == hash
}

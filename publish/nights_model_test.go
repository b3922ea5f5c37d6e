package publish_test

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
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
	return live != nil && len(possible) > 0 && !slices.Contains(possible, found)
}

// approvedOver reports whether a person has approved to replace what was found.
func (m *model) approvedOver(p *modelPub, found string) bool {
	hash := fmt.Sprintf("%x", sha256.Sum256([]byte(found)))
	return p.number > 0 && m.waits(p) && p.over == hash
}

// today are the versions of tonight's files.
func (m *model) today() map[string]version {
	return map[string]version{attendance: m.students, gpa: m.students, tags: m.students}
}

// judge says what files are compared with, by publication, and whether they are held.
func (m *model) judge(files map[string]version, snapshot int64, adopted bool) (base map[string]int64, holds bool) {
	base = map[string]int64{}
	for name, now := range files {
		p, _ := m.live(name, m.next())
		if p == nil {
			holds = true
			continue
		}
		base[name] = p.number
		older := adopted || p.snapshot > snapshot
		holds = holds || older || exceeds(name, m.versions[name+p.files[name]], now)
	}
	return base, holds
}

// exceeds says whether a version of a file takes away or adds too much, when an earlier
// one is live.
func exceeds(name string, before, now version) bool {
	rows, gone := 0, 0
	for _, mark := range marks[name] {
		had, left, exceeds := rowsExceed(mark, before, now)
		if exceeds {
			return true
		}
		rows, gone = rows+had, gone+left
	}
	return over(gone, rows, 10, 10) || name == gpa && gpasMoved(before, now)
}

// marks are what in a student's facts gives a row of each file; "" gives one to all.
var marks = map[string][]string{
	attendance: {""},
	gpa:        {""},
	tags:       {`"iep":["1"]`, `"section_504":["1"]`},
}

func hasMark(s schema.Student, mark string) bool { return strings.Contains(string(s.Facts), mark) }

// rowsExceed counts the rows of a mark, and those gone with students who left.
func rowsExceed(mark string, before, now version) (had, left int, exceeds bool) {
	lost, added, has := 0, 0, 0
	for dcid, s := range before {
		after, stays := now[dcid]
		switch {
		case !hasMark(s, mark):
			continue
		case !stays:
			left++
		case !hasMark(after, mark):
			lost++
		}
		had++
	}
	for dcid, s := range now {
		if !hasMark(s, mark) {
			continue
		}
		has++
		if was, there := before[dcid]; !there || !hasMark(was, mark) {
			added++
		}
	}

	vanished := has == 0 && lost+left >= 3
	tagAdded := mark != "" && over(added, had, 20, 10)
	return had, left, vanished || tagAdded || over(lost, had, 5, 3) || over(left, had, 10, 10)
}

func over(rows, of int, percent, floor float64) bool {
	return float64(rows*100) > percent*float64(of) && float64(rows) > floor
}

func gpasMoved(before, now version) bool {
	moved, stay := 0, 0
	for dcid, s := range before {
		if after, stays := now[dcid]; stays {
			stay++
			if math.Abs(parse(after.SimpleGPA)-parse(s.SimpleGPA)) > 0.5 {
				moved++
			}
		}
	}
	return over(moved, stay, 25, 10)
}

func parse(number schema.Decimal) float64 {
	f, err := strconv.ParseFloat(string(number), 64)
	if err != nil {
		panic(err)
	}
	return f
}

// gpaText is the file of GPAs, made here once more.
func gpaText(v version) string {
	text := "student_number,numerator_unweighted,numerator_weighted\n"
	for _, dcid := range slices.Backward(slices.Sorted(maps.Keys(v))) {
		text += fmt.Sprintf("%s,%s,%s\n", v[dcid].Number, v[dcid].SimpleGPA, v[dcid].WeightedGPA)
	}
	return text
}

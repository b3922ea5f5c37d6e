package publish_test

import (
	"errors"
	"fmt"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// change lets an ordinary day pass, and sometimes one on which too much changes, or on
// which that is put right.
func (n *nights) change() {
	switch n.r.IntN(16) {
	case 0:
		n.no504 = !n.no504
	case 1:
		n.scaled = !n.scaled
	case 2:
		if len(n.here) > 60 {
			n.here = slices.Delete(n.here, 20, 32)
		}
	}

	for range n.r.IntN(3) {
		if len(n.here) < 75 {
			n.last++
			n.here = append(n.here, publishtest.Student(n.last))
		}
	}
	if n.chance(2) {
		i := n.r.IntN(len(n.here))
		n.here = slices.Delete(n.here, i, i+1)
	}

	some := &n.here[n.r.IntN(len(n.here))]
	some.SimpleGPA = schema.Decimal(fmt.Sprintf("3.%d", 1+n.r.IntN(9)))
	if some.DCID%2 == 0 {
		some.Facts = marked(n.chance(2), some.DCID%4 == 0)
	}
}

// marked are the facts of a student with or without an IEP and a 504.
func marked(iep, plan504 bool) schema.Facts {
	text := map[bool]string{true: "1", false: "0"}
	return schema.NewFacts(map[string][]string{
		"iep":         {text[iep]},
		"section_504": {text[plan504]},
	})
}

// snapshot takes a snapshot of the students, with what is wrong with all of them.
func (n *nights) snapshot() {
	n.students = slices.Clone(n.here)
	version := version{}
	for i := range n.students {
		s := &n.students[i]
		s.DaysEnrolled = schema.Decimal(fmt.Sprint(21 + n.seams.snapshot))
		s.DaysPresent = schema.Decimal(fmt.Sprint(20 + n.seams.snapshot))
		if n.no504 {
			s.Facts = marked(hasMark(*s, marks[tags][0]), false)
		}
		if n.scaled {
			s.SimpleGPA = "4" + s.SimpleGPA[1:]
		}
		version[s.DCID] = *s
	}

	n.seams.snapshot, n.seams.takenAt = n.take().Number, n.now
	n.seams.students = version
	n.did = append(n.did, fmt.Sprintf("  snapshot %d: no 504 %v, scaled %v, %d students",
		n.seams.snapshot, n.no504, n.scaled, len(version)))
}

// verb is something that a person or the schedule asks for.
type verb struct {
	name string
	do   func(*nights, *publish.Publisher) error
}

var (
	nightly = verb{"run", func(n *nights, p *publish.Publisher) error {
		_, err := p.Nightly(n.Context(), schema.Latest)
		return err
	}}
	plan = verb{"plan", func(n *nights, p *publish.Publisher) error {
		_, err := p.Plan(n.Context(), schema.Latest)
		return err
	}}
	approve = verb{"approve", func(n *nights, p *publish.Publisher) error {
		_, err := p.Approve(n.Context(), n.recent(), "me", "looked")
		return err
	}}
	discard = verb{"discard", func(n *nights, p *publish.Publisher) error {
		number := n.recent()
		if pending := n.seams.pending(); len(pending) > 0 && n.chance(2) {
			number = pending[0]
		}
		return p.Discard(n.Context(), number, "me", "no")
	}}
	resend = verb{"resend", func(n *nights, p *publish.Publisher) error {
		_, err := p.Resend(n.Context(), 1+n.r.Int64N(int64(len(n.seams.pubs))), "me", "again")
		return err
	}}
	adopt = verb{"adopt", func(n *nights, p *publish.Publisher) error {
		_, err := p.Adopt(n.Context(), n.script())
		return err
	}}
	adoptFromServer = verb{"adopt --from-server", func(n *nights, p *publish.Publisher) error {
		_, err := p.AdoptFromServer(n.Context())
		return err
	}}
	tidyUp = verb{"somebody removes gpa.csv", func(n *nights, _ *publish.Publisher) error {
		delete(n.server.Files, gpa)
		return nil
	}}
)

// recent is the number of one of the newest publications, mostly of the newest.
func (n *nights) recent() int64 {
	back := n.r.Int64N(4) - 1
	return max(1, int64(len(n.seams.pubs))-max(0, back))
}

// verb is what a person does; mostly an approval.
func (n *nights) verb() verb {
	verbs := []verb{
		approve, approve, approve, approve, plan, plan, discard, discard, resend, adopt, adoptFromServer, tidyUp,
	}
	return verbs[n.r.IntN(len(verbs))]
}

var errKilled = errors.New("killed")

// fault sets up what may happen to the next run.
func (n *nights) fault() {
	const steps = 61 // of a run that sends everything
	n.seams.after = n.r.IntN(steps)
	n.server.Taken = n.chance(2)

	if n.chance(8) {
		n.renamesFail() // and something else happens
	}
	switch n.r.IntN(9) {
	case 0, 1:
		n.seams.strike = func() { panic(errKilled) }
	case 2:
		n.seams.strike = func() { _, _ = n.store.TakeLock(n.Context()) } // of a run that dies at once
	case 3:
		if n.server.InPlace {
			return // nothing keeps a run from finishing what it writes
		}
		n.seams.strike = func() { _, _ = n.publisher().Nightly(n.Context(), schema.Latest) }
	case 4:
		n.seams.strike = func() { n.seams.down = true }
	case 5:
		n.seams.purge = []string{attendance, gpa, tags}[n.r.IntN(3)]
	case 6, 7:
		n.renamesFail()
	case 8:
		n.othersFail()
	}
}

// renamesFail has one of the renames answered otherwise than by yes.
func (n *nights) renamesFail() {
	ways := [][]publishtest.Answer{
		{no}, {no, no}, {no, lost}, {no, gone}, {lost}, {lost, no}, {gone}, {gone, no},
	}
	n.server.Fail(publishtest.Rename, []publishtest.Answer{yes, yes}[:n.r.IntN(3)]...)
	n.server.Fail(publishtest.Rename, ways[n.r.IntN(len(ways))]...)
	if n.chance(2) {
		n.server.Fail(publishtest.Dial, yes, gone)
	}
}

// othersFail has something else fail.
func (n *nights) othersFail() {
	ways := map[publishtest.Op][]publishtest.Answer{
		publishtest.Dial:    {gone},
		publishtest.Stage:   {no, lost, gone, short},
		publishtest.Read:    {gone, publishtest.Denied},
		publishtest.Arrived: {gone},
		publishtest.Unstage: {no, lost, gone},
	}
	ops := []publishtest.Op{
		publishtest.Dial, publishtest.Stage, publishtest.Read, publishtest.Arrived, publishtest.Unstage,
	}
	op := ops[n.r.IntN(len(ops))]
	n.server.Fail(op, []publishtest.Answer{yes, yes}[:n.r.IntN(3)]...)
	n.server.Fail(op, ways[op][n.r.IntN(len(ways[op]))])
}

package publish_test

import (
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/guard"
	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
	"github.com/schoolinks-sync/schoolinks-sync/schema/soaktest"
)

// Faults that are planted, and that the nights must catch.
const (
	loses      = "the server says yes to a rename, loses the file, and hides that"
	claimsSent = "what was refused is recorded as sent"
	forgets    = "it is forgotten what was sent before"
	lenient    = "nothing is held"
)

// anothers is a file that another store has staged.
const anothers = ".gpa.csv.another-7.part"

// TestNights takes districts through nights in which anything may happen to the
// students, the person and the run. After each, what the store calls live is what
// SchooLinks got last, or it is called not known; each verdict is the model's; nothing is
// sent twice; and the next run ends as the model says: it needs nobody, unless it is
// held.
func TestNights(t *testing.T) {
	r := soaktest.Rand(t)
	for district := range soaktest.Times(4, 250) {
		n := newNights(t, rand.New(rand.NewPCG(r.Uint64(), 0)), "")
		n.twenty()
		if n.report(district); t.Failed() {
			break
		}
	}
}

// TestNightsCatch plants faults, each of which the nights must find.
func TestNightsCatch(t *testing.T) {
	for _, plant := range []string{loses, claimsSent, forgets, lenient} {
		r := soaktest.Rand(t)
		caught := ""
		for district := 0; caught == ""; district++ {
			if district == 100 {
				t.Fatalf("%s: that was not caught", plant)
			}
			n := newNights(t, rand.New(rand.NewPCG(r.Uint64(), 0)), plant)
			if n.twenty(); len(n.seams.wrong) > 0 {
				caught = n.seams.wrong[0]
			}
		}
		t.Logf("%s: %s", plant, caught)
	}
}

// nights is a district whose nights are left to chance.
type nights struct {
	*district
	r      *rand.Rand
	seams  *seams
	here   []schema.Student // before what is wrong with all of them
	last   int64            // the dcid of the newest student
	no504  bool             // nobody has a 504
	scaled bool             // all GPAs are higher by one
	did    []string
}

func newNights(t *testing.T, r *rand.Rand, plant string) *nights {
	d := newDistrict(t)
	for _, limit := range d.guard.Limits {
		if c, ok := limit.(*guard.Cumulative); ok {
			c.Percent = 100 // in many nights such a small district loses too much
		}
	}

	n := &nights{
		district: d,
		r:        r,
		here:     publishtest.District(60),
		last:     60,
		seams: &seams{
			world: d,
			model: newModel(func() time.Time { return d.now }, d.guard),
		},
	}
	n.server.InPlace = n.chance(4)
	n.server.Files[anothers] = "of another store"
	if n.chance(2) {
		n.server.Files[gpa] = "of another program"
	}
	n.snapshot()
	n.run("", plan)
	n.run("", approve)
	n.seams.plant = plant
	if plant == lenient {
		d.guard.Limits = nil
	}
	return n
}

// twenty are as many nights, or as many as nothing is wrong in.
func (n *nights) twenty() {
	for night := 0; night < 20 && len(n.seams.wrong) == 0; night++ {
		n.night()
	}
}

// report tells what was wrong, and what had happened before.
func (n *nights) report(district int) {
	n.Helper()
	if len(n.seams.wrong) > 0 {
		n.Errorf("district %d:\n%s\nafter:\n%s",
			district, strings.Join(n.seams.wrong, "\n"), strings.Join(n.did, "\n"))
	}
}

// chance is true once in so many times.
func (n *nights) chance(of int) bool { return n.r.IntN(of) == 0 }

// night is one night: something happens to the students, a run and what a person asks
// for meet faults, and a run without faults ends as the model says.
func (n *nights) night() {
	n.now = n.now.Add(23 * time.Hour)
	if n.chance(6) {
		n.now = n.now.Add(96 * time.Hour) // nothing ran
	}
	n.did = append(n.did, n.now.Format(time.DateOnly))
	n.change()
	if !n.chance(6) {
		n.snapshot()
	}
	n.now = n.now.Add(time.Hour)
	n.pause(n.seams.paused && n.chance(2) || n.chance(8))
	if n.chance(6) {
		n.upload()
	}

	n.faults()
	if n.chance(3) {
		return // it is left so
	}
	n.clean()
	for n.chance(2) {
		if n.chance(2) {
			n.fault()
		}
		n.run("", n.verb())
		n.consume()
		n.clean()
	}
}

// faults are runs that meet one, of the schedule and of a person.
func (n *nights) faults() {
	for range n.r.IntN(4) {
		verb := nightly
		if n.chance(4) {
			verb = n.verb()
		}
		n.fault()
		n.run("", verb)
		n.consume()
	}
}

// consume lets SchooLinks take away what is there, or not.
func (n *nights) consume() {
	if n.chance(2) {
		n.did = append(n.did, "  SchooLinks takes the files")
		for _, name := range []string{attendance, gpa, tags} {
			delete(n.server.Files, name)
		}
	}
}

// pause has today in a pause, or not.
func (n *nights) pause(today bool) {
	n.seams.paused = today
	n.guard.Pause = nil
	if today {
		day := n.now.Format(time.DateOnly)
		n.did = append(n.did, "  pause")
		n.guard.Pause = []guard.Pause{{From: day, To: day, Reason: "roll-over"}}
	}
}

// upload has somebody put another file of GPAs there: an older one, or a new one.
func (n *nights) upload() {
	m := n.seams.model
	p := m.pubs[n.r.IntN(len(m.pubs))]
	text, has := p.files[gpa]
	if !has {
		return
	}
	if n.chance(2) {
		other := version{}
		for dcid, s := range m.versions[gpa+text] {
			s.WeightedGPA = "3.75"
			other[dcid] = s
		}
		text = gpaText(other)
		m.versions[gpa+text] = other
	}
	n.did = append(n.did, fmt.Sprintf("  somebody uploads a gpa.csv like that of publication %d", p.number))
	n.server.Files[gpa] = text
}

// clean runs the nightly job without a fault, which ends as the model says.
func (n *nights) clean() {
	n.seams.ended(n.seams.attempts) // which it does first
	want, unsettled := n.seams.predict(n.server.Files[gpa])
	err := n.run(" without a fault", nightly)
	if got := exitCode(err); got != map[ending]int{held: 3, rejected: 7}[want] {
		n.seams.complain("the next run: got %v, want %s", err, want)
	}
	if got := n.seams.pending(); !slices.Equal(got, unsettled) {
		n.seams.complain("after the next run: publications %d are unsettled, want %d: %s", got, unsettled, want)
	}
	if want == goes {
		for _, name := range []string{attendance, gpa, tags} {
			if p, _ := n.seams.live(name, n.seams.next()); p == nil || p.snapshot != n.seams.snapshot {
				n.seams.complain("after the next run: %s is not of snapshot %d", name, n.seams.snapshot)
			}
		}
		if staged := n.server.Staged(); !slices.Equal(staged, []string{anothers}) {
			n.seams.complain("after the next run: %q are staged, want only %s", staged, anothers)
		}
	}
}

// run makes a run, which may be killed, and checks what it left.
func (n *nights) run(what string, verb verb) (err error) {
	at := len(n.did)
	n.did = append(n.did, "")
	func() {
		defer func() {
			if r := recover(); r == errKilled {
				err = errKilled
			} else if r != nil {
				panic(r)
			}
		}()
		err = verb.do(n, n.publisher())
	}()

	n.did[at] = fmt.Sprintf("  %s%s, struck at %q: %v", verb.name, what, n.seams.struck, err)
	n.seams.strike, n.seams.struck, n.seams.down, n.seams.purge = nil, "", false, ""
	fresh := publishtest.NewServer() // which answers yes
	fresh.Files, fresh.InPlace = n.server.Files, n.server.InPlace
	n.server = fresh

	live, errLive := n.store.Live(n.Context(), publishtest.Destination, 0)
	if errLive != nil {
		n.Fatal(errLive)
	}
	n.seams.check(n.did[at], live)
	return err
}

// publisher returns the publisher of a new run between the seams.
func (n *nights) publisher() *publish.Publisher {
	p := n.district.run()
	lock := &nightLock{Lock: p.Lock, seams: n.seams}
	store := &nightStore{n.store, n.seams, lock}
	p.Records, p.Deliveries, p.Lock = store, store, lock
	p.Dial = func(ctx context.Context) (publish.Session, error) { return n.seams.dial(ctx, lock) }
	p.Log = slog.New(nightLog{p.Log.Handler(), n.seams})
	return p
}

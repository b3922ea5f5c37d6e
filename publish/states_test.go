package publish_test

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/publish/publishtest"
	"github.com/schoolinks-sync/schoolinks-sync/publish/report"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// command is what a person or the schedule asks for, about publication number.
type command func(d *district, number int64) error

// commands are the columns of stateTable.
var commands = []struct {
	name string
	do   command
}{
	{"run", func(d *district, _ int64) error {
		_, err := d.run().Nightly(d.Context(), schema.Latest)
		return err
	}},
	{"plan", func(d *district, _ int64) error {
		_, err := d.run().Plan(d.Context(), schema.Latest)
		return err
	}},
	{"approve", func(d *district, number int64) error {
		_, err := d.run().Approve(d.Context(), number, "me", "looked")
		return err
	}},
	{"discard", func(d *district, number int64) error {
		return d.run().Discard(d.Context(), number, "me", "no")
	}},
	{"resend", func(d *district, number int64) error {
		_, err := d.run().Resend(d.Context(), number, "me", "again")
		return err
	}},
	{"adopt", func(d *district, _ int64) error {
		_, err := d.run().Adopt(d.Context(), d.script())
		return err
	}},
	{"adopt --from-server", func(d *district, _ int64) error {
		_, err := d.run().AdoptFromServer(d.Context())
		return err
	}},
	{"check", func(d *district, _ int64) error {
		session, err := d.server.Dial(d.Context())
		if err != nil {
			return err
		}
		defer session.Close() // of memory: it cannot fail
		_, err = publish.Foreign(d.Context(), d.differ(), session)
		return err
	}},
}

// exitCodes are those that docs/operate.md and the help tell.
var exitCodes = map[schema.Kind]int{
	schema.Config:      2,
	schema.HeldBack:    3,
	schema.Locked:      4,
	schema.Unreachable: 5,
	schema.Refused:     6,
	schema.Rejected:    7,
	schema.PartlySent:  8,
}

// TestStates asks for every command in every state of a publication, which can be told of:
// it ends with the exit code, and leaves the states, that are written there. Afterwards the next run, or
// each command that its hint names, leads to everything being sent.
func TestStates(t *testing.T) {
	for _, s := range standings {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			seen := map[string]bool{}
			for i, c := range commands {
				d := s.make(t)
				d.told()
				err := c.do(d, 2)
				got := fmt.Sprint(exitCode(err), " ", strings.Trim(fmt.Sprint(d.states()[1:]), "[]"))
				if i >= len(s.want) || got != s.want[i] {
					t.Errorf("%s: got %s, %v", c.name, got, err)
				}
				d.guard.Pause = nil // it is over
				if !s.waysOut(t, seen, d, err, c.do) {
					t.Errorf("%s: nothing that a hint names leads out of %v", c.name, err)
				}
			}
		})
	}
}

// told checks that status and show say of every publication how it stands.
func (d *district) told() {
	d.Helper()
	live, err := d.store.Live(d.Context(), publishtest.Destination, 0)
	if err != nil {
		d.Fatal(err)
	}
	var stories []report.Story
	for i := range d.states() {
		number := int64(i + 1)
		stories = append(stories, report.Story{
			Publication: d.stored(number),
			Decisions:   d.store.Decisions(number),
			Deliveries:  d.deliveries(number),
		})
	}

	var text bytes.Buffer
	status := report.NewStatus(publishtest.Destination, live, stories, d.guard.ApprovalTTL)
	if err := report.WriteStatus(&text, status); err != nil {
		d.Error(err)
	}
	for _, s := range stories {
		if said := fmt.Sprintf("publication %d: ", s.Number); !strings.Contains(text.String(), said) {
			d.Errorf("got %s, want %q in it", &text, said)
		}
		if err := report.WritePublication(&text, report.New(s)); err != nil {
			d.Error(err)
		}
	}
}

// exitCode is what a program that gets an error ends with.
func exitCode(err error) int {
	if err == nil {
		return 0
	}
	return cmp.Or(exitCodes[schema.KindOf(err)], 1)
}

// waysOut follows each command that is named in the hint of an error, or the next run
// where none is named: none of them is refused. It reports whether one of the ways ends
// with everything sent. did are the commands that led here, and seen the situations that
// were looked at, and whether there is a way out of them.
func (s standing) waysOut(t *testing.T, seen map[string]bool, d *district, err error, did ...command) (out bool) {
	t.Helper()
	isHinted := len(did) > 1
	if isHinted && exitCode(err) == 2 {
		t.Errorf("what a hint named is refused: %v", err)
	}
	if isHinted && err == nil && d.settled() {
		return true
	}

	states := d.states()
	situation := digits.ReplaceAllString(fmt.Sprint(states[len(states)-1], err, schema.HintOf(err)), "N")
	if out, looked := seen[situation]; looked {
		return out
	}
	seen[situation] = false
	for i, c := range named(schema.HintOf(err)) {
		way := d
		if i > 0 {
			way = s.after(t, did)
		}
		out = s.waysOut(t, seen, way, c(way, 2), append(slices.Clone(did), c)...) || out
	}
	if seen[situation] = out; !out {
		delete(seen, situation) // another way may lead there
	}
	return out
}

// after does commands where a publication stands so. A pause is over after the first.
func (s standing) after(t *testing.T, did []command) *district {
	d := s.make(t)
	for _, c := range did {
		_ = c(d, 2) // as it did before
		d.guard.Pause = nil
	}
	return d
}

// settled reports whether the newest publication was delivered, and nothing is unsettled.
func (d *district) settled() bool {
	states := d.states()
	live, err := d.store.Live(d.Context(), publishtest.Destination, 0)
	unsettled := slices.ContainsFunc(live, func(l schema.Live) bool { return l.SentAt == nil })
	return err == nil && states[len(states)-1] == schema.Delivered && !unsettled
}

var (
	digits       = regexp.MustCompile(`\d+`)
	namedCommand = regexp.MustCompile(`publish (run|approve|discard|adopt --from-server|adopt)(?: (\d+))?`)
)

// named are the commands that a hint names, besides those that only show something. It is
// the next run where there is none.
func named(hint string) (found []command) {
	for _, match := range namedCommand.FindAllStringSubmatch(hint, -1) {
		for _, c := range commands {
			if c.name != match[1] {
				continue
			}
			found = append(found, func(d *district, _ int64) error {
				number, _ := strconv.ParseInt(match[2], 10, 64) // 0 where none is named
				return c.do(d, number)
			})
		}
	}
	if found == nil {
		found = append(found, commands[0].do)
	}
	return found
}

package publishtest

import (
	"fmt"
	"strings"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/publish"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

const elsewhere = "other@sftp.example.org:22/"

var figures = map[string]float64{"moved": 1, "shift": -0.5}

// tallies are in the order in which publications have them.
var tallies = []schema.Tally{
	{File: "gpa", By: schema.ByColumn, Value: "a", Rows: 1, Figures: figures},
	{File: "gpa", By: schema.ByFile, Rows: 1},
	{File: "tags", By: schema.ByFile, Rows: 2},
	{File: "tags", By: schema.BySchool, Value: "17", Rows: 2},
	{File: "tags", By: schema.ByTag, Value: "504", Rows: 2, Before: 3, Added: 1, Lost: 1, Left: 1, Changed: 1},
	{File: "tags", By: schema.ByTagInSchool, Value: "504", School: "17", Rows: 1},
	{File: "tags", By: schema.ByTagInSchool, Value: "504", School: "18", Rows: 1},
}

func publicationsComeBack(c *contract) {
	want := c.record(Destination, func(p *schema.Publication) {
		p.Tallies = []schema.Tally{
			tallies[6], tallies[0], tallies[5], tallies[4], tallies[3], tallies[2], tallies[1],
		}
		p.Files[1].Baseline = &schema.Sum{9}
		p.Files[1].BaselineOf = 1
	})
	if want.Number != 1 || want.State != schema.Planned {
		c.Errorf("got publication %d %s, want 1 planned", want.Number, want.State)
	}

	want.Tallies = tallies
	got, err := c.Publication(c.Context(), 1)
	c.want("publication", *want, got, err)

	for _, number := range []int64{0, 2} {
		_, err = c.Publication(c.Context(), number)
		c.wantKind("a publication that does not exist", err, schema.Config)
	}

	want.Tallies = nil
	second := c.record(elsewhere, func(p *schema.Publication) {
		p.Origin = schema.Resend
		p.Resends = 1
		p.Tallies = tallies
	})
	second.Tallies = nil
	list, err := c.Publications(c.Context())
	c.want("all, the newest first, without tallies", []schema.Publication{*second, *want}, list, err)

	content, err := c.Content(c.Context(), schema.Sum{2})
	c.want("content", contents[1], content, err)
	if _, err := c.Content(c.Context(), schema.Sum{7}); err == nil {
		c.Error("content that is not stored: got no error, want one")
	}
}

func recordIsWhole(c *contract) {
	first := c.record(Destination, nil)
	for name, change := range map[string]func(*schema.Publication){
		"its roster is not stored": func(p *schema.Publication) { p.Roster = schema.Sum{77} },
		"a file is not stored":     func(p *schema.Publication) { p.Files[1].Sum = schema.Sum{77} },
		"nobody made what was live": func(p *schema.Publication) {
			p.Files[0].Baseline = &schema.Sum{9}
			p.Files[0].BaselineOf = 9
		},
		"its run has already made one": func(p *schema.Publication) { p.Run = first.Run },
	} {
		p := c.publication(Destination)
		change(p)
		c.wantNotRecorded(name, p, nil)
	}
	unsigned := &schema.Decision{Kind: schema.Ask, By: "me"}
	c.wantNotRecorded("nobody says why it is asked for", c.publication(Destination), unsigned)

	c.wantState(first, schema.Planned)
	if p := c.record(Destination, nil); p.Number != 2 {
		c.Errorf("got number %d, want 2: what failed takes none", p.Number)
	}
}

// wantNotRecorded checks that a publication is refused, and nothing of it is
// stored.
func (c *contract) wantNotRecorded(why string, p *schema.Publication, asked *schema.Decision) {
	c.Helper()
	extra := schema.Content{Sum: schema.Sum{55}, Zstd: []byte("new"), Size: 1, Rows: 1}

	err := c.Record(c.Context(), p, append([]schema.Content{extra}, contents...), asked)
	if err == nil || p.Number != 0 {
		c.Errorf("%s: got publication %d, %v, want an error", why, p.Number, err)
	}
	if _, err := c.Content(c.Context(), extra.Sum); err == nil {
		c.Errorf("%s: got its content stored, want nothing stored", why)
	}
}

func contentsOnce(c *contract) {
	c.record(Destination, nil)
	p := c.publication(Destination)
	other := schema.Content{Sum: schema.Sum{1}, Zstd: []byte("other bytes"), Size: 10, Rows: 1}
	c.check(c.Record(c.Context(), p, append([]schema.Content{other}, contents...), nil))

	got, err := c.Content(c.Context(), schema.Sum{1})
	c.want("content", contents[0], got, err)
}

func newest(c *contract) {
	got, err := c.Newest(c.Context(), Destination)
	c.want("without a publication", (*schema.Publication)(nil), got, err)

	c.record(Destination, nil)
	want := c.record(Destination, func(p *schema.Publication) { p.Tallies = tallies })
	c.record(elsewhere, nil)
	want.Tallies = nil

	got, err = c.Newest(c.Context(), Destination)
	c.want("newest", want, got, err)
}

func decisions(c *contract) {
	p := c.record(Destination, nil)
	for name, d := range map[string]schema.Decision{
		"a publication that does not exist": {Publication: 2, Kind: schema.Discard, By: "me", Reason: "because"},
		"nobody":                            {Publication: 1, Kind: schema.Discard, Reason: "because"},
		"no reason":                         {Publication: 1, Kind: schema.Discard, By: "me"},
	} {
		if err := c.Decide(c.Context(), d); err == nil {
			c.Errorf("%s: got no error, want one", name)
		}
	}

	asked := &schema.Decision{Kind: schema.Ask, By: "me", Reason: "once more"}
	again := c.publication(Destination)
	again.Origin = schema.Resend
	again.Resends = p.Number
	c.check(c.Record(c.Context(), again, contents, asked))
	if again.State != schema.Planned {
		c.Errorf("got %s, want planned: asking for it does not approve it", again.State)
	}
}

// states takes publications through steps, and checks the state after each.
func states(c *contract) {
	for i, test := range []struct {
		verdict schema.Verdict
		steps   string // each with the state after it
	}{
		{schema.Pass, "record planned, begin delivering, release delivering, gpa delivering, tags delivering, " +
			"end delivered, newer delivered, discard delivered"},
		{schema.Pass, "record planned, begin delivering, end failed, send delivered"},
		{schema.Pass, "record planned, begin delivering, end failed, newer superseded"},
		{schema.Pass, "record planned, approve approved, begin delivering, end approved, send delivered"},
		{schema.Pass, "record planned, discard discarded, newer discarded"},
		{schema.Hold, "record held, approve approved, send delivered"},
		{schema.Hold, "record held, approve approved, begin delivering, end approved, wait expired, newer superseded"},
		{schema.Hold, "record held, approve approved, wait expired, approve approved, discard discarded"},
		{schema.Hold, "record held, approve approved, newer approved, later superseded"},
		{schema.Hold, "record held, newer superseded, discard discarded"},
		{schema.Pause, "record paused, approve approved, begin delivering, end approved, discard discarded"},
		{schema.Pause, "record paused, newer superseded"},
		{schema.Pass, "record planned, begin delivering, release delivering, gpa delivering, refuse delivering, " +
			"end partial, newer partial, begin delivering, end partial, later superseded"},
		{schema.Pass, "record planned, begin delivering, release delivering, refuse delivering, end partial, " +
			"begin delivering, release delivering, end unknown, discard discarded"},
		{schema.Pass, "record planned, begin delivering, release delivering, gpa delivering, end unknown, " +
			"newer unknown, tags delivered"},
		{schema.Hold, "record held, approve approved, begin delivering, release delivering, end unknown, " +
			"wait unknown, laterGPA unknown, later superseded, discard discarded"},
		{schema.Pass, "record planned, hold held, approve approved, hold held, begin delivering, end held"},
		{schema.Pass, "record planned, hold held, send delivered"},
	} {
		p := c.publication(fmt.Sprint("district@sftp.example.org:22/", i))
		p.Verdict = test.verdict
		c.walk(p, test.steps)
	}
}

// walk takes a publication through steps, until a state is not the one wanted.
func (c *contract) walk(p *schema.Publication, steps string) {
	c.Helper()
	lock := c.lock()
	var d *schema.Delivery
	for words := range strings.SplitSeq(steps, ", ") {
		step, want, _ := strings.Cut(words, " ")
		d = c.step(lock, p, d, step)

		got, err := c.Publication(c.Context(), p.Number)
		if string(got.State) != want || err != nil {
			c.Errorf("%s: %s: after %s: got %s, %v, want %s", p.Verdict, steps, step, got.State, err, want)
			return
		}
		if step == "record" && p.State != got.State {
			c.Errorf("%s: recorded as %s, and is %s", p.Verdict, p.State, got.State)
		}
	}
}

// step takes a publication, whose newest delivery is d, through one step. It
// returns the newest delivery after it.
func (c *contract) step(lock publish.Lock, p *schema.Publication, d *schema.Delivery, step string) *schema.Delivery {
	c.Helper()
	switch step {
	case "record":
		c.check(c.Record(c.Context(), p, contents, nil))
	case "begin":
		return c.begin(lock, p)
	case "release":
		c.release(lock, d)
	case "gpa":
		c.sent(lock, d, gpaName)
	case "tags":
		c.sent(lock, d, tagsName)
	case "refuse":
		c.refuseRest(lock, p, d)
	case "end":
		c.end(lock, d)
	case "send":
		c.send(lock, p, gpaName, tagsName)
	case "newer":
		c.record(p.Destination, nil)
	case "later":
		c.send(lock, c.record(p.Destination, nil), gpaName, tagsName)
	case "laterGPA":
		newer := c.record(p.Destination, func(p *schema.Publication) { p.Files = p.Files[:1] })
		c.send(lock, newer, gpaName)
	case "wait":
		c.now = c.now.Add(97 * time.Hour)
	case "approve":
		c.approve(p, "me")
	default:
		c.decide(p, schema.DecisionKind(step))
	}
	return d
}

// send releases a publication and sends some files of it.
func (c *contract) send(lock publish.Lock, p *schema.Publication, names ...string) {
	c.Helper()
	d := c.begin(lock, p)
	c.release(lock, d)
	for _, name := range names {
		c.sent(lock, d, name)
	}
	c.end(lock, d)
}

// refuseRest records that the files that were not sent are known not to be.
func (c *contract) refuseRest(lock publish.Lock, p *schema.Publication, d *schema.Delivery) {
	c.Helper()
	all, err := c.Store.Deliveries(c.Context(), p.Number)
	c.check(err)

	var names []string
	for _, f := range all[len(all)-1].Files {
		if f.SentAt == nil {
			names = append(names, f.Name)
		}
	}
	c.check(c.Refused(c.Context(), lock.Fence(), d.Number, names))
}

// decide decides about a publication what is not an approval.
func (c *contract) decide(p *schema.Publication, kind schema.DecisionKind) {
	c.Helper()
	d := schema.Decision{Publication: p.Number, Kind: kind, By: "me", Reason: "because"}
	if kind == schema.HoldBack {
		d.Met = met
	}
	c.check(c.Decide(c.Context(), d))
}

var met = []schema.Met{{Name: gpaName, SHA256: "ab", Trip: schema.Trip{Limit: "foreign", Unit: "file gpa", Says: "?"}}}

func supersede(c *contract) {
	first, other := c.record(Destination, nil), c.record(elsewhere, nil)
	second := c.record(Destination, hold)
	third := c.record(Destination, nil)

	c.wantState(first, schema.Superseded)
	c.wantState(second, schema.Superseded)
	c.wantState(third, schema.Planned)
	c.wantState(other, schema.Planned)
}

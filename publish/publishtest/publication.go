package publishtest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// Publication returns one publication with all of it.
func (m *Memory) Publication(_ context.Context, number int64) (schema.Publication, error) {
	if number < 1 || number > int64(len(m.publications)) {
		return schema.Publication{}, missing("publication", number)
	}

	p := m.publications[number-1]
	p.State = m.state(number)
	if hold := m.lastDecision(number, schema.HoldBack); hold > 0 {
		p.Met = m.decisions[hold-1].Met
	}
	p.Files = slices.Clone(p.Files)
	p.Tallies = slices.Clone(p.Tallies)
	slices.SortFunc(p.Tallies, func(a, b schema.Tally) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.By, b.By),
			cmp.Compare(a.Value, b.Value),
			cmp.Compare(a.School, b.School),
		)
	})
	return p, nil
}

// Publications returns all publications, the newest first, without tallies.
func (m *Memory) Publications(ctx context.Context) (list []schema.Publication, err error) {
	for i := len(m.publications); i > 0; i-- {
		p, err := m.Publication(ctx, int64(i))
		if err != nil {
			return nil, err
		}
		p.Tallies = nil
		list = append(list, p)
	}
	return list, nil
}

// Newest returns the newest publication for a destination, without tallies.
func (m *Memory) Newest(ctx context.Context, destination string) (*schema.Publication, error) {
	all, err := m.Publications(ctx)
	for i := range all {
		if all[i].Destination == destination {
			return &all[i], err
		}
	}
	return nil, err
}

// Content returns bytes by their sum.
func (m *Memory) Content(_ context.Context, sum schema.Sum) (schema.Content, error) {
	c, ok := m.contents[sum]
	if !ok {
		return schema.Content{}, fmt.Errorf("read the content: none with SHA-256 %x is stored", sum)
	}
	return c, nil
}

// Forget loses a content, which a store that keeps its promises never does.
func (m *Memory) Forget(sum schema.Sum) { delete(m.contents, sum) }

// Damage exchanges the bytes of a content for others.
func (m *Memory) Damage(sum schema.Sum, zstd []byte) {
	c := m.contents[sum]
	c.Zstd = zstd
	m.contents[sum] = c
}

// Record stores a publication with its contents.
func (m *Memory) Record(
	ctx context.Context, p *schema.Publication, contents []schema.Content, asked *schema.Decision,
) error {
	if asked != nil && !signed(*asked) {
		return errUnsigned
	}
	if err := m.insert(ctx, p, contents); err != nil {
		return err
	}

	if asked != nil {
		decision := *asked
		decision.Publication = p.Number
		if err := m.Decide(ctx, decision); err != nil {
			return err
		}
	}
	p.State = m.state(p.Number)
	return nil
}

// Adopt stores a publication with its contents, and makes its files live.
func (m *Memory) Adopt(
	ctx context.Context, fence int64, p *schema.Publication, contents []schema.Content,
) error {
	if m.overtaken(fence) {
		return errOvertaken
	}
	if err := m.insert(ctx, p, contents); err != nil {
		return err
	}

	now := m.now()
	d := &delivery{fence: fence}
	d.Run, d.Publication, d.StartedAt = p.Run, p.Number, now
	d.ReleasedAt, d.EndedAt, d.swept = &now, &now, true
	for _, f := range p.Files {
		d.Files = append(d.Files, schema.DeliveredFile{
			Name:     f.Name,
			Sum:      f.Sum,
			StagedAs: f.Name,
			StagedAt: &now,
			SentAt:   &now,
			Verified: "adopted",
		})
	}
	m.add(d)
	p.State = m.state(p.Number)
	return nil
}

// insert adds a publication, or nothing of it, and supersedes older ones.
func (m *Memory) insert(ctx context.Context, p *schema.Publication, contents []schema.Content) error {
	known := maps.Clone(m.contents)
	for _, c := range contents {
		if _, ok := known[c.Sum]; !ok {
			known[c.Sum] = c
		}
	}
	if err := cmp.Or(ctx.Err(), m.refuse(p, known)); err != nil {
		return err
	}

	m.contents = known
	stored := *p
	stored.Number = int64(len(m.publications) + 1)
	stored.Files = slices.Clone(p.Files)
	stored.Tallies = slices.Clone(p.Tallies)
	m.publications = append(m.publications, stored)
	p.Number = stored.Number
	return m.supersede(ctx, p)
}

var errNotStored = errors.New("record the publication: it refers to what is not stored")

// refuse says what is wrong with a publication, as the constraints of a database
// do.
func (m *Memory) refuse(p *schema.Publication, contents map[schema.Sum]schema.Content) error {
	for _, other := range m.publications {
		if other.Run == p.Run {
			return fmt.Errorf("record the publication: run %s has made one", p.Run)
		}
	}

	sums := []schema.Sum{p.Roster}
	for _, f := range p.Files {
		sums = append(sums, f.Sum)
		if f.BaselineOf > int64(len(m.publications)+1) { // it may be this one
			return errNotStored
		}
	}
	for _, sum := range sums {
		if _, ok := contents[sum]; !ok {
			return errNotStored
		}
	}
	return nil
}

// supersede decides that a publication supersedes the older ones.
func (m *Memory) supersede(ctx context.Context, p *schema.Publication) error {
	open := []schema.State{schema.Planned, schema.Held, schema.Paused, schema.Failed, schema.Expired}
	for _, older := range m.publications[:p.Number-1] {
		if older.Destination != p.Destination || !slices.Contains(open, m.state(older.Number)) {
			continue
		}

		err := m.Decide(ctx, schema.Decision{
			Publication: older.Number,
			Kind:        schema.Supersede,
			By:          "publish",
			Reason:      fmt.Sprintf("publication %d", p.Number),
		})
		if err != nil {
			return err
		}
	}
	return nil
}

var errUnsigned = errors.New("record the decision: it does not say who, or why")

func signed(d schema.Decision) bool { return d.By != "" && d.Reason != "" }

// Decide records a decision, at the time of the store's clock.
func (m *Memory) Decide(ctx context.Context, d schema.Decision) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if _, err := m.Publication(ctx, d.Publication); err != nil {
		return err
	}
	if !signed(d) {
		return errUnsigned
	}

	d.At = m.now()
	m.decisions = append(m.decisions, d)
	return nil
}

// Decisions returns what was decided about a publication, in that order.
func (m *Memory) Decisions(number int64) (decisions []schema.Decision) {
	for _, d := range m.decisions {
		if d.Publication == number {
			decisions = append(decisions, d)
		}
	}
	return decisions
}

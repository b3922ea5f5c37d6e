package publishtest

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// What follows from the deliveries: the views of migrations/004_settling.sql.

// released is what is known of a file that a publication was released for.
type released struct {
	schema.Holding
	at         time.Time
	unanswered bool
}

// releasedFiles returns, by name and then by publication, the files that were
// released for a destination. It is the view released_file of
// migrations/004_settling.sql.
func (m *Memory) releasedFiles(destination string) map[string]map[int64]released {
	found := map[string]map[int64]released{}
	for _, d := range m.deliveries {
		if d.ReleasedAt == nil || m.publications[d.Publication-1].Destination != destination {
			continue
		}
		for _, f := range d.Files {
			if found[f.Name] == nil {
				found[f.Name] = map[int64]released{}
			}
			r := found[f.Name][d.Publication]
			r.Publication, r.Sum = d.Publication, f.Sum
			r.SentAt = later(r.SentAt, f.SentAt)
			r.at = *later(&r.at, d.ReleasedAt)
			unanswered := f.SentAt == nil && f.RefusedAt == nil
			r.unanswered = r.unanswered || unanswered
			r.MayBeTorn = r.MayBeTorn || unanswered && f.StagedAs == f.Name
			found[f.Name][d.Publication] = r
		}
	}
	return found
}

// state says where a publication stands. It is the view publication_state of
// migrations/004_settling.sql, case by case.
func (m *Memory) state(number int64) schema.State {
	tried, open := false, false
	for _, d := range m.deliveries {
		if d.Publication == number {
			tried, open = true, open || d.EndedAt == nil
		}
	}

	p := m.publications[number-1]
	let, sent, settled, unknown, newest := m.progress(p)
	approval := m.lastDecision(number, schema.Approve)
	held := m.lastDecision(number, schema.HoldBack)
	switch {
	case open:
		return schema.Delivering
	case let && sent:
		return schema.Delivered
	case m.lastDecision(number, schema.Discard) > 0:
		return schema.Discarded
	case let && settled:
		return schema.Superseded
	case let && unknown:
		return schema.Unknown
	case let:
		return schema.Partial
	case m.lastDecision(number, schema.Supersede) > 0 || number < newest:
		return schema.Superseded
	case approval > max(m.usedApproval(number), held):
		if m.decisions[approval-1].ExpiresAt.Before(m.now()) {
			return schema.Expired
		}
		return schema.Approved
	case p.Verdict == schema.Hold || held > 0:
		return schema.Held
	case p.Verdict == schema.Pause:
		return schema.Paused
	case tried:
		return schema.Failed
	}
	return schema.Planned
}

// progress says what is known of the files that a publication was released for, and
// which publication of its destination was released last.
func (m *Memory) progress(p schema.Publication) (let, sent, settled, unknown bool, newest int64) {
	sent, settled = true, true
	for _, by := range m.releasedFiles(p.Destination) {
		newest = max(newest, slices.Max(slices.Collect(maps.Keys(by))))
		r, ok := by[p.Number]
		if !ok {
			continue
		}

		let = true
		replaced := slices.Max(slices.Collect(maps.Keys(by))) > p.Number
		sent = sent && r.SentAt != nil
		settled = settled && (r.SentAt != nil || replaced)
		unknown = unknown || r.SentAt == nil && r.unanswered
	}
	return let, sent, settled, unknown, newest
}

// Live returns what the next files are compared with, by name.
func (m *Memory) Live(ctx context.Context, destination string, before int64) (list []schema.Live, err error) {
	files := m.releasedFiles(destination)
	newest := map[string]schema.Live{}
	for name, by := range files {
		for number, r := range by {
			if number > newest[name].Publication && (before == 0 || number < before) {
				newest[name] = schema.Live{
					Name: name, Sum: r.Sum, Publication: number, ReleasedAt: &r.at, SentAt: r.SentAt,
				}
			}
		}
	}
	for _, p := range m.publications {
		if p.Destination != destination || m.state(p.Number) != schema.Approved || before != 0 && p.Number >= before {
			continue
		}
		for _, f := range p.Files {
			if m.contents[f.Sum].Rows > 0 && p.Number > newest[f.Name].Publication {
				newest[f.Name] = schema.Live{Name: f.Name, Sum: f.Sum, Publication: p.Number}
			}
		}
	}

	for _, name := range slices.Sorted(maps.Keys(newest)) {
		l := newest[name]
		if l.SentAt == nil && m.state(l.Publication) == schema.Discarded {
			continue
		}
		l.Holds = holdings(files[name])
		list = append(list, l)
	}
	return list, nil
}

// holdings are the last file that is known to have been sent, and those that were
// released after it.
func holdings(by map[int64]released) (holds []schema.Holding) {
	for _, number := range slices.Sorted(maps.Keys(by)) {
		r := by[number]
		if r.SentAt != nil {
			holds = nil
		}
		holds = append(holds, r.Holding)
	}
	return holds
}

// Fates says what became of the publications for a destination that a run tried
// to deliver.
func (m *Memory) Fates(_ context.Context, destination string) (map[int64]schema.Fate, error) {
	fates := map[int64]schema.Fate{}
	for _, d := range m.deliveries {
		if m.publications[d.Publication-1].Destination != destination {
			continue
		}

		fate := fates[d.Publication]
		for _, f := range d.Files {
			if f.SentAt == nil {
				continue
			}
			if fate.Sent == nil {
				fate.Sent = map[string]time.Time{}
			}
			fate.Sent[f.Name] = *f.SentAt
			fate.ApprovedBy, fate.ApprovedReason = "", ""
			if d.approval > 0 {
				approval := m.decisions[d.approval-1]
				fate.ApprovedBy, fate.ApprovedReason = approval.By, approval.Reason
			}
		}
		fates[d.Publication] = fate
	}
	return fates, nil
}

// later returns the later of two times; nil is no time.
func later(a, b *time.Time) *time.Time {
	switch {
	case a == nil:
		return b
	case b == nil || b.Before(*a):
		return a
	}
	return b
}

// Past returns the counts of the publications that were delivered last, at least
// in part.
func (m *Memory) Past(ctx context.Context, destination string, most int64) (past []schema.Past, err error) {
	decided := map[int64]bool{}
	var order []int64 // of the publications, by their last delivery
	for _, d := range m.deliveries {
		p := m.publications[d.Publication-1]
		sent := slices.ContainsFunc(d.Files, func(f schema.DeliveredFile) bool { return f.SentAt != nil })
		if p.Destination != destination || !sent {
			continue
		}

		decided[p.Number] = decided[p.Number] || p.Origin == schema.Adopt || d.approval > 0
		order = slices.DeleteFunc(order, func(n int64) bool { return n == p.Number })
		order = append(order, p.Number)
	}

	slices.Reverse(order)
	for _, number := range order[:min(len(order), int(most))] {
		p, err := m.Publication(ctx, number)
		if err != nil {
			return nil, err
		}

		was := schema.Past{Publication: number, PlannedAt: p.PlannedAt, Decided: decided[number]}
		for _, t := range p.Tallies {
			if t.By == schema.ByFile || t.By == schema.ByTag {
				was.Tallies = append(was.Tallies, schema.Tally{File: t.File, By: t.By, Value: t.Value, Rows: t.Rows})
			}
		}
		if len(was.Tallies) > 0 {
			past = append(past, was)
		}
	}
	return past, nil
}

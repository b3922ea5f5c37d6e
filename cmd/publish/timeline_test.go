package main

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
)

// told is a change on a timeline, as text.
type told struct {
	publication int64
	change      string
}

// timeline returns the changes of students on a student's timeline. Those of
// rules are left out: without a snapshot, the causes cannot be told apart.
func (n *nights) timeline(number string) (all []told) {
	n.Helper()
	moments, err := n.publisher.Timeline(n.Context(), number)
	if err != nil {
		n.Fatal(err)
	}

	for _, m := range moments {
		for _, c := range m.Changes {
			if c.Cause == diff.ByData {
				values := slices.Concat(c.Before, []string{"→"}, c.After)
				all = append(all, told{m.Publication, row(c, values)})
			}
		}
	}
	return all
}

// TestTimelineOfGoneSnapshots: where snapshots are gone, the kept bytes say
// what SchooLinks had; only the reasons are lost.
func TestTimelineOfGoneSnapshots(t *testing.T) {
	t.Parallel()
	n, publications := randomNights(t, 11, 6)
	before := map[string][]told{}
	for _, st := range n.students {
		before[st.Number] = n.timeline(st.Number)
	}

	for snapshot := range int64(2) { // no rule changed in the first two
		if err := n.extract.Drop(t.Context(), snapshot+1); err != nil {
			t.Fatal(err)
		}
	}

	compared := 0
	for number, was := range before {
		is := n.timeline(number)
		for i, w := range was {
			if w.publication > publications[1] {
				break
			}
			compared++
			if i >= len(is) || is[i] != w {
				t.Fatalf("student %s: got %v, want %v", number, is, was)
			}
		}
	}
	if compared < 50 {
		t.Errorf("only %d changes were compared", compared)
	}
}

// BenchmarkTimeline asks for one student of 10,000 over 400 nights.
func BenchmarkTimeline(b *testing.B) {
	n := newNights(b)
	rng := rand.New(rand.NewPCG(1, 2))
	for dcid := range int64(10_000) {
		mark(n.enroll(dcid+1, 17+dcid%6, 8+dcid%5), "iep")
	}

	for range 400 {
		for range 200 {
			st := n.students[1+rng.Int64N(10_000)]
			st.SimpleGPA = points(2 + 2*rng.Float64())
			attend(st, rng.IntN(100), 100)
			mark(st, []string{"iep", "section_504", "lep"}[:rng.IntN(4)]...)
		}
		n.now = n.now.AddDate(0, 0, 1)
		n.night()
	}

	for b.Loop() {
		if _, err := n.publisher.Timeline(b.Context(), "100042"); err != nil {
			b.Fatal(err)
		}
	}
}

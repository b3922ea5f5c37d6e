package main

import (
	"math/rand/v2"
	"testing"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
)

// TestTimelineOfGoneSnapshots: where snapshots are gone, the kept bytes say
// what SchooLinks had; only the reasons are lost.
func TestTimelineOfGoneSnapshots(t *testing.T) {
	t.Parallel()
	n, publications := randomNights(t, 11, 6)
	type told struct {
		publication int64
		change      string
	}
	tell := func(number string) (all []told) {
		moments, err := n.publisher.Timeline(t.Context(), number)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range moments {
			for _, c := range m.Changes {
				if c.Cause == diff.ByData { // without a snapshot the two cannot be told apart
					all = append(all, told{m.Publication, row(c, append(append(c.Before, "→"), c.After...))})
				}
			}
		}
		return all
	}
	before := map[string][]told{}
	for _, st := range n.students {
		before[st.Number] = tell(st.Number)
	}
	for snapshot := range int64(2) { // no rule changed in these
		if err := n.extract.Drop(t.Context(), snapshot+1); err != nil {
			t.Fatal(err)
		}
	}
	compared := 0
	for number, was := range before {
		is := tell(number)
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

// BenchmarkTimeline asks for one student over 400 nights of 10,000.
func BenchmarkTimeline(b *testing.B) {
	n := newNights(b)
	rng := rand.New(rand.NewPCG(1, 2))
	for dcid := range int64(10_000) {
		mark(n.enrol(dcid+1, 17+dcid%6, 8+dcid%5), "iep")
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

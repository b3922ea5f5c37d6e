package main

import (
	"testing"
	"time"

	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// BenchmarkPlanUnchanged plans a night when nothing has changed for 10,000
// students, and reports how many times as long that takes as only building its
// files: with comparing, judging and recording, and without the network.
func BenchmarkPlanUnchanged(b *testing.B) {
	n := newNights(b)
	for dcid := range int64(10_000) {
		st := n.enroll(dcid+1, 17+dcid%6, 8+dcid%5)
		mark(st, []string{"iep", "section_504", "lep", "lii"}[:dcid%5]...)
		st.SimpleGPA, st.WeightedGPA = "3.25", "3.75"
		attend(st, int(90+dcid%10), 100)
	}
	n.night()

	var building, planning time.Duration
	for b.Loop() {
		n.now = n.now.AddDate(0, 0, 1)
		snapshot := n.snapshot()

		start := time.Now()
		if _, err := n.publisher.Build(b.Context(), schema.Ref{Number: snapshot}); err != nil {
			b.Fatal(err)
		}
		built := time.Now()
		p := n.plan()
		planning += time.Since(built)
		building += built.Sub(start)

		n.deliver(p)
	}
	b.ReportMetric(planning.Seconds()/building.Seconds(), "plan/build")
}

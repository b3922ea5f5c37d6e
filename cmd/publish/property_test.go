package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/schoolinks-sync/schoolinks-sync/publish/diff"
	"github.com/schoolinks-sync/schoolinks-sync/publish/files"
	"github.com/schoolinks-sync/schoolinks-sync/schema"
)

// randomNights is a small district where anything happens: students come, go,
// move, share a number, have facts and values or none; and sometimes a rule or a
// fact's definition changes. It returns the publications.
func randomNights(t *testing.T, seed uint64, count int) (*nights, []int64) {
	n := newNights(t)
	n.publisher.Guard.Pause = nil
	rng := rand.New(rand.NewPCG(seed, 1))

	var publications []int64
	for night := range count {
		for range 30 {
			n.happens(rng)
		}
		n.changeConfiguration(night)

		n.now = n.now.AddDate(0, 0, 1)
		n.snapshot()
		p := n.plan()
		n.deliver(p)
		publications = append(publications, p.Number)
	}
	return n, publications
}

// happens lets something happen to a student.
func (n *nights) happens(rng *rand.Rand) {
	dcid := 1 + rng.Int64N(40)
	st := n.students[dcid]
	switch {
	case st == nil:
		st = n.enroll(dcid, 17+rng.Int64N(3), 8+rng.Int64N(5))
		delete(n.left, dcid)
	case rng.IntN(8) == 0:
		n.leave(dcid, int64(1+rng.IntN(3)))
		return
	}

	switch rng.IntN(5) {
	case 0:
		facts := []string{"iep", "section_504", "lep", "lii", "gifted"}
		mark(st, facts[:rng.IntN(len(facts)+1)]...)
	case 1:
		gpas := []schema.Decimal{"", "0", "3.5", "2.25"}
		st.SimpleGPA = gpas[rng.IntN(len(gpas))]
		st.WeightedGPA = points(2 + rng.Float64())
	case 2:
		attend(st, rng.IntN(20), 20)
	case 3:
		st.SchoolID = 17 + rng.Int64N(3)
	case 4:
		if rng.IntN(4) == 0 {
			st.Number = fmt.Sprint(100_001 + rng.Int64N(5))
		}
	}
}

// changeConfiguration changes a rule in nights 2 and 5, and a fact's definition
// in night 4.
func (n *nights) changeConfiguration(night int) {
	switch night {
	case 2:
		n.conf.Tags[1].Name = "Section 504"
	case 4:
		lep := n.conf.Facts["lep"]
		lep.Column = "lep_now"
		n.conf.Facts["lep"] = lep
	case 5:
		n.conf.GPA.OmitZero = false
	}
	n.configure()
}

// rows returns the rows of a publication's files, each with its file's kind.
func (n *nights) rows(number int64) (rows []string) {
	n.Helper()
	kept, err := n.publisher.Kept(n.Context(), number)
	if err != nil {
		n.Fatal(err)
	}

	for _, f := range kept {
		file, err := files.Open(f.Content)
		if err != nil {
			n.Fatal(err)
		}
		records, err := csv.NewReader(file).ReadAll()
		if err := errors.Join(err, file.Close()); err != nil {
			n.Fatal(err)
		}

		for _, r := range records[1:] {
			rows = append(rows, f.Rule.Kind+","+strings.Join(r, ","))
		}
	}

	slices.Sort(rows)
	return rows
}

// changesOf returns the rows that differ between two publications.
func (n *nights) changesOf(from, to int64) (changes []diff.Change) {
	n.Helper()
	before, after := diff.Side{Publication: from}, diff.Side{Publication: to}
	d, err := n.publisher.Diff(n.Context(), before, after, diff.Options{})
	if err != nil {
		n.Fatal(err)
	}

	err = d.Changes(n.Context(), func(c diff.Change) error {
		changes = append(changes, c)
		return nil
	})
	if err != nil {
		n.Fatal(err)
	}
	return changes
}

// row writes values of a changed row as they are in the file.
func row(c diff.Change, values []string) string {
	fields := []string{c.File, c.Number}
	if c.Tag != "" {
		fields = append(fields, c.Tag)
	}
	return strings.Join(append(fields, values...), ",")
}

// apply makes changes to rows.
func apply(t *testing.T, rows []string, changes []diff.Change) []string {
	rows = slices.Clone(rows)
	for _, c := range changes {
		if c.Before != nil {
			i := slices.Index(rows, row(c, c.Before))
			if i < 0 {
				t.Fatalf("there is no row %s to remove", row(c, c.Before))
			}
			rows = slices.Delete(rows, i, i+1)
		}
		if c.After != nil {
			rows = append(rows, row(c, c.After))
		}
	}

	slices.Sort(rows)
	return rows
}

// TestDiffAppliedGivesTheOther: the changes of a diff, made to one side, give the
// other side, whatever happened between them; and a side does not differ from
// itself.
func TestDiffAppliedGivesTheOther(t *testing.T) {
	t.Parallel()
	n, publications := randomNights(t, 7, 8)

	for _, from := range publications {
		if same := n.changesOf(from, from); len(same) > 0 {
			t.Errorf("publication %d differs from itself: %+v", from, same[0])
		}

		for _, to := range publications {
			got := apply(t, n.rows(from), n.changesOf(from, to))
			if diff := cmp.Diff(n.rows(to), got); diff != "" {
				t.Fatalf("publication %d with its changes is not %d (-want +got):\n%s", from, to, diff)
			}
		}
	}
}

// TestEveryChangeHasItsReason: while both snapshots are there, every reason is
// known, and changes of the configuration are not mixed with those of students.
func TestEveryChangeHasItsReason(t *testing.T) {
	t.Parallel()
	n, publications := randomNights(t, 8, 7)

	for i, to := range publications[1:] {
		codes := map[diff.Code]int{}
		for _, c := range n.changesOf(publications[i], to) {
			codes[c.Reason.Code]++

			known := c.Reason.Code != diff.Unknown && c.Reason.Says != ""
			byRules := c.Reason.Code == diff.RuleChanged
			if !known || byRules != (c.Cause == diff.ByRules) {
				t.Errorf("publication %d: %s %s by %s: %+v", to, c.File, c.Tag, c.Cause, c.Reason)
			}
		}

		night := i + 1
		if (codes[diff.RuleChanged] > 0) != (night == 2 || night == 5) {
			t.Errorf("night %d: %d rows changed by rules", night, codes[diff.RuleChanged])
		}
		if night != 4 && codes[diff.SettingsChanged] > 0 {
			t.Errorf("night %d: %d rows changed by settings", night, codes[diff.SettingsChanged])
		}
	}
}

// TestTimelineAgreesWithDiffs compares every student's timeline with the diffs
// between each publication and the next.
func TestTimelineAgreesWithDiffs(t *testing.T) {
	t.Parallel()
	n, publications := randomNights(t, 9, 8)
	say := func(publication int64, c diff.Change) string {
		before, after := strings.Join(c.Before, ","), strings.Join(c.After, ",")
		return fmt.Sprintf("publication %d: %s: %s → %s by %s: %s",
			publication, row(c, nil), before, after, c.Cause, c.Reason.Says)
	}

	want := map[string][]string{}
	for i, to := range publications[1:] {
		for _, c := range n.changesOf(publications[i], to) {
			want[c.Number] = append(want[c.Number], say(to, c))
		}
	}
	if len(want) < 20 {
		t.Fatalf("only %d students changed", len(want))
	}

	for number, changes := range want {
		moments, err := n.publisher.Timeline(t.Context(), number)
		if err != nil {
			t.Fatal(err)
		}

		var got []string
		for _, m := range moments {
			for _, c := range m.Changes {
				if m.Publication != publications[0] {
					got = append(got, say(m.Publication, c))
				}
			}
		}

		slices.Sort(got)
		slices.Sort(changes)
		if diff := cmp.Diff(changes, got); diff != "" {
			t.Errorf("timeline (-diffs +timeline):\n%s", diff)
		}
	}
}
